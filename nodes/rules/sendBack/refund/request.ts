import type { ReadAttribute } from '../../item/attribute';
import type { Amount } from '../../money/money';
import { LINE_AMOUNTS, REFUND_FIELDS, type RefundConfig, type RefundField } from './config';
import { readFigures } from './figures';
import type { NamedRefund } from './lineSteps';
import type { PaidOrder } from './paidOrder';
import type { RefundableLine } from './paid';
import { compileFields, optionalText } from '../fields';
import { compileLines, matchLines, nameOf, type MatchedLine } from '../lines';
import { Hold, allOrHold, type Item } from '../../verdict/verdict';
import type { RefundHold } from './verdict';

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
) => RefundRequest | RefundHold;

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
		const figures = readFigures(
			named.row,
			{ fields: lineFields, names: LINE_AMOUNTS, place: nameOf(named) },
			decimals,
		);
		if (figures instanceof Hold) return figures;
		const meant = lines.filter(({ line }) => matched.some(({ itemId }) => itemId === line.itemId));
		return { named, figures, reason: optionalText(lineFields.reason(named.row)), lines: meant };
	};
	return (item, { order, decimals }, lines) => {
		const names = ['amount', 'shipping', 'shippingTax'] as const;
		const figures = readFigures(item, { fields, names, place: 'the refund' }, decimals);
		const rows = readLines(item);
		if (figures instanceof Hold) return figures.and(rows);
		if (rows instanceof Hold) return rows;
		// Stores give a refund by amount with an empty list of lines: the list alone names nothing.
		const hasLines = rows !== undefined && rows.length > 0;
		const namesPart = hasLines || Object.keys(figures).length > 0;
		if (config.what === 'whole') return namesPart ? partNamed() : { figures };
		if (!namesPart) return nothingNamed();
		if (!hasLines) return { figures };
		const matches = matchLines(order, rows);
		if (matches instanceof Hold) return matches;
		const named = allOrHold(matches.map((match) => toNamed(match, lines, decimals)));
		if (named instanceof Hold) return named;
		return { named, figures };
	};
}

function nothingNamed(): RefundHold {
	return new Hold(
		'nothing-named',
		'The item names neither lines nor an amount to give back; add them, or choose to refund the whole order',
	);
}

function partNamed(): RefundHold {
	return new Hold(
		'part-named',
		'The whole order is to be refunded, but the item names lines or an amount; leave them out, or choose to refund what the item names',
	);
}
