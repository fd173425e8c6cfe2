import type { FeedMishaps } from './mishaps';

/** Amazon's processing statuses. */
export const FEED_STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;
export type FeedStatus = (typeof FEED_STATUSES)[number];

export interface StoredFeed {
	feedId: string;
	sellerId: string;
	feedType: string;
	marketplaceIds: string[];
	inputFeedDocumentId: string;
	createdAtMs: number;
	/** How far Amazon's clock was ahead when the feed was created. */
	skewMs: number;
	delayMs: number;
	/** Of a listings feed: when the one before it will have ended; see `Feeds`. */
	waitsUntilMs?: number;
	mishaps?: FeedMishaps;
	/** Set once the feed has ended. */
	ended?: { status: 'DONE' | 'FATAL' | 'CANCELLED'; atMs: number; resultFeedDocumentId?: string };
}

/** The share of the delay that a feed waits before it is processed. */
export const QUEUE_SHARE = 1 / 3;

/** When it is, or was, taken out of the queue. */
export function startedAtMs({ createdAtMs, delayMs, waitsUntilMs = createdAtMs }: StoredFeed): number {
	return Math.max(createdAtMs + delayMs * QUEUE_SHARE, waitsUntilMs);
}

export function dueAtMs(feed: StoredFeed): number {
	const { delayMs, mishaps } = feed;
	return startedAtMs(feed) + (delayMs - delayMs * QUEUE_SHARE) + (mishaps?.stuckMs ?? 0);
}

export function feedStatus(feed: StoredFeed, nowMs: number): FeedStatus {
	if (feed.ended !== undefined) return feed.ended.status;
	return nowMs < startedAtMs(feed) ? 'IN_QUEUE' : 'IN_PROGRESS';
}

/** Amazon's `Feed`; times in ISO 8601. */
export interface AmazonFeed {
	feedId: string;
	feedType: string;
	marketplaceIds: string[];
	createdTime: string;
	processingStatus: FeedStatus;
	processingStartTime?: string;
	processingEndTime?: string;
	resultFeedDocumentId?: string;
}

export function toFeed(feed: StoredFeed, nowMs: number): AmazonFeed {
	const time = (atMs: number) => new Date(atMs + feed.skewMs).toISOString();
	const status = feedStatus(feed, nowMs);
	const wasCancelled = status === 'CANCELLED';
	const isQueued = status === 'IN_QUEUE';
	const { ended } = feed;
	return {
		feedId: feed.feedId,
		feedType: feed.feedType,
		marketplaceIds: feed.marketplaceIds,
		createdTime: time(feed.createdAtMs),
		processingStatus: status,
		...(isQueued ? {} : { processingStartTime: time(wasCancelled ? (ended?.atMs ?? 0) : startedAtMs(feed)) }),
		...(ended === undefined ? {} : { processingEndTime: time(ended.atMs) }),
		...(ended?.resultFeedDocumentId === undefined
			? {}
			: { resultFeedDocumentId: ended.resultFeedDocumentId }),
	};
}
