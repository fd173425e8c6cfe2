import { parseDecimal, toShownText } from '../money/decimalText';
import { negate, wideAmount, type Amount } from '../money/money';

/** An exact amount as a decimal text with the currency's decimals at least. */
export function moneyText(value: Amount, decimals: number): string {
	// Half of a settlement is below 0; writing and reading are several times faster without a sign.
	if (value.wide === null && value.units < 0) return `-${toShownText(negate(value), decimals)}`;
	return toShownText(value, decimals);
}

/** What `moneyText` wrote, sums beyond any single amount included; undefined for an empty text. */
export function parseMoney(text: string): Amount | undefined {
	if (text === '') return undefined;
	const isNegative = text.startsWith('-');
	const value = parseDecimal(isNegative ? text.slice(1) : text);
	if (value === undefined) return wideAmount(text);
	return isNegative ? negate(value) : value;
}
