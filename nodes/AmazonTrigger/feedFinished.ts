import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

import { pollBudgetMs } from './pollBudget';
import { readFeed, toItems, type FeedSettings, type ReadFeed } from './readFeed';
import { nextState, readState, type Learned, type RunningFeed, type WatchState } from './watch/watchState';
import { fetchFeed, fetchFeeds, isFinished, type Feed } from '../amazon/feeds/feed';
import { isDeadReport } from '../amazon/feeds/fetchReport';
import { FEED_TYPES, JSON_LISTINGS_FEED, ORDER_FEEDS, type FeedType } from '../amazon/tables/feedTypes';
import { SpApiError, toError } from '../amazon/transport/errors';
import { OPERATIONS, type SpApiOperation } from '../amazon/transport/operations';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { connect, shared, type Connection } from '../n8n/account';
import { alignRows, FEED_RESULT_COLUMNS } from '../n8n/columns';
import { toNodeError } from '../n8n/errors';
import { toText } from '../n8n/params';
import { readStuckAfterMs, stuckAfterHours } from '../n8n/forms/stuckField';
import { ConfigError } from '../rules/verdict/verdict';
import { HOUR_MS } from '../rules/item/timeSpans';

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
	{ ...stuckAfterHours, displayOptions: { show: { event: ['feedFinished'] } } },
];

/**
 * Feeds that have ended since the last poll, each once; one that takes too long is told once before, as stuck. A
 * manual run shows the latest and moves nothing.
 */
export async function pollFeedFinished(poll: IPollFunctions): Promise<IDataObject[]> {
	const connection = await connect(poll);
	const settings = readSettings(poll);
	const amazon = await connection.client.amazonClock();
	if (poll.getMode() === 'manual') return await sample(poll, connection, settings);
	// Feeds are dated by Amazon's clock, so what is remembered of them is, too.
	const nowMs = amazon.now();
	const stored = poll.getWorkflowStaticData('node');
	const lookBackMs = Number(poll.getNodeParameter('lookBackHours', 24)) * HOUR_MS;
	const state = readState(stored, nowMs - lookBackMs, nowMs);
	const watch = new Watch({ poll, connection, settings }, state, nowMs);
	await watch.run();
	Object.assign(stored, nextState(state, watch.learned, nowMs));
	return alignRows(watch.items, FEED_RESULT_COLUMNS);
}

function readSettings(poll: IPollFunctions): FeedSettings {
	return {
		perItem: poll.getNodeParameter('emit', 'skus') === 'skus',
		stuckAfterMs: readStuckAfterMs(poll.getNodeParameter('stuckAfterHours', '')),
		feedTypes: watchedTypes(poll),
	};
}

function watchedTypes(poll: IPollFunctions): string[] {
	const feeds = poll.getNodeParameter('feeds', 'listings');
	const types = WATCHED[toText(feeds)];
	if (types === undefined) throw new ConfigError('Feeds', Object.keys(WATCHED).join(', '), feeds);
	return types.map(({ id }) => id);
}

async function sample(
	poll: IPollFunctions,
	connection: Connection,
	settings: FeedSettings,
): Promise<IDataObject[]> {
	for await (const feed of fetchFeeds(connection.client, { feedTypes: settings.feedTypes })) {
		if (feed instanceof UnreadableRecord || !isFinished(feed)) continue;
		const read = await readFeed(poll, connection, feed, settings);
		if (read.failure !== undefined) throw toNodeError(poll.getNode(), read.failure);
		return alignRows(toItems(read, settings), FEED_RESULT_COLUMNS);
	}
	return [];
}

/** `Learned`, while it is being learned. */
interface Watched extends Learned {
	emitted: Map<string, number>;
	running: Map<string, RunningFeed>;
}

/** One poll: what is new in Amazon's list, then what was still running before. */
class Watch {
	readonly items: IDataObject[] = [];
	readonly learned: Watched = { emitted: new Map(), running: new Map(), isListed: false };
	private readonly untilMs: number;
	/** Aborts when the poll's time is up, whatever it waits for. */
	private readonly timeIsUp: AbortSignal;
	/** Why the first of the feeds could not be read. */
	private failure: unknown;

	private readonly poll: IPollFunctions;
	private readonly connection: Connection;
	private readonly settings: FeedSettings;

	/** @param nowMs by Amazon's clock */
	constructor(
		{ poll, connection, settings }: { poll: IPollFunctions; connection: Connection; settings: FeedSettings },
		private readonly state: WatchState,
		private readonly nowMs: number,
	) {
		this.poll = poll;
		this.connection = connection;
		this.settings = settings;
		const budgetMs = pollBudgetMs(poll) - SPARE_MS;
		this.untilMs = connection.clock.now() + budgetMs;
		this.timeIsUp = connection.clock.deadline(budgetMs);
		for (const [feedId, feed] of Object.entries(state.running)) this.learned.running.set(feedId, feed);
	}

