import type { SettlementConfig } from '../../../../nodes/rules/settlement/decide';
import { decideSettlement } from '../../../../nodes/rules/settlement/decide';
import { COLUMNS, type Cells, type Column } from '../../../../nodes/rules/settlement/columns';
import type { SettlementRow } from '../../../../nodes/rules/settlement/row';
import type { SettlementVerdict } from '../../../../nodes/rules/settlement/verdict';

export const ORDER_ID = '302-1234567-7654321';

/** Cells by our names for the columns; all others are empty, as in a file. */
export function cells(given: Partial<Record<Column, string>>): Cells {
	return Object.fromEntries(
		Object.entries(COLUMNS).map(([column, name]) => [name, given[column as Column] ?? '']),
	);
}

export function aHead(given: Partial<Record<Column, string>> = {}): Cells {
	return cells({
		settlementId: '12345678901',
		from: '2026-11-01 00:00:00 UTC',
		to: '2026-11-15 00:00:00 UTC',
		depositedAt: '2026-11-17 00:00:00 UTC',
		total: '0.00',
		currency: 'EUR',
		...given,
	});
}

export function aRow(given: Partial<Record<Column, string>> = {}): Cells {
	return cells({
		settlementId: '12345678901',
		transactionType: 'Order',
		orderId: ORDER_ID,
		sku: 'SKU-1',
		amountType: 'ItemPrice',
		description: 'Principal',
		amount: '10.00',
		postedAt: '2026-11-11 03:04:05 UTC',
		...given,
	});
}

export interface Settled {
	rows: SettlementRow[];
	verdict: SettlementVerdict;
}

/** A whole file at once, or in the batches given. */
export function settle(batches: readonly Cells[] | readonly Cells[][], config?: SettlementConfig): Settled {
	const reader = decideSettlement(config);
	const lists = batches.map((batch) => (Array.isArray(batch) ? batch : [batch]));
	const rows = lists.flatMap((batch) => reader.read(batch));
	const end = reader.finish();
	return { rows: [...rows, ...end.rows], verdict: end.verdict };
}

/** The verdict of a settlement with these amounts and that total. */
export function settleAmounts(total: string, amounts: readonly string[], config?: SettlementConfig): Settled {
	return settle([aHead({ total }), ...amounts.map((amount) => aRow({ amount }))], config);
}

export function reasonOf(verdict: SettlementVerdict): string {
	return verdict.kind === 'hold' ? verdict.reason : verdict.kind;
}
