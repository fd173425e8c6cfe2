import type { Decision } from './decide';
import { pricePatch, stockPatches, type Patch } from '../../amazon/listings/patches';
import type { Hold } from '../../rules/verdict';

/** What of a decision is to be sent; empty when everything is held. */
export function patchesOf({ hold, marketplace, price, stock }: Decision): Patch[] {
	if (hold !== undefined || marketplace === undefined) return [];
	return [
		...(price?.kind === 'change' ? [pricePatch(price.change, marketplace.id)] : []),
		...(stock?.kind === 'change' ? stockPatches(stock.change, marketplace.id) : []),
	];
}

/**
 * Why a decision sends nothing. With both parts held, the one that needs somebody's attention is named:
 * `unchanged` is no trouble. A held price alone does not keep the stock from being sent.
 */
export function holdOf({ hold, price, stock }: Decision): Hold | undefined {
	if (hold !== undefined) return hold;
	if (price?.kind === 'change' || stock?.kind === 'change') return undefined;
	const held = [price, stock].filter((part) => part?.kind === 'hold');
	return held.find((part) => part?.kind === 'hold' && part.reason !== 'unchanged') ?? held[0];
}
