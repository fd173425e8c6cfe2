import { readDocument } from './document';
import { isFinished, type Feed } from './feed';
import { ListingsReportReader } from './listingsReport';
import { OrderReportReader } from './orderReport';
import type { FeedReport } from './report';
import { feedTypeById, isOrderFeed } from '../tables/feedTypes';
import type { Client } from '../transport/client';

/** Larger than any report of 25,000 messages. It is read as it comes, so this bounds the time and not the memory. */
const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/**
 * Reads the report of a finished feed; `undefined` when Amazon wrote none (cancelled, or some fatal feeds).
 * Throws an error that names the feed when it is of a type that this package does not send (each has reports of its own
 * form), or its document is not a report of its type, and a `DocumentError` when it is
 * too large.
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
