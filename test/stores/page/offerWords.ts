import type { AmazonOffer, Desk } from './desk';
import { html, lines, type Part } from './html';

/** What Amazon offers under a SKU; nothing where Amazon cannot be seen. */
export function offerAtAmazon({ surroundings: { amazon } }: Desk, sku: string): Part {
	if (amazon === undefined) return '';
	const offer = amazon.offer(sku);
	if (offer === undefined) return html`<span class="quiet">Amazon has no such SKU</span>`;
	return lines([
		`${priceOf(offer)}, ${stockOf(offer)}`,
		!offer.isBuyable && html`<span class="quiet">not for sale</span>`,
	]);
}

export function priceOf({ price, salePrice, currency }: AmazonOffer): string {
	if (price === '') return 'no price';
	return salePrice === '' ? `${price} ${currency}` : `${price} ${currency}, on sale for ${salePrice}`;
}

export function stockOf({ quantity }: AmazonOffer): string {
	return quantity === '' ? 'stock in its warehouse' : `${quantity} in stock`;
}
