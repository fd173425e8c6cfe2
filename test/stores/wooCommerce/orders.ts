import type { WooAddress, WooMeta, WooOrder } from '../../fixtures/stores/wooOrder';
import { isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import { placedOn, timeOf, type PlacedWoo, type StoreState } from '../storeState';
import { checkSchema } from './checkSchema';
import { refusal } from './errors';
import { tellOrder, tellProducts } from './news';
import { toFeeLine, toLineItem, toShippingLine } from './lines';
import { ORDER } from './orderSchema';
import { followStatus } from './stock';
import { withTotals } from './totals';

/** Who has an account in this shop; 0 is a guest. */
const CUSTOMERS = [0, 1];
const LINES = ['line_items', 'shipping_lines', 'fee_lines', 'coupon_lines'];

export function createOrder(state: StoreState, request: StoreRequest): StoreAnswer {
	const body = checkSchema(request.body, ORDER);
	if (numberAt(body, 'id') !== 0)
		throw refusal(400, 'woocommerce_rest_shop_order_exists', 'Cannot create existing shop_order.');
	const id = state.firstNumber + placedOn(state, 'wooCommerce').length;
	const { order, stockIsCounted } = withoutStockFlag(withTotals(toOrder(state, body, id)));
	if (body['set_paid'] === true) markPaid(order, timeOf(state));
	const placed: PlacedWoo = { platform: 'wooCommerce', raw: order, stockIsCounted, notes: [], refunds: [] };
	const sold = followStatus(placed, state.wooProducts);
	state.placed.push(placed);
	tellOrder(state, 'created', order);
	// The payment is a change of its own, made right after.
	if (body['set_paid'] === true) tellOrder(state, 'updated', order);
	tellProducts(state, sold);
	const location = `http://${String(request.headers['host'])}${request.path}/${id}`;
	return json(201, order, { location });
}

/** WooCommerce takes this meta as a property of the order, which it does not answer. */
function withoutStockFlag(given: WooOrder): { order: WooOrder; stockIsCounted: boolean } {
	const isFlag = ({ key }: WooMeta) => key === '_order_stock_reduced';
	return {
		order: { ...given, meta_data: given.meta_data.filter((meta) => !isFlag(meta)) },
		stockIsCounted: given.meta_data.some((meta) => isFlag(meta) && meta.value === 'yes'),
	};
}

function toOrder(state: StoreState, body: JsonObject, id: number): WooOrder {
	const now = timeOf(state);
	if (!CUSTOMERS.includes(numberAt(body, 'customer_id')))
		throw refusal(400, 'woocommerce_rest_invalid_customer_id', 'Customer ID is invalid.');
	refuseCoupons(body);
	const status = textAt(body, 'status') || 'pending';
	return {
		...{ id, parent_id: 0, number: String(id), order_key: `wc_order_${id}`, version: '10.3.0' },
		...{ created_via: textAt(body, 'created_via') || 'rest-api', status },
		currency: textAt(body, 'currency') || 'EUR',
		...{ date_created: now, date_created_gmt: now, date_modified: now, date_modified_gmt: now },
		...{ discount_total: '0.00', discount_tax: '0.00', shipping_total: '0.00', shipping_tax: '0.00' },
		...{ cart_tax: '0.00', total: '0.00', total_tax: '0.00', prices_include_tax: false },
		...{ customer_id: numberAt(body, 'customer_id'), customer_note: textAt(body, 'customer_note') },
		billing: { ...toAddress(body, 'billing'), email: textAt(objectAt(body, 'billing'), 'email') },
		shipping: toAddress(body, 'shipping'),
		payment_method: textAt(body, 'payment_method'),
		payment_method_title: textAt(body, 'payment_method_title'),
		transaction_id: textAt(body, 'transaction_id'),
		...datesOf(status, now),
		meta_data: updatedMeta([], body, id),
		line_items: objects(body, 'line_items').map((line, index) =>
			toLineItem(line, id * 100 + index, state.wooProducts),
		),
		tax_lines: [],
		shipping_lines: objects(body, 'shipping_lines').map((line, index) =>
			toShippingLine(line, id * 100 + 40 + index),
		),
		fee_lines: objects(body, 'fee_lines').map((line, index) => toFeeLine(line, id * 100 + 60 + index)),
		...{ coupon_lines: [], refunds: [] },
	};
}

function refuseCoupons(body: JsonObject): void {
	const [coupon] = listAt(body, 'coupon_lines');
	if (coupon === undefined) return;
	const code = textAt(coupon, 'code');
	const message =
		code === ''
			? 'Coupon code is required.'
			: `Coupon "${code}" cannot be applied because it does not exist.`;
	throw refusal(400, 'woocommerce_rest_invalid_coupon', message);
}

/** `PUT /orders/{id}`: status, meta and what stands on the order, but no other lines. */
export function updateOrder(state: StoreState, request: Pick<StoreRequest, 'body'>, id: string): StoreAnswer {
	const body = checkSchema(request.body, ORDER);
	const placed = requireOrder(state, id, 400);
	const { raw } = placed;
	const lines = LINES.find((name) => body[name] !== undefined);
	if (lines !== undefined)
		throw refusal(501, 'demo_store_not_supported', `The demo store does not change ${lines}.`);
	const now = timeOf(state);
	for (const field of [
		'customer_note',
		'payment_method',
		'payment_method_title',
		'transaction_id',
	] as const) {
		if (body[field] !== undefined) raw[field] = textAt(body, field);
	}
	Object.assign(raw.billing, objectAt(body, 'billing'));
	Object.assign(raw.shipping, objectAt(body, 'shipping'));
	raw.meta_data = updatedMeta(raw.meta_data, body, raw.id);
	if (body['status'] !== undefined) changeStatus(state, raw, textAt(body, 'status'));
	if (body['set_paid'] === true && raw.date_paid === null) markPaid(raw, now);
	Object.assign(raw, { date_modified: now, date_modified_gmt: now });
	tellOrder(state, 'updated', raw);
	tellProducts(state, followStatus(placed, state.wooProducts));
	return json(200, raw);
}

export function changeStatus(state: StoreState, order: WooOrder, status: string): void {
	const dates = datesOf(status, timeOf(state));
	order.status = status;
	order.date_paid ??= dates.date_paid;
	order.date_paid_gmt ??= dates.date_paid_gmt;
	order.date_completed ??= dates.date_completed;
	order.date_completed_gmt ??= dates.date_completed_gmt;
}

/** WooCommerce answers 404 when an order is read and 400 when it is changed. @throws Refusal */
export function requireOrder(state: StoreState, id: string, status: 400 | 404): PlacedWoo {
	const order = placedOn(state, 'wooCommerce').find(({ raw }) => String(raw.id) === id);
	if (order === undefined) throw refusal(status, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
	return order;
}

function datesOf(status: string, now: string) {
	const paid = ['processing', 'completed'].includes(status) ? now : null;
	const completed = status === 'completed' ? now : null;
	return {
		...{ date_paid: paid, date_paid_gmt: paid, date_completed: completed, date_completed_gmt: completed },
	};
}

/** A payment moves only orders on that wait for one. */
function markPaid(order: WooOrder, now: string): void {
	if (['pending', 'on-hold', 'failed', 'cancelled'].includes(order.status)) order.status = 'processing';
	Object.assign(order, { date_paid: now, date_paid_gmt: now });
}

function toAddress(body: JsonObject, name: string): WooAddress {
	const given = objectAt(body, name);
	const text = (field: string) => textAt(given, field);
	return {
		...{ first_name: text('first_name'), last_name: text('last_name'), company: text('company') },
		...{ address_1: text('address_1'), address_2: text('address_2'), city: text('city') },
		...{ state: text('state'), postcode: text('postcode'), country: text('country'), phone: text('phone') },
	};
}

/** A key that is there already gets the new value. */
function updatedMeta(known: WooMeta[], body: JsonObject, orderId: number): WooMeta[] {
	const all = known.map((meta) => ({ ...meta }));
	for (const meta of objects(body, 'meta_data')) {
		const key = textAt(meta, 'key');
		const value = meta['value'];
		const found = all.find((candidate) => candidate.key === key);
		if (found === undefined) all.push({ id: orderId * 100 + all.length, key, value });
		else found.value = value;
	}
	return all;
}

function objects(body: JsonObject, name: string): JsonObject[] {
	return listAt(body, name).filter(isObject);
}
