import type { ValueReason } from '../item/value';
import type { Finding, Hold } from '../verdict/verdict';

/** Why a price is not sent. The words are part of the output and never change after release. */
export type PriceReason =
	| ValueReason
	| 'no-price'
	| 'price-not-a-number'
	| 'price-not-positive'
	| 'no-exchange-rate'
	| 'below-floor'
	| 'above-ceiling'
	| 'below-map'
	| 'price-moved-too-far'
	| 'business-price-above-price'
	| 'tiers-invalid'
	| 'outside-bounds'
	| 'unchanged';

export type PriceHold = Hold<PriceReason>;

export type PriceFinding = Finding<'sale-not-sent' | 'last-value-unreadable'>;
