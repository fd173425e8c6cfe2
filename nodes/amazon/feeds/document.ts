import { openDocumentAt } from '../documents/open';
import type { Client, DocumentDownload, DownloadOptions } from '../transport/contract';
import { DocumentError, toError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';

/** How often a document that breaks off is read from its beginning. */
const READS = 3;

export interface FeedDocumentOpening extends DownloadOptions {
	feedDocumentId: string;
}

/** Opens a feed document (what was submitted, or a processing report) by its id. */
export async function openDocument(
	client: Client,
	{ feedDocumentId, limitBytes, signal }: FeedDocumentOpening,
): Promise<DocumentDownload> {
	const place = { operation: OPERATIONS.getFeedDocument, path: { feedDocumentId } };
	return await openDocumentAt(client, place, { limitBytes, signal });
}

export interface DocumentReading extends FeedDocumentOpening {
	limitBytes: number;
}

/** Reads a feed document whole, as text. */
export async function fetchDocument(client: Client, reading: DocumentReading): Promise<string> {
	return await readDocument(client, reading, () => {
		let text = '';
		return { write: (piece) => void (text += piece), end: () => text };
	});
}

/** Takes the text of a document piece by piece, and gives what it made of it. */
export interface TextReader<T> {
	write(text: string): void;
	end(): T;
}

/** Reads a feed document as it comes; one that breaks off is read from its beginning by a new reader. */
export async function readDocument<T>(
	client: Client,
	reading: DocumentReading,
	newReader: () => TextReader<T>,
): Promise<T> {
	for (let read = 1; ; read++) {
		try {
			const { chunks } = await openDocument(client, reading);
			return await readThrough(chunks, newReader());
		} catch (error) {
			if (!isCutOff(error) || read >= READS) throw toError(error);
		}
	}
}

async function readThrough<T>(chunks: AsyncIterable<Uint8Array>, reader: TextReader<T>): Promise<T> {
	const decoder = new TextDecoder();
	for await (const chunk of chunks) reader.write(decoder.decode(chunk, { stream: true }));
	reader.write(decoder.decode());
	return reader.end();
}

function isCutOff(error: unknown): boolean {
	return error instanceof DocumentError && error.code === 'Truncated';
}
