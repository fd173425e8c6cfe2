import type { IDataObject } from 'n8n-workflow';

import type { Marketplace } from '../../amazon/tables/marketplaces';
import type { OfferReason } from '../../n8n/offerReason';
import type { PriceChange } from '../../rules/price/config';
import type { DecideStock } from '../../rules/stock/decide';
import type { StockChange } from '../../rules/stock/config';
import type { Hold, Reasoned, Verdict } from '../../rules/verdict/verdict';

export type OfferHold = Hold<OfferReason>;

/** What the rules say about one item in one marketplace. */
export interface Decision {
	/** Index of the input item. */
	item: number;
	sku: string;
	marketplace: Marketplace | undefined;
	price: Verdict<PriceChange, OfferReason> | undefined;
	stock: Verdict<StockChange, OfferReason> | undefined;
	/** Decides the stock again, for a quantity that the marketplaces of the region share. */
	decideStock: DecideStock | undefined;
	/** How that quantity came about, when the rules gave several. */
	stockShared?: string;
	/** Why nothing of it is sent, whatever the parts say. */
	hold: OfferHold | undefined;
	/** Quantity Amazon was last sent, when known, or why it cannot be read. */
	lastQuantity: number | OfferHold | undefined;
	/** Input fields that the answer repeats. */
	kept: IDataObject | undefined;
}

export function priceOf({ price }: Decision): PriceChange | undefined {
	return price?.kind === 'change' ? price.change : undefined;
}

export function stockOf({ stock }: Decision): StockChange | undefined {
	return stock?.kind === 'change' ? stock.change : undefined;
}

/** Whether anything of it is to be sent. */
export function isSending({ hold, price, stock }: Decision): boolean {
	return hold === undefined && (price?.kind === 'change' || stock?.kind === 'change');
}

/** The quantity that the rules give, whether it is news or not. */
export function quantityOf({ stock, lastQuantity }: Decision): number | undefined {
	if (stock?.kind === 'change') return stock.change.quantity;
	return stock?.reason === 'unchanged' && typeof lastQuantity === 'number' ? lastQuantity : undefined;
}

/** Whether some SKU has more than one decision; most runs name each once. */
export function hasRepeatedSku(decisions: readonly Decision[]): boolean {
	return new Set(decisions.map(({ sku }) => sku)).size < decisions.length;
}

/** Not what needs nobody's attention: Amazon has it, or has it from another message. */
export function isTrouble(reason: OfferReason): boolean {
	return !['unchanged', 'stock-sent-once', 'superseded'].includes(reason);
}

/**
 * Why a decision sends nothing. With both parts held, the one that needs somebody's attention is
 * named. A held price alone does not keep the stock from being sent.
 */
export function holdOf(decision: Decision): Reasoned<OfferReason> | undefined {
	const { hold, price, stock } = decision;
	if (hold !== undefined) return hold;
	if (isSending(decision)) return undefined;
	const held = [price, stock].filter((part) => part?.kind === 'hold');
	return (
		held.find(({ reason }) => isTrouble(reason)) ??
		held.find(({ reason }) => reason !== 'unchanged') ??
		held[0]
	);
}
