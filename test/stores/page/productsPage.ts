import type { WooProduct } from '../../fixtures/stores/wooCommerce';
import type { StoreRequest, StoreRoute } from '../storeRoute';
import type { StoreState } from '../storeState';
import { productSeen } from '../wooCommerce/shopkeeper';
import type { Desk } from './desk';
import { form, textField } from './form';
import { html, lines, table, type Column, type Html, type Part } from './html';
import { toPage } from './layout';
import { offerAtAmazon } from './offerWords';
import { pageOf, pager } from './pager';
import { findForm, isFound } from './search';

/** For people: what the shop sells, beside what Amazon offers. */
export const productsPage: StoreRoute = {
	...{ method: 'GET', path: /^\/products$/, operation: 'page' },
	answer: (state, request) =>
		toPage(
			{ path: '/products', title: 'Products in WooCommerce', body: toBody(state, request) },
			state.desk,
			request,
		),
};

function toBody(state: StoreState, { query }: StoreRequest): Html {
	const found = state.wooProducts.filter(({ sku, name }) => isFound(query, sku, name));
	const shown = pageOf(found, query);
	return html`<p>
			Change a price or the stock: WooCommerce tells n8n, the product waits in the table <i>Amazon Offers</i>,
			and <i>Amazon 3</i> sends it within five minutes. Amazon then takes some seconds more.
		</p>
		${findForm('/products', query)} ${form('/products', {}, '', 'Save all products as they are')}
		${table(shown.items, columns(state.desk, query), 'No product is called so.')}
		${pager('/products', shown, query)}`;
}

function columns(desk: Desk, query: URLSearchParams): Array<Column<WooProduct>> {
	return [
		{ head: 'SKU', cell: ({ sku }) => html`<b class="word">${sku}</b>` },
		{ head: 'Product', cell: (product) => nameCell(product) },
		{ head: 'In the store', cell: (product) => changeForm(product, query) },
		{ head: 'At Amazon', cell: ({ sku, type }) => (type === 'variable' ? '' : offerAtAmazon(desk, sku)) },
	];
}

function nameCell({ name, status, attributes, sale_price, on_sale, date_on_sale_to }: WooProduct): Part {
	const options = attributes.flatMap(({ name: what, option }) =>
		option === undefined ? [] : [`${what} ${option}`],
	);
	return lines([
		[name, ...options].join(', '),
		status !== 'publish' && html`<span class="quiet">${status}: not for sale</span>`,
		on_sale &&
			html`<span class="quiet">on sale for ${sale_price} until ${date_on_sale_to ?? 'further notice'}</span>`,
	]);
}

function changeForm(product: WooProduct, query: URLSearchParams): Part {
	const { id, type, regular_price, manage_stock, stock_quantity } = product;
	if (type === 'variable') return html`<span class="quiet">sold in variations, see below</span>`;
	const fields = [
		textField('price', { label: 'Price', value: regular_price }),
		manage_stock === true
			? textField('stock', { label: 'EUR. Stock', value: String(stock_quantity ?? 0), size: 4 })
			: html`EUR. <span class="quiet">Stock is not counted</span>`,
	];
	const place = { find: query.get('find') ?? '', page: query.get('page') ?? '1' };
	return form(`/products/${id}`, { seen: productSeen(product), ...place }, fields, 'Save');
}
