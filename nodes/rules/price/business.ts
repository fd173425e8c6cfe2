import { isAbsent, type ReadAttribute } from '../item/attribute';
import { toFixedText } from '../money/decimalText';
import { readLastObject } from '../item/lastValue';
import { compileLast } from './lastSent';
import { compare, isPositive, multiply, negate, percentFactor, type Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { BusinessConfig, BusinessPrice, PriceConfig } from './config';
import { compileLimits } from './limits';
import type { PriceRun } from './step';
import { compileReadPrice, type RunSteps } from './steps';
import type { PriceTerms } from './terms';
import { compileBusinessBrake } from './businessBrake';
import { checkTiers, compileGuard } from './tierGuard';
import { compileTiers, toTier, type QuantityTier } from './tiers';
import { compileValue, PERCENT_OFF } from '../item/value';
import { ConfigError, Hold, type Item, type Recorder } from '../verdict/verdict';
import type { PriceHold } from './verdict';

/** Given the item's finished regular price. `null`: Amazon was last sent one, and the item has none any more. */
export type ReadBusiness = (regular: PriceRun) => BusinessPrice | PriceHold | null | undefined;

type ReadPriceBelow = (regular: PriceRun) => Amount | PriceHold | undefined;

/** The price for business customers and its quantity tiers; a wrong one holds the item, it is never sent halfway. */
export function compileBusiness(config: PriceConfig, terms: PriceTerms, runSteps: RunSteps): ReadBusiness {
	const { business } = config;
	const readLast = compileLast(config, 'lastBusiness', terms);
	const { decimals } = terms;
	if (!business) return compileEnd(readLast, decimals);
	const readPrice = compileBusinessPrice({ ...business, limits: config.limits }, terms, runSteps);
	const readTiers = compileTiers(business.tiers, terms, runSteps);
	const guard = compileGuard(config, terms);
	const brake = compileBusinessBrake(config, terms);
	return (regular) => {
		const price = readPrice(regular);
		if (price instanceof Hold) return price;
		const tiers = readTiers(regular.item, regular.trace);
		if (tiers instanceof Hold) return tiers;
		const hold =
			(price && checkBelow(price, regular.price, decimals)) ??
			checkTiers({ tiers, base: price ?? regular.price, regular }, guard, decimals) ??
			brake(regular, price, tiers);
		if (hold) return hold;
		const sent = toBusinessPrice(price, tiers, decimals) ?? withoutBusiness(readLast?.(regular.item));
		if (regular.trace) traceBusiness(regular.trace, toFixedText(regular.price, decimals), sent);
		return sent;
	};
}

/** Without the rule there is no business price any more. */
function compileEnd(readLast: ReadAttribute | undefined, decimals: number): ReadBusiness {
	if (readLast === undefined) return () => undefined;
	return ({ item, price, trace }) => {
		const sent = withoutBusiness(readLast(item));
		if (trace) traceBusiness(trace, toFixedText(price, decimals), sent);
		return sent;
	};
}

function compileBusinessPrice(
	{ source, percentOff, tiers, limits: configured }: BusinessConfig & Pick<PriceConfig, 'limits'>,
	terms: PriceTerms,
	runSteps: RunSteps,
): ReadPriceBelow {
	if ((source && percentOff) || (!source && !percentOff && !tiers)) {
		throw new ConfigError(
			'business',
			'a source field, or percentOff, or tiers; not source and percentOff together',
		);
	}
	if (source) {
		const origin = { path: source, field: 'business.source', label: 'business ' };
		return fromSource(compileReadPrice(origin, terms, runSteps));
	}
	if (!percentOff) return () => undefined;
	const place = { field: 'business.percentOff', range: PERCENT_OFF };
	const readPercent = compileValue(percentOff, place, terms);
	const limits = compileLimits(configured, terms);
	return (regular) => {
		const percent = readPercent(regular.item);
		if (percent === undefined || percent instanceof Hold) return percent;
		const price = roundToDecimals(multiply(regular.price, percentFactor(negate(percent))), terms.decimals);
		const run: PriceRun = { ...regular, label: 'business ', price };
		const hold = limits.map((limit) => limit(run)).find((result) => result !== null);
		return hold ?? run.price;
	};
}

/** An item without a business price simply has none. */
function fromSource(read: (item: Item, trace: Recorder) => PriceRun | PriceHold): ReadPriceBelow {
	return ({ item, trace }) => {
		const run = read(item, trace);
		if (!(run instanceof Hold)) return run.price;
		return run.reason === 'no-price' ? undefined : run;
	};
}

function checkBelow(price: Amount, regular: Amount, decimals: number): PriceHold | undefined {
	const text = `The business price ${toFixedText(price, decimals)}`;
	if (!isPositive(price))
		return new Hold('price-not-positive', `${text} must be above 0; correct it, or its percentage`);
	if (compare(price, regular) <= 0) return undefined;
	const advice = `is above the regular price ${toFixedText(regular, decimals)}; Amazon refuses that, lower it`;
	return new Hold('business-price-above-price', `${text} ${advice}`);
}

function toBusinessPrice(
	price: Amount | undefined,
	tiers: QuantityTier[],
	decimals: number,
): BusinessPrice | undefined {
	if (price === undefined && tiers.length === 0) return undefined;
	return {
		...(price && { price: toFixedText(price, decimals) }),
		...(tiers.length > 0 && { tiers: tiers.map((tier) => toTier(tier, decimals)) }),
	};
}

/** One that nobody ends would stay at Amazon for business customers, whatever the regular price becomes. */
function withoutBusiness(last: unknown): null | undefined {
	const sent = readLastObject(last);
	return isAbsent(sent?.['price']) && isAbsent(sent?.['tiers']) ? undefined : null;
}

function traceBusiness(
	trace: NonNullable<Recorder>,
	before: string,
	sent: BusinessPrice | null | undefined,
): void {
	if (sent === undefined) return;
	if (sent === null) {
		const note = 'ends the one last sent';
		trace.push({
			step: 'business',
			before,
			after: 'no business price',
			note,
			line: 'no business price any more',
		});
		return;
	}
	const tiers = sent.tiers?.map(
		({ quantity, price, percentOff }) => `${quantity}: ${price ?? `-${percentOff} %`}`,
	);
	const after = sent.price ?? before;
	const line = `business price ${after}`;
	if (tiers === undefined) trace.push({ step: 'business', before, after, line });
	else
		trace.push({
			step: 'business',
			before,
			after,
			note: tiers.join(', '),
			line: `${line}, from ${tiers.join(', ')}`,
		});
}
