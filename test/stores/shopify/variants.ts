import type { ShopifyProduct, ShopifyVariant } from '../../fixtures/stores/shopify';
import { textAt, type JsonObject } from '../jsonFields';

export interface ProductVariant extends JsonObject {
	__typename: 'ProductVariant';
	id: string;
	sku: string | null;
	title: string;
	price: string;
}

/** Every variant as the Admin GraphQL API shows it. */
export function toVariants(products: readonly ShopifyProduct[]): ProductVariant[] {
	return products.flatMap((product) => product.variants.map((variant) => toVariant(product, variant)));
}

function toVariant(product: ShopifyProduct, variant: ShopifyVariant): ProductVariant {
	const { sku, title, price, inventory_quantity: quantity, inventory_policy: policy } = variant;
	const isTracked = variant.inventory_management !== null;
	const isActive = product.status === 'active';
	return {
		...{ __typename: 'ProductVariant', id: variant.admin_graphql_api_id, sku, title, price },
		...{ legacyResourceId: String(variant.id), displayName: `${product.title} - ${title}` },
		...{ compareAtPrice: variant.compare_at_price, barcode: variant.barcode, position: variant.position },
		...{ inventoryQuantity: quantity, inventoryPolicy: policy.toUpperCase(), taxable: variant.taxable },
		availableForSale: isActive && (!isTracked || policy === 'continue' || quantity > 0),
		...{ createdAt: variant.created_at, updatedAt: variant.updated_at },
		inventoryItem: {
			...{ __typename: 'InventoryItem', id: `gid://shopify/InventoryItem/${variant.inventory_item_id}` },
			...{ tracked: isTracked, sku },
		},
		product: {
			...{ __typename: 'Product', id: product.admin_graphql_api_id, title: product.title },
			...{ legacyResourceId: String(product.id), handle: product.handle, vendor: product.vendor },
			status: product.status.toUpperCase(),
		},
		metafield: (args: JsonObject) => metafieldOf(variant, textAt(args, 'namespace'), textAt(args, 'key')),
		...{ productId: String(product.id), productStatus: product.status },
	};
}

function metafieldOf({ metafields = [] }: ShopifyVariant, namespace: string, key: string) {
	const found = metafields.find((field) => field.namespace === namespace && field.key === key);
	return found === undefined ? null : { __typename: 'Metafield', ...found };
}

/** The variant itself, which counts the stock. */
export function findVariant(products: readonly ShopifyProduct[], id: string): ShopifyVariant | undefined {
	return products
		.flatMap(({ variants }) => variants)
		.find((variant) => variant.admin_graphql_api_id === id || String(variant.id) === id);
}
