import type { Finding, Hold } from '../verdict/verdict';

/** Why a quantity is not sent. The words are part of the output and never change after release. */
export type StockReason =
	'no-quantity' | 'stock-not-a-number' | 'availability-unclear' | 'amazon-holds-the-stock' | 'unchanged';

export type StockHold = Hold<StockReason>;

export type StockFinding = Finding<'negative-stock' | 'last-value-unreadable'>;
