import { addPackage, cancelItems, packageOfRest, shipRest } from './change';
import type { Orders } from './orders';
import { CANCELLERS, type Canceller, type SimOrder } from './simOrder';

/** What can happen to an order from outside, while somebody is looking. */
export type OrderChange =
	/** Default by the buyer; `keepsUpdateTime` leaves the time of the last update as it was. */
	| { action: 'cancel'; by?: Canceller; reason?: string; keepsUpdateTime?: boolean }
	/** Everything left. */
	| { action: 'ship' }
	/** A pending order becomes one to ship. */
	| { action: 'pay' }
	/** The buyer asks for a cancellation. */
	| { action: 'request-cancel'; reason?: string }
	/** Nothing but the time of the last update changes. */
	| { action: 'touch' };

const ACTIONS: readonly OrderChange['action'][] = ['cancel', 'ship', 'pay', 'request-cancel', 'touch'];

function check(order: SimOrder, isPossible: boolean, action: string): void {
	if (!isPossible)
		throw new Error(`Order ${order.orderId} is ${order.status}: it cannot be changed by "${action}"`);
}

function cancel(
	orders: Orders,
	order: SimOrder,
	change: OrderChange & { action: 'cancel' },
	atMs: number,
): void {
	const { by = 'BUYER', reason, keepsUpdateTime = false } = change;
	if (!CANCELLERS.includes(by)) throw new Error(`"by" must be one of ${CANCELLERS.join(', ')}`);
	check(order, !['SHIPPED', 'PARTIALLY_SHIPPED', 'CANCELLED'].includes(order.status), 'cancel');
	cancelItems(order.body, by, reason);
	orders.commit(order, atMs, { status: 'CANCELLED', keepsUpdateTime });
}

function ship(orders: Orders, order: SimOrder, atMs: number): void {
	check(order, order.status === 'UNSHIPPED' || order.status === 'PARTIALLY_SHIPPED', 'ship');
	const { body } = order;
	if (order.fulfilledBy === 'AMAZON') shipRest(body);
	else addPackage(body, packageOfRest(body, atMs));
	orders.commit(order, atMs, { status: 'SHIPPED' });
}

/** Changes an order at a moment. Throws when its status does not allow it, or for an action that does not exist. */
export function applyChange(orders: Orders, order: SimOrder, change: OrderChange, atMs: number): void {
	if (change.action === 'cancel') cancel(orders, order, change, atMs);
	else if (change.action === 'ship') ship(orders, order, atMs);
	else if (change.action === 'pay') {
		check(order, order.status === 'PENDING' || order.status === 'PENDING_AVAILABILITY', 'pay');
		orders.commit(order, atMs, { status: 'UNSHIPPED' });
	} else if (change.action === 'request-cancel') {
		const { reason } = change;
		const cancellationRequest = {
			requester: 'BUYER',
			...(reason === undefined ? {} : { cancelReason: reason }),
		};
		for (const item of order.body.orderItems)
			item.cancellation = { ...item.cancellation, cancellationRequest };
		orders.commit(order, atMs);
	} else if (change.action === 'touch') orders.commit(order, atMs);
	else throw new Error(`"action" must be one of ${ACTIONS.join(', ')}`);
}
