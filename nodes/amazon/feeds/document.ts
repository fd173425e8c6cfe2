import type { Client, DocumentDownload } from '../transport/client';
import { OPERATIONS } from '../transport/operations';

/** Opens a feed document (what was submitted, or a processing report) by its id. */
export async function openDocument(
	client: Client,
	feedDocumentId: string,
	limitBytes?: number,
	signal?: AbortSignal,
): Promise<DocumentDownload> {
	const answer = await client.call<{ url: string }>(OPERATIONS.getFeedDocument, {
		path: { feedDocumentId },
		signal,
	});
	return await client.download(answer.body.url, { limitBytes, signal });
}

/** Reads a feed document whole, as text. */
export async function fetchDocument(
	client: Client,
	feedDocumentId: string,
	limitBytes: number,
	signal?: AbortSignal,
): Promise<string> {
	const { chunks } = await openDocument(client, feedDocumentId, limitBytes, signal);
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
	return text + decoder.decode();
}
