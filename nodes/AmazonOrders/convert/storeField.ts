import type { INodeProperties } from 'n8n-workflow';

import type { ProductFields } from '../../rules/import/skuMap';

/** Stores whose order format and product fields we know. */
export type StoreKind = 'none' | 'magento' | 'magentoCart' | 'shopify' | 'wooCommerce';

export const storeField: INodeProperties = {
	displayName: 'Store',
	name: 'store',
	type: 'options',
	options: [
		{
			name: 'Any Store',
			value: 'none',
			description: 'The order in neutral fields, for any other system',
		},
		{
			name: 'Magento 2 / Adobe Commerce',
			value: 'magento',
			description: "Adds what POST /V1/orders takes. Amazon's prices stand; the stock is not reserved.",
		},
		{
			name: 'Magento 2, Through a Cart',
			value: 'magentoCart',
			description:
				'Adds the calls that let Magento place the order: the stock is reserved, and Magento prices and taxes it anew',
		},
		{ name: 'Shopify', value: 'shopify', description: 'Adds the GraphQL call that creates it' },
		{ name: 'WooCommerce', value: 'wooCommerce', description: 'Adds what POST /wc/v3/orders takes' },
	],
	default: 'none',
	description: 'Where the orders go. Each result also carries the order in the format of this store.',
};

const MAGENTO_PRODUCTS = {
	...{ list: 'items', sku: 'sku', alternateSku: 'alternateSku', id: 'id', name: 'name', enabled: 'status' },
	inStock: 'extension_attributes.stock_item.is_in_stock',
	quantity: 'extension_attributes.stock_item.qty',
	managesStock: 'extension_attributes.stock_item.manage_stock',
	backorders: 'extension_attributes.stock_item.backorders',
	type: 'type_id',
};

/** Where each store's own API answers what the order rules ask of a product. */
const STORE_PRODUCTS: Record<StoreKind, ProductFields & { list: string }> = {
	none: {
		...{ list: '', sku: 'sku', alternateSku: 'alternateSku', id: 'id', parentId: 'parentId', name: 'name' },
		...{ enabled: 'enabled', inStock: 'inStock', quantity: 'quantity', managesStock: 'managesStock' },
		backorders: 'backorders',
	},
	magento: MAGENTO_PRODUCTS,
	magentoCart: MAGENTO_PRODUCTS,
	shopify: {
		...{ list: 'data.productVariants.nodes', sku: 'sku', alternateSku: 'alternateSku', id: 'id' },
		parentId: 'product.id',
		...{ name: 'product.title', enabled: 'product.status', quantity: 'inventoryQuantity' },
		managesStock: 'inventoryItem.tracked',
		backorders: 'inventoryPolicy',
	},
	wooCommerce: {
		...{ list: '', sku: 'sku', alternateSku: 'alternateSku', id: 'id', parentId: 'parent_id', name: 'name' },
		...{
			enabled: 'status',
			inStock: 'stock_status',
			quantity: 'stock_quantity',
			managesStock: 'manage_stock',
			backorders: 'backorders',
			type: 'type',
		},
	},
};

export function productFieldsOf(store: StoreKind): ProductFields & { list: string } {
	return STORE_PRODUCTS[store];
}

export function toStoreKind(value: string): StoreKind {
	return isStoreKind(value) ? value : 'none';
}

function isStoreKind(value: string): value is StoreKind {
	return Object.hasOwn(STORE_PRODUCTS, value);
}
