import { add, compare, subtract, sumOf, ZERO } from '../money/money';
import type { SummedOrder } from './readOrder';

/**
 * Where an order's tax is: added to the prices, part of them, or `outside` of the total because Amazon collects it
 * from the buyer by itself.
 */
export type TaxPlace = 'none' | 'on-top' | 'included' | 'outside';

/** Amazon's country codes of the marketplaces where prices are without tax. */
const PRICES_WITHOUT_TAX: readonly string[] = ['US', 'CA'];

/**
 * Amazon does not say whether prices include tax, so the totals tell: first the order's, then the lines', and the
 * country's custom when neither does.
 */
export function taxPlace({ marketplace, sums }: SummedOrder): TaxPlace {
	const { net, tax, total, lineTotals } = sums;
	if (compare(tax, ZERO) === 0) return 'none';
	const isCustom = PRICES_WITHOUT_TAX.includes(marketplace);
	for (const sum of [total, lineTotals]) {
		if (sum === undefined) continue;
		if (compare(sum, net.plusTax) === 0) return 'on-top';
		if (compare(sum, net.plain) === 0) return isCustom ? 'outside' : 'included';
	}
	return isCustom ? 'on-top' : 'included';
}

/** Whether the total holds the seller's tax and not the part that Amazon collects (marketplace facilitator). */
export function isCollectedOutside({ lines, sums }: SummedOrder): boolean {
	const { net, tax, total } = sums;
	const collected = sumOf(lines.filter((line) => line.taxCollectedByAmazon).map((line) => line.sums.tax));
	if (total === undefined || compare(collected, ZERO) === 0 || compare(collected, tax) === 0) return false;
	return compare(total, add(net.plain, subtract(tax, collected))) === 0;
}
