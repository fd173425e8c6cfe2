import { effectOf } from '../faults';
import { FEED_STATUSES, feedStatus, toFeed, type StoredFeed } from '../feeds/feed';
import { isTextList } from '../json';
import { pageStart, parsePageToken, toPageToken } from '../page';
import type { Query } from '../query';
import { invalidInput, type Reply } from '../reply';
import type { SellerCall } from '../route';

export const FEED_LIST_QUERY = [
	'feedTypes',
	'marketplaceIds',
	'pageSize',
	'processingStatuses',
	'createdSince',
	'createdUntil',
	'nextToken',
];

const KEPT_MS = 90 * 24 * 3600_000;

interface Filter {
	feedTypes: string[];
	marketplaceIds: string[] | undefined;
	statuses: string[] | undefined;
	sinceMs: number;
	untilMs: number;
	pageSize: number;
	offset: number;
}

/** @param nowMs as Amazon's clock shows it */
function readFilter(query: Query, nowMs: number): Filter {
	const feedTypes = query.list('feedTypes', { maxItems: 10 });
	if (feedTypes === undefined) throw invalidInput("Either 'feedTypes' or 'nextToken' is required.");
	return {
		feedTypes,
		marketplaceIds: query.list('marketplaceIds', { maxItems: 10 }),
		statuses: query.list('processingStatuses', { allowed: FEED_STATUSES }),
		sinceMs: query.time('createdSince') ?? nowMs - KEPT_MS,
		untilMs: query.time('createdUntil') ?? nowMs,
		pageSize: query.count('pageSize', 10, 100),
		offset: 0,
	};
}

function parseToken(query: Query, token: string): Filter {
	if (query.names().length > 1) throw invalidInput("'nextToken' must be the only parameter.");
	const { feedTypes, marketplaceIds, statuses, sinceMs, untilMs, pageSize, offset } = parsePageToken(
		token,
		'nextToken',
	);
	if (!isTextList(feedTypes)) throw invalidInput("'nextToken' is not a token of this operation.");
	return {
		feedTypes,
		marketplaceIds: isTextList(marketplaceIds) ? marketplaceIds : undefined,
		statuses: isTextList(statuses) ? statuses : undefined,
		sinceMs: Number(sinceMs),
		untilMs: Number(untilMs),
		pageSize: Number(pageSize),
		offset: Number(offset),
	};
}

function passes(feed: StoredFeed, filter: Filter, nowMs: number): boolean {
	const createdMs = feed.createdAtMs + feed.skewMs;
	return (
		filter.feedTypes.includes(feed.feedType) &&
		(filter.marketplaceIds?.some((id) => feed.marketplaceIds.includes(id)) ?? true) &&
		(filter.statuses?.includes(feedStatus(feed, nowMs)) ?? true) &&
		createdMs >= filter.sinceMs &&
		createdMs <= filter.untilMs
	);
}

/** The seller's feeds, newest first, a page at a time. */
export function getFeeds({ state, seller, query, faults }: SellerCall): Reply {
	const nowMs = state.nowMs();
	const token = query.text('nextToken');
	const filter =
		token === undefined ? readFilter(query, nowMs + state.faults.skewMs()) : parseToken(query, token);
	const found = state.feeds
		.list()
		.filter((feed) => feed.sellerId === seller.sellerId && passes(feed, filter, nowMs));
	const start = pageStart(filter.offset, filter.pageSize, effectOf(faults, 'duplicate-page') !== undefined);
	const end = start + filter.pageSize;
	const feeds = found.slice(start, end).map((feed) => toFeed(feed, nowMs));
	const nextToken = toPageToken({ ...filter, offset: end });
	return { status: 200, json: { feeds, ...(end < found.length ? { nextToken } : {}) } };
}
