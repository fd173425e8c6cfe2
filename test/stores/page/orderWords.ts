import type { Desk } from './desk';
import { html, lines, type Part } from './html';

const WORDS: Readonly<Record<string, string>> = {
	processing: 'processing (to be shipped)',
	completed: 'completed (shipped)',
	// Amazon's.
	PENDING: 'not paid yet',
	UNSHIPPED: 'to be shipped',
	PARTIALLY_SHIPPED: 'partly shipped',
	SHIPPED: 'shipped',
	CANCELLED: 'cancelled',
	UNFULFILLABLE: 'cannot be delivered',
};

export function inWords(status: string): string {
	return WORDS[status] ?? status;
}

/** The order's id at Amazon, and in words who ships it. */
export function whoShips(orderId: string, isShippedByAmazon: boolean): Part {
	if (orderId === '') return 'not an Amazon order';
	const who = isShippedByAmazon ? 'Amazon ships this one (FBA)' : 'You ship this one';
	return lines([html`<span class="word">${orderId}</span>`, html`<span class="quiet">${who}</span>`]);
}

/** How an order stands at Amazon; nothing where Amazon cannot be seen. */
export function atAmazon({ surroundings: { amazon } }: Desk, orderId: string): Part {
	const order = orderId === '' ? undefined : amazon?.order(orderId);
	if (order === undefined) return '';
	const { status, refunded, packages, storeNumber } = order;
	return lines([
		html`<b>${inWords(status)}</b>`,
		...packages,
		refunded !== '' && `refunded ${refunded}`,
		storeNumber !== '' && html`<span class="quiet">knows your number ${storeNumber}</span>`,
	]);
}
