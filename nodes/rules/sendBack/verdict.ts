import type { Hold, VerdictOrDone } from '../verdict/verdict';

/**
 * Why nothing is sent about an order, whatever it is; shipments, refunds and cancellations have reasons of their own
 * beside these. The words are part of the output and never change after release.
 */
export type OrderReason =
	| 'no-order-id'
	| 'order-id-not-amazons'
	| 'order-differs'
	| 'order-unknown'
	| 'amazon-ships-it'
	| 'order-not-paid'
	| 'lines-unreadable'
	| 'no-lines'
	| 'line-not-named'
	| 'line-not-in-order'
	| 'quantity-not-a-number'
	| 'more-than-ordered';

export type OrderHold = Hold<OrderReason>;

/** What is to be sent about an order, what Amazon has already, or why nothing is sent. */
export type SendBackVerdict<C, R extends string = string> = VerdictOrDone<C, OrderReason | R>;
