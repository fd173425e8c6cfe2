/** How stores say yes and no: our own, WooCommerce's stock status, Magento's and Shopify's product status. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
	...['true', '1', 'yes', 'y', 'on', 'enabled', 'active', 'publish', 'published', 'instock', 'in stock'].map(
		says(true),
	),
	...['false', '0', 'no', 'n', 'off', 'disabled', 'inactive', 'archived', 'draft', 'pending', 'private'].map(
		says(false),
	),
	// WooCommerce sells these before they exist; Amazon does not.
	...['outofstock', 'out of stock', 'onbackorder'].map(says(false)),
]);

function says(flag: boolean) {
	return (word: string): [string, boolean] => [word, flag];
}

/** A yes/no of a store; undefined when it is neither. */
export function parseFlag(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	return WORDS.get(String(value).trim().toLowerCase());
}

/** The same, with Magento's product status: 1 is enabled, 2 is disabled. */
export function parseEnabled(value: unknown): boolean | undefined {
	const isTwo = value === 2 || (typeof value === 'string' && value.trim() === '2');
	return isTwo ? false : parseFlag(value);
}
