import { isFigure, minus, sum } from '../fixtures/stores/amounts';
import type { StoreOrder } from '../../nodes/rules/import/storeOrder';
import { isObject, listAt, objectAt, textAt, type JsonObject } from './jsonFields';
import { json, Refusal, type StoreAnswer, type StoreRequest, type StoreRoute } from './storeRoute';
import { placedOn, type StoreState } from './storeState';
import { ORDER_WEBHOOK_TOKEN } from './tokens';

/** An order of a store that takes the neutral order as it is. */
export interface WebhookOrder extends StoreOrder {
	id: string;
	number: string;
	status: 'new' | 'cancelled';
}

/** What the neutral order cannot do without, by the kind of value; `a.b` is `b` inside `a`. */
const REQUIRED = {
	text: [
		...['amazonOrderId', 'marketplaceId', 'marketplace', 'fulfillmentChannel', 'placedAt', 'currency'],
		...['customer.email', 'payment.method', 'shipping.method', 'shippingAddress.country'],
	],
	amount: [
		'shipping.amount',
		'giftWrap.amount',
		'codFee',
		'otherFee',
		'adjustment',
		'discount',
		'tax',
		'total',
	],
	flag: ['taxIncluded', 'then.createInvoice', 'shipped'],
} as const;

const LINE_TEXTS = ['amazonItemId', 'sku', 'name'];
const LINE_AMOUNTS = ['unitPrice', 'rowTotal', 'discount', 'tax'];

/**
 * Any store behind a plain webhook: `POST /webhook/orders` takes the neutral store order and answers id and number,
 * `GET /webhook/orders?amazonOrderId=…` finds it again, `DELETE /webhook/orders/{id}` cancels it. An Amazon order that
 * is there already is refused with 409.
 */
export const webhookRoutes: readonly StoreRoute[] = [
	{
		...{ method: 'POST', path: /^\/webhook\/orders$/, platform: 'webhook', operation: 'createOrder' },
		answer: withToken(createOrder),
	},
	{
		...{ method: 'GET', path: /^\/webhook\/orders$/, platform: 'webhook', operation: 'findOrders' },
		answer: withToken(listOrders),
	},
	{
		...{
			method: 'DELETE',
			path: /^\/webhook\/orders\/[^/]+$/,
			platform: 'webhook',
			operation: 'cancelOrder',
		},
		answer: withToken(cancelOrder),
	},
];

function createOrder(state: StoreState, { body }: StoreRequest): StoreAnswer {
	const order = checkOrder(body);
	const orders = placedOn(state, 'webhook').map(({ raw }) => raw);
	const amazonOrderId = textAt(order, 'amazonOrderId');
	const known = orders.find((other) => other.amazonOrderId === amazonOrderId);
	if (known !== undefined) {
		const { id, number } = known;
		throw refusal(409, {
			error: 'duplicate',
			message: `Order ${amazonOrderId} is there already.`,
			id,
			number,
		});
	}
	const id = String(orders.length + 1);
	const number = textAt(order, 'orderNumber') || `W-${id.padStart(6, '0')}`;
	const raw = { ...order, id, number, status: 'new' } as unknown as WebhookOrder;
	state.placed.push({ platform: 'webhook', raw });
	return json(201, { id, number });
}

function listOrders(state: StoreState, { query }: StoreRequest): StoreAnswer {
	const wanted = query.get('amazonOrderId');
	const orders = placedOn(state, 'webhook')
		.map(({ raw }) => raw)
		.filter(({ amazonOrderId }) => wanted === null || wanted === amazonOrderId);
	return json(200, orders);
}

function cancelOrder(state: StoreState, { path }: StoreRequest): StoreAnswer {
	const id = path.split('/').at(-1);
	const order = placedOn(state, 'webhook').find(({ raw }) => raw.id === id)?.raw;
	if (order === undefined) throw refusal(404, { error: 'unknown', message: `There is no order ${id}.` });
	order.status = 'cancelled';
	return json(200, { id: order.id, number: order.number, status: order.status });
}

/** @throws Refusal 400 naming the field */
function checkOrder(body: unknown): JsonObject {
	if (!isObject(body)) throw invalid('', 'The body must be a JSON object');
	for (const field of REQUIRED.text) {
		if (textIn(body, field) === '') throw invalid(field, 'is required');
	}
	for (const field of REQUIRED.amount) {
		if (!isFigure(valueIn(body, field))) throw invalid(field, 'must be a decimal text');
	}
	for (const field of REQUIRED.flag) {
		if (typeof valueIn(body, field) !== 'boolean') throw invalid(field, 'must be true or false');
	}
	const lines = listAt(body, 'lines');
	if (lines.length === 0) throw invalid('lines', 'must hold one line at least');
	lines.forEach((line, index) => checkLine(line, `lines.${index}`));
	checkTotal(body, lines);
	return body;
}

function checkLine(line: unknown, path: string): void {
	const text = LINE_TEXTS.find((name) => textAt(line, name) === '');
	if (text !== undefined) throw invalid(`${path}.${text}`, 'is required');
	const amount = LINE_AMOUNTS.find((name) => !isFigure(valueIn(line, name)));
	if (amount !== undefined) throw invalid(`${path}.${amount}`, 'must be a decimal text');
	const quantity = valueIn(line, 'quantity');
	if (!Number.isInteger(quantity) || Number(quantity) < 1)
		throw invalid(`${path}.quantity`, 'must be a whole number above 0');
}

/** The sum that every neutral order promises. */
function checkTotal(order: JsonObject, lines: unknown[]): void {
	const figure = (field: string) => textIn(order, field);
	const parts = ['shipping.amount', 'giftWrap.amount', 'codFee', 'otherFee', 'adjustment'].map(figure);
	const rows = lines.map((line) => textAt(line, 'rowTotal'));
	const tax = order['taxIncluded'] === true ? '0' : figure('tax');
	const expected = minus(sum([...rows, ...parts, tax], 4), figure('discount'), 4);
	if (minus(expected, figure('total'), 4) !== '0.0000')
		throw invalid('total', `must be ${expected}, the sum of the parts`);
}

function valueIn(value: unknown, field: string): unknown {
	const [outer = '', inner] = field.split('.');
	if (inner !== undefined) return objectAt(value, outer)[inner];
	return isObject(value) ? value[outer] : undefined;
}

function textIn(value: unknown, field: string): string {
	const [outer = '', inner] = field.split('.');
	return inner === undefined ? textAt(value, outer) : textAt(objectAt(value, outer), inner);
}

/** An answer only for whom brings the store's token. */
export function withToken(
	answer: (state: StoreState, request: StoreRequest) => StoreAnswer,
): (state: StoreState, request: StoreRequest) => StoreAnswer {
	return (state, request) => {
		if (request.headers['x-store-token'] !== ORDER_WEBHOOK_TOKEN)
			throw refusal(401, { error: 'unauthorized', message: 'X-Store-Token is missing or wrong.' });
		return answer(state, request);
	};
}

export function invalid(field: string, message: string): Refusal {
	return refusal(400, { error: 'invalid', field, message: `${field} ${message}`.trim() });
}

function refusal(status: number, content: object): Refusal {
	return new Refusal(json(status, content));
}
