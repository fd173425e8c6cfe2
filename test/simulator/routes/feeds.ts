import { feedStatus, toFeed, type StoredFeed } from '../feeds/feed';
import { isKnownFeedType, LISTINGS_FEED, OTHER_FEED_TYPES } from '../feeds/feedTypes';
import { mishapsOf } from '../feeds/mishaps';
import { isObject, isTextList } from '../json';
import { notSimulated } from '../notSimulated';
import { invalidInput, notFound, quotaExceeded, type Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import type { ApiRoute, SellerCall } from '../route';
import { FEED_LIST_QUERY, getFeeds } from './feedList';

const DOCUMENT_ID = /^(amzn1\.tortuga\.[\w.-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function createFeedDocument({ state, seller, body, baseUrl }: SellerCall): Reply {
	const { contentType } = parseJsonBody(body);
	if (typeof contentType !== 'string' || !/^[\w.+-]+\/[\w.+-]+/.test(contentType)) {
		throw invalidInput("'contentType' is required.");
	}
	const document = state.documents.create(
		{ sellerId: seller.sellerId, contentType, isGzipped: false },
		seller.region,
	);
	const url = baseUrl + state.documents.address(document.id, 'put', state.nowMs());
	return { status: 201, json: { feedDocumentId: document.id, url } };
}

function getFeedDocument({ state, seller, params, query, baseUrl }: SellerCall): Reply {
	const id = params['feedDocumentId'] ?? '';
	if (!DOCUMENT_ID.test(id)) throw invalidInput(`'${id}' is not a feed document id.`);
	const document = state.documents.find(id);
	if (document === undefined || document.sellerId !== seller.sellerId)
		throw notFound(`No feed document ${id}.`);
	const isEncoded = query.oneOf('enableContentEncodingUrlHeader', ['true', 'false']) === 'true';
	const address = state.documents.address(id, 'get', state.nowMs(), isEncoded ? '&encoding=gzip' : '');
	const compression = document.isGzipped ? { compressionAlgorithm: 'GZIP' } : {};
	return { status: 200, json: { feedDocumentId: id, url: baseUrl + address, ...compression } };
}

interface FeedWish {
	feedType: string;
	marketplaceIds: string[];
	inputFeedDocumentId: string;
}

function parseFeedWish({ state, seller, body }: SellerCall): FeedWish {
	const { feedType, marketplaceIds, inputFeedDocumentId, feedOptions } = parseJsonBody(body);
	if (typeof feedType !== 'string') throw invalidInput("'feedType' is required.");
	if (OTHER_FEED_TYPES.includes(feedType)) throw notSimulated(`feeds of the type ${feedType}`);
	if (!isKnownFeedType(feedType)) throw invalidInput(`'${feedType}' is not a feed type.`);
	if (!isTextList(marketplaceIds) || marketplaceIds.length < 1 || marketplaceIds.length > 25) {
		throw invalidInput("'marketplaceIds' must have 1 to 25 values.");
	}
	const foreign = marketplaceIds.find((id) => !seller.marketplaceIds.includes(id));
	if (foreign !== undefined)
		throw invalidInput(`The seller does not participate in marketplace '${foreign}'.`);
	if (feedOptions !== undefined && !isObject(feedOptions))
		throw invalidInput("'feedOptions' must be an object.");
	const document =
		typeof inputFeedDocumentId === 'string' ? state.documents.find(inputFeedDocumentId) : undefined;
	if (document === undefined || document.sellerId !== seller.sellerId) {
		throw invalidInput("'inputFeedDocumentId' is not a feed document of the seller.");
	}
	return { feedType, marketplaceIds, inputFeedDocumentId: document.id };
}

function createFeed(call: SellerCall): Reply {
	const { state, seller } = call;
	const wish = parseFeedWish(call);
	const { limits, feedDelayMs } = state.settings;
	if (limits && wish.feedType === LISTINGS_FEED) {
		if (!state.limiter.takeListingsFeed(seller.sellerId, state.nowMs())) throw quotaExceeded();
	}
	const feed = state.feeds.create({
		...wish,
		mishaps: mishapsOf(call.faults),
		sellerId: seller.sellerId,
		createdAtMs: state.nowMs(),
		skewMs: state.faults.skewMs(),
		delayMs: feedDelayMs,
	});
	return { status: 202, json: { feedId: feed.feedId } };
}

function findFeed({ state, seller, params }: SellerCall): StoredFeed {
	const feedId = params['feedId'] ?? '';
	if (!/^\d+$/.test(feedId)) throw invalidInput(`'${feedId}' is not a feed id.`);
	const feed = state.feeds.find(feedId);
	if (feed === undefined || feed.sellerId !== seller.sellerId) throw notFound(`No feed ${feedId}.`);
	return feed;
}

function getFeed(call: SellerCall): Reply {
	return { status: 200, json: toFeed(findFeed(call), call.state.nowMs()) };
}

function cancelFeed(call: SellerCall): Reply {
	const feed = findFeed(call);
	const atMs = call.state.nowMs();
	if (feedStatus(feed, atMs) !== 'IN_QUEUE')
		throw invalidInput('Only a feed that is IN_QUEUE can be cancelled.');
	call.state.feeds.cancel(feed, atMs);
	return { status: 200 };
}

const FEEDS = '/feeds/2021-06-30/feeds';
const DOCUMENTS = '/feeds/2021-06-30/documents';
const READ = { access: 'seller', query: [], takesJson: false } as const;
const WRITE = { access: 'seller', method: 'POST', query: [], takesJson: true } as const;
const ENCODING_QUERY = ['enableContentEncodingUrlHeader'];

/** Feeds API 2021-06-30. */
export const FEEDS_ROUTES: readonly ApiRoute[] = [
	{ ...READ, operation: 'getFeeds', method: 'GET', path: FEEDS, query: FEED_LIST_QUERY, handle: getFeeds },
	{ ...WRITE, operation: 'createFeed', path: FEEDS, handle: createFeed },
	{ ...READ, operation: 'getFeed', method: 'GET', path: `${FEEDS}/{feedId}`, handle: getFeed },
	{ ...READ, operation: 'cancelFeed', method: 'DELETE', path: `${FEEDS}/{feedId}`, handle: cancelFeed },
	{ ...WRITE, operation: 'createFeedDocument', path: DOCUMENTS, handle: createFeedDocument },
	{
		...READ,
		operation: 'getFeedDocument',
		method: 'GET',
		path: `${DOCUMENTS}/{feedDocumentId}`,
		query: ENCODING_QUERY,
		handle: getFeedDocument,
	},
];
