import type { LineAmounts, LineTax } from '../../rules/order/marketplaceOrder';
import { parseDecimal, toFixedText } from '../../rules/money/decimalText';
import { add, compare, ZERO, type Amount } from '../../rules/money/money';
import { amountAt, listAt, givenFieldsOf, textAt } from './reading';

/** Amounts of a line by the types of Amazon's breakdowns; several entries of a type are added. */
export function toLineAmounts(item: unknown): LineAmounts {
	const of = (type: string) => notNegative(sumOf(subtotals(item, type)));
	const discount = sumOf(subtotals(item, 'DISCOUNT').map(positive));
	const shippingDiscount = sumOf(details(item, 'DISCOUNT', 'SHIPPING').map(positive));
	return givenFieldsOf({
		item: of('ITEM'),
		shipping: of('SHIPPING'),
		giftWrap: of('GIFT_WRAP'),
		codFee: of('COD_FEE'),
		other: of('OTHER'),
		discount: discount ?? shippingDiscount,
		shippingDiscount,
		total: notNegative(amountAt(item, 'proceeds', 'proceedsTotal')),
	});
}

/** Amazon writes what promotions save in tax with either sign. */
export function toLineTax(item: unknown): LineTax {
	const of = (subtype: string) => notNegative(sumOf(details(item, 'TAX', subtype)));
	return givenFieldsOf({
		total: notNegative(sumOf(subtotals(item, 'TAX'))),
		item: of('ITEM'),
		shipping: of('SHIPPING'),
		giftWrap: of('GIFT_WRAP'),
		discount: sumOf(details(item, 'TAX', 'DISCOUNT').map(positive)),
	});
}

/** An amount that cannot be one of a sale is left out: the totals tell that something is missing. */
export function notNegative(text: string | undefined): string | undefined {
	return text !== undefined && compare(amountOf(text), ZERO) >= 0 ? positive(text) : undefined;
}

function breakdowns(item: unknown, type: string): object[] {
	return listAt(item, 'proceeds', 'breakdowns').filter((entry) => textAt(entry, 'type') === type);
}

function subtotals(item: unknown, type: string): string[] {
	return amountsOf(breakdowns(item, type), 'subtotal');
}

function details(item: unknown, type: string, subtype: string): string[] {
	const entries = breakdowns(item, type).flatMap((entry) => listAt(entry, 'detailedBreakdowns'));
	return amountsOf(
		entries.filter((entry) => textAt(entry, 'subtype') === subtype),
		'value',
	);
}

function amountsOf(entries: readonly object[], name: string): string[] {
	return entries.map((entry) => amountAt(entry, name)).filter((text) => text !== undefined);
}

function positive(text: string): string {
	return text.replace(/^-/, '');
}

/** One amount stays as Amazon wrote it; a sum gets as many decimals as the longest of its parts. */
function sumOf(texts: readonly string[]): string | undefined {
	if (texts.length < 2) return texts[0];
	const sum = texts.map(amountOf).reduce(add);
	const decimals = texts.map(decimalsOf).reduce((most, count) => Math.max(most, count));
	return toFixedText(sum, decimals);
}

function amountOf(text: string): Amount {
	return parseDecimal(text) ?? ZERO;
}

function decimalsOf(text: string): number {
	return text.split('.')[1]?.length ?? 0;
}
