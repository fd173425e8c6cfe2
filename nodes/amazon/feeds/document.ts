import { withFreshAddress } from './freshAddress';
import type { Client, DocumentDownload } from '../transport/contract';
import { DocumentError, toError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';
import { unreadableAnswer } from '../transport/unreadable';

/** How often a document that breaks off is read from its beginning. */
const READS = 3;

export interface DocumentOpening {
	feedDocumentId: string;
	/** Largest decompressed size in bytes; default 2 GiB. */
	limitBytes?: number;
	signal?: AbortSignal;
}

/** Opens a feed document (what was submitted, or a processing report) by its id. */
export async function openDocument(
	client: Client,
	{ feedDocumentId, limitBytes, signal }: DocumentOpening,
): Promise<DocumentDownload> {
	return await withFreshAddress(async () => {
		const path = { feedDocumentId };
		const operation = OPERATIONS.getFeedDocument;
		const { body, requestId } = await client.call<{ url?: unknown } | undefined>(operation, { path, signal });
		const url = body?.url;
		if (typeof url !== 'string') throw unreadableAnswer(operation.id, 'it names no address', { requestId });
		return await client.download(url, { limitBytes, signal });
	});
}

export interface DocumentReading extends DocumentOpening {
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
