import { textAt } from '../jsonFields';

/** Names of the search syntax, and the fields behind them where they differ. */
const FIELDS: Readonly<Record<string, string>> = {
	...{ source_identifier: 'sourceIdentifier', source_name: 'sourceName', name: 'name', sku: 'sku' },
	...{ email: 'email', tag: 'tags', po_number: 'poNumber', barcode: 'barcode', title: 'title' },
	...{ id: 'legacyResourceId', product_id: 'productId', product_status: 'productStatus' },
	...{ created_at: 'createdAt', updated_at: 'updatedAt', processed_at: 'processedAt' },
	...{ financial_status: 'displayFinancialStatus', fulfillment_status: 'displayFulfillmentStatus' },
};
const FULFILLMENT_WORDS: Readonly<Record<string, string>> = {
	shipped: 'fulfilled',
	unshipped: 'unfulfilled',
};

const TERM = /(?:(\w+):)?(>=|<=|>|<)?(?:"([^"]*)"|'([^']*)'|([^\s()]+))/g;

/**
 * Shopify's search syntax as far as the workflows use it: `field:value` terms, all of which hold unless `OR` stands
 * between them; values with spaces in quotes; `*` at the end; `>`, `>=`, `<`, `<=` for times. Case does not count.
 * A field that Shopify does not know is left out of the search, as Shopify does.
 */
export function searchObjects<Item extends object>(items: Item[], query: string): Item[] {
	const alternatives = query.split(/\s+OR\s+/).map((part) => [...part.matchAll(TERM)].filter(isTerm));
	if (alternatives.every((terms) => terms.length === 0)) return items;
	return items.filter((item) => alternatives.some((terms) => terms.every((term) => holds(item, term))));
}

function isTerm([whole, field]: RegExpMatchArray): boolean {
	return whole !== 'AND' && (field === undefined || FIELDS[field] !== undefined);
}

function holds(item: object, [, name, sign = '=', double, single, bare]: RegExpMatchArray): boolean {
	const wanted = (double ?? single ?? bare ?? '').toLowerCase();
	if (name === undefined) return JSON.stringify(item).toLowerCase().includes(wanted);
	const field = FIELDS[name] ?? name;
	const value: unknown = Reflect.get(item, field);
	const cells = Array.isArray(value) ? value.map(String) : [textAt(item, field)];
	return cells.some((cell) => compares(cell.toLowerCase(), sign, FULFILLMENT_WORDS[wanted] ?? wanted));
}

function compares(cell: string, sign: string, wanted: string): boolean {
	if (sign === '=') return wanted.endsWith('*') ? cell.startsWith(wanted.slice(0, -1)) : cell === wanted;
	const difference = Date.parse(cell) - Date.parse(wanted);
	if (sign === '>') return difference > 0;
	if (sign === '>=') return difference >= 0;
	return sign === '<' ? difference < 0 : difference <= 0;
}
