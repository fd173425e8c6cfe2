import { readThrough, wholeText } from '../documents/readWhole';
import { openReport } from './openReport';
import type { Report } from './report';
import { at, asText } from '../transport/at';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';
import { redact } from '../transport/redact';

/** Amazon's have a few hundred bytes. */
const LIMIT_BYTES = 64 * 1024;
const LONGEST_REASON = 300;

/**
 * Why Amazon could not make a report, as the document says that it leaves in the report's place; undefined when the report
 * has not failed, or nobody can tell. ("If processingStatus is FATAL ... the reportDocumentId may lead to the reason",
 * Amazon's Reports API guide, "Retrieve information about a report".)
 */
export async function fatalReason(
	client: Client,
	{ processingStatus, reportDocumentId }: Report,
	signal?: AbortSignal,
): Promise<string | undefined> {
	if (processingStatus !== 'FATAL' || reportDocumentId === undefined) return undefined;
	try {
		const { chunks } = await openReport(client, { reportDocumentId, limitBytes: LIMIT_BYTES, signal });
		return toReason(await readThrough(chunks, wholeText()));
	} catch (error) {
		signal?.throwIfAborted();
		// The status is known all the same.
		if (error instanceof SpApiError) return undefined;
		throw toError(error);
	}
}

/** JSON with `errorDetails`, or a sentence. */
function toReason(text: string): string | undefined {
	const said = asText(at(parsed(text), 'errorDetails')) ?? asText(text);
	return said === undefined ? undefined : redact(said.slice(0, LONGEST_REASON));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
