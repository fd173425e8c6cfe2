import type { FeedState, Learned, RunningFeed } from './feedState';
import type { Feed } from '../../amazon/feeds/feed';

/** What one poll learns of the feeds it looks at, while it learns. All times are by Amazon's clock. */
export class FeedLearning implements Learned {
	readonly emitted = new Map<string, number>();
	readonly running: Map<string, RunningFeed>;
	isListed = false;

	constructor({ running }: FeedState) {
		this.running = new Map(Object.entries(running));
	}

	/** A feed that is looked at counts as running until it has its answer. */
	meet(feed: Feed, nowMs: number): RunningFeed {
		const known = this.running.get(feed.feedId) ?? { createdMs: createdMsOf(feed, nowMs), toldStuck: false };
		this.running.set(feed.feedId, known);
		return known;
	}

	noteDamaged(feedId: string, known: RunningFeed): void {
		this.running.set(feedId, { ...known, damaged: (known.damaged ?? 0) + 1 });
	}

	noteStuck(feedId: string, known: RunningFeed): void {
		this.running.set(feedId, { ...known, toldStuck: true });
	}

	noteAnswered(feed: Feed, nowMs: number): void {
		this.emitted.set(feed.feedId, createdMsOf(feed, nowMs));
		this.running.delete(feed.feedId);
	}

	/** Amazon does not know it any more. */
	forget(feedId: string): void {
		this.running.delete(feedId);
	}
}

function createdMsOf({ createdTime }: Feed, nowMs: number): number {
	return Date.parse(createdTime) || nowMs;
}
