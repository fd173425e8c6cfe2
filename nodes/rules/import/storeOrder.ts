import type { FulfilmentChannel } from '../order/marketplaceOrder';

/**
 * The neutral store order: what any store needs to create the order. The mappers in `rules/stores` turn it into a
 * platform's own fields.
 *
 * All amounts are decimal texts with the currency's decimals, none is negative but an adjustment. Always holds:
 * `total` = sum of the lines' `rowTotal` + `shipping.amount` + `giftWrap.amount` + `codFee` + `otherFee`
 * + `adjustment` - `discount` + (`taxIncluded` ? 0 : `tax`).
 */
export interface StoreOrder {
	amazonOrderId: string;
	/** The number the store gives it; empty when the store counts by itself. */
	orderNumber: string;
	/** Store or store view chosen for the marketplace; empty for the store's default. */
	store: string;
	marketplaceId: string;
	/** Amazon's country code of the marketplace. */
	marketplace: string;
	fulfillmentChannel: FulfilmentChannel;
	/** ISO 8601. */
	placedAt: string;
	currency: string;
	customer: StoreCustomer;
	billingAddress: StoreAddress;
	shippingAddress: StoreAddress;
	lines: StoreLine[];
	shipping: {
		/** Code of the store's shipping method. */
		method: string;
		title: string;
		/** Before promotions on shipping. */
		amount: string;
		/** Part of `discount`. */
		discount: string;
		/** Part of `tax`. */
		tax: string;
	};
	giftWrap: { amount: string; tax: string };
	/** Cash on delivery. */
	codFee: string;
	otherFee: string;
	/** What is missing to Amazon's total; may be negative, usually 0. */
	adjustment: string;
	/** All promotions, those of the lines and of shipping. */
	discount: string;
	/** Tax taken over into the store: part of the amounts when `taxIncluded`, on top of them otherwise. */
	tax: string;
	taxIncluded: boolean;
	/** The part of `tax` that Amazon pays to the state: shown, never owed by the seller. */
	taxCollectedByAmazon: string;
	total: string;
	/** What of `total` is still to be collected on delivery; 0 when the order is paid. */
	toCollect: string;
	payment: { method: string; title: string };
	/** What the workflow is asked to do with the order; no invoice is due before everything is paid. */
	then: { createInvoice: boolean; acknowledge: boolean; notify: boolean };
	/** Amazon has shipped it already (AFN), or the merchant has. */
	shipped: boolean;
	business: boolean;
	prime: boolean;
	purchaseOrderNumber: string;
	/** Empty unless the order replaces another. */
	replacesOrderId: string;
	/** ISO 8601 or empty: latest moment to ship. */
	shipBy: string;
	/** For the order's history, each a sentence: gift messages, delivery instructions, placeholders used. */
	comments: string[];
}

export interface StoreCustomer {
	kind: 'guest' | 'default' | 'buyer';
	email: string;
	firstName: string;
	lastName: string;
	company: string;
	vatNumber: string;
}

export interface StoreAddress {
	firstName: string;
	lastName: string;
	company: string;
	/** One to three lines. */
	street: string[];
	city: string;
	/** Name of the state or region, or what the buyer wrote; empty for countries without. */
	region: string;
	/** Second half of ISO 3166-2, such as GA; empty when unknown. Platforms have codes of their own: `regionCodes`. */
	regionCode: string;
	postalCode: string;
	/** ISO 3166-1. */
	country: string;
	phone: string;
}

export interface StoreLine {
	amazonItemId: string;
	amazonSku: string;
	asin: string;
	/** The store's own SKU. */
	sku: string;
	/** The store's product id; empty when the product list has none. */
	productId: string;
	/** Id of the variant or variation, for stores that keep them apart; empty otherwise. */
	variantId: string;
	name: string;
	quantity: number;
	/** `rowTotal / quantity`, rounded; multiplied it may miss `rowTotal` by a cent. */
	unitPrice: string;
	/** Before promotions. */
	rowTotal: string;
	/** Promotions on the line, without those on shipping. */
	discount: string;
	/** Tax of the line's goods. */
	tax: string;
	/** More units than the store has. */
	backordered: boolean;
	/** The store has no such product: it is to be created first, from these facts. */
	createProduct: boolean;
}
