import type { INodeProperties } from 'n8n-workflow';

import { feedDocumentId } from './download';
import { feedId } from './fields';
import { answerOf } from '../../amazon/feeds/answer';
import { fetchDocument } from '../../amazon/feeds/document';
import { fetchFeed, type Feed } from '../../amazon/feeds/feed';
import { fetchReport } from '../../amazon/feeds/fetchReport';
import { messageText } from '../../amazon/feeds/message';
import { pack } from '../../amazon/feeds/pack';
import { parseFeed } from '../../amazon/feeds/sentFeed';
import { parseOrderFeed } from '../../amazon/feeds/sentOrderFeed';
import { submitFeed } from '../../amazon/feeds/submit';
import { feedTypeById, ORDER_ADJUSTMENT_FEED, type FeedType } from '../../amazon/tables/feedTypes';
import type { Context, EachOperation, Output } from '../../n8n/operation';

const which: INodeProperties = {
	displayName: 'Which Items',
	name: 'which',
	type: 'options',
	options: [
		{
			name: 'All',
			value: 'all',
			description: 'Not for refunds that Amazon has worked through: it would pay them twice',
		},
		{ name: 'Only the Rejected', value: 'rejected', description: 'What Amazon refused, as its report says' },
	],
	default: 'rejected',
};

export const resubmit: EachOperation = {
	value: 'resubmit',
	name: 'Resubmit',
	action: 'Resubmit a feed',
	description: 'Send a feed again as it was, all of it or only what Amazon rejected',
	fields: [feedId, feedDocumentId, which],
	async each(context, item) {
		const { client, params, signal } = context;
		const feed = await fetchFeed(client, params.locator('feedId', item), signal);
		const feedType = requireFeedType(feed);
		const all = params.text('which', item) === 'all';
		if (all) refuseSecondRefund(feed);
		const sent = await fetchSent(context, feedType, params.text('feedDocumentId', item));
		const again = all ? sent : await rejectedOf(context, feed, sent);
		if (again.length === 0) return { json: { resubmittedFeedId: feed.feedId, submitted: 0 } };
		return await send(context, feed, feedType, again);
	},
};

function requireFeedType({ feedId: id, feedType }: Feed): FeedType {
	const known = feedTypeById(feedType);
	if (known !== undefined) return known;
	throw new Error(`Feed ${id} is a ${feedType}: only feeds that this node's Submit can send are sent again`);
}

/** A second acknowledgement or shipment changes nothing; a second refund is paid. */
function refuseSecondRefund({ feedId: id, feedType, processingStatus }: Feed): void {
	const isUnread = processingStatus === 'CANCELLED' || processingStatus === 'FATAL';
	if (feedType !== ORDER_ADJUSTMENT_FEED.id || isUnread) return;
	throw new Error(
		`Feed ${id} holds refunds, and Amazon would pay them a second time. Choose Only the Rejected in Which Items`,
	);
}

/** A message as it was sent, and what it is about. */
interface Sent {
	messageId: number;
	sku?: string;
	orderId?: string;
	text: string;
}

async function fetchSent(
	{ client, signal }: Context,
	feedType: FeedType,
	documentId: string,
): Promise<Sent[]> {
	const text = await fetchDocument(client, documentId, feedType.maxBytes * 2, signal);
	if (feedType.messageType !== undefined) return parseOrderFeed(text, feedType);
	return parseFeed(text).map(({ messageId, message }) => ({
		messageId,
		sku: message.sku,
		text: messageText(message),
	}));
}

async function rejectedOf({ client, signal }: Context, feed: Feed, sent: Sent[]): Promise<Sent[]> {
	const report = await fetchReport(client, feed, signal);
	return sent.filter((message) => answerOf(feed, report, message).status === 'rejected');
}

/** One answer per item, with its place in the new feed. */
async function send(
	{ client, account, clock, signal }: Context,
	feed: Feed,
	feedType: FeedType,
	again: Sent[],
): Promise<Output[]> {
	const marketplaceIds = feed.marketplaceIds ?? account.marketplaceIds;
	const packing = { marketplaceIdOf: () => marketplaceIds.join(), textOf: ({ text }: Sent) => text };
	const { sellerId } = account;
	const options = { sellerId, feedType, chunkSize: again.length, separateMarketplaces: false };
	const outputs: Output[] = [];
	for (const draft of pack(again, packing, options)) {
		const sent = await submitFeed(client, { ...draft, marketplaceIds }, feedType, clock, { signal });
		draft.entries.forEach(({ sku, orderId }, index) => {
			const about = sku === undefined ? { amazonOrderId: orderId } : { sku };
			const place = { status: 'submitted', ...sent, messageId: index + 1 };
			outputs.push({ json: { ...about, ...place, resubmittedFeedId: feed.feedId } });
		});
	}
	return outputs;
}
