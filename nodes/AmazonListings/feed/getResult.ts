import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { feedId as feedLocator } from './fields';
import { FeedAnswer } from '../../amazon/feeds/answer';
import type { Fate, FeedFacts, MessageAnswer, SentPlace } from '../../amazon/feeds/fate';
import { awaitFeed, dueAfter } from '../../amazon/feeds/awaitFeed';
import type { Feed } from '../../amazon/feeds/feed';
import { tryReport, type TriedReport } from '../../amazon/feeds/fetchReport';
import type { FeedReport } from '../../amazon/feeds/report';
import { skuResultsOf, toItemResult, type ItemResult } from '../../amazon/feeds/skuResults';
import { unclear } from '../../amazon/feeds/unclear';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import { SpApiError, toError } from '../../amazon/transport/errors';
import { OPERATIONS } from '../../amazon/transport/operations';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { FEED_RESULT_COLUMNS } from '../../n8n/columns';
import { toText } from '../../n8n/params';
import { readStuckAfterMs, stuckAfterHours } from '../../n8n/forms/stuckField';
import { SAYS } from '../../n8n/summary';

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
		'How long to wait for feeds that are still running: Amazon mostly needs 15 to 30 minutes. With 0 their items are answered "pending". To be told instead of waiting, use the Amazon Trigger: Feed Finished.',
};

export const getResult: BatchOperation = {
	value: 'getResult',
	name: 'Get Result',
	action: 'Get results of feeds',
	description: 'Get what Amazon says about every item, accepted or rejected and why',
	builderHint:
		'Connect the answers of Submit before it, unchanged or as table rows that kept feedId, messageId and sku. To be told without asking, use Amazon Trigger (Feed Finished) in a workflow of its own.',
	fields: [source, itemsHint, feedId, waitMinutes, stuckAfterHours],
	columns: FEED_RESULT_COLUMNS,
	next: {
		pending: 'Amazon needs 15 to 30 minutes: ask again later, or let the Amazon Trigger tell you.',
		accepted: '',
		partly: 'Of partly accepted items one part was held: message says why.',
		rejected: SAYS.rejected,
		unclear: 'Of unclear items nobody can tell: look in Seller Central before you send them again.',
		stuck: 'Amazon has had this feed for hours; most of such feeds still end.',
	},
	async batch(context, items) {
		const resultOf = resultCache(context);
		if (context.params.text('source', 0) === 'feed') return await resultsOfFeeds(context, items, resultOf);
		return await resultsOfItems(context, items, resultOf);
	},
};

interface FeedResult extends TriedReport {
	feed: Feed;
}

type ResultOf = (feedId: string) => Promise<FeedResult>;

/** Each feed is asked for once, however many items it holds. */
function resultCache(context: Context): ResultOf {
	const startMs = context.clock.now();
	const untilMs = startMs + context.params.number('waitMinutes', 0, 0) * 60_000;
	const results = new Map<string, Promise<FeedResult>>();
	let notBeforeMs: number | undefined;
	const fetchResult = async (feedId: string): Promise<FeedResult> => {
		const { client, clock, signal } = context;
		const feed = await awaitFeed(client, feedId, { clock, untilMs, notBeforeMs, signal });
		const isOfQueue =
			feed.feedType === JSON_LISTINGS_FEED.id && Date.parse(feed.processingEndTime ?? '') > startMs;
		notBeforeMs = isOfQueue ? dueAfter(feed) : undefined;
		return { feed, ...(await tryReport(client, feed, signal)) };
	};
	return async (feedId) => {
		const known = results.get(feedId) ?? fetchResult(feedId);
		results.set(feedId, known);
		return await known;
	};
}

async function factsOf({ client, params, signal }: Context): Promise<FeedFacts> {
	const nowMs = (await client.amazonClock(signal)).now();
	return { nowMs, stuckAfterMs: readStuckAfterMs(params.value('stuckAfterHours', 0, '')) };
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
			const { feed, report, fate } = await resultOf(context.params.locator('feedId', item));
			if (fate !== undefined) {
				outcomes.push({ item, json: toFeedResult({ feed, others: fate }) });
				continue;
			}
			const answer = new FeedAnswer(feed, report, await factsOf(context));
			const results = skuResultsOf(answer);
			outcomes.push(...results.map((result) => ({ item, json: { ...result } })));
			// What it does not name must not be taken for accepted.
			const isTold = results.length > 0 && answer.others.status === 'accepted';
			if (!isTold) outcomes.push({ item, json: toFeedResult(answer) });
		} catch (error) {
			outcomes.push({ item, error: toError(error) });
		}
	}
	return outcomes;
}

