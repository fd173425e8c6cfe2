import { requireCurrency } from '../item/currency';
import { currencyDecimals } from '../money/currencies';
import { compileNotation, type Notation } from '../item/notation';
import type { PriceConfig } from './config';

/** What every step of a price needs to know: the marketplace's currency, and how the items write numbers and dates. */
export interface PriceTerms extends Notation {
	currency: string;
	/** Of the currency. */
	decimals: number;
}

/** @throws ConfigError for an unknown currency, decimal style or time zone */
export function compileTerms(config: PriceConfig): PriceTerms {
	const currency = requireCurrency(config.currency, 'currency');
	return { currency, decimals: currencyDecimals(currency), ...compileNotation(config) };
}
