import type { Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import type { AmazonOrder, Address, Buyer, Fulfiller, ItemCancellation } from './amazonOrder';

/** One line of a purchase; amounts in minor units of its currency, none negative. */
export interface LineDraft {
	sku?: string;
	asin: string;
	title: string;
	ordered: number;
	/** Units cancelled since: not paid, not shipped. */
	cancelled: number;
	unit: number;
	shipping: number;
	giftWrap: number;
	codFee: number;
	/** Promotion on the goods. */
	discount: number;
	shippingDiscount: number;
	/** In ten-thousandths: 1900 is 19 %. */
	taxRate: number;
	shippingTaxRate: number;
	/** ISO 4217; default the marketplace's. */
	currency?: string;
	giftMessage?: string;
	giftWrapLevel?: string;
	/** Amazon withholds the tax and pays it to the state. */
	taxCollectedByAmazon?: boolean;
	isBusinessPrice?: boolean;
	cancellation?: ItemCancellation;
}

/** Amazon does not say which sign a DISCOUNT has. */
export type DiscountSign = 'positive' | 'negative';

/** A purchase before it is written as Amazon's order. */
export interface OrderDraft {
	orderId: string;
	/** 14 digits; the lines count up from here. */
	firstItemId: number;
	marketplace: Marketplace;
	fulfilledBy: Fulfiller;
	/** Where the order was placed; default AMAZON. */
	channelName?: 'NON_AMAZON';
	createdAtMs: number;
	programs: string[];
	serviceLevel: string;
	paymentMethod: string;
	/** Paid with a gift card, in minor units; the payment method pays the rest. */
	giftCard?: number;
	buyer?: Buyer;
	address?: Address;
	addressInstruction?: string;
	associatedOrders?: AmazonOrder['associatedOrders'];
	taxRegistrations?: Record<string, unknown>[];
	lines: LineDraft[];
	/** Whether the tax is named where prices include it. */
	namesTax: boolean;
	discountSign: DiscountSign;
}
