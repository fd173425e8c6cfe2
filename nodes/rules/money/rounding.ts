import Big from 'big.js';
import { amount, isSafe, MAX_SCALE, smallestUnit, toWide, unitsAt, wideAmount, type Amount } from './money';

export type RoundingDirection = 'up' | 'down' | 'nearest';

/**
 * The multiple of `step` (above 0) next to `a`: towards plus or minus infinity, or the nearest with halves going up.
 */
export function roundToStep(a: Amount, step: Amount, direction: RoundingDirection): Amount {
	if (a.wide === null && step.wide === null) {
		const scale = Math.max(a.scale, step.scale);
		const units = unitsAt(a, scale);
		const stepUnits = unitsAt(step, scale);
		if (isSafe(units) && isSafe(stepUnits)) {
			const rounded = wholeSteps(units, stepUnits, direction) * step.units;
			if (isSafe(rounded)) return amount(rounded, step.scale);
		}
	}
	return roundWide(toWide(a), toWide(step), direction);
}

/** Half-up to a number of decimals. */
export function roundToDecimals(
	a: Amount,
	decimals: number,
	direction: RoundingDirection = 'nearest',
): Amount {
	if (a.wide === null && a.scale <= decimals) return a;
	return roundToStep(a, smallestUnit(decimals), direction);
}

function wholeSteps(units: number, step: number, direction: RoundingDirection): number {
	// Exact although it divides: below 2^53 a quotient of integers never rounds up to the next whole number.
	const whole = Math.floor(units / step);
	const rest = units - whole * step;
	if (direction === 'up') return rest > 0 ? whole + 1 : whole;
	return direction === 'nearest' && rest >= step - rest ? whole + 1 : whole;
}

function roundWide(value: Big, step: Big, direction: RoundingDirection): Amount {
	let whole = value.div(step).round(0, Big.roundDown);
	if (whole.times(step).gt(value)) whole = whole.minus(1);
	const rest = value.minus(whole.times(step));
	const isUp = direction === 'up' ? rest.gt(0) : direction === 'nearest' && rest.times(2).gte(step);
	return narrow((isUp ? whole.plus(1) : whole).times(step));
}

/** Back to integers where they suffice. */
function narrow(value: Big): Amount {
	const scale = Math.max(0, value.c.length - value.e - 1);
	if (scale > MAX_SCALE) return wideAmount(value);
	const units = Number(value.times(`1e${scale}`).toFixed());
	return isSafe(units) ? amount(units, scale) : wideAmount(value);
}
