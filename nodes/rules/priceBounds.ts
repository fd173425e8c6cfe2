import { toFixedText } from './decimalText';
import { compare, type Amount } from './money';
import { roundToDecimals } from './moneyRounding';
import type { PriceBounds, PriceConfig, Value } from './priceConfig';
import { ABOVE_ZERO, compileValue, type ReadValue } from './value';
import { Hold, type Item, type Recorder } from './verdict';

export interface Bounds {
	minimum: Amount | undefined;
	maximum: Amount | undefined;
}

export type ReadBounds = (item: Item, price: Amount, trace: Recorder) => Bounds | Hold | undefined;

/** Amazon's repricing bounds; a price outside them would be refused, so it is held here. */
export function compileBounds(bounds: PriceConfig['bounds'], decimals: number): ReadBounds {
	if (!bounds) return () => undefined;
	const readMinimum = compileBound(bounds.minimum, 'bounds.minimum', decimals);
	const readMaximum = compileBound(bounds.maximum, 'bounds.maximum', decimals);
	return (item, price, trace) => {
		const minimum = readMinimum(item);
		const maximum = readMaximum(item);
		if (minimum instanceof Hold) return minimum;
		if (maximum instanceof Hold) return maximum;
		if (minimum === undefined && maximum === undefined) return undefined;
		const isOutside =
			(minimum !== undefined && compare(price, minimum) < 0) ||
			(maximum !== undefined && compare(price, maximum) > 0);
		const range = `${textOf(minimum, decimals)} to ${textOf(maximum, decimals)}`;
		const text = toFixedText(price, decimals);
		trace?.push({
			step: 'bounds',
			before: text,
			after: text,
			note: `${isOutside ? 'outside' : 'within'} ${range}`,
		});
		return isOutside ? outside(text, range) : { minimum, maximum };
	};
}

/** The bounds as they are sent. */
export function toPriceBounds({ minimum, maximum }: Bounds, decimals: number): PriceBounds {
	return {
		...(minimum && { minimum: toFixedText(minimum, decimals) }),
		...(maximum && { maximum: toFixedText(maximum, decimals) }),
	};
}

function compileBound(value: Value | undefined, field: string, decimals: number): ReadValue {
	if (value === undefined) return () => undefined;
	const read = compileValue(value, field, ABOVE_ZERO);
	return (item) => {
		const given = read(item);
		return given === undefined || given instanceof Hold ? given : roundToDecimals(given, decimals);
	};
}

function textOf(bound: Amount | undefined, decimals: number): string {
	return bound === undefined ? 'any' : toFixedText(bound, decimals);
}

function outside(price: string, range: string): Hold {
	return new Hold(
		'outside-bounds',
		`The price ${price} is outside Amazon's repricing bounds ${range}; correct the price, or the bounds`,
	);
}
