import { withFreshAddress } from './freshAddress';
import type { Client, DocumentDownload, DownloadOptions } from '../transport/contract';
import type { SpApiOperation } from '../transport/operations';
import { unreadableAnswer } from '../transport/unreadable';

/** What gives the address of a document. */
export interface DocumentPlace {
	operation: SpApiOperation;
	path: Record<string, string>;
	/** In the place of the account's own, for restricted data. */
	accessToken?: string;
}

/** Opens a document. Its address lives five minutes (Feeds and Reports 2021-06-30), so it is asked for right before. */
export async function openDocumentAt(
	client: Client,
	{ operation, path, accessToken }: DocumentPlace,
	{ limitBytes, signal }: DownloadOptions,
): Promise<DocumentDownload> {
	return await withFreshAddress(async () => {
		const input = { path, accessToken, signal };
		const { body, requestId } = await client.call<{ url?: unknown } | undefined>(operation, input);
		const url = body?.url;
		if (typeof url !== 'string') throw unreadableAnswer(operation.id, 'it names no address', { requestId });
		return await client.download(url, { limitBytes, signal });
	});
}
