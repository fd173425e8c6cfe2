import type { AttributedTo } from './attribution';
import type { SettlementKind } from './kinds';
import type { RowReason } from './verdict';

/** One row of a settlement as an item: first what a bookkeeper reads. What Amazon leaves empty is an empty text. */
export interface SettlementRow {
	settlementId: string;
	/** A held row is not counted; `reason` and `message` say why. */
	status: 'read' | 'held';
	amazonOrderId: string;
	sku: string;
	kind: SettlementKind;
	/** Exact decimal text, such as `-1234.50`; empty in a held row. */
	amount: string;
	currency: string;
	/** ISO 8601; as Amazon wrote it when that can be read in two ways. */
	postedAt: string;
	quantity: number | null;
	/** Amazon's own words, in this field and the next two. */
	description: string;
	transactionType: string;
	amountType: string;
	attributedTo: AttributedTo;
	attributedWhy: string;
	marketplaceName: string;
	/** MFN: the seller ships; AFN: Amazon does. */
	fulfillmentChannel: string;
	merchantOrderId: string;
	shipmentId: string;
	adjustmentId: string;
	orderItemCode: string;
	merchantOrderItemId: string;
	merchantAdjustmentItemId: string;
	promotionId: string;
	reference: string;
	/** Line of the file; the header is line 1. */
	line: number;
	reason?: RowReason;
	message?: string;
}
