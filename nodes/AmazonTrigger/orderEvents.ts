import { parseMoment } from '../rules/item/moment';
import type { MarketplaceOrder, OrderStatus } from '../rules/order/marketplaceOrder';
import { DAY_MS } from '../rules/item/timeSpans';

/** What a trigger wants to hear of orders. */
export interface OrderEvent {
	/** What Amazon is asked for; empty means every status. */
	statuses: readonly OrderStatus[];
	/** Whether recent orders are also looked through for cancellations with an old update time. */
	sweepsCancelled: boolean;
	/** Whether an order that cannot be read is told: for a workflow that takes its items for cancelled orders it is none. */
	tellsUnreadable: boolean;
	/**
	 * What the order's state is called for this event, or undefined when the event does not concern it. An order is
	 * emitted once under each of its names.
	 * @param startMs when the trigger began to look, ms since 1970
	 */
	newsOf(order: MarketplaceOrder, startMs: number): string | undefined;
}

/** How long an order may wait for its payment or its shipment and still be a new one. */
const WAITING_MS = 30 * DAY_MS;

/** Nothing is left to do for these. */
const OVER: readonly OrderStatus[] = ['SHIPPED', 'CANCELLED', 'UNFULFILLABLE'];

/** Each order once, as soon as it has a wanted status. */
export function newOrder(statuses: readonly OrderStatus[]): OrderEvent {
	return {
		statuses,
		sweepsCancelled: false,
		tellsUnreadable: true,
		newsOf: (order, startMs) => {
			const isWanted = statuses.length === 0 || statuses.includes(order.status);
			return isWanted && !isOfOldTimes(order, startMs) ? 'new' : undefined;
		},
	};
}

/**
 * Whether the order was over long before anybody listened: a refund changes it, and makes no new order of it. Orders
 * that are still to be shipped, and pre-orders, are never too old.
 */
function isOfOldTimes({ status, purchasedAt, programs }: MarketplaceOrder, startMs: number): boolean {
	if (!OVER.includes(status) || programs.includes('PREORDER')) return false;
	const boughtMs = parseMoment(purchasedAt, 'start');
	return boughtMs !== undefined && boughtMs < startMs - WAITING_MS;
}

/** Every change of an order, or only its arrival in one of the chosen statuses. */
export function orderUpdated(statuses: readonly OrderStatus[]): OrderEvent {
	return {
		statuses,
		sweepsCancelled: statuses.length === 0 || statuses.includes('CANCELLED'),
		tellsUnreadable: false,
		newsOf: ({ status, updatedAt }) => {
			if (statuses.length === 0) return `${status} ${stampOf(updatedAt)}`;
			return statuses.includes(status) ? status : undefined;
		},
	};
}

/** A moment in few letters, the same however Amazon writes it. */
function stampOf(moment: string): string {
	return parseMoment(moment, 'start')?.toString(36) ?? moment;
}

/** Orders that are cancelled and, if wanted, those whose buyer asks for it. */
export function orderCancelled(buyerRequests: boolean): OrderEvent {
	return {
		statuses: buyerRequests ? ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'CANCELLED'] : ['CANCELLED'],
		sweepsCancelled: true,
		tellsUnreadable: false,
		newsOf: ({ status, lines }) => {
			if (status === 'CANCELLED') return 'cancelled';
			const isAsked = buyerRequests && lines.some(({ cancelRequest }) => cancelRequest !== undefined);
			return isAsked ? 'asked' : undefined;
		},
	};
}
