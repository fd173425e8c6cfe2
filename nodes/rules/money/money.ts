import Big from 'big.js';

/**
 * An exact decimal number: `units / 10^scale`, or `wide` when that does not fit into safe integers.
 * Almost every price fits, and integers are many times faster than a decimal object; both give the same results.
 */
export interface Amount {
	readonly units: number;
	/** 0 to 15. */
	readonly scale: number;
	readonly wide: Big | null;
}

/** Its own constructor, so that nobody else's settings reach it; a quotient is cut, never rounded twice. */
const Wide = Big();
Wide.DP = 40;
Wide.RM = 0;

export const MAX_SCALE = 15;
const POWERS = Array.from({ length: MAX_SCALE + 1 }, (_, exponent) => 10 ** exponent);

export const ZERO = amount(0, 0);
export const ONE = amount(1, 0);
export const HUNDRED = amount(100, 0);
const HUNDREDTH = amount(1, 2);

/** `units / 10^scale`; the caller vouches for safe integers. */
export function amount(units: number, scale: number): Amount {
	return { units: units === 0 ? 0 : units, scale, wide: null };
}

export function wideAmount(value: Big | string | number): Amount {
	return { units: 0, scale: 0, wide: new Wide(value) };
}

/** The same number as a decimal object. */
export function toWide(value: Amount): Big {
	return value.wide ?? new Wide(`${value.units}e-${value.scale}`);
}

/** 10^-decimals, the smallest unit of a currency. */
export function smallestUnit(decimals: number): Amount {
	return amount(1, decimals);
}

export function add(a: Amount, b: Amount): Amount {
	if (a.wide === null && b.wide === null) {
		const scale = Math.max(a.scale, b.scale);
		const units = unitsAt(a, scale) + unitsAt(b, scale);
		if (isSafe(units)) return amount(units, scale);
	}
	return wideAmount(toWide(a).plus(toWide(b)));
}

export function negate(a: Amount): Amount {
	return a.wide === null ? amount(-a.units, a.scale) : wideAmount(a.wide.neg());
}

export function subtract(a: Amount, b: Amount): Amount {
	return add(a, negate(b));
}

export function multiply(a: Amount, b: Amount): Amount {
	if (a.wide === null && b.wide === null) {
		const units = a.units * b.units;
		const scale = a.scale + b.scale;
		if (isSafe(units) && scale <= MAX_SCALE) return amount(units, scale);
	}
	return wideAmount(toWide(a).times(toWide(b)));
}

/** Quotient cut after 40 decimals; `b` must not be 0. */
export function divide(a: Amount, b: Amount): Amount {
	return wideAmount(toWide(a).div(toWide(b)));
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`. */
export function compare(a: Amount, b: Amount): number {
	if (a.wide === null && b.wide === null) {
		const scale = Math.max(a.scale, b.scale);
		const left = unitsAt(a, scale);
		const right = unitsAt(b, scale);
		if (isSafe(left) && isSafe(right)) return left - right;
	}
	return toWide(a).cmp(toWide(b));
}

export function isPositive(a: Amount): boolean {
	return a.wide === null ? a.units > 0 : a.wide.gt(0);
}

/** `1 + percent / 100`. */
export function percentFactor(percent: Amount): Amount {
	return multiply(add(HUNDRED, percent), HUNDREDTH);
}

/** The units of a value that has no more than `scale` decimals; they may leave the safe integers. */
export function unitsAt(value: Amount, scale: number): number {
	return value.scale === scale ? value.units : value.units * (POWERS[scale - value.scale] ?? NaN);
}

export function isSafe(units: number): boolean {
	return units <= Number.MAX_SAFE_INTEGER && units >= -Number.MAX_SAFE_INTEGER;
}

/** 0 for none. */
export function sumOf(amounts: readonly Amount[]): Amount {
	return amounts.reduce(add, ZERO);
}

export function smaller(a: Amount, b: Amount): Amount {
	return compare(a, b) < 0 ? a : b;
}

export function larger(a: Amount, b: Amount): Amount {
	return compare(a, b) > 0 ? a : b;
}

/** How far two amounts are apart, 0 or more. */
export function distance(a: Amount, b: Amount): Amount {
	const difference = subtract(a, b);
	return isPositive(difference) ? difference : negate(difference);
}
