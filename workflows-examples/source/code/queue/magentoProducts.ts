import { entriesOf, type Page } from '../magento/pages';
import { jsonOf, toItems, type Item } from '../n8n';

export interface MagentoProduct {
	id: number;
	sku: string;
	name: string;
	type_id: string;
	status: number;
	price?: number | string;
	updated_at: string;
	custom_attributes?: Array<{ attribute_code: string; value: unknown }>;
	extension_attributes?: { stock_item?: { manage_stock?: boolean; is_in_stock?: boolean } };
}

/** The products that are sold by themselves. Throws when Magento's answer is no list. */
export function soldByThemselves(pages: Array<Page<MagentoProduct>>): MagentoProduct[] {
	return entriesOf(pages, 'products').filter(({ type_id: type }) => ['simple', 'virtual'].includes(type));
}

/** One item per product that is sold by itself; a configurable product is sold through its simple ones. */
export default (): Item[] => toItems(soldByThemselves(jsonOf($input.all<Page<MagentoProduct>>())));
