/** Shopify's answer to the question for one order. */
export interface ShopifyAnswer {
	data?: {
		order?: { sourceIdentifier?: string | null; tags?: string[]; cancelledAt?: string | null } | null;
	};
	errors?: unknown;
}

/** A line of a package or refund; its properties are what the order's import wrote there. */
export interface ShopifyLine {
	sku?: string | null;
	properties?: Array<{ name: string; value: unknown }>;
}

/** The order that was asked for; nothing when Shopify has no such order. Throws when it did not answer. */
export function orderOf({ data, errors }: ShopifyAnswer) {
	if (data === undefined || errors !== undefined) {
		throw new Error('Shopify did not answer with the order: ' + JSON.stringify(errors ?? 'nothing'));
	}
	return data.order ?? undefined;
}

/** Amazon's id of the line. */
export function itemIdOf({ properties = [] }: ShopifyLine): unknown {
	return properties.find(({ name }) => name === '_amazon_order_item_id')?.value;
}
