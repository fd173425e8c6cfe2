import { openDocumentAt } from '../documents/open';
import { filledText } from '../jobs/job';
import { toAddress } from '../transport/address';
import type { Client, DocumentDownload, DownloadOptions } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';
import { unreadableAnswer } from '../transport/unreadable';

export interface ReportOpening extends DownloadOptions {
	reportDocumentId: string;
	/** Whether it holds buyers' data; undefined where nobody knows, and Amazon's refusal tells. */
	isRestricted?: boolean;
}

/**
 * Opens the content of a report. Buyers' data is given for a token of its own only (Tokens API 2021-03-01), which is asked
 * for each time: it serves one document.
 * Throws an `SpApiError`, as for every document.
 */
export async function openReport(client: Client, opening: ReportOpening): Promise<DocumentDownload> {
	const { isRestricted, signal } = opening;
	if (isRestricted === true) return await openWith(client, opening, await fetchToken(client, opening));
	try {
		return await openWith(client, opening);
	} catch (error) {
		const isKept =
			error instanceof SpApiError &&
			error.status === 403 &&
			error.operation === OPERATIONS.getReportDocument.id;
		if (!isKept || signal?.aborted === true) throw toError(error);
		// What the token's own refusal says would lead astray where the report needs none.
		const accessToken = await fetchToken(client, opening).catch(() => undefined);
		if (accessToken === undefined) throw toError(error);
		return await openWith(client, opening, accessToken);
	}
}

async function openWith(
	client: Client,
	{ reportDocumentId, limitBytes, signal }: ReportOpening,
	accessToken?: string,
): Promise<DocumentDownload> {
	const place = { operation: OPERATIONS.getReportDocument, path: { reportDocumentId }, accessToken };
	return await openDocumentAt(client, place, { limitBytes, signal });
}

async function fetchToken(client: Client, { reportDocumentId, signal }: ReportOpening): Promise<string> {
	const operation = OPERATIONS.createRestrictedDataToken;
	const { method, path } = OPERATIONS.getReportDocument;
	const resource = { method, path: toAddress('', path, { reportDocumentId }) };
	const { body, requestId } = await client.call<unknown>(operation, {
		body: { restrictedResources: [resource] },
		signal,
	});
	const token = filledText(body, 'restrictedDataToken');
	if (token !== undefined) return token;
	throw unreadableAnswer(operation.id, 'it names no token', { requestId });
}
