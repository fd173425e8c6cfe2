import type { Decision } from './decide';
import type { OfferChange } from '../../amazon/listings/patches';
import type { Hold } from '../../rules/verdict';

/** What of a decision is to be sent; `undefined` when everything is held. */
export function changeOf({ hold, price, stock }: Decision): OfferChange | undefined {
	if (hold !== undefined || (price?.kind !== 'change' && stock?.kind !== 'change')) return undefined;
	return {
		price: price?.kind === 'change' ? price.change : undefined,
		stock: stock?.kind === 'change' ? stock.change : undefined,
	};
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
