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
