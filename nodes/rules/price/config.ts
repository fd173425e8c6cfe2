import type { NotationConfig } from '../item/notation';
import type { Value } from '../item/value';
import type { PriceFinding } from './verdict';

/** `percentOfSource` is of the source price after the exchange; everything else is in the marketplace's currency. */
export type Limit = Value | { percentOfSource: string | number };

export type ModifierKind = 'addFixed' | 'subtractFixed' | 'addPercent' | 'subtractPercent';

export interface Modifier {
	kind: ModifierKind;
	value: Value;
}

export interface Exchange {
	/** Keys are `FROM>TO`, for example `{"EUR>GBP": "0.84"}`. */
	rates?: Record<string, string | number>;
	/** Attribute that holds the item's own rate; it wins over the table. */
	rateAttribute?: string;
}

export type Direction = 'up' | 'down' | 'nearest';

export type Rounding =
	| { kind: 'none' | 'cents' }
	| { kind: 'whole'; direction: Direction }
	| { kind: 'ending'; ending: string; direction: 'nearest' | 'up' }
	| { kind: 'step'; step: string | number; direction: Direction };

export interface Limits {
	floor?: Limit;
	ceiling?: Limit;
	minimumAdvertised?: Limit;
	/** Default `clamp`. */
	onCrossing?: 'clamp' | 'hold';
}

export interface SaleConfig {
	/** Attribute of the sale price. */
	source: string;
	/** Attribute of the first moment of the sale: ISO or SQL date, or Unix time. */
	start?: string;
	/** Attribute of its end; a date without a time means the whole of that day: "until 30 November" is midnight after it. */
	end?: string;
	/** "Sale Lasts", default 30: used when the item has no end. */
	lastsDays?: number;
}

export interface ConfiguredTier {
	quantity: number;
	price?: string | number;
	percentOff?: string | number;
}

export interface BusinessConfig {
	/** Attribute of the business price, or instead `percentOff` the regular price. */
	source?: string;
	percentOff?: Value;
	/** Written down, or an attribute holding a list (or its JSON) of `{quantity, price | percentOff}`. */
	tiers?: ConfiguredTier[] | { attribute: string };
}

export interface PriceConfig extends NotationConfig {
	/** Attribute path of the price. */
	source: string;
	/** The marketplace's currency, ISO 4217. */
	currency: string;
	/** Attribute path of the item's currency. */
	itemCurrency?: string;
	/** Currency of items that name none; default the marketplace's. */
	storeCurrency?: string;
	exchange?: Exchange;
	modifiers?: Modifier[];
	tax?: { kind: 'add' | 'remove'; percent: Value };
	rounding?: Rounding;
	limits?: Limits;
	/**
	 * Hold a price that moves further than this many percent from the last sent one, and a sale or business price that lies
	 * further below the last one, or below the regular price where none was sent.
	 */
	brakePercent?: string | number;
	/** Attribute paths of what was last sent: a price, and `PriceChange`'s `sale`, `business`, `bounds` or their JSON. */
	lastPrice?: string;
	lastSale?: string;
	lastBusiness?: string;
	lastBounds?: string;
	/**
	 * The item goes to marketplaces of several currencies, and has one last price for all: it counts only where the currency is
	 * the item's own.
	 */
	lastOfItemCurrency?: boolean;
	onlyChanges?: boolean;
	sale?: SaleConfig;
	business?: BusinessConfig;
	/** What neither side names nor `clear` stays at Amazon as it is, as far as anybody knows. */
	bounds?: { minimum?: Limit; maximum?: Limit; clear?: readonly BoundSide[] };
}

export interface Tier {
	quantity: number;
	price?: string;
	percentOff?: string;
}

export interface SalePrice {
	price: string;
	/** ISO 8601, UTC. */
	startAt: string;
	endAt: string;
}

export interface BusinessPrice {
	price?: string;
	tiers?: Tier[];
}

export type BoundSide = 'minimum' | 'maximum';

/** `null`: Amazon is to have none. */
export type PriceBounds = Partial<Record<BoundSide, string | null>>;

/** What to send: amounts are plain decimal strings with exactly the currency's decimals. */
export interface PriceChange {
	price: string;
	currency: string;
	/** `null`: Amazon is to have none. */
	sale?: SalePrice | null;
	/** `null`: Amazon was last sent one, and is to have none. */
	business?: BusinessPrice | null;
	bounds?: PriceBounds;
	/** Absent when there are none. */
	findings?: readonly PriceFinding[];
}
