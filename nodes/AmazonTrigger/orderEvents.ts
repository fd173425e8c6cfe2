import type { MarketplaceOrder, OrderStatus } from '../rules/orders/marketplaceOrder';

/** What a trigger wants to hear of orders. */
export interface OrderEvent {
	/** What Amazon is asked for; empty means every status. */
	statuses: readonly OrderStatus[];
	/** Whether recent orders are also looked through for cancellations with an old update time. */
	sweepsCancelled: boolean;
	/**
	 * What the order's state is called for this event, or undefined when the event does not concern it. An order is
	 * emitted when this differs from what was last told of it.
	 */
	newsOf(order: MarketplaceOrder): string | undefined;
}

/** Each order once, as soon as it has a wanted status. */
export function newOrder(statuses: readonly OrderStatus[]): OrderEvent {
	return {
		statuses,
		sweepsCancelled: false,
		newsOf: ({ status }) => (statuses.length === 0 || statuses.includes(status) ? 'new' : undefined),
	};
}

/** Every change of an order, or only its arrival in one of the chosen statuses. */
export function orderUpdated(statuses: readonly OrderStatus[]): OrderEvent {
	return {
		statuses,
		sweepsCancelled: statuses.length === 0 || statuses.includes('CANCELLED'),
		newsOf: ({ status, updatedAt }) => {
			if (statuses.length === 0) return `${status} ${updatedAt}`;
			return statuses.includes(status) ? status : undefined;
		},
	};
}

/** Orders that are cancelled and, if wanted, those whose buyer asks for it. */
export function orderCancelled(buyerRequests: boolean): OrderEvent {
	return {
		statuses: buyerRequests ? ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'CANCELLED'] : ['CANCELLED'],
		sweepsCancelled: true,
		newsOf: ({ status, lines }) => {
			if (status === 'CANCELLED') return 'cancelled';
			const isAsked = buyerRequests && lines.some(({ cancelRequest }) => cancelRequest !== undefined);
			return isAsked ? 'asked' : undefined;
		},
	};
}
