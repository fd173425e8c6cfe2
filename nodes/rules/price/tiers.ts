import { compilePath, isAbsent } from '../item/attribute';
import type { ParseNumber } from '../item/decimalStyle';
import { parseDecimal, toFixedText, toShownText } from '../money/decimalText';
import { parseJson, parseLast } from '../item/lastValue';
import { compare, HUNDRED, isPositive, type Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { Notation } from '../item/notation';
import type { ConfiguredTier, Tier } from './config';
import type { PriceRun } from './step';
import type { RunSteps } from './steps';
import type { PriceTerms } from './terms';
import { ConfigError, Hold, shown, type Item, type Recorder } from '../verdict/verdict';
import type { PriceHold } from './verdict';

const MOST_TIERS = 5;
const LEAST_QUANTITY = 2;

/** A quantity discount: `amount` is a price in the marketplace's currency, or the percentage off the business price. */
export interface QuantityTier {
	quantity: number;
	kind: 'price' | 'percentOff';
	amount: Amount;
}

export type ReadTiers = (item: Item, trace: Recorder) => QuantityTier[] | PriceHold;

/** Prices from an item go through steps 2 to 6 like any of its prices; those written in the configuration are final. */
export function compileTiers(
	tiers: ConfiguredTier[] | { attribute: string } | undefined,
	terms: PriceTerms,
	runSteps: RunSteps,
): ReadTiers {
	if (tiers === undefined) return () => [];
	const { decimals } = terms;
	if (Array.isArray(tiers)) {
		const parsed = parseTiers(tiers, parseDecimal);
		const problem = typeof parsed === 'string' ? parsed : problemOf(parsed, decimals);
		if (typeof parsed === 'string' || problem) {
			throw new ConfigError(
				'business.tiers',
				`up to ${MOST_TIERS} rising quantities with falling prices: ${problem}`,
			);
		}
		return () => parsed;
	}
	const read = compilePath(tiers.attribute, 'business.tiers.attribute');
	return (item, trace) => {
		const given = read(item);
		if (isAbsent(given)) return [];
		const parsed = parseTiers(typeof given === 'string' ? parseJson(given) : given, terms.parseNumber);
		if (typeof parsed === 'string') return invalid(tiers.attribute, parsed);
		const priced = priceTiers(parsed, (price, label) => runSteps(item, price, label, trace));
		if (priced instanceof Hold) return priced;
		const problem = problemOf(priced, decimals);
		return problem ? invalid(tiers.attribute, problem) : priced;
	};
}

function priceTiers(
	given: readonly QuantityTier[],
	runPrice: (price: Amount, label: string) => PriceRun | PriceHold,
): QuantityTier[] | PriceHold {
	const tiers: QuantityTier[] = [];
	for (const tier of given) {
		const run =
			tier.kind === 'price' && isPositive(tier.amount)
				? runPrice(tier.amount, `tier ${tier.quantity} `)
				: { price: tier.amount };
		if (run instanceof Hold) return run;
		tiers.push({ ...tier, amount: run.price });
	}
	return tiers;
}

/** A tier as it is sent. */
export function toTier({ quantity, kind, amount }: QuantityTier, decimals: number): Tier {
	return kind === 'price'
		? { quantity, price: toFixedText(amount, decimals) }
		: { quantity, percentOff: toShownText(amount, 0) };
}

/** The tiers that were last sent; undefined when there are none, or they cannot be read. */
export function readLastTiers(given: unknown, notation: Notation): QuantityTier[] | undefined {
	const tiers = parseTiers(given, (value) => parseLast(value, notation));
	return typeof tiers === 'string' ? undefined : tiers;
}

/** The tiers of a list, or what is wrong with its form. */
function parseTiers(list: unknown, parseNumber: ParseNumber): QuantityTier[] | string {
	if (!Array.isArray(list)) return 'they must be a list of {quantity, price} or {quantity, percentOff}';
	const tiers: QuantityTier[] = [];
	for (const entry of list as unknown[]) {
		const tier = parseTier(entry, parseNumber);
		if (tier === undefined)
			return `${shown(JSON.stringify(entry) ?? entry)} is not {quantity, price} or {quantity, percentOff}, with plain numbers`;
		tiers.push(tier);
	}
	return tiers;
}

function parseTier(entry: unknown, parseNumber: ParseNumber): QuantityTier | undefined {
	if (typeof entry !== 'object' || entry === null) return undefined;
	const { quantity, price, percentOff } = entry as Item;
	const count = parseNumber(quantity);
	const kind = isAbsent(percentOff) ? 'price' : 'percentOff';
	const amount = parseNumber(kind === 'price' ? price : percentOff);
	if (count === undefined || amount === undefined || !(isAbsent(price) || isAbsent(percentOff)))
		return undefined;
	return { quantity: Number(toShownText(count, 0)), kind, amount };
}

/** What Amazon would refuse about the tiers; undefined when nothing. */
function problemOf(tiers: readonly QuantityTier[], decimals: number): string | undefined {
	if (tiers.length > MOST_TIERS) return `there are ${tiers.length}, Amazon takes ${MOST_TIERS}`;
	return tiers
		.map((tier, index) => problemAt(tier, tiers[index - 1], decimals))
		.find((problem) => problem !== undefined);
}

function problemAt(
	tier: QuantityTier,
	before: QuantityTier | undefined,
	decimals: number,
): string | undefined {
	const { quantity, kind, amount } = tier;
	if (!Number.isInteger(quantity) || quantity < LEAST_QUANTITY) {
		return `quantity ${quantity} is not a whole number from ${LEAST_QUANTITY}`;
	}
	if (!isPositive(amount) || (kind === 'percentOff' && compare(amount, HUNDRED) >= 0)) {
		return `${kind} ${toShownText(amount, 0)} at quantity ${quantity} is out of range`;
	}
	if (kind === 'price' && compare(roundToDecimals(amount, decimals), amount) !== 0) {
		return `price ${toShownText(amount, 0)} has more decimals than the currency`;
	}
	if (before === undefined) return undefined;
	if (before.kind !== kind) return 'prices and percentages are mixed';
	if (quantity <= before.quantity) return `quantity ${quantity} does not follow ${before.quantity}`;
	const step = compare(amount, before.amount);
	return (kind === 'price' ? step < 0 : step > 0)
		? undefined
		: `quantity ${quantity} is not cheaper than ${before.quantity}`;
}

function invalid(attribute: string, problem: string): PriceHold {
	return new Hold(
		'tiers-invalid',
		`The quantity tiers in ${attribute} cannot be sent: ${problem}; correct them in the store`,
	);
}
