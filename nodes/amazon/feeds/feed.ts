import { filledText, filledTexts, readJob, type Job } from '../jobs/job';
import type { ApiAnswer, Client } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';
import { fetchPages } from '../transport/pages';
import { at } from '../transport/at';
import { toUnreadable, unreadableAnswer, type UnreadableRecord } from '../transport/unreadable';

/** One feed as Amazon lists it. */
export interface Feed extends Job {
	feedId: string;
	feedType: string;
	resultFeedDocumentId?: string;
}

/** Throws an `SpApiError` when Amazon does not know the feed, or answers with something else than a feed. */
export async function fetchFeed(client: Client, feedId: string, signal?: AbortSignal): Promise<Feed> {
	const operation = OPERATIONS.getFeed;
	const { body, requestId } = await client.call<unknown>(operation, { path: { feedId }, signal });
	const feed = toFeed(body);
	if (feed !== undefined) return feed;
	throw unreadableAnswer(operation.id, `it is not feed ${feedId}`, { requestId });
}

/** What an answer says of a feed; undefined without its id, type, time or status. */
function toFeed(value: unknown): Feed | undefined {
	const job = readJob(value);
	const [feedId, feedType] = [filledText(value, 'feedId'), filledText(value, 'feedType')];
	if (job === undefined || feedId === undefined || feedType === undefined) return undefined;
	return { feedId, feedType, ...job, ...filledTexts(value, ['resultFeedDocumentId']) };
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