/** The feed itself: what holds for all items that Amazon does not name. */
function toFeedResult({
	feed,
	report,
	others,
}: Pick<FeedAnswer, 'feed' | 'others'> & { report?: FeedReport }): IDataObject {
	const { feedId, feedType, processingStatus } = feed;
	return {
		feedId,
		feedType,
		status: others.status,
		reason: others.reason ?? '',
		message: others.message ?? '',
		processingStatus,
		...(report?.summary !== undefined && { summary: { ...report.summary } }),
		general: report?.general.map(({ message }) => message) ?? [],
	};
}

/** One answer per item, in the items' order; a feed that cannot be read fails its own items only. */
async function resultsOfItems(
	context: Context,
	items: IDataObject[],
	resultOf: ResultOf,
): Promise<Outcome[]> {
	const places = items.map(readPlace);
	const answerTo = answerCache(context, resultOf, boundsOf(places));
	const outcomes: Outcome[] = [];
	for (const [item, json] of items.entries()) {
		const place = places[item];
		if (place === undefined) {
			outcomes.push({ item, json });
			continue;
		}
		try {
			const answer = await answerTo(place.feedId);
			const result = toItemResult(answer instanceof FeedAnswer ? answer.of(place) : unanswered(answer));
			outcomes.push({ item, json: withResult(json, result) });
		} catch (error) {
			outcomes.push(toOutcome(item, json, error));
		}
	}
	return outcomes;
}

/** What Amazon says of the part that was sent; that the other part was held, the item says since Submit. */
function withResult(json: IDataObject, result: ItemResult): IDataObject {
	const held = toText(json.held);
	if (held === '') return { ...json, ...result };
	const status = result.status === 'accepted' ? 'partly' : result.status;
	const message = [result.message, toText(json.message)].filter((text) => text !== '').join(' ');
	return {
		...json,
		...result,
		status,
		message,
		reason: result.reason === '' ? toText(json.reason) : result.reason,
	};
}

/** A feed that Amazon does not know will never have an answer: asking again is of no use. */
function toOutcome(item: number, json: IDataObject, reason: unknown): Outcome {
	const error = toError(reason);
	const isUnknown =
		error instanceof SpApiError && error.operation === OPERATIONS.getFeed.id && error.status === 404;
	if (!isUnknown) return { item, error };
	const what = `Amazon does not know the feed in this account (${error.message.replace(/\.$/, '')})`;
	return { item, json: withResult(json, toItemResult(unanswered(unclear('feed-not-known', what)))) };
}

function unanswered(fate: Fate): MessageAnswer {
	return { ...fate, issues: [], listingIssues: [] };
}

/** Each feed is judged once, however many items it holds. */
function answerCache(context: Context, resultOf: ResultOf, bounds: Map<string, Bounds>) {
	const answers = new Map<string, FeedAnswer>();
	return async (feedId: string): Promise<FeedAnswer | Fate> => {
		const { feed, report, fate } = await resultOf(feedId);
		if (fate !== undefined) return fate;
		const known = answers.get(feedId);
		if (known !== undefined) return known;
		const facts = { ...(await factsOf(context)), ...bounds.get(feedId) };
		const answer = new FeedAnswer(feed, report, facts);
		answers.set(feedId, answer);
		return answer;
	};
}

/** Where an item is: in which feed, under which number, and how many messages went with it. */
interface Place extends SentPlace {
	feedId: string;
	messageId: number;
	size?: number;
}

function readPlace({ feedId, messageId, feedMessages, sku, amazonOrderId }: IDataObject): Place | undefined {
	const id = typeof feedId === 'number' ? String(feedId) : feedId;
	const number = Number(messageId);
	if (typeof id !== 'string' || id === '' || !Number.isInteger(number)) return undefined;
	return {
		feedId: id,
		messageId: number,
		size: typeof feedMessages === 'number' ? feedMessages : undefined,
		sku: typeof sku === 'string' ? sku : undefined,
		orderId: typeof amazonOrderId === 'string' ? amazonOrderId : undefined,
	};
}

type Bounds = Pick<FeedFacts, 'size' | 'highestId'>;

/** By feed: how many messages it has, or has at least. */
function boundsOf(places: ReadonlyArray<Place | undefined>): Map<string, Bounds> {
	const bounds = new Map<string, Bounds>();
	for (const place of places) {
		if (place === undefined) continue;
		const { size, highestId = 0 } = bounds.get(place.feedId) ?? {};
		const wider = { size: place.size ?? size, highestId: Math.max(highestId, place.messageId) };
		bounds.set(place.feedId, wider);
	}
	return bounds;
}
