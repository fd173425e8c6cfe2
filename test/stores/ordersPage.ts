import { findDuplicates, toArrivedOrder, type ArrivedOrder } from './arrivedOrders';
import type { Platform, StoreRoute } from './storeRoute';

const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
	...{ magento: 'Magento', wooCommerce: 'WooCommerce', shopify: 'Shopify', webhook: 'Any store (webhook)' },
};

const HEADS = ['Store', 'Number', 'Amazon order', 'Status', 'Total', 'Lines', 'History'];

/** For people: the orders that have arrived, the newest first. */
export const ordersPage: StoreRoute = {
	...{ method: 'GET', path: /^\/$/, operation: 'ordersPage' },
	answer: ({ placed }) => ({
		...{ status: 200, contentType: 'text/html; charset=utf-8' },
		body: toPage(placed.map(toArrivedOrder)),
	}),
};

function toPage(orders: ArrivedOrder[]): string {
	const doubles = findDuplicates(orders).map(({ amazonOrderId }) => amazonOrderId);
	const warning =
		doubles.length === 0 ? '' : `<p class="bad">Arrived more than once: ${escaped(doubles.join(', '))}</p>`;
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Demo stores</title>
<style>body{font:15px system-ui;margin:2rem}table{border-collapse:collapse}
th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#f3f3f3}
.bad{color:#b00}</style></head><body>
<h1>Demo stores</h1>
<p>${orders.length === 0 ? 'No order has arrived yet.' : `Orders: ${orders.length}, the newest first.`} Reload to see more.</p>
${warning}
${orders.length === 0 ? '' : toTable(orders)}
</body></html>
`;
}

function toTable(orders: ArrivedOrder[]): string {
	const head = HEADS.map((text) => `<th>${text}</th>`).join('');
	const rows = [...orders].reverse().map((order) => `<tr>${cells(order)}</tr>`);
	return `<table><tr>${head}</tr>\n${rows.join('\n')}\n</table>`;
}

function cells(order: ArrivedOrder): string {
	const { platform, number, amazonOrderId, status, total, currency, lines, comments } = order;
	const goods = lines.map(({ quantity, sku }) => `${quantity} × ${sku}`).join('\n');
	return [PLATFORM_NAMES[platform], number, amazonOrderId, status, `${total} ${currency}`, goods]
		.concat(comments.join('\n'))
		.map((text) => `<td>${escaped(text).replaceAll('\n', '<br>')}</td>`)
		.join('');
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
