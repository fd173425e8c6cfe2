import {
	add,
	amount,
	unitsAt,
	compare,
	divide,
	multiply,
	smallestUnit,
	subtract,
	ZERO,
	sumOf,
	type Amount,
} from './money';
import { roundToDecimals, type RoundingDirection } from './rounding';

/** A part of a whole. */
export interface Share {
	part: Amount;
	whole: Amount;
}

/** `total * part / whole`, rounded; 0 when the whole is 0. */
export function portionOf(
	total: Amount,
	{ part, whole }: Share,
	decimals: number,
	direction: RoundingDirection = 'nearest',
): Amount {
	if (compare(whole, ZERO) === 0) return ZERO;
	return roundToDecimals(divide(multiply(total, part), whole), decimals, direction);
}

/** Units that share one price. */
export interface PricedUnits {
	count: number;
	price: Amount;
}

/**
 * Unit prices that multiply to `total` exactly: one for all units, or a second one, higher by the currency's smallest
 * unit, for some of them.
 * @param total without more decimals than the currency
 * @param count whole, above 0
 */
export function unitPrices(total: Amount, count: number, decimals: number): PricedUnits[] {
	const units = amount(count, 0);
	const low = roundToDecimals(divide(total, units), decimals, 'down');
	const rest = subtract(total, multiply(low, units));
	const dearer = unitsAt(roundToDecimals(rest, decimals), decimals);
	const cheaper = { count: count - dearer, price: low };
	return dearer === 0 ? [cheaper] : [cheaper, { count: dearer, price: add(low, smallestUnit(decimals)) }];
}

/**
 * Shares a total out by what each can take, to the smallest unit of the currency: whole units first, what remains to the
 * largest remainders. The shares add up to the total, and none is above its limit.
 * @param total 0 or more, at most the sum of the limits; like them without more decimals than the currency
 */
export function shareOut(total: Amount, limits: readonly Amount[], decimals: number): Amount[] {
	const whole = sumOf(limits);
	const shares = limits.map((limit) => portionOf(total, { part: limit, whole }, decimals, 'down'));
	const unit = smallestUnit(decimals);
	const remainders = limits.map((limit, index) => ({
		index,
		remainder: subtract(multiply(total, limit), multiply(shares[index] ?? ZERO, whole)),
	}));
	remainders.sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
	let missing = subtract(total, sumOf(shares));
	for (const { index } of remainders) {
		if (compare(missing, unit) < 0) break;
		shares[index] = add(shares[index] ?? ZERO, unit);
		missing = subtract(missing, unit);
	}
	return shares;
}
