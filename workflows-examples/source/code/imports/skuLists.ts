import { jsonOf, toItems, type Item } from '../n8n';

export interface LinesOfOrder {
	lines?: Array<{ sku?: string | null }>;
}

/** Every SKU of the orders once, in lists of at most so many. A SKU with a comma in it is a list of its own. */
export function listsOfSkus(orders: LinesOfOrder[], atOnce: number): string[][] {
	const skus = [...new Set(orders.flatMap(({ lines = [] }) => lines.flatMap(({ sku }) => sku ?? [])))];
	const together = skus.filter((sku) => !sku.includes(','));
	const lists = skus.filter((sku) => sku.includes(',')).map((sku) => [sku]);
	for (let start = 0; start < together.length; start += atOnce)
		lists.push(together.slice(start, start + atOnce));
	return lists;
}

/** What to look up in the store: every SKU once, 20 with one call. A SKU with a comma in it goes alone. */
export default (): Item[] => {
	const lists = listsOfSkus(jsonOf($input.all<LinesOfOrder>()), 20);
	return toItems(lists.map((skus) => ({ skus })));
};
