import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { FeedLearning } from './feedLearning';
import type { FeedState, RunningFeed } from './feedState';
import type { FeedSettings } from '../feedFields';
import { toFeedItems } from '../feedItems';
import { PollTime } from '../pollTime';
import { readFeed, type ReadFeed } from '../readFeed';
import { fetchFeed, fetchFeeds, type Feed } from '../../amazon/feeds/feed';
import { isDeadReport } from '../../amazon/feeds/fetchReport';
import { isFinished } from '../../amazon/jobs/job';
import { SpApiError, toError } from '../../amazon/transport/errors';
import { OPERATIONS } from '../../amazon/transport/operations';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import type { Connection } from '../../n8n/account';
import { toNodeError } from '../../n8n/errors';

/** What a poll works with. */
export interface FeedWatch {
	poll: IPollFunctions;
	connection: Connection;
	settings: FeedSettings;
}

/** One poll: what is new in Amazon's list, then what was still running before. */
export class FeedReading {
	readonly items: IDataObject[] = [];
	readonly learned: FeedLearning;
	private readonly time: PollTime;
	/** Why the first of the feeds could not be read. */
	private failure: unknown;

	/** @param nowMs by Amazon's clock */
	constructor(
		private readonly watch: FeedWatch,
		private readonly state: FeedState,
		private readonly nowMs: number,
	) {
		this.time = new PollTime(watch.poll, watch.connection);
		this.learned = new FeedLearning(state);
	}

	/** One feed that cannot be read does not keep the others from being told; when nothing can be told, it is an error. */
	async run(): Promise<void> {
		const seen = await this.readList();
		const { client } = this.watch.connection;
		for (const feedId of Object.keys(this.state.running)) {
			if (seen.has(feedId) || !this.time.hasRoomFor(OPERATIONS.getFeed)) continue;
			await this.tryToLook(feedId, async () => await fetchFeed(client, feedId, this.time.signal));
		}
		if (this.failure !== undefined && this.items.length === 0)
			throw toNodeError(this.watch.poll.getNode(), this.failure);
	}

	/** What Amazon lists, as far as the time of a poll allows; without the list, the feeds known before are still asked for. */
	private async readList(): Promise<ReadonlySet<string>> {
		const seen = new Set<string>();
		const { poll, connection, settings } = this.watch;
		const createdSince = new Date(this.state.sinceMs).toISOString();
		const filter = { feedTypes: settings.feedTypes, createdSince };
		try {
			for await (const feed of fetchFeeds(connection.client, filter, this.time.signal)) {
				if (this.time.isUp) return seen;
				if (feed instanceof UnreadableRecord) {
					poll.logger.warn(`Amazon feeds: ${feed.problem}`);
					continue;
				}
				const { feedId } = feed;
				// Amazon may give a page twice.
				const isNew = !seen.has(feedId) && this.state.emitted[feedId] === undefined;
				seen.add(feedId);
				if (isNew) await this.tryToLook(feedId, () => Promise.resolve(feed));
			}
			this.learned.isListed = true;
		} catch (error) {
			this.noteFailure(error, "Amazon's list of feeds is left to the next poll");
		}
		return seen;
	}

	private async tryToLook(feedId: string, fetch: () => Promise<Feed>): Promise<void> {
		try {
			await this.look(await fetch());
		} catch (error) {
			// Amazon forgets feeds after 90 days.
			const isGone =
				error instanceof SpApiError && error.status === 404 && error.operation === OPERATIONS.getFeed.id;
			if (isGone) this.learned.forget(feedId);
			if (isGone) this.watch.poll.logger.warn(`Amazon feed ${feedId} is not known any more`);
			else this.noteFailure(error, `Amazon feed ${feedId} is left to the next poll`);
		}
	}

	private noteUnread(feedId: string, known: RunningFeed, failure: unknown): void {
		const fate = `The report of Amazon feed ${feedId} is left to the next poll`;
		if (!isDeadReport(failure)) return this.noteFailure(failure, fate);
		// No failure of the poll, which would forget how often this happened: it is told when it happens again.
		this.learned.noteDamaged(feedId, known);
		this.warn(fate, failure);
	}

	/** That the poll's time is up is no failure. */
	private noteFailure(error: unknown, fate: string): void {
		if (!this.time.signal.aborted) this.failure ??= error;
		this.warn(fate, error);
	}

	private warn(fate: string, error: unknown): void {
		this.watch.poll.logger.warn(`${fate}: ${toError(error).message}`);
	}

	/** Emits a feed that has its answer, or that is told as stuck for the first time; remembers it otherwise. */
	private async look(feed: Feed): Promise<void> {
		const { feedId } = feed;
		const known = this.learned.meet(feed, this.nowMs);
		// Reports come one in 45 seconds after the first ten: what does not fit is left for the next poll.
		if (isFinished(feed) && !this.time.hasRoomFor(OPERATIONS.getFeedDocument)) return;
		const read = await this.read(feed, known);
		if (read.failure !== undefined) this.noteUnread(feedId, known, read.failure);
		else if (read.isAnswered) {
			this.tell(read);
			this.learned.noteAnswered(feed, this.nowMs);
		} else if (read.isStuck && !known.toldStuck) {
			this.tell(read);
			this.learned.noteStuck(feedId, known);
		}
	}

	private async read(feed: Feed, { damaged }: RunningFeed): Promise<ReadFeed> {
		const { signal } = this.time;
		const { client } = this.watch.connection;
		const { logger } = this.watch.poll;
		const { stuckAfterMs } = this.watch.settings;
		return await readFeed(feed, { client, logger, stuckAfterMs, damaged, signal });
	}

	private tell(read: ReadFeed): void {
		this.items.push(...toFeedItems(read, this.watch.settings.perItem));
	}
}
