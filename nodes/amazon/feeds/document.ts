import { withFreshAddress } from './freshAddress';
import type { Client, DocumentDownload } from '../transport/client';
import { DocumentError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';
import { unreadableAnswer } from '../transport/unreadable';

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
		const operation = OPERATIONS.getFeedDocument;
		const { body, requestId } = await client.call<{ url?: unknown } | undefined>(operation, { path, signal });
		const url = body?.url;
		if (typeof url !== 'string') throw unreadableAnswer(operation.id, 'it names no address', { requestId });
		return await client.download(url, { limitBytes, signal });
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
