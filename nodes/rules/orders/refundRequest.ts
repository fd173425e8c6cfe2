import type { ReadAttribute } from '../attribute';
import type { Amount } from '../money';
import type { Item } from '../verdict';
import { LINE_AMOUNTS, REFUND_FIELDS, type RefundConfig, type RefundField } from './refundConfig';
import { readFigures } from './refundFigures';
import type { NamedRefund } from './refundLines';
import type { PaidOrder } from './refundOrder';
import type { RefundableLine } from './refundPaid';
import { compileFields, textOf } from './sendBackFields';
import { compileLines, matchLines, nameOf, noLines, type MatchedLine } from './sendBackLines';
import { OrderHold } from './sendBackVerdict';

/** What a row asks to give back. */
export interface RefundRequest {
	/** Undefined: the whole order, or its amount shared out over it. */
	named?: NamedRefund[];
	figures: Partial<Record<'amount' | 'shipping' | 'shippingTax', Amount>>;
}

export type ReadRefund = (
	item: Item,
	paid: PaidOrder,
	lines: readonly RefundableLine[],
) => RefundRequest | OrderHold;

export function compileRefundFields(config: RefundConfig): Record<RefundField, ReadAttribute> {
	return compileFields(REFUND_FIELDS, config.fields, 'fields');
}

export function compileRequest(config: RefundConfig, fields: Record<RefundField, ReadAttribute>): ReadRefund {
	const readLines = compileLines(fields.items, config.lineFields);
	const lineFields = compileFields([...LINE_AMOUNTS, 'reason'], config.lineFields, 'lineFields');
	const toNamed = (
		{ named, lines: matched }: MatchedLine,
		lines: readonly RefundableLine[],
		decimals: number,
	) => {
		const figures = readFigures(named.row, lineFields, LINE_AMOUNTS, decimals, nameOf(named));
		if (figures instanceof OrderHold) return figures;
		const meant = lines.filter(({ line }) => matched.some(({ itemId }) => itemId === line.itemId));
		return { named, figures, reason: textOf(lineFields.reason(named.row)), lines: meant };
	};
	return (item, { order, decimals }, lines) => {
		const names = ['amount', 'shipping', 'shippingTax'] as const;
		const figures = readFigures(item, fields, names, decimals, 'the refund');
		if (figures instanceof OrderHold) return figures;
		const rows = readLines(item);
		if (rows instanceof OrderHold) return rows;
		// Stores give a refund by amount with an empty list of lines; an empty list alone must not mean everything.
		if (rows?.length === 0 && Object.keys(figures).length === 0) return noLines();
		if (rows === undefined || rows.length === 0) return { figures };
		const matches = matchLines(order, rows);
		if (matches instanceof OrderHold) return matches;
		const named: NamedRefund[] = [];
		for (const match of matches) {
			const line = toNamed(match, lines, decimals);
			if (line instanceof OrderHold) return line;
			named.push(line);
		}
		return { named, figures };
	};
}
