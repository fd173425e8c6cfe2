import { openDocumentAt } from '../documents/open';
import { readThrough, readWhole, wholeText, type TextReader } from '../documents/readWhole';
import type { Client, DocumentDownload, DownloadOptions } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';

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
	return await readDocument(client, reading, wholeText);
}

/** Reads a feed document as it comes; one that breaks off is read from its beginning by a new reader. */
export async function readDocument<T>(
	client: Client,
	reading: DocumentReading,
	newReader: () => TextReader<T>,
): Promise<T> {
	return await readWhole(
		async () => await openDocument(client, reading),
		async ({ chunks }) => await readThrough(chunks, newReader()),
	);
}
