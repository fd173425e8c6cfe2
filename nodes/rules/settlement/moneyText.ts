import type { Amount } from '../money/money';
import { negate } from '../money/money';
import { toShownText } from '../money/decimalText';

/** An exact amount as a decimal text with the currency's decimals at least. */
export function moneyText(value: Amount, decimals: number): string {
	// Half of a settlement is below 0, and the quick way of writing is for the other half.
	if (value.wide === null && value.units < 0) return `-${toShownText(negate(value), decimals)}`;
	return toShownText(value, decimals);
}
