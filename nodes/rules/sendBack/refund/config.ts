import type { FieldPaths } from '../fields';
import type { LineField } from '../lines';
import type { ReasonConfig } from '../reasonFinder';
import type { AdjustmentComponent, AdjustmentReason } from '../reasons';

export const REFUND_FIELDS = [
	'amazonOrderId',
	'currency',
	'reason',
	'items',
	'amount',
	'shipping',
	'shippingTax',
	'refunded',
] as const;

export type RefundField = (typeof REFUND_FIELDS)[number];

/** Amounts that a line of a refund can name. */
export const LINE_AMOUNTS = [
	'amount',
	'tax',
	'shipping',
	'shippingTax',
	'giftWrap',
	'giftWrapTax',
	'goodwill',
] as const;

export type LineAmount = (typeof LINE_AMOUNTS)[number];

export interface RefundConfig extends ReasonConfig<AdjustmentReason> {
	/** What the row names, its lines or an amount, or all that is left of the order. Left out: what the row names. */
	what?: 'named' | 'whole';
	fields?: FieldPaths<RefundField>;
	lineFields?: FieldPaths<LineField | LineAmount | 'reason'>;
	/**
	 * Whether the store's amounts of goods, shipping and gift wrap include their tax. Left out: as the order's own amounts
	 * do. The amount of a whole refund is always what the buyer gets, tax included.
	 */
	storeAmountsIncludeTax?: boolean;
}

export interface RefundComponent {
	component: AdjustmentComponent;
	/** Decimal text above 0, in the order's currency. */
	amount: string;
}

/** What was given back for a line before; a `RefundLine` is one. */
export interface RefundedLine {
	itemId: string;
	quantity?: number;
	components: readonly RefundComponent[];
}

export interface RefundLine extends RefundedLine {
	sku?: string;
	reason: AdjustmentReason;
	components: RefundComponent[];
}

/** Money to give back for one order. */
export interface RefundChange {
	amazonOrderId: string;
	/** ISO 4217. */
	currency: string;
	/** What the buyer gets: all components together. */
	total: string;
	lines: RefundLine[];
}
