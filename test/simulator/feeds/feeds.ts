import { dueAtMs, type StoredFeed } from './feed';

/** Feeds remembered; the oldest are forgotten beyond it. */
const MAX_FEEDS = 10_000;
const FIRST_FEED_ID = 50_000_000_001;

/** All feeds, in the order of their creation. */
export class Feeds {
	private readonly byId = new Map<string, StoredFeed>();
	private waiting: StoredFeed[] = [];
	private nextId = FIRST_FEED_ID;

	create(feed: Omit<StoredFeed, 'feedId'>): StoredFeed {
		const stored = { ...feed, feedId: String(this.nextId++) };
		this.byId.set(stored.feedId, stored);
		this.waiting.push(stored);
		const oldest = this.byId.keys().next().value;
		if (this.byId.size > MAX_FEEDS && oldest !== undefined) this.byId.delete(oldest);
		return stored;
	}

	find(feedId: string): StoredFeed | undefined {
		return this.byId.get(feedId);
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
