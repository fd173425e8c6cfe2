import type { ApiAnswer, Client } from '../transport/client';
import { OPERATIONS } from '../transport/operations';
import { fetchPages } from '../transport/pages';
import { at } from '../transport/at';
import { toUnreadable, unreadableAnswer, type UnreadableRecord } from '../transport/unreadable';

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

/** Throws an `SpApiError` when Amazon does not know the feed, or answers with something else than a feed. */
export async function fetchFeed(client: Client, feedId: string, signal?: AbortSignal): Promise<Feed> {
	const operation = OPERATIONS.getFeed;
	const { body, requestId } = await client.call<unknown>(operation, { path: { feedId }, signal });
	if (isFeed(body)) return body;
	throw unreadableAnswer(operation.id, `it is not feed ${feedId}`, { requestId });
}

/** Whether the value is as much of a feed as everything else relies on. */
function isFeed(value: unknown): value is Feed {
	if (typeof value !== 'object' || value === null) return false;
	const { feedId, feedType, createdTime, processingStatus } = value as Record<string, unknown>;
	const texts = [feedId, feedType, createdTime, processingStatus];
	return texts.every((text) => typeof text === 'string' && text !== '');
}

export interface FeedFilter {
	feedTypes: readonly string[];
	processingStatuses?: readonly string[];
	marketplaceIds?: readonly string[];
	/** ISO 8601; Amazon keeps feeds for 90 days. */
	createdSince?: string;
	createdUntil?: string;
}

/**
 * Feeds, newest first, page by page: Amazon allows one page in 45 seconds after the first ten. What is not a feed has its
 * place in the list all the same.
 */
export async function* fetchFeeds(
	client: Client,
	filter: FeedFilter,
	signal?: AbortSignal,
): AsyncGenerator<Feed | UnreadableRecord> {
	const query = { ...filter, pageSize: 100 };
	for await (const page of fetchPages<unknown>(client, OPERATIONS.getFeeds, { query, signal })) {
		yield* feedsIn(page).map((value) => (isFeed(value) ? value : toUnreadable(value, FEED)));
	}
}

const FEED = {
	kind: 'a feed',
	idOf: (value: unknown) => at(value, 'feedId'),
	lacking: 'its id, type, time or status',
};

function feedsIn({ body, requestId }: ApiAnswer<unknown>): unknown[] {
	const feeds = at(body, 'feeds');
	if (Array.isArray(feeds)) return feeds;
	throw unreadableAnswer(OPERATIONS.getFeeds.id, 'it has no list of feeds', { requestId });
}
