import { effectOf } from '../faults';
import { ORDER_DATA, type OrderData } from '../orders/amazonOrder';
import { toAnswer } from '../orders/present';
import type { SimOrder } from '../orders/simOrder';
import { invalidInput, notFound, type Reply } from '../reply';
import type { ApiRoute, SellerCall } from '../route';
import { ORDER_SEARCH_QUERY, readOrderSearch, toOrderToken } from './orderSearch';

function readIncludedData({ query }: SellerCall): OrderData[] {
	const wanted = query.list('includedData', { allowed: ORDER_DATA }) ?? [];
	return ORDER_DATA.filter((name) => wanted.includes(name));
}

/** The order of the path, if it is the seller's. Throws 400 for no order id, 404 for an unknown one. */
export function findOrder({ state, seller, params }: SellerCall): SimOrder {
	const orderId = params['orderId'] ?? '';
	if (!/^\w{3}-\w{7}-\w{7}$/.test(orderId)) throw invalidInput(`'${orderId}' is not an order id.`);
	const order = state.orderBook.of(seller.sellerId).find(orderId);
	if (order === undefined) throw notFound(`No order ${orderId}.`);
	return order;
}

function searchOrders(call: SellerCall): Reply {
	const { state, seller, faults } = call;
	const included = readIncludedData(call);
	const orders = state.orderBook.of(seller.sellerId);
	const { query, cursor, previous, pageSize, filters } = readOrderSearch(call, orders.now());
	const isDuplicated = effectOf(faults, 'duplicate-page') !== undefined;
	const start = isDuplicated ? previous : cursor;
	const { orders: shown, next } = orders.page(query, start, pageSize);
	const nextToken =
		next === undefined
			? undefined
			: toOrderToken({ query, cursor: next, previous: start, filters, issuedAtMs: state.amazonMs() });
	const before = new Date(query.beforeMs).toISOString();
	return {
		status: 200,
		json: {
			orders: shown.map((order) => toAnswer(order, included, seller)),
			...(nextToken === undefined ? {} : { pagination: { nextToken } }),
			...(query.by === 'creation' ? { createdBefore: before } : { lastUpdatedBefore: before }),
		},
	};
}

function getOrder(call: SellerCall): Reply {
	const included = readIncludedData(call);
	return { status: 200, json: { order: toAnswer(findOrder(call), included, call.seller) } };
}

const ORDERS = '/orders/2026-01-01/orders';
const READ = { access: 'seller', method: 'GET', takesJson: false } as const;

/** Orders API 2026-01-01. */
export const ORDERS_ROUTES: readonly ApiRoute[] = [
	{ ...READ, operation: 'searchOrders', path: ORDERS, query: ORDER_SEARCH_QUERY, handle: searchOrders },
	{ ...READ, operation: 'getOrder', path: `${ORDERS}/{orderId}`, query: ['includedData'], handle: getOrder },
];
