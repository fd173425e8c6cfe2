import { toFixedText, toShownText } from '../money/decimalText';
import { amount, compare, multiply, type Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { Notation } from '../item/notation';
import type { Limit, Limits } from './config';
import { moveTo, type PriceRun, type PriceStep } from './step';
import type { PriceTerms } from './terms';
import { ABOVE_ZERO, compileValue, requireNumber, ZERO_OR_MORE, type Place } from '../item/value';
import { ConfigError, Hold } from '../verdict/verdict';
import type { PriceHold, PriceReason } from './verdict';

interface Bound {
	name: string;
	reason: PriceReason;
	isCrossed: (price: Amount, limit: Amount) => boolean;
	/** Undefined when the item has no such limit. */
	read: (run: PriceRun) => Amount | PriceHold | undefined;
}

interface BoundKind {
	field: 'ceiling' | 'floor' | 'minimumAdvertised';
	name: string;
	reason: PriceReason;
	isLower: boolean;
}

/** The ceiling first: where it contradicts a lower limit, the lower one is seen to break it. */
const KINDS: readonly BoundKind[] = [
	{ field: 'ceiling', name: 'ceiling', reason: 'above-ceiling', isLower: false },
	{ field: 'floor', name: 'floor', reason: 'below-floor', isLower: true },
	{ field: 'minimumAdvertised', name: 'minimum advertised price', reason: 'below-map', isLower: true },
];

const isBelow = (price: Amount, limit: Amount): boolean => compare(price, limit) < 0;
const isAbove = (price: Amount, limit: Amount): boolean => compare(price, limit) > 0;
const HUNDREDTH = amount(1, 2);

/** Step 6: keeps the price within its limits, or holds it, as configured. */
export function compileLimits(limits: Limits | undefined, terms: PriceTerms): PriceStep[] {
	if (!limits) return [];
	const { decimals } = terms;
	const { onCrossing = 'clamp' } = limits;
	if (onCrossing !== 'clamp' && onCrossing !== 'hold') {
		throw new ConfigError('limits.onCrossing', 'one of clamp, hold', onCrossing);
	}
	const bounds = KINDS.flatMap((kind) => compileBound(kind, limits[kind.field], terms));
	return bounds.length === 0
		? []
		: [(run) => keepWithin(run, bounds, { isClamped: onCrossing === 'clamp', decimals })];
}

function keepWithin(
	run: PriceRun,
	bounds: readonly Bound[],
	{ isClamped, decimals }: { isClamped: boolean; decimals: number },
): PriceHold | null {
	let ceiling: Amount | undefined;
	for (const bound of bounds) {
		const limit = bound.read(run);
		if (limit instanceof Hold) return limit;
		if (bound.reason === 'above-ceiling') ceiling = limit;
		if (limit === undefined || !bound.isCrossed(run.price, limit)) {
			traceKept(run, bound, limit, decimals);
			continue;
		}
		if (!isClamped) return crossed({ price: run.price, limit }, bound, decimals);
		moveTo(run, limit, { step: bound.name, decimals, note: bound.name });
	}
	return ceiling !== undefined && isAbove(run.price, ceiling)
		? contradicting(run.price, ceiling, decimals)
		: null;
}

function traceKept(run: PriceRun, { name }: Bound, limit: Amount | undefined, decimals: number): void {
	if (run.trace === null) return;
	const price = toShownText(run.price, decimals);
	const same = { step: run.label + name, before: price, after: price };
	if (limit === undefined) run.trace.push({ ...same, line: `no ${name}` });
	else run.trace.push({ ...same, note: `${name} ${toFixedText(limit, decimals)}` });
}

function compileBound(kind: BoundKind, limit: Limit | undefined, terms: PriceTerms): Bound[] {
	if (limit === undefined) return [];
	const place = { field: `limits.${kind.field}`, range: ZERO_OR_MORE };
	const read = compileLimit(limit, place, terms);
	const isCrossed = kind.isLower ? isBelow : isAbove;
	// To the safe side: a floor of 9.995 must not become 9.99.
	const inside = (value: Amount): Amount =>
		roundToDecimals(value, terms.decimals, kind.isLower ? 'up' : 'down');
	const { name, reason } = kind;
	if ('fixed' in limit) {
		const fixed = inside(requireNumber(limit.fixed, place.field, place.range));
		return [{ name, reason, isCrossed, read: () => fixed }];
	}
	const readInside = (run: PriceRun): Amount | PriceHold | undefined => {
		const given = read(run);
		return given === undefined || given instanceof Hold ? given : inside(given);
	};
	return [{ name, reason, isCrossed, read: readInside }];
}

/** A number, an attribute of the item, or a percentage of the price's source; undefined when the item has none. */
export function compileLimit(
	limit: Limit,
	place: Place,
	notation: Notation,
): (run: PriceRun) => Amount | PriceHold | undefined {
	const { field } = place;
	if (typeof limit !== 'object' || limit === null) {
		throw new ConfigError(field, 'a fixed number, a field, or a percentOfSource', limit);
	}
	if ('percentOfSource' in limit) {
		const percent = requireNumber(limit.percentOfSource, `${field}.percentOfSource`, ABOVE_ZERO);
		const share = multiply(percent, HUNDREDTH);
		return (run) => multiply(run.source, share);
	}
	const read = compileValue(limit, place, notation);
	return (run) => read(run.item);
}

function crossed(
	{ price, limit }: Record<'price' | 'limit', Amount>,
	bound: Bound,
	decimals: number,
): PriceHold {
	const side = bound.reason === 'above-ceiling' ? 'above' : 'below';
	const values = `The price ${toFixedText(price, decimals)} is ${side} the ${bound.name} ${toFixedText(limit, decimals)}`;
	return new Hold(bound.reason, `${values}; correct the price in the store, or change the limit`);
}

function contradicting(lower: Amount, ceiling: Amount, decimals: number): PriceHold {
	const values = `The lower limit ${toFixedText(lower, decimals)} is above the ceiling ${toFixedText(ceiling, decimals)}`;
	return new Hold('above-ceiling', `${values}; correct the limits of this item`);
}
