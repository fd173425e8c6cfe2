import { magentoProduct, oddMagentoProducts, type MagentoProduct } from '../fixtures/stores/magento';
import {
	oddShopifyProducts,
	shopifyProduct,
	shopifyVariant,
	type ShopifyProduct,
} from '../fixtures/stores/shopify';
import { oddForm } from '../fixtures/stores/skus';
import {
	oddWooProducts,
	wooProduct,
	wooVariableProduct,
	wooVariation,
	type WooProduct,
} from '../fixtures/stores/wooCommerce';

/** The product that is known to Amazon under other SKUs, too: `DEMO-0005`. */
const WITH_ALTERNATES = 4;

/** Where a product keeps the SKUs that Amazon knows it by, on every platform. */
export const ALTERNATE_SKU_ATTRIBUTE = 'amazon_sku';
const ALTERNATE_SKUS = '||ALT-0005||ALT-0005-B||';

/**
 * In every store the same SKUs are odd in the same way: `DEMO-0010` costs "1,234", `DEMO-0020` comes in variants,
 * `DEMO-0030` is oversold, `DEMO-0040` is missing, `DEMO-0050` is not counted, `DEMO-0060` is disabled, `DEMO-0070`
 * is on sale, `DEMO-0080` has no stock, `DEMO-0090` is like the first again, and so on. Besides, every fiftieth from
 * `DEMO-0001` on has a stock of 0.
 */
const ODD_WOO_PRODUCTS = [
	oddWooProducts.ambiguousPrice,
	wooVariableProduct,
	oddWooProducts.negativeStock,
	oddWooProducts.escapedSku,
	oddWooProducts.unmanaged,
	oddWooProducts.draft,
	oddWooProducts.onSale,
	(index: number) => wooProduct(index, { stock_quantity: 0, stock_status: 'outofstock' }),
];

const ODD_SHOPIFY_PRODUCTS = [
	oddShopifyProducts.ambiguousPrice,
	oddShopifyProducts.severalVariants,
	oddShopifyProducts.negativeStock,
	oddShopifyProducts.escapedSku,
	oddShopifyProducts.unmanaged,
	oddShopifyProducts.draft,
	(index: number) =>
		shopifyProduct(index, {
			variants: [shopifyVariant(index, { price: '9.99', compare_at_price: '19.99' })],
		}),
	(index: number) => shopifyProduct(index, { variants: [shopifyVariant(index, { inventory_quantity: 0 })] }),
];

/** The SKU of a listing that every simulated seller has, from `DEMO-0001` on. */
export function demoSku(index: number): string {
	return `DEMO-${String(index + 1).padStart(4, '0')}`;
}

/** `count` Magento products that the simulated Amazon lists too; every tenth is odd in its own way. */
export function demoProducts(count: number): MagentoProduct[] {
	const forms = Object.values(oddMagentoProducts);
	return Array.from({ length: count }, (_, index) => {
		const product = (oddForm(index, forms) ?? magentoProduct)(index);
		const renamed = { ...product, sku: toDemoSku(product.sku, index) };
		if (index !== WITH_ALTERNATES) return renamed;
		const alternates = { attribute_code: ALTERNATE_SKU_ATTRIBUTE, value: ALTERNATE_SKUS };
		return { ...renamed, custom_attributes: [...product.custom_attributes, alternates] };
	});
}

/** The same for WooCommerce; variations follow their parents. */
export function demoWooProducts(count: number): WooProduct[] {
	return Array.from({ length: count }, (_, index) => {
		const product = (oddForm(index, ODD_WOO_PRODUCTS) ?? wooProduct)(index);
		const family =
			product.type === 'variable' ? [product, wooVariation(index, 'S'), wooVariation(index, 'L')] : [product];
		const renamed = family.map((member) => ({ ...member, sku: toDemoSku(member.sku, index) }));
		return index === WITH_ALTERNATES ? renamed.map(withAlternates) : renamed;
	}).flat();
}

function withAlternates(product: WooProduct): WooProduct {
	const meta = { id: 1, key: ALTERNATE_SKU_ATTRIBUTE, value: ALTERNATE_SKUS };
	return { ...product, meta_data: [...product.meta_data, meta] };
}

/** The same for Shopify; alternate SKUs are the metafield `amazon.amazon_sku` of the variant. */
export function demoShopifyProducts(count: number): ShopifyProduct[] {
	return Array.from({ length: count }, (_, index) => {
		const product = (oddForm(index, ODD_SHOPIFY_PRODUCTS) ?? shopifyProduct)(index);
		const metafields =
			index === WITH_ALTERNATES
				? [{ namespace: 'amazon', key: ALTERNATE_SKU_ATTRIBUTE, value: ALTERNATE_SKUS }]
				: [];
		const variants = product.variants.map((variant) => ({
			...{ ...variant, sku: toDemoSku(variant.sku ?? '', index), metafields },
		}));
		return { ...product, variants };
	});
}

/** A generated SKU as the demo's, with whatever follows it; odd ones stay as they are. */
function toDemoSku(sku: string, index: number): string {
	return sku.replace(/^SKU-\d+/, demoSku(index));
}

/** Nothing odd: `count` WooCommerce products that can be sold without end. */
export function plainWooProducts(count: number): WooProduct[] {
	return Array.from({ length: count }, (_, index) =>
		wooProduct(index, { sku: demoSku(index), manage_stock: false, stock_status: 'instock' }),
	);
}
