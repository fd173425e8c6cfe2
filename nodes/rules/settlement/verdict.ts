import type { Finding, Reasoned, Traced } from '../verdict/verdict';
import type { SettlementKind } from './kinds';

/** Why one row is not counted. The words are part of the output and never change after release. */
export type RowReason =
	| 'amount-not-a-number'
	| 'amount-in-two-ways'
	| 'amounts-written-differently'
	| 'mixed-currencies'
	| 'several-settlements';

/** Why a settlement cannot be booked as it is. */
export type SettlementReason =
	RowReason | 'no-rows' | 'total-missing' | 'total-not-a-number' | 'does-not-balance';

/** Something to look at in a settlement that balances all the same. */
export type SettlementFinding = Finding<'kind-not-known' | 'date-not-read'>;

/** What is wrong, and in which line of the file; the header is line 1. */
export interface SettlementProblem {
	reason: SettlementReason;
	line?: number;
	message: string;
}

/** The whole settlement in a few fields. Amounts are exact decimal texts, dates are ISO 8601 or as Amazon wrote them. */
export interface SettlementSummary {
	settlementId: string;
	from: string;
	to: string;
	depositedAt: string;
	currency: string;
	/** What Amazon says it pays, of the file's first row; empty when that cannot be read. */
	total: string;
	/** What the rows that were read add up to. */
	sum: string;
	/** `total` less `sum`; empty without a total. */
	difference: string;
	isBalanced: boolean;
	/** Rows with an amount, held ones included. */
	rows: number;
	heldRows: number;
	/** Sums of the kinds that occur. */
	byKind: Partial<Record<SettlementKind, string>>;
	/** At most the first hundred; `problemCount` counts all. */
	problems: SettlementProblem[];
	problemCount: number;
	findings: SettlementFinding[];
}

export type SettlementVerdict = Traced & { readonly summary: SettlementSummary } & (
		{ readonly kind: 'balanced' } | ({ readonly kind: 'hold' } & Reasoned<SettlementReason>)
	);
