import type { TraceStep } from '../verdict/verdict';
import type { StoreOrder } from './storeOrder';

/** Why an order is not wanted. The words are part of the output and never change after release. */
export type SkipReason =
	| 'not-an-amazon-order'
	| 'status-not-wanted'
	| 'channel-not-wanted'
	| 'marketplace-not-wanted'
	| 'too-old'
	| 'already-in-store'
	| 'nothing-to-import'
	| 'no-amounts';

/** Why an order that is wanted cannot be imported. */
export type FailReason =
	| 'sku-not-in-store'
	| 'sku-claimed-twice'
	| 'product-disabled'
	| 'out-of-stock'
	| 'stock-not-a-number'
	| 'mixed-currencies'
	| 'amount-not-a-number'
	| 'region-unknown'
	| 'totals-differ'
	| 'order-number-missing';

/** Something a person should know about an order that is imported all the same. */
export type FindingCode =
	| 'placeholder-used'
	| 'region-defaulted'
	| 'region-to-create'
	| 'region-unknown'
	| 'line-dropped'
	| 'line-cancelled'
	| 'product-to-create'
	| 'backordered'
	| 'tax-left-out'
	| 'tax-paid-by-amazon'
	| 'totals-differ'
	| 'total-missing'
	| 'order-number-taken'
	| 'buyer-asks-to-cancel';

export interface Finding {
	code: FindingCode;
	/** One sentence with the values in it. */
	message: string;
}

/** What Amazon is asked when a failed order is to be cancelled. */
export interface CancelRequest {
	reason: 'NoInventory';
	lines: Array<{ itemId: string; sku: string; quantity: number }>;
}

interface Judged {
	trace: TraceStep[];
}

export type ImportVerdict = Judged &
	(
		| {
				kind: 'import';
				order: StoreOrder;
				findings: Finding[];
				/** Regions that the store is to create first. */
				createRegions: Array<{ country: string; region: string }>;
		  }
		| { kind: 'skip'; reason: SkipReason; message: string }
		| { kind: 'fail'; reason: FailReason; message: string; cancel?: CancelRequest }
	);

/** Ends the judgement of an order: it is not wanted. */
export class Skip {
	constructor(
		readonly reason: SkipReason,
		readonly message: string,
	) {}
}

/** Ends the judgement of an order: it is wanted and cannot be. */
export class Fail {
	constructor(
		readonly reason: FailReason,
		readonly message: string,
	) {}

	/** This and those of `others` that are failures too: people put everything right at once. This one's word stays. */
	and(...others: readonly unknown[]): Fail {
		const fails = [this, ...others.filter((other) => other instanceof Fail)];
		const messages = new Set(fails.map(({ message }) => message));
		return new Fail(this.reason, [...messages].join('. '));
	}
}
