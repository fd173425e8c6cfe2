import { compileBusiness } from './business';
import { toFixedText } from '../money/decimalText';
import { verdictOf, type Decide } from '../verdict/decision';
import { compileUnchanged } from './lastSent';
import { isPositive } from '../money/money';
import { compileBrake } from './brake';
import { compileBounds } from './bounds';
import type { PriceChange, PriceConfig } from './config';
import { compileReadPrice, compileSteps } from './steps';
import { compileTerms } from './terms';
import { compileSale } from './sale';
import { Hold, type Item, type Verdict } from '../verdict/verdict';
import type { PriceHold, PriceReason } from './verdict';

export * from './config';

export type DecidePrice = (item: Item, now: number) => Verdict<PriceChange, PriceReason>;

/**
 * Compiles the price rules of one marketplace.
 * @returns a pure function: item and now (milliseconds since 1970) in, what to send or why not out; it never throws, and
 * the item must stay as it is until the verdict's trace has been read
 * @throws ConfigError naming the field and what it may be
 */
export function decidePrice(config: PriceConfig): DecidePrice {
	const decide = compileDecision(config);
	return (item, now) => verdictOf(decide, item, now);
}

function compileDecision(config: PriceConfig): Decide<PriceChange, PriceReason> {
	const terms = compileTerms(config);
	const { currency, decimals } = terms;
	const runSteps = compileSteps(config, terms);
	const origin = { path: config.source, field: 'source', label: '' };
	const readPrice = compileReadPrice(origin, terms, runSteps);
	const readBounds = compileBounds(config, terms);
	const brake = compileBrake(config, terms);
	const readSale = compileSale(config, terms, runSteps);
	const readBusiness = compileBusiness(config, terms, runSteps);
	const isUnchanged = compileUnchanged(config, terms);

	return (item, now, trace) => {
		const run = readPrice(item, trace);
		if (run instanceof Hold) return run;
		const { price } = run;
		const text = toFixedText(price, decimals);
		if (!isPositive(price)) return notPositive(text, currency);
		const bounds = readBounds(run);
		if (bounds instanceof Hold) return bounds;
		const held = brake?.(run);
		if (held) return held;
		const { findings } = run;
		const sale = readSale({ item, price, minimum: bounds.minimum, now, trace, findings });
		const business = readBusiness(run);
		if (business instanceof Hold) return business;
		const change: PriceChange = { price: text, currency };
		if (sale !== undefined) change.sale = sale;
		if (business !== undefined) change.business = business;
		if (bounds.sent) change.bounds = bounds.sent;
		const isSame = isUnchanged?.(run, change) === true;
		if (findings.length > 0) change.findings = findings;
		return isSame ? unchanged(change) : change;
	};
}

function notPositive(price: string, currency: string): PriceHold {
	return new Hold(
		'price-not-positive',
		`The rules bring the price to ${price} ${currency}; it must be above 0, correct the price or the modifiers`,
	);
}

function unchanged({ price, currency, findings }: PriceChange): PriceHold {
	return new Hold(
		'unchanged',
		`${price} ${currency} is what was last sent; turn "Only Changes" off to send it again`,
		findings,
	);
}
