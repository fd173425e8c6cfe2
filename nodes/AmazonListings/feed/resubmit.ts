import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { feedDocumentId } from './download';
import { feedId } from './fields';
import { answerOf } from '../../amazon/feeds/answer';
import { fetchDocument } from '../../amazon/feeds/document';
import { fetchFeed, type Feed } from '../../amazon/feeds/feed';
import { parseFeed, type SentMessage } from '../../amazon/feeds/sentFeed';
import { messageText } from '../../amazon/feeds/message';
import { pack } from '../../amazon/feeds/pack';
import { fetchReport } from '../../amazon/feeds/report';
import { submitFeed } from '../../amazon/feeds/submit';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import type { Context, EachOperation, Output } from '../../n8n/operation';

const which: INodeProperties = {
	displayName: 'Which Items',
	name: 'which',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
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
		const sent = await fetchSent(context, params.text('feedDocumentId', item));
		const again = params.text('which', item) === 'all' ? sent : await rejectedOf(context, feed, sent);
		if (again.length === 0) return { json: { resubmittedFeedId: feed.feedId, submitted: 0 } };
		return await send(context, feed, again);
	},
};

async function fetchSent({ client, signal }: Context, documentId: string): Promise<SentMessage[]> {
	return parseFeed(await fetchDocument(client, documentId, JSON_LISTINGS_FEED.maxBytes * 2, signal));
}

async function rejectedOf(
	{ client, signal }: Context,
	feed: Feed,
	sent: SentMessage[],
): Promise<SentMessage[]> {
	const report = await fetchReport(client, feed, signal);
	return sent.filter(({ messageId, message }) => {
		return answerOf(feed, report, { messageId, sku: message.sku }).status === 'rejected';
	});
}

/** One answer per item, with its place in the new feed. */
async function send(
	{ client, account, clock, signal }: Context,
	feed: Feed,
	again: SentMessage[],
): Promise<Output[]> {
	const marketplaceIds = feed.marketplaceIds ?? account.marketplaceIds;
	const packing = {
		marketplaceIdOf: () => marketplaceIds.join(),
		textOf: ({ message }: SentMessage) => messageText(message),
	};
	const { sellerId } = account;
	const outputs: Output[] = [];
	for (const draft of pack(again, packing, {
		sellerId,
		feedType: JSON_LISTINGS_FEED,
		chunkSize: again.length,
		separateMarketplaces: false,
	})) {
		const sent = await submitFeed(client, { ...draft, marketplaceIds }, JSON_LISTINGS_FEED, clock, {
			signal,
		});
		draft.entries.forEach(({ message }, index) => {
			const json: IDataObject = {
				sku: message.sku,
				status: 'submitted',
				...sent,
				messageId: index + 1,
				resubmittedFeedId: feed.feedId,
			};
			outputs.push({ json });
		});
	}
	return outputs;
}
