import { parseLast, readLastObject } from '../item/lastValue';
import { compileLast } from './lastSent';
import type { Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import { compileFallBrake } from './brake';
import type { PriceConfig } from './config';
import type { PriceRun } from './step';
import type { PriceTerms } from './terms';
import { tierPrice } from './tierGuard';
import { readLastTiers, type QuantityTier } from './tiers';
import type { PriceHold } from './verdict';

/** The business price, if there is one, and its tiers. */
export type BusinessBrake = (
	regular: PriceRun,
	price: Amount | undefined,
	tiers: readonly QuantityTier[],
) => PriceHold | undefined;

/** The brake for business customers: the price of one piece, and that of the cheapest tier. It holds the item, as all does that is wrong with them. */
export function compileBusinessBrake(config: PriceConfig, terms: PriceTerms): BusinessBrake {
	const brake = compileFallBrake(config, terms);
	const read = compileLast(config, 'lastBusiness', terms);
	return (regular, price, tiers) => {
		const sent = readLastObject(read?.(regular.item));
		const last = parseLast(sent?.['price'], terms);
		const held = price && brake({ name: 'business price', price, last, regular: regular.price });
		if (held) return held;
		const cheapest = tiers.at(-1);
		if (cheapest === undefined) return undefined;
		const base = price ?? regular.price;
		const lastCheapest = readLastTiers(sent?.['tiers'], terms)?.at(-1);
		return (
			brake({
				name: `price from ${cheapest.quantity} pieces`,
				price: roundToDecimals(tierPrice(cheapest, base), terms.decimals),
				last: lastCheapest && tierPrice(lastCheapest, last ?? base),
				regular: base,
			}) ?? undefined
		);
	};
}
