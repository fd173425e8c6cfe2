import type { Order } from './order';
import { at } from '../transport/at';
import type { CallInput, Client } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';
import { fetchPages } from '../transport/pages';
import { toUnreadable, unreadableAnswer, type UnreadableRecord } from '../transport/unreadable';

/** Which orders to search for (Orders API 2026-01-01, searchOrders). All times are ISO 8601. */
export interface OrderFilter {
	/** Exactly one of `createdAfter` and `lastUpdatedAfter`, and only its own "before". */
	createdAfter?: string;
	lastUpdatedAfter?: string;
	/** At least two minutes ago. */
	createdBefore?: string;
	lastUpdatedBefore?: string;
	statuses?: readonly string[];
	/** AMAZON, MERCHANT. */
	fulfilledBy?: readonly string[];
	marketplaceIds?: readonly string[];
	/** Such as BUYER, RECIPIENT, PROCEEDS; items are always there. */
	includedData?: readonly string[];
	/** 1 to 100, which is the default. */
	pageSize?: number;
}

export interface OrderPage {
	orders: Order[];
	/** What Amazon's list holds beside them. */
	unreadable: UnreadableRecord[];
	/** Lives 24 hours; absent on the last page. */
	nextToken?: string;
	/** Up to when Amazon has looked, in milliseconds since 1970: the one that belongs to the filter. */
	createdBeforeMs?: number;
	lastUpdatedBeforeMs?: number;
}

const PAGE_SIZE = 100;

/** One order. Throws an `SpApiError` when Amazon does not know it, or answers with something else than an order. */
export async function fetchOrder(
	client: Client,
	orderId: string,
	includedData: readonly string[],
	signal?: AbortSignal,
): Promise<Order> {
	const operation = OPERATIONS.getOrder;
	const { body } = await client.call(operation, { path: { orderId }, query: { includedData }, signal });
	return requireOrder(at(body, 'order'), operation.id, 'the answer');
}

/** One page of a search; `token` asks for a later one. The filter must be the same for all pages. */
export async function fetchOrderPage(
	client: Client,
	filter: OrderFilter,
	{ token, signal }: { token?: string; signal?: AbortSignal } = {},
): Promise<OrderPage> {
	const query = { ...toQuery(filter), paginationToken: token };
	return toPage((await client.call(OPERATIONS.searchOrders, { query, signal })).body);
}

/**
 * Orders page by page, the next when the caller wants it: Amazon allows one page in three minutes after the first
 * twenty. An order may come twice, when it changes meanwhile or Amazon repeats a page. What is not an order follows the
 * orders of its page.
 */
export async function* fetchOrders(
	client: Client,
	filter: OrderFilter,
	signal?: AbortSignal,
): AsyncGenerator<Order | UnreadableRecord> {
	const input = { query: toQuery(filter), signal };
	for await (const { body } of fetchPages(client, OPERATIONS.searchOrders, input)) {
		const { orders, unreadable } = toPage(body);
		yield* orders;
		yield* unreadable;
	}
}

function toQuery({ statuses, pageSize = PAGE_SIZE, ...filter }: OrderFilter): CallInput['query'] {
	return { ...filter, fulfillmentStatuses: statuses, maxResultsPerPage: pageSize };
}

function toPage(body: unknown): OrderPage {
	const orders = at(body, 'orders');
	if (!Array.isArray(orders)) throw unreadableAnswer(OPERATIONS.searchOrders.id, 'it has no list of orders');
	const nextToken = at(body, 'pagination', 'nextToken');
	return {
		orders: orders.filter(isOrder),
		unreadable: orders.filter((order) => !isOrder(order)).map(toUnreadableOrder),
		...(typeof nextToken === 'string' && nextToken !== '' && { nextToken }),
		createdBeforeMs: toMs(at(body, 'createdBefore')),
		lastUpdatedBeforeMs: toMs(at(body, 'lastUpdatedBefore')),
	};
}

/** Whether the value is as much of an order as everything else relies on. */
export function isOrder(value: unknown): value is Order {
	const orderId = at(value, 'orderId');
	return typeof orderId === 'string' && orderId !== '' && Array.isArray(at(value, 'orderItems'));
}

function requireOrder(value: unknown, operation: string, place: string): Order {
	if (isOrder(value)) return value;
	throw unreadableAnswer(operation, `${place} has no ${lackingIn(value)}`);
}

function toUnreadableOrder(value: unknown): UnreadableRecord {
	const lacking = `its ${lackingIn(value)}`;
	return toUnreadable(value, { kind: 'an order', idName: 'orderId', lacking });
}

function lackingIn(value: unknown): string {
	return typeof at(value, 'orderId') === 'string' ? 'orderItems' : 'orderId';
}

function toMs(value: unknown): number | undefined {
	const moment = typeof value === 'string' ? Date.parse(value) : NaN;
	return Number.isNaN(moment) ? undefined : moment;
}
