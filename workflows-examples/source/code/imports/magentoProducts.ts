import { jsonOf, toItems, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';

interface Product {
	sku: string;
	custom_attributes?: Array<{ attribute_code: string; value: unknown }>;
}

export type ProductPage = StoreAnswer<{ items?: Product[]; total_count?: number }>;

/** The products on all pages. Throws when a page is not the whole list of what was asked for. */
export function productsOfMagento(pages: ProductPage[], attribute: string) {
	return pages.flatMap(({ statusCode, body }) => {
		if (body?.total_count === 0) return [];
		if (!Array.isArray(body?.items)) {
			const problem = 'Magento did not answer with products (HTTP ' + statusCode + ')';
			throw new Error(problem + '; check storeUrl and alternateSkuAttribute in Settings');
		}
		const { items, total_count: total = 0 } = body;
		if (total > items.length) {
			const problem = 'More than 100 products have one of these SKUs, such as ' + items[0]?.sku;
			throw new Error(problem + '; look them up in smaller parts');
		}
		return items.map((product) => withAlternates(product, attribute));
	});
}

/** The attribute holds one SKU of Amazon, or several as ||A||B||; without it the product's own SKU is Amazon's too. */
function withAlternates({ custom_attributes: attributes = [], ...product }: Product, attribute: string) {
	const found = attributes.find(({ attribute_code: code }) => code === attribute);
	return found === undefined ? product : { ...product, alternateSku: found.value };
}

/** One item per product. Anything but the whole list stops the run: what could not be looked up must not count as missing. */
export default (): Item[] => {
	const { alternateSkuAttribute: attribute } = $('Settings').first<{ alternateSkuAttribute: string }>().json;
	return toItems(productsOfMagento(jsonOf($input.all<ProductPage>()), attribute));
};
