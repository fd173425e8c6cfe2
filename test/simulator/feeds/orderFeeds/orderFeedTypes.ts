import { acknowledge } from './acknowledge';
import { ACKNOWLEDGEMENT } from './acknowledgementRule';
import { adjust } from './adjust';
import { ADJUSTMENT } from './adjustmentRule';
import { fulfil } from './fulfil';
import { FULFILLMENT } from './fulfillmentRule';
import type { ElementRule } from './grammar';
import type { OrderFeedContext } from './message';
import type { XmlElement } from './xml';

/** A feed type about orders: its messages, and what they do. */
export interface OrderFeedType {
	messageType: string;
	content: readonly ElementRule[];
	/** Throws a `MessageFault`. */
	apply(context: OrderFeedContext, content: XmlElement): void;
}

/** The only XML feeds that the simulator carries out. */
export const ORDER_FEEDS: Readonly<Record<string, OrderFeedType>> = {
	POST_ORDER_ACKNOWLEDGEMENT_DATA: {
		messageType: 'OrderAcknowledgement',
		content: ACKNOWLEDGEMENT,
		apply: acknowledge,
	},
	POST_ORDER_FULFILLMENT_DATA: { messageType: 'OrderFulfillment', content: FULFILLMENT, apply: fulfil },
	POST_PAYMENT_ADJUSTMENT_DATA: { messageType: 'OrderAdjustment', content: ADJUSTMENT, apply: adjust },
};

/** The content type that a document of these feeds must be declared with. */
export const XML_CONTENT_TYPE = 'text/xml; charset=UTF-8';
