import type { MarketplaceOrder, OrderStatus } from '../rules/order/marketplaceOrder';

/** What an event wants to hear of orders. */
export interface OrderInterest {
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
