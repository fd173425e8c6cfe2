import { toFixedText } from '../money/decimalText';
import { compare, isPositive, multiply, negate, percentFactor, type Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { PriceConfig } from './config';
import { compileLimits } from './limits';
import type { PriceRun } from './step';
import type { PriceTerms } from './terms';
import type { QuantityTier } from './tiers';
import { Hold } from '../verdict/verdict';
import type { PriceHold } from './verdict';

/** The limits of the regular price also guard the cheapest tier; clamping would break the order of the tiers. */
export function compileGuard(
	config: PriceConfig,
	terms: PriceTerms,
): (regular: PriceRun, price: Amount) => PriceHold | undefined {
	const limits = config.limits ? compileLimits({ ...config.limits, onCrossing: 'hold' }, terms) : [];
	return (regular, price) => {
		const run: PriceRun = { ...regular, price, trace: null };
		return limits.map((limit) => limit(run)).find((hold) => hold !== null) ?? undefined;
	};
}

/** Tiers, and what they are measured against. */
export interface PricedTiers {
	tiers: readonly QuantityTier[];
	/** The price of one piece alone. */
	base: Amount;
	regular: PriceRun;
}

/** Why the tiers cannot go with the price of one piece; undefined when they can. */
export function checkTiers(
	{ tiers, base, regular }: PricedTiers,
	guard: ReturnType<typeof compileGuard>,
	decimals: number,
): PriceHold | undefined {
	const [first] = tiers;
	const last = tiers.at(-1);
	if (!first || !last) return undefined;
	const cheapest = roundToDecimals(tierPrice(last, base), decimals);
	if (compare(tierPrice(first, base), base) >= 0 || !isPositive(cheapest)) {
		const prices = `from ${first.quantity} pieces is not below the price of one, ${toFixedText(base, decimals)}`;
		return new Hold('tiers-invalid', `The quantity price ${prices}, or comes to 0; correct the tiers`);
	}
	return guard(regular, cheapest);
}

/** The price of one piece in a tier. @param base the price of one piece alone */
export function tierPrice({ kind, amount }: QuantityTier, base: Amount): Amount {
	return kind === 'price' ? amount : multiply(base, percentFactor(negate(amount)));
}
