import { toItems, type Item } from '../n8n';
import { text } from '../text';
import { marketplacesOf, moment, stock, toRow, type Offer } from './offerRow';
import type { ToldProduct } from './shopifyRows';

export interface WooCommerceProduct {
	id: number;
	parent_id?: number;
	type: string;
	name: string;
	sku?: string;
	status: string;
	price?: string;
	regular_price?: string;
	sale_price?: string;
	date_on_sale_from_gmt?: string | null;
	date_on_sale_to_gmt?: string | null;
	stock_quantity?: number | null;
	stock_status?: string;
	manage_stock?: boolean | 'parent';
	date_modified_gmt?: string;
}

/** A row per marketplace of what WooCommerce told; none for a parent, which is sold through its variations. */
export function rowsOfWooCommerce({ body, marketplaces, currency }: ToldProduct<WooCommerceProduct>) {
	if (!['simple', 'variation'].includes(body.type)) return [];
	const offer = offerOfWooCommerce(body, currency);
	return marketplacesOf(marketplaces).map((marketplace) => toRow(marketplace, offer));
}

function offerOfWooCommerce(product: WooCommerceProduct, currency: string): Offer {
	const own = product.stock_quantity !== null && product.stock_quantity !== undefined;
	return {
		sku: text(product.sku),
		storeItem: ['woocommerce', product.parent_id || product.id, product.id, ''].join('/'),
		product: text(product.name),
		...pricesOfWooCommerce(product),
		currency,
		quantity: stock(product.stock_quantity),
		enabled: product.status === 'publish',
		inStock: product.stock_status === 'instock',
		managesStock: product.manage_stock === true || (product.manage_stock === 'parent' && own),
		updatedAtStore: moment(product.date_modified_gmt + 'Z'),
	};
}

/** Amazon wants a sale to have an end; without one, what customers pay now is the price. */
function pricesOfWooCommerce(product: WooCommerceProduct) {
	const [salePrice, end] = [text(product.sale_price), text(product.date_on_sale_to_gmt)];
	if (salePrice === '' || end === '') {
		const price = text(product.price) || text(product.regular_price);
		return { price, salePrice: '', saleStart: '', saleEnd: '' };
	}
	const start = text(product.date_on_sale_from_gmt);
	return {
		price: text(product.regular_price),
		salePrice,
		saleStart: start && start + 'Z',
		saleEnd: end + 'Z',
	};
}

/** One row per marketplace, with the columns of the table "Amazon Offers". Parents are sold through their variations. */
export default (): Item[] => toItems(rowsOfWooCommerce($input.first<ToldProduct<WooCommerceProduct>>().json));
