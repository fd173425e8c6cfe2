import type { SkuReason } from '../rules/item/sku';
import type { PriceReason } from '../rules/price/verdict';
import type { StockReason } from '../rules/stock/verdict';

/** Why an offer, or a part of it, is not sent. The words are part of the output and never change after release. */
export type OfferReason =
	| SkuReason
	| PriceReason
	| StockReason
	| 'unknown-marketplace'
	| 'channel-unclear'
	| 'stock-sent-once'
	| 'too-many-sold-out'
	| 'superseded';
