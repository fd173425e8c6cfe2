import { add, compare, divide, multiply, smallestUnit, subtract, ZERO, type Amount } from './money';
import { roundToDecimals, type RoundingDirection } from './rounding';
import { sumOf } from '../order/orderSums';

/** `amount * part / whole`, rounded; 0 when the whole is 0. */
export function portionOf(
	amount: Amount,
	part: Amount,
	whole: Amount,
	decimals: number,
	direction: RoundingDirection = 'nearest',
): Amount {
	if (compare(whole, ZERO) === 0) return ZERO;
	return roundToDecimals(divide(multiply(amount, part), whole), decimals, direction);
}

/**
 * Shares a total out by what each can take, to the smallest unit of the currency: whole units first, what remains to the
 * largest remainders. The shares add up to the total, and none is above its limit.
 * @param total 0 or more, at most the sum of the limits; like them without more decimals than the currency
 */
export function shareOut(total: Amount, limits: readonly Amount[], decimals: number): Amount[] {
	const whole = sumOf(limits);
	const shares = limits.map((limit) => portionOf(total, limit, whole, decimals, 'down'));
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

export function smaller(a: Amount, b: Amount): Amount {
	return compare(a, b) < 0 ? a : b;
}

export function larger(a: Amount, b: Amount): Amount {
	return compare(a, b) > 0 ? a : b;
}
