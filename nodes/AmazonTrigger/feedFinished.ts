import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { pollBudgetMs } from './pollBudget';
import { nextState, readState, type WatchState } from './watchState';
import { fetchFeeds, isFinished, type Feed } from '../amazon/feeds/feed';
import { fetchReport } from '../amazon/feeds/fetchReport';
import type { FeedReport } from '../amazon/feeds/report';
import { skuResultsOf } from '../amazon/feeds/skuResults';
import {
	FEED_TYPES,
	isOrderFeed,
	JSON_LISTINGS_FEED,
	ORDER_FEEDS,
	type FeedType,
} from '../amazon/tables/feedTypes';
import { SpApiError } from '../amazon/transport/errors';
import { OPERATIONS } from '../amazon/transport/operations';
import { connect, shared, type Connection } from '../n8n/account';
import { toNodeError } from '../n8n/errors';
import { toText } from '../n8n/params';
import { ConfigError } from '../rules/verdict';

const HOUR_MS = 3_600_000;

/** Leaves room for the calls of a poll itself. */
const SPARE_MS = 5_000;

const WATCHED: Readonly<Record<string, readonly FeedType[]>> = {
	all: FEED_TYPES,
	listings: [JSON_LISTINGS_FEED],
	orders: ORDER_FEEDS,
};

export const feedFinishedFields: INodeProperties[] = [
	{
		displayName: 'Feeds',
		name: 'feeds',
		type: 'options',
		displayOptions: { show: { event: ['feedFinished'] } },
		options: [
			{ name: 'All', value: 'all' },
			{
				name: 'Order Feeds',
				value: 'orders',
				description: 'Acknowledgements, cancellations, shipment confirmations and refunds',
			},
			{ name: 'Price, Stock and Listing Feeds', value: 'listings' },
		],
		default: 'listings',
	},
	{
		displayName: 'Emit',
		name: 'emit',
		type: 'options',
		displayOptions: { show: { event: ['feedFinished'] } },
		options: [
			{
				name: 'One Item per Feed',
				value: 'feeds',
				description:
					'With the counts and the list of rejected SKUs or orders: the light way for large feeds, and the way to book accepted orders',
			},
			{
				name: 'One Item per SKU or Order',
				value: 'skus',
				description:
					'Each with its status and what Amazon says. Of orders Amazon names only those that it refuses or remarks on.',
			},
		],
		default: 'skus',
	},
	{
		displayName: 'Look Back on First Start (Hours)',
		name: 'lookBackHours',
		type: 'number',
		displayOptions: { show: { event: ['feedFinished'] } },
		typeOptions: { minValue: 0, maxValue: 2160 },
		default: 24,
		description: 'Feeds created this long before the workflow was first published are reported too',
	},
];

/** Feeds that have finished since the last poll; each once. A manual run shows the latest and moves nothing. */
export async function pollFeedFinished(poll: IPollFunctions): Promise<IDataObject[]> {
	const connection = await connect(poll);
	const nowMs = connection.clock.now();
	if (poll.getMode() === 'manual') return await sample(poll, connection);
	const stored = poll.getWorkflowStaticData('node');
	const lookBackMs = Number(poll.getNodeParameter('lookBackHours', 24)) * HOUR_MS;
	const state = readState(stored, nowMs - lookBackMs, nowMs);
	const { emitted, unsettled, items } = await collect(poll, connection, state);
	Object.assign(stored, nextState(state, emitted, unsettled, nowMs));
	return items;
}

interface Collected {
	emitted: Array<{ feedId: string; createdMs: number }>;
	unsettled: number[];
	items: IDataObject[];
}

async function collect(poll: IPollFunctions, connection: Connection, state: WatchState): Promise<Collected> {
	const { client, clock } = connection;
	const untilMs = clock.now() + pollBudgetMs(poll) - SPARE_MS;
	const createdSince = new Date(state.sinceMs).toISOString();
	const collected: Collected = { emitted: [], unsettled: [], items: [] };
	for await (const feed of fetchFeeds(client, { feedTypes: watchedTypes(poll), createdSince })) {
		const createdMs = Date.parse(feed.createdTime);
		if (state.emitted[feed.feedId] !== undefined) continue;
		if (!isFinished(feed) || !hasTime(connection, untilMs)) {
			collected.unsettled.push(createdMs);
			continue;
		}
		collected.items.push(...(await describeFeed(poll, connection, feed)));
		collected.emitted.push({ feedId: feed.feedId, createdMs });
	}
	return collected;
}

function watchedTypes(poll: IPollFunctions): string[] {
	const feeds = poll.getNodeParameter('feeds', 'listings');
	const types = WATCHED[toText(feeds)];
	if (types === undefined) throw new ConfigError('Feeds', Object.keys(WATCHED).join(', '), feeds);
	return types.map(({ id }) => id);
}

/** Reports come one in 45 seconds after the first ten: what does not fit is left for the next poll. */
function hasTime({ account, clock }: Connection, untilMs: number): boolean {
	return clock.now() + shared.throttle.waitMs(account, OPERATIONS.getFeedDocument) < untilMs;
}

async function sample(poll: IPollFunctions, connection: Connection): Promise<IDataObject[]> {
	for await (const feed of fetchFeeds(connection.client, { feedTypes: watchedTypes(poll) })) {
		if (isFinished(feed)) return await describeFeed(poll, connection, feed);
	}
	return [];
}

async function describeFeed(
	poll: IPollFunctions,
	{ client }: Connection,
	feed: Feed,
): Promise<IDataObject[]> {
	const { report, problem } = await tryReport(poll, client, feed);
	const results = skuResultsOf(feed, report);
	if (poll.getNodeParameter('emit', 'skus') === 'skus' && results.length > 0)
		return results.map((result) => ({ ...result }));
	const rejected = results.filter(({ status }) => status === 'rejected');
	const json: IDataObject = { ...feed, status: statusOf(feed), summary: { ...report?.summary } };
	json.rejected = rejected.map(({ sku, orderId, messageId, reason, message }) => ({
		...(isOrderFeed(feed.feedType) ? { orderId } : { sku }),
		messageId,
		reason,
		message,
	}));
	json.general = report?.general.map(({ message }) => message) ?? [];
	if (problem !== undefined) json.problem = problem;
	return [json];
}

function statusOf({ processingStatus }: Feed): string {
	if (processingStatus === 'DONE') return 'done';
	return processingStatus === 'CANCELLED' ? 'cancelled' : 'rejected';
}

/** A report that nobody can read must not keep the trigger from the other feeds. */
async function tryReport(
	poll: IPollFunctions,
	client: Connection['client'],
	feed: Feed,
): Promise<{ report?: FeedReport; problem?: string }> {
	try {
		return { report: await fetchReport(client, feed) };
	} catch (error) {
		if (error instanceof SpApiError && error.retryable) throw toNodeError(poll.getNode(), error);
		const problem = error instanceof Error ? error.message : String(error);
		poll.logger.warn(`Amazon feed ${feed.feedId}: ${problem}`);
		return { problem };
	}
}
