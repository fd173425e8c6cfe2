import { readDocument } from './document';
import type { Fate } from './fate';
import type { Feed } from './feed';
import { ListingsReportReader } from './listingsReport';
import { OrderReportReader } from './orderReport';
import type { FeedReport } from './report';
import { unclear } from './unclear';
import { isFinished } from '../jobs/job';
import { feedTypeById, isOrderFeed } from '../tables/feedTypes';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';

/** Larger than any report of 25,000 messages. It is read as it comes, so this bounds the time and not the memory. */
const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/**
 * Reads the report of a finished feed; `undefined` when Amazon wrote none (cancelled, or some fatal feeds).
 * Throws an error that names the feed when it is of a type that this package does not send (each has reports of its own
 * form), or its document is not a report of its type, and a `DocumentError` when it is too large.
 */
export async function fetchReport(
	client: Client,
	feed: Feed,
	signal?: AbortSignal,
): Promise<FeedReport | undefined> {
	const { feedId, feedType, resultFeedDocumentId } = feed;
	if (!isFinished(feed) || resultFeedDocumentId === undefined) return undefined;
	if (feedTypeById(feedType) === undefined) {
		throw new Error(
			`Feed ${feedId} is a ${feedType}, whose reports have a form of their own. Feed: Download gets it as a file`,
		);
	}
	const reading = { feedDocumentId: resultFeedDocumentId, limitBytes: MAX_REPORT_BYTES, signal };
	const Reader = isOrderFeed(feedType) ? OrderReportReader : ListingsReportReader;
	return await readDocument(client, reading, () => new Reader(feedId));
}

/** By code, and by status: what is cut off (three times a look) or not there may still come, for a while. */
const LOOKS: Readonly<Record<string, number>> = {
	TooLarge: 1,
	Truncated: 2,
	UNREADABLE_ANSWER: 5,
	400: 5,
	404: 5,
};

/**
 * How many looks at a report have to fail in this way before nobody expects to read it any more. `Infinity` for what
 * says nothing about the report: keys, roles, limits, the network.
 */
export function looksBeforeGivenUp(error: unknown): number {
	// A whole document of another form stays what it is.
	if (!(error instanceof SpApiError)) return 1;
	const { code = '', status } = error;
	return LOOKS[code] ?? (status === undefined ? undefined : LOOKS[status]) ?? Infinity;
}

/** A report, or what holds for all items of the feed when it cannot be read; neither when Amazon wrote none. */
export interface TriedReport {
	report?: FeedReport;
	fate?: Fate;
}

/** Reads a report; one that cannot be read is an answer, too. Throws what does not concern the report. */
export async function tryReport(client: Client, feed: Feed, signal?: AbortSignal): Promise<TriedReport> {
	try {
		return { report: await fetchReport(client, feed, signal) };
	} catch (error) {
		if (signal?.aborted === true || !isDeadReport(error)) throw toError(error);
		return { fate: fateWithout(error, feed) };
	}
}

/** Nothing is known yet where the report may still come, and nothing ever will be where it is none. */
function fateWithout(error: unknown, { feedId }: Feed): Fate {
	const words = toError(error).message;
	const isWhole = !(error instanceof SpApiError) || error.code === 'TooLarge';
	if (isWhole) return unclear('unreadable-report', words);
	const message = `Amazon is done with feed ${feedId}, but its report cannot be read yet; ask again later. ${words}`;
	return { status: 'pending', reason: 'unreadable-report', message };
}

/** Whether Amazon was reached, and its report cannot be read. */
export function isDeadReport(error: unknown): boolean {
	return Number.isFinite(looksBeforeGivenUp(error));
}
