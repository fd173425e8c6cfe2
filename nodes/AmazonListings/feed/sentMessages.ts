import { FeedAnswer } from '../../amazon/feeds/answer';
import { fetchDocument } from '../../amazon/feeds/document';
import type { Feed } from '../../amazon/feeds/feed';
import { fetchReport } from '../../amazon/feeds/fetchReport';
import { messageText } from '../../amazon/feeds/message';
import { parseFeed } from '../../amazon/feeds/sentFeed';
import { parseOrderFeed } from '../../amazon/feeds/sentOrderFeed';
import type { FeedType } from '../../amazon/tables/feedTypes';
import type { Context } from '../../n8n/operation';

/** A message as it was sent, and what it is about. */
export interface Sent {
	messageId: number;
	sku?: string;
	orderId?: string;
	text: string;
}

/** The messages of a feed, read from the document that was submitted. */
export async function fetchSent(
	{ client, signal }: Context,
	feedType: FeedType,
	documentId: string,
): Promise<Sent[]> {
	const text = await fetchDocument(client, {
		feedDocumentId: documentId,
		limitBytes: feedType.maxBytes * 2,
		signal,
	});
	if (feedType.messageType !== undefined) return parseOrderFeed(text, feedType);
	return parseFeed(text).map(({ messageId, message }) => ({
		messageId,
		sku: message.sku,
		text: messageText(message),
	}));
}

/** Those that Amazon rejected, as its report says; throws when it has written none. */
export async function rejectedOf(
	{ client, clock, signal }: Context,
	feed: Feed,
	sent: readonly Sent[],
): Promise<Sent[]> {
	const report = await fetchReport(client, feed, signal);
	if (report === undefined) {
		const advice = 'Choose All in Which Items if it shall be sent again';
		throw new Error(
			`Amazon has written no report on feed ${feed.feedId}, so nobody knows what it rejected. ${advice}`,
		);
	}
	const answer = new FeedAnswer(feed, report, { nowMs: clock.now(), size: sent.length });
	return sent.filter((message) => answer.of(message).status === 'rejected');
}
