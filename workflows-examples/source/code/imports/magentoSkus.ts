import { jsonOf, toItems, type Item } from '../n8n';
import { listsOfSkus, type LinesOfOrder } from './skuLists';

interface Filter {
	field: string;
	condition_type: string;
	value: string;
}

/** Products that have one of the SKUs as their own or, in the attribute, as an alternate one: one of the filters has to fit. */
export function toQuery(skus: string[], attribute: string): Record<string, string | number> {
	const fields = attribute === '' ? 'id,sku,name,status' : 'id,sku,name,status,custom_attributes';
	const query = filtersFor(skus, attribute).flatMap((filter, index) =>
		Object.entries(filter).map(([name, value]): [string, string] => [
			'searchCriteria[filter_groups][0][filters][' + index + '][' + name + ']',
			String(value),
		]),
	);
	return {
		'searchCriteria[pageSize]': 100,
		fields: 'items[' + fields + '],total_count',
		...Object.fromEntries(query),
	};
}

function filtersFor(skus: string[], attribute: string): Filter[] {
	const isOneOf = { condition_type: skus.length === 1 ? 'eq' : 'in', value: skus.join(',') };
	const own = { field: 'sku', ...isOneOf };
	if (attribute === '') return [own];
	const among = skus.map((sku) => ({ field: attribute, condition_type: 'like', value: '%||' + sku + '||%' }));
	return [own, { field: attribute, ...isOneOf }, ...among];
}

/** What to look up in the store: every SKU once, some with one call. A SKU with a comma in it goes alone. */
export default (): Item[] => {
	const { alternateSkuAttribute: attribute } = $('Settings').first<{ alternateSkuAttribute: string }>().json;
	const lists = listsOfSkus(jsonOf($input.all<LinesOfOrder>()), attribute === '' ? 20 : 8);
	return toItems(lists.map((skus) => ({ query: toQuery(skus, attribute) })));
};
