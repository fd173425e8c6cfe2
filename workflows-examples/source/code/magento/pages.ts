/** A page of what Magento was asked for; without a list it says what is wrong. */
export interface Page<Entry> {
	items?: Entry[] | null;
	message?: string;
}

/** What is on all pages. Throws when one is no list: what could not be read must not count as nothing. */
export function entriesOf<Entry>(pages: Array<Page<Entry>>, what: string): Entry[] {
	return pages.flatMap(({ items, message }) => {
		if (!Array.isArray(items))
			throw new Error('Magento did not answer with ' + what + ': ' + (message ?? 'nothing'));
		return items;
	});
}
