import type { OrderSpec } from '../orders/addOrder';
import type { OrderChange } from '../orders/changeOrder';
import type { OrderMix } from '../orders/generate';
import type { SimOrder } from '../orders/simOrder';
import { notFound, type Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import type { SimState } from '../state';
import { refuseErrors, type Admin, type AdminRoute } from './adminRoute';

/** More at once would let the page wait. */
const MAX_COUNT = 10_000;
const SHOWN = 100;

function toHead({ orderId, status, fulfilledBy, marketplaceId, createdAtMs, updatedAtMs }: SimOrder) {
	const created = new Date(createdAtMs).toISOString();
	return {
		orderId,
		status,
		fulfilledBy,
		marketplaceId,
		created,
		updated: new Date(updatedAtMs).toISOString(),
	};
}

function toView(order: SimOrder) {
	const { sellerId, refunds, pickUpStatus } = order;
	return { sellerId, ...toHead(order), refunds, pickUpStatus, order: order.order };
}

function checkSeller({ seed }: SimState, sellerId: string): void {
	if (!seed.sellers.some((seller) => seller.sellerId === sellerId)) throw notFound(`No seller ${sellerId}.`);
}

function listOrders({ state }: Admin, { sellerId = '' }: Record<string, string>): Reply {
	checkSeller(state, sellerId);
	const orders = state.orderBook.of(sellerId);
	return { status: 200, json: { ...orders.counts(), orders: orders.last(SHOWN).map(toHead) } };
}

/** With `count` drawn orders, else one made to measure; the fields are those of seeds and of `addOrder`. */
function addOrders({ state }: Admin, { sellerId = '' }: Record<string, string>, body: Buffer): Reply {
	checkSeller(state, sellerId);
	const { count, ...fields } = body.length === 0 ? {} : parseJsonBody(body);
	const nowMs = state.amazonMs();
	const added = refuseErrors(() => {
		// The fields are looked at where they are used; what is wrong is thrown.
		if (count === undefined) return [state.orderBook.add({ ...(fields as OrderSpec), sellerId }, nowMs)];
		if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MAX_COUNT)
			throw new Error(`"count" must be a whole number from 1 to ${MAX_COUNT}`);
		return state.orderBook.seed({ ...(fields as OrderMix), sellerId, count }, nowMs);
	});
	return { status: 201, json: { orders: added.map(toHead) } };
}

function findOrder({ state }: Admin, { orderId = '' }: Record<string, string>): SimOrder {
	const order = state.orderBook.find(orderId);
	if (order === undefined) throw notFound(`No order ${orderId}.`);
	return order;
}

function changeOrder(admin: Admin, params: Record<string, string>, body: Buffer): Reply {
	const { orderId } = findOrder(admin, params);
	const change = parseJsonBody(body);
	// An action that does not exist is refused there.
	const order = refuseErrors(() => admin.state.changeOrder(orderId, change as unknown as OrderChange));
	return { status: 200, json: toView(order) };
}

/** Orders for somebody who is looking at a workflow: let one come, let the buyer cancel it. */
export const ORDER_ADMIN_ROUTES: readonly AdminRoute[] = [
	{ method: 'GET', path: '/simulator/sellers/{sellerId}/orders', handle: listOrders },
	{ method: 'POST', path: '/simulator/sellers/{sellerId}/orders', handle: addOrders },
	{
		method: 'GET',
		path: '/simulator/orders/{orderId}',
		handle: (admin, params) => ({ status: 200, json: toView(findOrder(admin, params)) }),
	},
	{ method: 'POST', path: '/simulator/orders/{orderId}', handle: changeOrder },
];