	/** One feed that cannot be read does not keep the others from being told; when nothing can be told, it is an error. */
	async run(): Promise<void> {
		const seen = await this.readList();
		for (const feedId of Object.keys(this.state.running)) {
			if (!seen.has(feedId) && this.hasTimeFor(OPERATIONS.getFeed)) await this.lookUp(feedId);
		}
		if (this.failure !== undefined && this.items.length === 0)
			throw toNodeError(this.poll.getNode(), this.failure);
	}

	/** What Amazon lists, as far as the time of a poll allows; without the list, the feeds known before are still asked for. */
	private async readList(): Promise<ReadonlySet<string>> {
		const seen = new Set<string>();
		const { feedTypes } = this.settings;
		const filter = { feedTypes, createdSince: new Date(this.state.sinceMs).toISOString() };
		try {
			for await (const feed of fetchFeeds(this.connection.client, filter, this.timeIsUp)) {
				if (this.connection.clock.now() >= this.untilMs) return seen;
				if (feed instanceof UnreadableRecord) this.poll.logger.warn(`Amazon feeds: ${feed.problem}`);
				else await this.lookAtListed(feed, seen);
			}
			this.learned.isListed = true;
		} catch (error) {
			this.noteFailure(error, "Amazon's list of feeds is left to the next poll");
		}
		return seen;
	}

	private async lookAtListed(feed: Feed, seen: Set<string>): Promise<void> {
		// Amazon may give a page twice.
		const isNew = !seen.has(feed.feedId) && this.state.emitted[feed.feedId] === undefined;
		seen.add(feed.feedId);
		if (isNew) await this.tryToLook(feed.feedId, () => Promise.resolve(feed));
	}

	/** A feed of an earlier poll; Amazon forgets feeds after 90 days. */
	private async lookUp(feedId: string): Promise<void> {
		await this.tryToLook(feedId, async () => await fetchFeed(this.connection.client, feedId, this.timeIsUp));
	}

	private async tryToLook(feedId: string, fetch: () => Promise<Feed>): Promise<void> {
		try {
			await this.look(await fetch());
		} catch (error) {
			const isGone =
				error instanceof SpApiError && error.status === 404 && error.operation === OPERATIONS.getFeed.id;
			if (isGone) this.learned.running.delete(feedId);
			if (isGone) this.poll.logger.warn(`Amazon feed ${feedId} is not known any more`);
			else this.noteFailure(error, `Amazon feed ${feedId} is left to the next poll`);
		}
	}

	private noteUnread(feedId: string, known: RunningFeed, failure: unknown): void {
		const fate = `The report of Amazon feed ${feedId} is left to the next poll`;
		if (!isDeadReport(failure)) return this.noteFailure(failure, fate);
		// No failure of the poll, which would forget how often this happened: it is told when it happens again.
		this.learned.running.set(feedId, { ...known, damaged: (known.damaged ?? 0) + 1 });
		this.warn(fate, failure);
	}

	/** That the poll's time is up is no failure. */
	private noteFailure(error: unknown, fate: string): void {
		if (!this.timeIsUp.aborted) this.failure ??= error;
		this.warn(fate, error);
	}

	private warn(fate: string, error: unknown): void {
		this.poll.logger.warn(`${fate}: ${toError(error).message}`);
	}

	/** Emits a feed that has its answer, or that is told as stuck for the first time; remembers it otherwise. */
	private async look(feed: Feed): Promise<void> {
		const { feedId } = feed;
		const createdMs = Date.parse(feed.createdTime) || this.nowMs;
		const known = this.learned.running.get(feedId) ?? { createdMs, toldStuck: false };
		this.learned.running.set(feedId, known);
		// Reports come one in 45 seconds after the first ten: what does not fit is left for the next poll.
		if (isFinished(feed) && !this.hasTimeFor(OPERATIONS.getFeedDocument)) return;
		const { stuckAfterMs } = this.settings;
		const options = { stuckAfterMs, damaged: known.damaged, signal: this.timeIsUp };
		const read = await readFeed(this.poll, this.connection, feed, options);
		if (read.failure !== undefined) this.noteUnread(feedId, known, read.failure);
		else if (read.isAnswered) this.emit(feedId, createdMs, read);
		else if (read.isStuck && !known.toldStuck) {
			this.items.push(...toItems(read, this.settings));
			this.learned.running.set(feedId, { ...known, toldStuck: true });
		}
	}

	private emit(feedId: string, createdMs: number, read: ReadFeed): void {
		this.items.push(...toItems(read, this.settings));
		this.learned.emitted.set(feedId, createdMs);
		this.learned.running.delete(feedId);
	}

	private hasTimeFor(operation: SpApiOperation): boolean {
		const { account, clock } = this.connection;
		return clock.now() + shared.throttle.waitMs(account, operation) < this.untilMs;
	}
}
