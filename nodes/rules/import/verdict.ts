import type { Finding, Hold, Reasoned, Traced } from '../verdict/verdict';
import type { TakenUnits } from './skuMap';
import type { StoreOrder } from './storeOrder';

/** Why an order is not wanted. The words are part of the output and never change after release. */
export const SKIP_REASONS = [
	'not-an-amazon-order',
	'status-not-wanted',
	'channel-not-wanted',
	'marketplace-not-wanted',
	'too-old',
	'already-in-store',
	'nothing-to-import',
	'no-amounts',
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why an order that is wanted cannot be imported. */
export type FailReason =
	| 'sku-not-in-store'
	| 'sku-claimed-twice'
	| 'product-disabled'
	| 'product-has-variations'
	| 'out-of-stock'
	| 'stock-not-a-number'
	| 'mixed-currencies'
	| 'amount-not-a-number'
	| 'region-unknown'
	| 'totals-differ'
	| 'order-number-missing';

/** Something a person should know about an order that is imported all the same. */
export type ImportFinding = Finding<
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
	| 'buyer-asks-to-cancel'
>;

/** What Amazon is asked when a failed order is to be cancelled. */
export interface CancelRequest {
	reason: 'NoInventory';
	lines: Array<{ itemId: string; sku: string; quantity: number }>;
}

/** An order that goes into the store. */
export interface Imported {
	order: StoreOrder;
	findings: ImportFinding[];
	/** Regions that the store is to create first. */
	createRegions: Array<{ country: string; region: string }>;
	/** From the store's stock: to be booked, so that no other order of the run gets the same units. */
	takes: TakenUnits[];
}

export type ImportVerdict = Traced &
	(
		| ({ readonly kind: 'import' } & Imported)
		| ({ readonly kind: 'skip' } & Reasoned<SkipReason>)
		| ({ readonly kind: 'fail'; readonly cancel?: CancelRequest } & Reasoned<FailReason>)
	);

/** The order is not wanted. */
export type Skip = Hold<SkipReason>;

/** The order is wanted and cannot be imported. */
export type Fail = Hold<FailReason>;

export function isSkip(reason: SkipReason | FailReason): reason is SkipReason {
	return SKIP_REASONS.some((skip) => skip === reason);
}
