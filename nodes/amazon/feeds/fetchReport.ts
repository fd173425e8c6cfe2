import { fetchDocument } from './document';
import { isFinished, type Feed } from './feed';
import { parseOrderReport, MAX_ORDER_REPORT } from './orderReport';
import { parseReport, type FeedReport } from './report';
import { feedTypeById, isOrderFeed } from '../tables/feedTypes';
import type { Client } from '../transport/client';

/** Larger than any report of 25,000 messages. */
const MAX_LISTINGS_REPORT_BYTES = 256 * 1024 * 1024;

/**
 * Reads the report of a finished feed; `undefined` when Amazon wrote none (cancelled, or some fatal feeds).
 * Throws for feeds of types that this package does not send: each has a report of its own form.
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
	const [limitBytes, parse] = isOrderFeed(feedType)
		? [MAX_ORDER_REPORT, parseOrderReport]
		: [MAX_LISTINGS_REPORT_BYTES, parseReport];
	return parse(await fetchDocument(client, resultFeedDocumentId, limitBytes, signal), feedId);
}
