import type { Client } from '../transport/client';
import { OPERATIONS } from '../transport/operations';
import { fetchPages } from '../transport/pages';

/** Amazon's stages of a feed (Feeds API 2021-06-30, `Feed.processingStatus`). */
export const PROCESSING_STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;

export type ProcessingStatus = (typeof PROCESSING_STATUSES)[number];

/** One feed as Amazon lists it. */
export interface Feed {
	feedId: string;
	feedType: string;
	marketplaceIds?: string[];
	/** ISO 8601. */
	createdTime: string;
	processingStatus: ProcessingStatus;
	processingStartTime?: string;
	processingEndTime?: string;
	resultFeedDocumentId?: string;
}

/** Whether nothing more will happen to the feed. */
export function isFinished({ processingStatus }: Feed): boolean {
	return processingStatus === 'DONE' || processingStatus === 'FATAL' || processingStatus === 'CANCELLED';
}

export async function fetchFeed(client: Client, feedId: string, signal?: AbortSignal): Promise<Feed> {
	return (await client.call<Feed>(OPERATIONS.getFeed, { path: { feedId }, signal })).body;
}

export interface FeedFilter {
	feedTypes: readonly string[];
	processingStatuses?: readonly string[];
	marketplaceIds?: readonly string[];
	/** ISO 8601; Amazon keeps feeds for 90 days. */
	createdSince?: string;
	createdUntil?: string;
}

/** Feeds, newest first, page by page: Amazon allows one page in 45 seconds after the first ten. */
export async function* fetchFeeds(
	client: Client,
	filter: FeedFilter,
	signal?: AbortSignal,
): AsyncGenerator<Feed> {
	const query = { ...filter, pageSize: 100 };
	for await (const page of fetchPages<{ feeds?: Feed[] }>(client, OPERATIONS.getFeeds, { query, signal })) {
		yield* page.body.feeds ?? [];
	}
}
