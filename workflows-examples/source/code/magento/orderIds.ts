/** The orders of these entries, each once, a hundred in one question: Magento's ids with commas between them. */
export function questionsFor(entries: Array<{ order_id: number | string }>): Array<{ orderIds: string }> {
	const ids = [...new Set(entries.map(({ order_id: id }) => id))];
	return Array.from({ length: Math.ceil(ids.length / 100) }, (_, chunk) => ({
		orderIds: ids.slice(chunk * 100, chunk * 100 + 100).join(','),
	}));
}
