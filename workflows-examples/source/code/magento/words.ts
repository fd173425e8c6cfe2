/** What Magento says when it refuses: a sentence with places such as `%1` or `%sku`, and what belongs there. */
export interface MagentoWords {
	message?: string;
	parameters?: Record<string, string>;
}

/** Magento's words with the names in their places. */
export function wordsOfMagento(body: MagentoWords | null | undefined): string | undefined {
	return body?.message?.replace(/%(\w+)/g, (place, name: string) => {
		return body.parameters?.[name] ?? body.parameters?.[Number(name) - 1] ?? place;
	});
}
