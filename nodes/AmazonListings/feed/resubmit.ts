import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { feedDocumentId } from './download';
import { feedId } from './fields';
import { fetchSent, rejectedOf, type Sent } from './sentMessages';
import { fetchFeed, type Feed } from '../../amazon/feeds/feed';
import { isFinished } from '../../amazon/jobs/job';
import { feedTypeById, ORDER_ADJUSTMENT_FEED, type FeedType } from '../../amazon/tables/feedTypes';
import { toError } from '../../amazon/transport/errors';
import type { BatchOperation, Context, Outcome, Output } from '../../n8n/operation';
import { submitFeeds } from '../../n8n/submitFeeds';

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
	builderHint: {
		propertyHint:
			'Leave it at Only the Rejected: All sends accepted items a second time, and refunds would be paid twice.',
	},
};

export const resubmit: BatchOperation = {
	value: 'resubmit',
	name: 'Resubmit',
	action: 'Resubmit feed',
	description: 'Send a feed again as it was, all of it or only what Amazon rejected',
	builderHint:
		'Takes feedId and feedDocumentId that Submit answered, for a feed that has ended; connect it after Amazon Trigger (Feed Finished).',
	fields: [feedId, feedDocumentId, which],
	risks: [
		{
			when: '$parameter["which"] === "all"',
			message:
				'What Amazon has accepted is sent a second time, and older prices and quantities take the place of newer ones. Choose <b>Which Items</b>: Only the Rejected.',
		},
	],
	async batch(context, items) {
		const outcomes: Outcome[] = [];
		const first = firstWithFeed(context);
		for (const item of items.keys()) {
			const sender = first(item);
			if (sender !== item) {
				outcomes.push({ item, json: goesWith(context, sender) });
				continue;
			}
			try {
				outcomes.push(...(await resubmitOne(context, item)).map((output) => ({ item, ...output })));
			} catch (reason) {
				outcomes.push({ item, error: toError(reason) });
			}
		}
		const isAnySent = outcomes.some((outcome) => 'json' in outcome && outcome.json.feedId !== undefined);
		return isAnySent && !context.n8n.continueOnFail() ? outcomes.map(withoutError(context)) : outcomes;
	},
};

/** Several items may name one feed, such as the messages of its document: it is sent again once. */
function firstWithFeed({ params }: Context): (item: number) => number {
	const firsts = new Map<string, number>();
	return (item) => {
		const sending = [
			params.locator('feedId', item),
			params.text('feedDocumentId', item),
			params.text('which', item),
		];
		const key = sending.join('\n');
		const first = firsts.get(key) ?? item;
		firsts.set(key, first);
		return first;
	};
}

function goesWith({ params }: Context, item: number): IDataObject {
	const resubmittedFeedId = params.locator('feedId', item);
	return { resubmittedFeedId, submitted: 0, message: `The feed is sent again with item ${item}` };
}

async function resubmitOne(context: Context, item: number): Promise<Output[]> {
	const { client, params, signal } = context;
	const feed = await fetchFeed(client, params.locator('feedId', item), signal);
	const feedType = requireFeedType(feed);
	const all = params.text('which', item) === 'all';
	refuseUnfinished(feed);
	if (all) refuseSecondRefund(feed);
	const sent = await fetchSent(context, feedType, params.text('feedDocumentId', item));
	const again = all ? sent : await rejectedOf(context, feed, sent);
	if (again.length === 0) return [{ json: { resubmittedFeedId: feed.feedId, submitted: 0 } }];
	return await submitAgain(context, feed, { feedType, messages: again });
}

/** An error would end the run, and with it the ids of the feeds that did go out. */
function withoutError({ params }: Context): (outcome: Outcome) => Outcome {
	return (outcome) => {
		if (!('error' in outcome)) return outcome;
		const resubmittedFeedId = params.locator('feedId', outcome.item);
		const message = `Not sent again: ${outcome.error.message}`;
		const json = { status: 'failed', reason: 'feed-not-taken', message, resubmittedFeedId };
		return { item: outcome.item, json };
	};
}

function requireFeedType({ feedId: id, feedType }: Feed): FeedType {
	const known = feedTypeById(feedType);
	if (known !== undefined) return known;
	throw new Error(`Feed ${id} is a ${feedType}: only feeds that this node's Submit can send are sent again`);
}

/** What Amazon still works on would be there twice, and nobody knows yet what it rejects. */
function refuseUnfinished(feed: Feed): void {
	if (isFinished(feed)) return;
	throw new Error(
		`Amazon still works on feed ${feed.feedId} (${feed.processingStatus}). Wait for its result, or cancel it, before it is sent again`,
	);
}

/** A second acknowledgement or shipment changes nothing; a second refund is paid. */
function refuseSecondRefund({ feedId: id, feedType, processingStatus }: Feed): void {
	if (feedType !== ORDER_ADJUSTMENT_FEED.id || processingStatus === 'CANCELLED') return;
	throw new Error(
		`Feed ${id} holds refunds, and Amazon would pay them a second time. Choose Only the Rejected in Which Items`,
	);
}

/** One answer per item, with its place in the new feed. */
async function submitAgain(
	context: Context,
	feed: Feed,
	{ feedType, messages }: { feedType: FeedType; messages: readonly Sent[] },
): Promise<Output[]> {
	const { marketplaceIds = context.account.marketplaceIds } = feed;
	const textOf = ({ text }: Sent) => text;
	const sent = await submitFeeds(context, messages, { feedType, marketplaceIds, textOf, noun: 'messages' });
	return sent.map(({ entry: { sku, orderId }, fate }) => {
		const about = sku === undefined ? { amazonOrderId: orderId } : { sku };
		return { json: { ...about, ...fate, resubmittedFeedId: feed.feedId } };
	});
}
