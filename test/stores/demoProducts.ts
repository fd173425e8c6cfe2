import { magentoProduct, oddMagentoProducts, type MagentoProduct } from '../fixtures/stores/magento';
import { oddForm } from '../fixtures/stores/skus';

/** The SKU of a listing that every simulated seller has, from `DEMO-0001` on. */
export function demoSku(index: number): string {
	return `DEMO-${String(index + 1).padStart(4, '0')}`;
}

/** `count` Magento products that the simulated Amazon lists too; every tenth is odd in its own way. */
export function demoProducts(count: number): MagentoProduct[] {
	const forms = Object.values(oddMagentoProducts);
	return Array.from({ length: count }, (_, index) => {
		const product = (oddForm(index, forms) ?? magentoProduct)(index);
		return product.sku.startsWith('SKU-') ? { ...product, sku: demoSku(index) } : product;
	});
}
