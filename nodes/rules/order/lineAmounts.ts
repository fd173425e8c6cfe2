import { parseDecimal } from '../money/decimalText';
import type { Amount } from '../money/money';
import type { LineAmounts, LineTax, OrderLine } from './marketplaceOrder';

type Named<N extends string> = Partial<Record<N, Amount>>;

/** What Amazon names for a line, as numbers; what it does not name is absent. */
export interface NamedAmounts {
	line: OrderLine;
	unitPrice: Amount | undefined;
	amounts: Named<keyof LineAmounts>;
	tax: Named<keyof LineTax>;
}

/** A text of an order that should be an amount and is no plain decimal number. */
export class UnreadableAmount {
	constructor(
		/** As a sentence can carry it, such as `shipping of item 123`. */
		readonly place: string,
		readonly text: string,
	) {}
}

/** Parses all amounts of a line. */
export function parseLine(line: OrderLine): NamedAmounts | UnreadableAmount {
	const amounts = parseTexts(line.amounts, line);
	if (amounts instanceof UnreadableAmount) return amounts;
	const single = parseTexts({ unitPrice: line.unitPrice }, line);
	if (single instanceof UnreadableAmount) return single;
	const tax = parseTexts(line.tax, line, 'tax ');
	return tax instanceof UnreadableAmount ? tax : { line, unitPrice: single.unitPrice, amounts, tax };
}

function parseTexts<N extends string>(
	texts: Partial<Record<N, string>>,
	{ itemId }: OrderLine,
	kind = '',
): Named<N> | UnreadableAmount {
	const parsed: Named<N> = {};
	for (const [name, text] of Object.entries(texts) as Array<[N, string | undefined]>) {
		if (text === undefined) continue;
		const value = parseDecimal(text);
		if (value === undefined) return new UnreadableAmount(`${kind}${name} of item ${itemId}`, String(text));
		parsed[name] = value;
	}
	return parsed;
}
