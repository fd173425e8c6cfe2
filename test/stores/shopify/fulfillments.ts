import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../jsonFields';
import { numbersBefore, placedOn, timeOf, type StoreState } from '../storeState';
import { tellFulfillment } from './news';
import { gid, type FulfillmentOrder, type ShopifyFulfillment, type ShopifyOrder } from './order';
import { userError } from './orderErrors';

const FIRST_ID = 5_500_000_000_001;

interface Tracking {
	company?: unknown;
	number?: unknown;
	url?: unknown;
}

interface Wish {
	id: string;
	quantity: number;
}

/** `fulfillmentCreate` for one fulfillment order: the lines that are named, or all that is left. */
export function createFulfillment(state: StoreState, { fulfillment }: JsonObject): JsonObject {
	const __typename = 'FulfillmentCreatePayload';
	const refused = (message: string) => ({
		...{ __typename, fulfillment: null, userErrors: [userError(['fulfillment'], message)] },
	});
	const [part] = listAt(fulfillment, 'lineItemsByFulfillmentOrder');
	const id = textAt(part, 'fulfillmentOrderId');
	const order = placedOn(state, 'shopify').find(({ raw }) =>
		raw.fulfillmentOrders.some((candidate) => candidate.id === id),
	);
	const open = order?.raw.fulfillmentOrders.find((candidate) => candidate.id === id);
	if (order === undefined || open === undefined) return refused('Fulfillment order does not exist.');
	if (open.status !== 'OPEN')
		return refused(`Fulfillment order ${id} has an unfulfillable status= ${open.status.toLowerCase()}.`);
	const wishes = listAt(part, 'fulfillmentOrderLineItems').map((line) => ({
		...{ id: textAt(line, 'id'), quantity: numberAt(line, 'quantity') },
	}));
	if (wishes.some((wish) => wish.quantity > remaining(open, wish.id)))
		return refused('Invalid fulfillment order line item quantity requested.');
	const created = fulfill(state, order.raw, objectAt(fulfillment, 'trackingInfo'), wishes);
	tellFulfillment(state, order.raw, created);
	return { __typename, fulfillment: created, userErrors: [] };
}

function remaining({ lineItems }: FulfillmentOrder, id: string): number {
	return lineItems.find((line) => line.id === id)?.remainingQuantity ?? 0;
}

/** Ships lines of an order; all that is left when none are named. */
export function fulfill(
	state: StoreState,
	order: ShopifyOrder,
	{ company, number, url }: Tracking,
	wishes: Wish[] = [],
): ShopifyFulfillment {
	const count = placedOn(state, 'shopify').flatMap(({ raw }) => raw.fulfillments).length;
	const id = FIRST_ID + numbersBefore(state) + count;
	const now = `${timeOf(state)}Z`;
	const text = (value: unknown) => (typeof value === 'string' ? value : null);
	const fulfillment: ShopifyFulfillment = {
		...{ __typename: 'Fulfillment', id: gid('Fulfillment', id), legacyResourceId: String(id) },
		...{ name: `${order.name}.${order.fulfillments.length + 1}`, status: 'SUCCESS' },
		...{ createdAt: now, updatedAt: now },
		trackingInfo: [
			{
				...{ __typename: 'FulfillmentTrackingInfo', company: text(company) },
				...{ number: text(number), url: text(url) },
			},
		],
		fulfillmentLineItems: takeLines(order, wishes, id),
	};
	order.fulfillments.push(fulfillment);
	const isWhole = order.lineItems.every(({ unfulfilledQuantity }) => unfulfilledQuantity === 0);
	order.displayFulfillmentStatus = isWhole ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
	if (isWhole) for (const open of order.fulfillmentOrders) open.status = 'CLOSED';
	order.updatedAt = now;
	return fulfillment;
}

function takeLines(
	{ fulfillmentOrders }: ShopifyOrder,
	wishes: Wish[],
	fulfillmentId: number,
): ShopifyFulfillment['fulfillmentLineItems'] {
	const lines = fulfillmentOrders.flatMap(({ lineItems }) => lineItems);
	return lines.flatMap((line, index) => {
		const wish = wishes.find(({ id }) => id === line.id);
		const quantity = wishes.length === 0 ? line.remainingQuantity : (wish?.quantity ?? 0);
		if (quantity === 0) return [];
		line.remainingQuantity -= quantity;
		line.lineItem.unfulfilledQuantity -= quantity;
		return [
			{
				...{ __typename: 'FulfillmentLineItem', id: gid('FulfillmentLineItem', fulfillmentId * 10 + index) },
				...{ quantity, lineItem: line.lineItem },
			},
		];
	});
}
