import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { feedId as feedLocator } from './fields';
import { answerOf } from '../../amazon/feeds/answer';
import { awaitFeed } from '../../amazon/feeds/awaitFeed';
import type { Feed } from '../../amazon/feeds/feed';
import { fetchReport } from '../../amazon/feeds/fetchReport';
import type { FeedReport } from '../../amazon/feeds/report';
import { skuResultsOf, toItemResult } from '../../amazon/feeds/skuResults';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';

const source: INodeProperties = {
	displayName: 'Results For',
	name: 'source',
	type: 'options',
	options: [
		{
			name: 'Input Items',
			value: 'items',
			description: 'Answer each item that Submit returned, over all its feeds',
		},
		{
			name: 'One Feed',
			value: 'feed',
			description:
				'List what Amazon says about the items of a feed. Of orders it names only those that it refuses or remarks on.',
		},
	],
	default: 'items',
};

const itemsHint: INodeProperties = {
	displayName:
		'Connect the output of Submit, of products or of orders (or rows that keep its <code>feedId</code>, <code>messageId</code> and <code>sku</code>). Items that were held or refused pass through.',
	name: 'itemsNotice',
	type: 'notice',
	displayOptions: { show: { source: ['items'] } },
	default: '',
};

const feedId: INodeProperties = { ...feedLocator, displayOptions: { show: { source: ['feed'] } } };

const waitMinutes: INodeProperties = {
	displayName: 'Wait Up To (Minutes)',
	name: 'waitMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 180 },
	default: 0,
	description:
		'How long to wait for feeds that are still running. With 0 their items are answered "pending". To be told instead of waiting, use the Amazon Trigger.',
};

export const getResult: BatchOperation = {
	value: 'getResult',
	name: 'Get Result',
	action: 'Get the result of feeds',
	description: 'Get what Amazon says about every item, accepted or rejected and why',
	fields: [source, itemsHint, feedId, waitMinutes],
	async batch(context, items) {
		const untilMs = context.clock.now() + context.params.number('waitMinutes', 0, 0) * 60_000;
		const resultOf = resultCache(context, untilMs);
		if (context.params.text('source', 0) === 'feed') return await resultsOfFeeds(context, items, resultOf);
		return await resultsOfItems(items, resultOf);
	},
};

interface FeedResult {
	feed: Feed;
	report?: FeedReport;
}

type ResultOf = (feedId: string) => Promise<FeedResult>;

/** Each feed is asked for once, however many items it holds. */
function resultCache(context: Context, untilMs: number): ResultOf {
	const results = new Map<string, Promise<FeedResult>>();
	return async (feedId) => {
		const known = results.get(feedId) ?? fetchResult(context, feedId, untilMs);
		results.set(feedId, known);
		return await known;
	};
}

async function fetchResult(
	{ client, clock, signal }: Context,
	feedId: string,
	untilMs: number,
): Promise<FeedResult> {
	const feed = await awaitFeed(client, feedId, { clock, untilMs, signal });
	return { feed, report: await fetchReport(client, feed, signal) };
}

/** What Amazon says about the feed of each item; a feed that cannot be read fails its own item only. */
async function resultsOfFeeds(
	context: Context,
	items: IDataObject[],
	resultOf: ResultOf,
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const item of items.keys()) {
		try {
			const { feed, report } = await resultOf(context.params.locator('feedId', item));
			const results = skuResultsOf(feed, report);
			if (results.length === 0) outcomes.push({ item, json: toFeedResult(feed, report) });
			outcomes.push(...results.map((result) => ({ item, json: toJson(result) })));
		} catch (error) {
			outcomes.push({ item, error: error instanceof Error ? error : new Error(String(error)) });
		}
	}
	return outcomes;
}

/** A feed of which no item is named. */
function toFeedResult({ feedId, feedType, processingStatus }: Feed, report?: FeedReport): IDataObject {
	return {
		feedId,
		feedType,
		processingStatus,
		...(report !== undefined && { summary: { ...report.summary } }),
	};
}

/** One answer per item, in the items' order; a feed that cannot be read fails its own items only. */
async function resultsOfItems(items: IDataObject[], resultOf: ResultOf): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const [item, json] of items.entries()) {
		const { feedId, messageId, sku } = json;
		const id = typeof feedId === 'number' ? String(feedId) : feedId;
		if (typeof id !== 'string' || id === '' || !Number.isInteger(Number(messageId))) {
			outcomes.push({ item, json });
			continue;
		}
		try {
			const { feed, report } = await resultOf(id);
			const message = { messageId: Number(messageId), sku: typeof sku === 'string' ? sku : undefined };
			outcomes.push({ item, json: { ...json, ...toJson(toItemResult(answerOf(feed, report, message))) } });
		} catch (error) {
			outcomes.push({ item, error: error instanceof Error ? error : new Error(String(error)) });
		}
	}
	return outcomes;
}

function toJson(result: object): IDataObject {
	return { ...result };
}
