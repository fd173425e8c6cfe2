import { dueAtMs, startedAtMs, type StoredFeed } from './feed';
import { LISTINGS_FEED } from './feedTypes';

/** Feeds remembered; the oldest are forgotten beyond it. */
const MAX_FEEDS = 10_000;
const FIRST_FEED_ID = 50_000_000_001;

/**
 * All feeds, in the order of their creation. Listings feeds of a seller are carried out one after the other: the next
 * begins when the one before it has ended ("processed sequentially", Amazon's words in selling-partner-api-models,
 * issue 657; one that sticks holds up the others for days, issue 2633).
 */
export class Feeds {
	private readonly byId = new Map<string, StoredFeed>();
	private waiting: StoredFeed[] = [];
	private nextId = FIRST_FEED_ID;

	create(feed: Omit<StoredFeed, 'feedId'>): StoredFeed {
		const stored: StoredFeed = { ...feed, feedId: String(this.nextId++) };
		this.byId.set(stored.feedId, stored);
		const before = this.listingsQueue(stored.sellerId).at(-1);
		if (stored.feedType === LISTINGS_FEED && before !== undefined) stored.waitsUntilMs = dueAtMs(before);
		this.waiting.push(stored);
		const oldest = this.byId.keys().next().value;
		if (this.byId.size > MAX_FEEDS && oldest !== undefined) this.byId.delete(oldest);
		return stored;
	}

	find(feedId: string): StoredFeed | undefined {
		return this.byId.get(feedId);
	}

	/** Ends a feed that has not begun; those behind it move up. */
	cancel(feed: StoredFeed, nowMs: number): void {
		feed.ended = { status: 'CANCELLED', atMs: nowMs };
		let freeAtMs = nowMs;
		for (const next of this.listingsQueue(feed.sellerId)) {
			if (startedAtMs(next) > nowMs) next.waitsUntilMs = freeAtMs;
			freeAtMs = dueAtMs(next);
		}
	}

	private listingsQueue(sellerId: string): StoredFeed[] {
		return this.waiting.filter(
			(feed) => feed.sellerId === sellerId && feed.feedType === LISTINGS_FEED && feed.ended === undefined,
		);
	}

	/** Newest first. */
	list(): StoredFeed[] {
		return [...this.byId.values()].reverse();
	}

	/** Takes out the feeds that are due and not yet ended, in the order in which they fall due. */
	takeDue(nowMs: number): StoredFeed[] {
		const open = this.waiting.filter((feed) => feed.ended === undefined);
		this.waiting = open.filter((feed) => dueAtMs(feed) > nowMs);
		return open.filter((feed) => dueAtMs(feed) <= nowMs).sort((a, b) => dueAtMs(a) - dueAtMs(b));
	}
}
