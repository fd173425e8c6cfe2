import type { Hold } from '../../verdict/verdict';
import type { OrderReason } from '../verdict';

/** Why no money goes back. The words are part of the output and never change after release. */
export type RefundReason =
	| OrderReason
	| 'order-cancelled'
	| 'not-shipped-yet'
	| 'amounts-unknown'
	| 'mixed-currencies'
	| 'currency-differs'
	| 'amount-not-a-number'
	| 'amount-negative'
	| 'amounts-differ'
	| 'refunded-unreadable'
	| 'above-paid'
	| 'nothing-named'
	| 'part-named'
	| 'nothing-to-refund';

export type RefundHold = Hold<RefundReason>;
