import type { ApiAnswer, Client } from '../transport/contract';
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
	const feed = toFeed(body);
	if (feed !== undefined) return feed;
	throw unreadableAnswer(operation.id, `it is not feed ${feedId}`, { requestId });
}

/** What an answer says of a feed, without what is not of its kind; undefined without what everything else relies on. */
function toFeed(value: unknown): Feed | undefined {
	const text = (name: string) => {
		const given = at(value, name);
		return typeof given === 'string' && given !== '' ? given : undefined;
	};
	const [feedId, feedType, createdTime] = [text('feedId'), text('feedType'), text('createdTime')];
	const processingStatus = PROCESSING_STATUSES.find((status) => status === at(value, 'processingStatus'));
	if (feedId === undefined || feedType === undefined || createdTime === undefined) return undefined;
	if (processingStatus === undefined) return undefined;
	const marketplaceIds = at(value, 'marketplaceIds');
	const times = ['processingStartTime', 'processingEndTime', 'resultFeedDocumentId'] as const;
	return {
		...{ feedId, feedType, createdTime, processingStatus },
		...(Array.isArray(marketplaceIds) && {
			marketplaceIds: marketplaceIds.filter((id) => typeof id === 'string'),
		}),
		...Object.fromEntries(times.flatMap((name) => (text(name) === undefined ? [] : [[name, text(name)]]))),
	};
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
		yield* feedsIn(page).map((value) => toFeed(value) ?? toUnreadable(value, FEED));
	}
}

const FEED = {
	kind: 'a feed',
	idName: 'feedId',
	lacking: 'its id, type, time or status',
};

function feedsIn({ body, requestId }: ApiAnswer<unknown>): unknown[] {
	const feeds = at(body, 'feeds');
	if (Array.isArray(feeds)) return feeds;
	throw unreadableAnswer(OPERATIONS.getFeeds.id, 'it has no list of feeds', { requestId });
}
