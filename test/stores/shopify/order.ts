import { times } from '../../fixtures/stores/amounts';
import type { ShopifyRestRefund } from '../../fixtures/stores/shopifyRestOrder';

/** An order as the Admin GraphQL API shows it; lists stand for connections. */
export interface ShopifyOrder {
	__typename: 'Order';
	/** `gid://shopify/Order/6000000000001` */
	id: string;
	legacyResourceId: string;
	/** `#1001`, or what it was created with. */
	name: string;
	sourceIdentifier: string | null;
	sourceName: string | null;
	createdAt: string;
	processedAt: string;
	updatedAt: string;
	cancelledAt: string | null;
	cancelReason: string | null;
	closedAt: string | null;
	email: string | null;
	phone: string | null;
	note: string | null;
	poNumber: string | null;
	tags: string[];
	test: boolean;
	currencyCode: string;
	presentmentCurrencyCode: string;
	taxesIncluded: boolean;
	displayFinancialStatus: string;
	displayFulfillmentStatus: string;
	subtotalPriceSet: MoneyBag;
	totalShippingPriceSet: MoneyBag;
	totalTaxSet: MoneyBag;
	totalDiscountsSet: MoneyBag;
	totalPriceSet: MoneyBag;
	currentTotalPriceSet: MoneyBag;
	customAttributes: Attribute[];
	billingAddress: object | null;
	shippingAddress: object | null;
	lineItems: ShopifyLine[];
	shippingLines: object[];
	transactions: object[];
	fulfillments: ShopifyFulfillment[];
	fulfillmentOrders: FulfillmentOrder[];
	/** As its webhooks carry them. */
	refunds: ShopifyRestRefund[];
}

export interface ShopifyLine {
	__typename: 'LineItem';
	id: string;
	title: string;
	name: string;
	sku: string | null;
	quantity: number;
	currentQuantity: number;
	unfulfilledQuantity: number;
	originalUnitPriceSet: MoneyBag;
	originalTotalSet: MoneyBag;
	/** What was given as `properties`. */
	customAttributes: Attribute[];
	taxLines: object[];
	variant: { __typename: 'ProductVariant'; id: string; sku: string | null } | null;
}

export interface ShopifyFulfillment {
	__typename: 'Fulfillment';
	id: string;
	legacyResourceId: string;
	name: string;
	status: 'SUCCESS' | 'CANCELLED';
	createdAt: string;
	updatedAt: string;
	trackingInfo: Array<{
		__typename: 'FulfillmentTrackingInfo';
		company: string | null;
		number: string | null;
		url: string | null;
	}>;
	fulfillmentLineItems: Array<{
		__typename: 'FulfillmentLineItem';
		id: string;
		quantity: number;
		lineItem: ShopifyLine;
	}>;
}

export interface FulfillmentOrder {
	__typename: 'FulfillmentOrder';
	id: string;
	status: 'OPEN' | 'CLOSED' | 'CANCELLED';
	lineItems: Array<{
		__typename: 'FulfillmentOrderLineItem';
		id: string;
		totalQuantity: number;
		remainingQuantity: number;
		lineItem: ShopifyLine;
	}>;
}

export interface Attribute {
	__typename: 'Attribute';
	key: string;
	value: string;
}

export interface MoneyBag {
	__typename: 'MoneyBag';
	shopMoney: Money;
	presentmentMoney: Money;
}

export interface Money {
	__typename: 'MoneyV2';
	/** Without needless zeros, but with one decimal at least: `10.0`. */
	amount: string;
	currencyCode: string;
}

export function toMoneyBag(amount: string, currencyCode: string): MoneyBag {
	const shown = times(amount, 1).replace(/(\.\d)0$/, '$1');
	const money: Money = { __typename: 'MoneyV2', amount: shown, currencyCode };
	return { __typename: 'MoneyBag', shopMoney: money, presentmentMoney: money };
}

export function toAttribute(key: string, value: string): Attribute {
	return { __typename: 'Attribute', key, value };
}

export function gid(kind: string, id: number): string {
	return `gid://shopify/${kind}/${id}`;
}
