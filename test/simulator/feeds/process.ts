import { gzipSync } from 'node:zlib';
import { rulesOf } from '../listings/rules';
import type { SimState } from '../state';
import { LISTINGS_FEED } from './feedTypes';
import { dueAtMs, type StoredFeed } from './feed';
import { ORDER_FEEDS, XML_CONTENT_TYPE, type OrderFeedType } from './orderFeeds/orderFeedTypes';
import { processOrderFeed, refuseOrderFeed } from './orderFeeds/processOrderFeed';
import { FeedError, MAX_FEED_BYTES, parseFeed, type ParsedFeed } from './parseFeed';
import { processMessages, reportOfError, type FeedContext, type ProcessingReport } from './report';

/** Larger results are compressed, as Amazon does; smaller ones stay plain so that both are met. */
const COMPRESS_FROM_BYTES = 2048;

interface Ending {
	status: 'DONE' | 'FATAL' | 'CANCELLED';
	/** Of listings feeds in JSON, of feeds about orders in XML. */
	report?: ProcessingReport | string;
}

function storeReport(state: SimState, feed: StoredFeed, report: ProcessingReport | string): string {
	const isXml = typeof report === 'string';
	const plain = Buffer.from(isXml ? report : JSON.stringify(report));
	const isGzipped = plain.length >= COMPRESS_FROM_BYTES;
	const document = {
		sellerId: feed.sellerId,
		contentType: isXml ? XML_CONTENT_TYPE : 'application/json; charset=UTF-8',
		content: isGzipped ? gzipSync(plain) : plain,
		isGzipped,
	};
	return state.documents.create(document, state.seller(feed.sellerId).region).id;
}

function contextOf(state: SimState, feed: StoredFeed): FeedContext {
	const { feedId, sellerId, marketplaceIds, mishaps = {} } = feed;
	const { omitted = 0, liesOfSuccess = false } = mishaps;
	const nowMs = dueAtMs(feed) + feed.skewMs;
	return {
		...{ feedId, sellerId, marketplaceIds, omitted },
		catalogue: state.catalogue(sellerId),
		rules: { ...rulesOf(state, liesOfSuccess), preview: false, nowMs },
	};
}

/** The parsed feed, or the reason why it is FATAL. Throws a `FeedError` for one that is DONE and refused as a whole. */
function readFeed(state: SimState, feed: StoredFeed): ParsedFeed | FeedError {
	const content = state.documents.find(feed.inputFeedDocumentId)?.content;
	if (content === undefined) return new FeedError('4000001', 'The document of the feed was never uploaded.');
	if (content.length > MAX_FEED_BYTES) return new FeedError('4000002', 'The document is larger than 10 MiB.');
	return parseFeed(content, feed.sellerId);
}

function endListingsFeed(state: SimState, feed: StoredFeed): Ending {
	const context = contextOf(state, feed);
	try {
		const parsed = readFeed(state, feed);
		if (parsed instanceof FeedError) return { status: 'FATAL', report: reportOfError(context, parsed) };
		return { status: 'DONE', report: processMessages(parsed, context) };
	} catch (error) {
		if (error instanceof FeedError) return { status: 'DONE', report: reportOfError(context, error) };
		throw error;
	}
}

function endOrderFeed(state: SimState, feed: StoredFeed, type: OrderFeedType): Ending {
	const { feedId, sellerId, skewMs, mishaps = {} } = feed;
	const orders = state.orderBook.of(sellerId);
	const job = { feedId, sellerId, orders, nowMs: dueAtMs(feed) + skewMs, mishaps };
	const document = state.documents.find(feed.inputFeedDocumentId);
	if (document?.content === undefined) return refuseOrderFeed(job, 'The document was never uploaded.');
	if (document.contentType.replaceAll(' ', '').toLowerCase() !== 'text/xml;charset=utf-8')
		return refuseOrderFeed(job, `The content type of the document must be ${XML_CONTENT_TYPE}.`);
	return processOrderFeed(type, document.content, job);
}

function endOf(state: SimState, feed: StoredFeed): Ending {
	if (feed.mishaps?.endsAs !== undefined) return { status: feed.mishaps.endsAs };
	const orderFeed = ORDER_FEEDS[feed.feedType];
	if (orderFeed !== undefined) return endOrderFeed(state, feed, orderFeed);
	if (feed.feedType === LISTINGS_FEED) return endListingsFeed(state, feed);
	const why = `The feed type ${feed.feedType} is no longer supported. Use ${LISTINGS_FEED}.`;
	return { status: 'FATAL', report: reportOfError(contextOf(state, feed), new FeedError('4000004', why)) };
}

/** Ends a feed whose time has come: judges and carries out its messages, and stores the report. */
export function processFeed(state: SimState, feed: StoredFeed): void {
	const { status, report } = endOf(state, feed);
	const isTold = report !== undefined && feed.mishaps?.hasNoReport !== true;
	feed.ended = {
		status,
		atMs: dueAtMs(feed),
		...(isTold ? { resultFeedDocumentId: storeReport(state, feed, report) } : {}),
	};
}
