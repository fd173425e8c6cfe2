import { isAbsent } from '../item/attribute';
import { toFixedText } from '../money/decimalText';
import { parseLast, readLastObject } from '../item/lastValue';
import { compileLast } from './lastSent';
import { compare, type Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { BoundSide, PriceBounds, PriceConfig } from './config';
import { compileLimit } from './limits';
import type { PriceRun } from './step';
import type { PriceTerms } from './terms';
import { ABOVE_ZERO } from '../item/value';
import { ConfigError, Hold, type Item } from '../verdict/verdict';
import type { PriceHold } from './verdict';

/** Amazon's repricing bounds of an item, as they will be once this is sent. */
export interface Bounds extends Partial<Record<BoundSide, Amount>> {
	/** What is sent about them; undefined when nothing is. */
	sent: PriceBounds | undefined;
}

/** Given the item's finished regular price. */
export type ReadBounds = (regular: PriceRun) => Bounds | PriceHold;

/** `clear`: Amazon is to have none. Undefined: nothing is said about it. */
type ReadBound = (regular: PriceRun) => Amount | PriceHold | 'clear' | undefined;

/** What Amazon was last sent about an item's bounds; undefined when nothing is known. */
type ReadLast = (item: Item) => Item | undefined;

const SIDES = ['minimum', 'maximum'] as const;
const NOTHING: Bounds = { sent: undefined };

/**
 * Amazon's repricing bounds (minimum and maximum seller allowed price). A price outside them would be refused or taken off
 * sale, so it is held here; bounds that are not sent count as they were last sent.
 */
export function compileBounds(config: PriceConfig, terms: PriceTerms): ReadBounds {
	const readLast = compileLastBounds(config, terms);
	if (!config.bounds && !readLast) return () => NOTHING;
	const readers = SIDES.map((side) => ({ side, read: compileBound(config.bounds, side, terms) }));
	return (regular) => {
		const last = readLast?.(regular.item);
		if (last === undefined && !config.bounds) return NOTHING;
		const bounds: Bounds = { sent: undefined };
		for (const { side, read } of readers) {
			const given = read(regular);
			if (given instanceof Hold) return given;
			bounds[side] =
				given === undefined ? parseLast(last?.[side], terms) : given === 'clear' ? undefined : given;
			if (given === undefined) continue;
			bounds.sent ??= {};
			bounds.sent[side] = given === 'clear' ? null : toFixedText(given, terms.decimals);
		}
		return check(regular, bounds, terms.decimals);
	};
}

function compileBound(configured: PriceConfig['bounds'], side: BoundSide, terms: PriceTerms): ReadBound {
	const limit = configured?.[side];
	const otherwise = isCleared(configured?.clear, side) ? 'clear' : undefined;
	if (limit === undefined) return () => otherwise;
	const read = compileLimit(limit, { field: `bounds.${side}`, range: ABOVE_ZERO }, terms);
	return (regular) => {
		const given = read(regular) ?? otherwise;
		const isAmount = given !== undefined && given !== 'clear' && !(given instanceof Hold);
		return isAmount ? roundToDecimals(given, terms.decimals) : given;
	};
}

function isCleared(clear: readonly BoundSide[] | undefined, side: BoundSide): boolean {
	if (clear === undefined) return false;
	const isList: boolean = Array.isArray(clear);
	if (isList && clear.every((one) => SIDES.includes(one))) return clear.includes(side);
	throw new ConfigError('bounds.clear', 'a list of minimum, maximum', clear);
}

function compileLastBounds(config: PriceConfig, terms: PriceTerms): ReadLast | undefined {
	const read = compileLast(config, 'lastBounds', terms);
	return (
		read &&
		((item) => {
			const last = read(item);
			return isAbsent(last) ? undefined : readLastObject(last);
		})
	);
}

function check({ price, trace }: PriceRun, bounds: Bounds, decimals: number): Bounds | PriceHold {
	const { minimum, maximum, sent } = bounds;
	if (minimum === undefined && maximum === undefined) return bounds;
	const isOutside =
		(minimum !== undefined && compare(price, minimum) < 0) ||
		(maximum !== undefined && compare(price, maximum) > 0);
	const boundText = (bound: Amount | undefined) => (bound ? toFixedText(bound, decimals) : 'any');
	const range = `${boundText(minimum)} to ${boundText(maximum)}`;
	const text = toFixedText(price, decimals);
	const note = `${isOutside ? 'outside' : 'within'} ${range}`;
	trace?.push({ step: 'bounds', before: text, after: text, note, line: `${note} at Amazon` });
	return isOutside ? outside(text, range, sent) : bounds;
}

function outside(price: string, range: string, sent: PriceBounds | undefined): PriceHold {
	const last = 'that Amazon was last sent; correct the price, or send other bounds with it, or clear them';
	const advice = sent === undefined ? ` ${last}` : '; correct the price, or the bounds';
	return new Hold(
		'outside-bounds',
		`The price ${price} is outside Amazon's repricing bounds ${range}${advice}`,
	);
}
