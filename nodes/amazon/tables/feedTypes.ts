import type { RollingWindow } from './limits';

/** Name of an order feed's messages: the element in them and the envelope's `MessageType`. */
export type OrderMessageType = 'OrderAcknowledgement' | 'OrderFulfillment' | 'OrderAdjustment';

/** Facts of each feed type we submit (Feeds API 2021-06-30, the listings feed schema v2, Amazon's order XSDs). */
export interface FeedType {
	id: string;
	/** As people call what it carries. */
	name: string;
	/** The upload must carry exactly this, or Amazon's storage answers 403. */
	contentType: string;
	/** Of an XML feed; the listings feed is JSON. */
	messageType?: OrderMessageType;
	maxMessages: number;
	maxBytes: number;
	/** How many feeds of the type Amazon accepts per seller and region, whatever createFeed's bucket says. */
	window?: RollingWindow;
}

/** "Keep file size less than 10 MiB" (Amazon's "Feeds API Best Practices"). */
const MAX_BYTES = 10 * 1024 * 1024;

export const JSON_LISTINGS_FEED = {
	id: 'JSON_LISTINGS_FEED',
	name: 'Prices, Stock and Listings',
	contentType: 'application/json; charset=UTF-8',
	maxMessages: 25_000,
	maxBytes: MAX_BYTES,
	window: { count: 5, windowMs: 300_000 },
} as const satisfies FeedType;

/** What the XML feeds have in common. 30,000 is the least that the same page suggests as a feed's size. */
const XML_FEED = { contentType: 'text/xml; charset=UTF-8', maxMessages: 30_000, maxBytes: MAX_BYTES };

/** Carries the store's order numbers, and cancellations. */
export const ORDER_ACKNOWLEDGEMENT_FEED: FeedType = {
	...XML_FEED,
	id: 'POST_ORDER_ACKNOWLEDGEMENT_DATA',
	name: 'Order Acknowledgements and Cancellations',
	messageType: 'OrderAcknowledgement',
};

export const ORDER_FULFILLMENT_FEED: FeedType = {
	...XML_FEED,
	id: 'POST_ORDER_FULFILLMENT_DATA',
	name: 'Shipment Confirmations',
	messageType: 'OrderFulfillment',
};

export const ORDER_ADJUSTMENT_FEED: FeedType = {
	...XML_FEED,
	id: 'POST_PAYMENT_ADJUSTMENT_DATA',
	name: 'Refunds',
	messageType: 'OrderAdjustment',
};

export const ORDER_FEEDS: readonly FeedType[] = [
	ORDER_ACKNOWLEDGEMENT_FEED,
	ORDER_ADJUSTMENT_FEED,
	ORDER_FULFILLMENT_FEED,
];

export const FEED_TYPES: readonly FeedType[] = [JSON_LISTINGS_FEED, ...ORDER_FEEDS];

export function feedTypeById(id: string): FeedType | undefined {
	return FEED_TYPES.find((feedType) => feedType.id === id);
}

/** Whether feeds of the type, and Amazon's reports on them, are XML about orders. */
export function isOrderFeed(feedTypeId: string): boolean {
	return ORDER_FEEDS.some(({ id }) => id === feedTypeId);
}
