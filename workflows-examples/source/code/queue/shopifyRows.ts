import { toItems, type Item } from '../n8n';
import { text } from '../text';
import { marketplacesOf, moment, stock, toRow, type Offer } from './offerRow';

interface Variant {
	id: number;
	title?: string;
	sku?: string | null;
	price?: string;
	inventory_quantity?: number | null;
	inventory_management?: string | null;
}

export interface ShopifyProduct {
	id: number;
	title: string;
	status: string;
	updated_at: string;
	variants?: Variant[];
}

export interface ToldProduct<Product> {
	body: Product;
	marketplaces: string;
	currency: string;
}

/** A row per variant and marketplace of what Shopify told. */
export function rowsOfShopify({ body, marketplaces, currency }: ToldProduct<ShopifyProduct>) {
	return marketplacesOf(marketplaces).flatMap((marketplace) =>
		(body.variants ?? []).map((variant) => toRow(marketplace, offerOfShopify(body, variant, currency))),
	);
}

function offerOfShopify(product: ShopifyProduct, variant: Variant, currency: string): Offer {
	return {
		sku: text(variant.sku),
		storeItem: 'shopify/' + product.id + '/' + variant.id + '/',
		product: [product.title, variant.title].filter((part) => part && part !== 'Default Title').join(' / '),
		price: text(variant.price),
		currency,
		...{ salePrice: '', saleStart: '', saleEnd: '' },
		quantity: stock(variant.inventory_quantity),
		enabled: product.status === 'active',
		inStock: true,
		managesStock: variant.inventory_management !== null,
		updatedAtStore: moment(product.updated_at),
	};
}

/** One row per variant and marketplace, with the columns of the table "Amazon Offers". */
export default (): Item[] => toItems(rowsOfShopify($input.first<ToldProduct<ShopifyProduct>>().json));
