import type { FieldPaths } from '../fields';
import type { LineField } from '../lines';
import type { ReasonConfig } from '../reasonFinder';
import type { CancelReason } from '../reasons';

export const CANCELLATION_FIELDS = ['amazonOrderId', 'reason', 'items'] as const;

export type CancellationField = (typeof CANCELLATION_FIELDS)[number];

export interface CancellationConfig extends ReasonConfig<CancelReason> {
	fields?: FieldPaths<CancellationField>;
	lineFields?: FieldPaths<LineField | 'reason'>;
}

export interface CancelledLine {
	itemId: string;
	sku?: string;
	reason: CancelReason;
	/** Units of the line to cancel; absent: the whole line. */
	quantity?: number;
}

/** What to cancel. */
export interface CancellationChange {
	amazonOrderId: string;
	/** The first line's reason; without lines it is for the records, since Amazon takes reasons with lines only. */
	reason: CancelReason;
	/** Absent: the whole order, where nobody looked it up. */
	lines?: CancelledLine[];
}
