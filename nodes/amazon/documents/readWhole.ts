import type { DocumentDownload } from '../transport/contract';
import { DocumentError, toError } from '../transport/errors';

/** How often a document that breaks off is read from its beginning. */
const READS = 3;

/**
 * Reads a document to its end; one that breaks off on the way is opened and read from its beginning. So `read` gives nothing
 * away before it is through.
 */
export async function readWhole<T>(
	open: () => Promise<DocumentDownload>,
	read: (document: DocumentDownload) => Promise<T>,
): Promise<T> {
	for (let time = 1; ; time++) {
		try {
			return await read(await open());
		} catch (error) {
			const isCutOff = error instanceof DocumentError && error.code === 'Truncated';
			if (!isCutOff || time >= READS) throw toError(error);
		}
	}
}

/** Takes the text of a document piece by piece, and gives what it made of it. */
export interface TextReader<T> {
	write(text: string): void;
	end(): T;
}

/** The document's bytes as UTF-8 into a reader. */
export async function readThrough<T>(chunks: AsyncIterable<Uint8Array>, reader: TextReader<T>): Promise<T> {
	const decoder = new TextDecoder();
	for await (const chunk of chunks) reader.write(decoder.decode(chunk, { stream: true }));
	reader.write(decoder.decode());
	return reader.end();
}

/** A reader that keeps all of the text. */
export function wholeText(): TextReader<string> {
	let text = '';
	return { write: (piece) => void (text += piece), end: () => text };
}
