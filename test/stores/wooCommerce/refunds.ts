import { compareFigures, minus, sum, times } from '../../fixtures/stores/amounts';
import { wooItemMeta } from '../../fixtures/stores/wooCommerceOrders';
import type { WooLineItem, WooOrder, WooRefund, WooShippingLine } from '../../fixtures/stores/wooOrder';
import { isObject, listAt, numberAt, textAt } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import { placedOn, timeOf, type PlacedWoo, type StoreState } from '../storeState';
import { refusal } from './errors';
import { toPage } from './lists';
import { tellOrder, tellProducts } from './news';
import { changeStatus, requireOrder } from './orders';
import { restock } from './stock';

export function listRefunds(state: StoreState, request: StoreRequest, id: string): StoreAnswer {
	return toPage(requireOrder(state, id, 404).refunds, request);
}

/** `POST /orders/{id}/refunds`; once all is given back the order is refunded. */
export function createRefund(
	state: StoreState,
	{ body }: Pick<StoreRequest, 'body'>,
	id: string,
): StoreAnswer {
	const order = requireOrder(state, id, 404);
	const refund = toRefund(state, order.raw, body);
	const before = sum(order.refunds.map(({ amount }) => amount));
	const left = minus(order.raw.total, before);
	if (compareFigures(refund.amount, 0) <= 0 || compareFigures(refund.amount, left) > 0)
		throw refusal(500, 'woocommerce_rest_cannot_create_order_refund', 'Invalid refund amount.');
	order.refunds.push(refund);
	const { reason, amount } = refund;
	order.raw.refunds.push({ id: refund.id, reason, total: `-${amount}` });
	if (compareFigures(amount, left) === 0) changeStatus(state, order.raw, 'refunded');
	Object.assign(order.raw, { date_modified: timeOf(state), date_modified_gmt: timeOf(state) });
	tellOrder(state, 'updated', order.raw);
	const isRestocked = !isObject(body) || body['api_restock'] !== false;
	if (isRestocked) tellProducts(state, restocked(state, order, body));
	return json(201, refund);
}

/** Products that come back with the refund: by default all that its lines name. */
function restocked({ wooProducts }: StoreState, { raw }: PlacedWoo, body: unknown) {
	return listAt(body, 'line_items').flatMap((wish) => {
		const line = raw.line_items.find(({ id }) => id === numberAt(wish, 'id'));
		return line === undefined ? [] : restock(line, numberAt(wish, 'quantity'), wooProducts);
	});
}

function toRefund(state: StoreState, order: WooOrder, body: unknown): WooRefund {
	const id =
		state.firstNumber + 899 + placedOn(state, 'wooCommerce').flatMap(({ refunds }) => refunds).length;
	const now = timeOf(state);
	const wishes = listAt(body, 'line_items');
	const pick = <Line extends WooLineItem | WooShippingLine>(lines: Line[]): Line[] =>
		lines.flatMap((line) => {
			const wish = wishes.find((candidate) => numberAt(candidate, 'id') === line.id);
			return wish === undefined ? [] : [toRefundLine(line, wish, id)];
		});
	const line_items = pick(order.line_items);
	const shipping_lines = pick(order.shipping_lines);
	const taken = sum([...line_items, ...shipping_lines].flatMap(({ total, total_tax }) => [total, total_tax]));
	return {
		...{ id, parent_id: order.id, date_created: now, date_created_gmt: now },
		amount: times(textAt(body, 'amount') || times(taken, -1), 1),
		...{ reason: textAt(body, 'reason'), refunded_by: 1, refunded_payment: false, meta_data: [] },
		...{ line_items, shipping_lines, tax_lines: [], fee_lines: [] },
	};
}

function toRefundLine<Line extends WooLineItem | WooShippingLine>(
	line: Line,
	wish: unknown,
	id: number,
): Line {
	const refundTax = listAt(wish, 'refund_tax').map((tax) => textAt(tax, 'refund_total') || '0');
	const total = times(textAt(wish, 'refund_total') || '0', -1);
	return {
		...line,
		...{ id: id * 100 + (line.id % 100), total, total_tax: times(sum(refundTax), -1), taxes: [] },
		...('quantity' in line ? { quantity: -numberAt(wish, 'quantity'), subtotal: total } : {}),
		meta_data: [wooItemMeta(id * 1000 + (line.id % 100), '_refunded_item_id', String(line.id))],
	};
}
