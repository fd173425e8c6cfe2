import { fetchDocument } from './document';
import { isFinished, type Feed } from './feed';
import { parseOrderReport, MAX_ORDER_REPORT } from './orderReport';
import { parseReport, type FeedReport } from './report';
import { isOrderFeed } from '../tables/feedTypes';
import type { Client } from '../transport/client';

/** Larger than any report of 25,000 messages. */
const MAX_LISTINGS_REPORT_BYTES = 256 * 1024 * 1024;

/** Reads the report of a finished feed; `undefined` when Amazon wrote none (cancelled, or some fatal feeds). */
export async function fetchReport(
	client: Client,
	feed: Feed,
	signal?: AbortSignal,
): Promise<FeedReport | undefined> {
	const { feedId, feedType, resultFeedDocumentId } = feed;
	if (!isFinished(feed) || resultFeedDocumentId === undefined) return undefined;
	const [limitBytes, parse] = isOrderFeed(feedType)
		? [MAX_ORDER_REPORT, parseOrderReport]
		: [MAX_LISTINGS_REPORT_BYTES, parseReport];
	return parse(await fetchDocument(client, resultFeedDocumentId, limitBytes, signal), feedId);
}
