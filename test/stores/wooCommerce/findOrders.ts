import type { WooAddress, WooOrder } from '../../fixtures/stores/wooOrder';
import type { StoreAnswer, StoreRequest } from '../storeRoute';
import { placedOn, type StoreState } from '../storeState';
import { invalidParameter } from './errors';
import { toPage } from './lists';
import { ORDER_STATUSES } from './orderSchema';

/**
 * `GET /orders`. WooCommerce's API cannot ask for a meta value: `meta_key` and `meta_value` are ignored like any
 * parameter that it does not know, and the answer is every order. Its `search` covers, in the order tables that
 * shops have by default (`OrdersTableSearchQuery`): the id, the transaction id, the
 * addresses (with e-mail and phone) and the names of all lines. So the dependable place for the Amazon order id is `transaction_id` (it is
 * what the payment is known by), and the look-up is `GET /orders?search=<Amazon order id>` together with a
 * comparison of the meta `_amazon_order_id`, since the search also finds parts. Shops that still keep orders as posts
 * search addresses and names of lines only: there the id must stand in the title of the shipping line, too.
 */
export function listOrders(state: StoreState, request: StoreRequest): StoreAnswer {
	const { query } = request;
	const statuses = statusesOf(query);
	const term = (query.get('search') ?? '').toLowerCase();
	const isInTime = timeFilter(query);
	const orders = placedOn(state, 'wooCommerce')
		.map(({ raw }) => raw)
		.filter((order) => statuses.includes('any') || statuses.includes(order.status))
		.filter((order) => term === '' || isFound(order, term))
		.filter(isInTime);
	const field = query.get('orderby') === 'modified' ? 'date_modified' : 'date_created';
	const sign = query.get('order') === 'asc' ? 1 : -1;
	return toPage(
		orders.sort((one, other) => sign * (order(one[field], other[field]) || one.id - other.id)),
		request,
	);
}

function statusesOf(query: URLSearchParams): string[] {
	const statuses = (query.get('status') ?? 'any').split(',');
	const allowed = ['any', 'trash', ...ORDER_STATUSES];
	const unknown = statuses.findIndex((status) => !allowed.includes(status));
	if (unknown >= 0) {
		const message = `status[${unknown}] is not one of ${allowed.slice(0, -1).join(', ')}, and ${allowed.at(-1)}.`;
		throw invalidParameter('status', { code: 'rest_not_in_enum', message });
	}
	return statuses;
}

function isFound(order: WooOrder, term: string): boolean {
	const { id, transaction_id, billing, shipping, line_items, shipping_lines, fee_lines } = order;
	const names = [
		...[...line_items, ...fee_lines].map(({ name }) => name),
		...shipping_lines.map(({ method_title }) => method_title),
	];
	const parts = [transaction_id, addressIndex(billing), addressIndex(shipping), ...names];
	return String(id) === term || parts.some((part) => part.toLowerCase().includes(term));
}

function addressIndex(address: WooAddress): string {
	return Object.values(address).join(' ');
}

function timeFilter(query: URLSearchParams): (order: WooOrder) => boolean {
	const after = timeAt(query, 'after');
	const before = timeAt(query, 'before');
	const modifiedAfter = timeAt(query, 'modified_after');
	const modifiedBefore = timeAt(query, 'modified_before');
	const isBetween = (date: string, [from, to]: Array<number | undefined>) => {
		const time = Date.parse(`${date}Z`);
		return (from === undefined || time > from) && (to === undefined || time < to);
	};
	return ({ date_created_gmt, date_modified_gmt }) =>
		isBetween(date_created_gmt, [after, before]) &&
		isBetween(date_modified_gmt, [modifiedAfter, modifiedBefore]);
}

/** The shop's zone is UTC, so a time without an offset is, too. */
function timeAt(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name);
	if (text === null) return undefined;
	const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) || Number.isNaN(time))
		throw invalidParameter(name, { code: 'rest_invalid_date', message: 'Invalid date.' });
	return time;
}

function order(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
