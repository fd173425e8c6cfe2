import { withFreshAddress } from './freshAddress';
import type { Client, DocumentDownload } from '../transport/client';
import { DocumentError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';

/** How often a document that breaks off is read from its beginning. */
const READS = 3;

/** Opens a feed document (what was submitted, or a processing report) by its id. */
export async function openDocument(
	client: Client,
	feedDocumentId: string,
	limitBytes?: number,
	signal?: AbortSignal,
): Promise<DocumentDownload> {
	return await withFreshAddress(async () => {
		const path = { feedDocumentId };
		const answer = await client.call<{ url: string }>(OPERATIONS.getFeedDocument, { path, signal });
		return await client.download(answer.body.url, { limitBytes, signal });
	});
}

/** Reads a feed document whole, as text. */
export async function fetchDocument(
	client: Client,
	feedDocumentId: string,
	limitBytes: number,
	signal?: AbortSignal,
): Promise<string> {
	for (let read = 1; ; read++) {
		try {
			const { chunks } = await openDocument(client, feedDocumentId, limitBytes, signal);
			return await readText(chunks);
		} catch (error) {
			if (!isCutOff(error) || read >= READS) throw error;
		}
	}
}

function isCutOff(error: unknown): boolean {
	return error instanceof DocumentError && error.code === 'Truncated';
}

async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
	return text + decoder.decode();
}
