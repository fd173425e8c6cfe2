import { seesBuyers } from '../roles';
import type { SellerSeed } from '../seed';
import type { Address, AmazonOrder, OrderData } from './amazonOrder';
import type { SimOrder } from './simOrder';

/** What is known of where Amazon's own warehouse ships to. */
const AFN_ADDRESS = ['city', 'stateOrRegion', 'postalCode', 'countryCode', 'addressType'] as const;

/** The parts of an order, and of its items, that belong to a data set. */
const ORDER_PARTS: Readonly<Partial<Record<OrderData, keyof AmazonOrder>>> = {
	BUYER: 'buyer',
	RECIPIENT: 'recipient',
	PROCEEDS: 'proceeds',
	FULFILLMENT: 'fulfillment',
	PACKAGES: 'packages',
	TAX: 'tax',
	PAYMENT: 'payment',
	FULFILLMENT_ORDERS: 'fulfillmentOrders',
};
const ITEM_PARTS: Readonly<Partial<Record<OrderData, string>>> = {
	PROCEEDS: 'proceeds',
	EXPENSE: 'expense',
	PROMOTION: 'promotion',
	CANCELLATION: 'cancellation',
	FULFILLMENT: 'fulfillment',
	TAX: 'tax',
};

type Answer = Record<string, unknown>;

function without(whole: object, names: readonly (string | undefined)[]): Answer {
	return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));
}

function isPending({ status }: SimOrder): boolean {
	return status === 'PENDING' || status === 'PENDING_AVAILABILITY';
}

/** Withheld until the buyer has paid: the money. */
function withoutMoney(order: AmazonOrder): Answer {
	const orderItems = order.orderItems.map((item) => without(item, ['proceeds']));
	return { ...without(order, ['proceeds', 'payment']), orderItems };
}

/** Of an order that Amazon ships: no e-mail address, and no street. */
function withAmazonsSilence({ buyer, recipient }: AmazonOrder): Answer {
	const address: Address = recipient?.deliveryAddress ?? {};
	const known = AFN_ADDRESS.filter((field) => address[field] !== undefined).map((field) => [
		field,
		address[field],
	]);
	return {
		...(buyer === undefined ? {} : { buyer: without(buyer, ['buyerEmail']) }),
		...(recipient === undefined ? {} : { recipient: { deliveryAddress: Object.fromEntries(known) } }),
	};
}

function hidden(order: SimOrder, seller: SellerSeed): Answer {
	const whole = order.order;
	const shown = isPending(order) ? withoutMoney(whole) : { ...whole };
	const isWithheld = isPending(order) || !seesBuyers(seller);
	if (isWithheld) return without(shown, ['buyer', 'recipient']);
	return order.fulfilledBy === 'AMAZON' ? { ...shown, ...withAmazonsSilence(whole) } : shown;
}

function unasked(
	parts: Readonly<Partial<Record<OrderData, string>>>,
	included: readonly OrderData[],
): string[] {
	const isAsked = (name: string) => included.some((asked) => asked === name);
	return Object.entries(parts).flatMap(([name, part]) => (isAsked(name) ? [] : [part]));
}

/** Amazon's `Order` as the seller's application may see it, with the data sets asked for. */
export function toAnswer(order: SimOrder, included: readonly OrderData[], seller: SellerSeed): Answer {
	const { orderItems, ...answer } = hidden(order, seller);
	const itemParts = unasked(ITEM_PARTS, included);
	const items = (orderItems as object[]).map((item) => without(item, itemParts));
	return { ...without(answer, unasked(ORDER_PARTS, included)), orderItems: items };
}
