import type { ShopifyProduct, ShopifyVariant } from '../../fixtures/stores/shopify';
import { variantSeen } from '../shopify/shopkeeper';
import type { StoreRequest, StoreRoute } from '../storeRoute';
import type { StoreState } from '../storeState';
import type { Desk } from './desk';
import { form, textField } from './form';
import { html, lines, table, type Column, type Html, type Part } from './html';
import { toPage } from './layout';
import { offerAtAmazon } from './offerWords';
import { pageOf, pager } from './pager';
import { findForm, isFound } from './search';

interface Row {
	product: ShopifyProduct;
	variant: ShopifyVariant;
}

const PATH = '/shopify/products';

/** For people: what the shop on Shopify sells, beside what Amazon offers. */
export const shopifyProductsPage: StoreRoute = {
	...{ method: 'GET', path: /^\/shopify\/products$/, operation: 'page' },
	answer: (state, request) =>
		toPage({ path: PATH, title: 'Products in Shopify', body: toBody(state, request) }, state.desk, request),
};

function toBody(state: StoreState, { query }: StoreRequest): Html {
	const rows = state.shopifyProducts.flatMap((product) =>
		product.variants.map((variant): Row => ({ product, variant })),
	);
	const shown = pageOf(
		rows.filter(({ product, variant }) => isFound(query, variant.sku ?? '', product.title)),
		query,
	);
	return html`<p>
			These go to Amazon only if you publish <i>Amazon 2a</i>. Do not do so beside <i>2b</i>: both shops have
			the same SKUs.
		</p>
		${findForm(PATH, query)} ${table(shown.items, columns(state.desk, query), 'No product is called so.')}
		${pager(PATH, shown, query)}`;
}

function columns(desk: Desk, query: URLSearchParams): Array<Column<Row>> {
	return [
		{ head: 'SKU', cell: ({ variant }) => html`<b class="word">${variant.sku ?? ''}</b>` },
		{ head: 'Product', cell: ({ product, variant }) => nameCell(product, variant) },
		{ head: 'In the store', cell: ({ variant }) => changeForm(variant, query) },
		{ head: 'At Amazon', cell: ({ variant }) => offerAtAmazon(desk, variant.sku ?? '') },
	];
}

function nameCell({ title, status }: ShopifyProduct, variant: ShopifyVariant): Part {
	const name = variant.title === 'Default Title' ? title : `${title}, ${variant.title}`;
	return lines([name, status !== 'active' && html`<span class="quiet">${status}: not for sale</span>`]);
}

function changeForm(variant: ShopifyVariant, query: URLSearchParams): Html {
	const { id, price, inventory_quantity: stock } = variant;
	const fields = [
		textField('price', { label: 'Price', value: price }),
		textField('stock', { label: 'EUR. Stock', value: String(stock), size: 4 }),
	];
	const place = { find: query.get('find') ?? '', page: query.get('page') ?? '1' };
	return form(`${PATH}/${id}`, { seen: variantSeen(variant), ...place }, fields, 'Save');
}
