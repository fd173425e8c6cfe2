import { readDocument } from './document';
import { isFinished, type Feed } from './feed';
import { ListingsReportReader } from './listingsReport';
import { OrderReportReader } from './orderReport';
import type { FeedReport } from './report';
import { isOrderFeed } from '../tables/feedTypes';
import type { Client } from '../transport/client';

/** Larger than any report of 25,000 messages. It is read as it comes, so this bounds the time and not the memory. */
const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/**
 * Reads the report of a finished feed; `undefined` when Amazon wrote none (cancelled, or some fatal feeds).
 * Throws an error that names the feed when the document is not a report of its type, and a `DocumentError` when it is
 * too large.
 */
export async function fetchReport(
	client: Client,
	feed: Feed,
	signal?: AbortSignal,
): Promise<FeedReport | undefined> {
	const { feedId, feedType, resultFeedDocumentId } = feed;
	if (!isFinished(feed) || resultFeedDocumentId === undefined) return undefined;
	const reading = { feedDocumentId: resultFeedDocumentId, limitBytes: MAX_REPORT_BYTES, signal };
	const Reader = isOrderFeed(feedType) ? OrderReportReader : ListingsReportReader;
	return await readDocument(client, reading, () => new Reader(feedId));
}
