import { toArrivedOrder, type ArrivedOrder } from '../arrivedOrders';
import type { Platform } from '../storeRoute';
import type { StoreState } from '../storeState';
import { html, lines, oneLine, table, type Column, type Html } from './html';

const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
	...{ magento: 'Magento', wooCommerce: 'WooCommerce', shopify: 'Shopify', webhook: 'Any store (webhook)' },
};

const COLUMNS: ReadonlyArray<Column<ArrivedOrder>> = [
	{ head: 'Store', cell: ({ platform }) => PLATFORM_NAMES[platform] },
	{ head: 'Order', cell: ({ number }) => number },
	{ head: "Amazon's order", cell: ({ amazonOrderId }) => amazonOrderId },
	{
		head: 'Lines',
		cell: ({ lines: goods }) => lines(goods.map(({ quantity, sku }) => oneLine(`${quantity} × ${sku}`))),
	},
	{ head: 'Total', cell: ({ total, currency }) => `${total} ${currency}` },
	{ head: 'In the store', cell: ({ status, comments }) => lines([html`<b>${status}</b>`, ...comments]) },
];

/** What has arrived in the stores that have no page of their own here. */
export function otherStores({ placed }: StoreState): Html {
	const arrived = placed.map(toArrivedOrder).filter(({ platform }) => platform !== 'wooCommerce');
	if (arrived.length === 0) return html``;
	return html`<h2>In the other demo stores</h2>
		${table(arrived.reverse(), COLUMNS, '')}`;
}
