import { marketplaceById } from './marketplaces';

/** How a marketplace's reports write what can be read in two ways. */
export interface Notation {
	decimals: 'point' | 'comma';
	dates: 'dayFirst' | 'monthFirst';
}

/** Countries with a decimal comma and those that write the month first (Unicode CLDR, the countries' own locales). */
const COMMA = new Set(['BE', 'BR', 'DE', 'ES', 'FR', 'IT', 'NL', 'PL', 'SE', 'TR', 'ZA']);
const MONTH_FIRST = new Set(['US']);

/** Undefined for a marketplace that is not in the table. */
export function notationOf(marketplaceId: string | undefined): Notation | undefined {
	const iso = marketplaceById(marketplaceId ?? '')?.iso;
	if (iso === undefined) return undefined;
	return {
		decimals: COMMA.has(iso) ? 'comma' : 'point',
		dates: MONTH_FIRST.has(iso) ? 'monthFirst' : 'dayFirst',
	};
}
