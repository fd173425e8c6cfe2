import type { MagentoProduct, MagentoProductPage } from '../fixtures/stores/magento';

interface Filter {
	field: string;
	value: string;
	condition_type: string;
}

const HOLDS: Record<string, (cell: string, wanted: string) => boolean> = {
	eq: (cell, wanted) => cell === wanted,
	gt: (cell, wanted) => cell > wanted,
	gteq: (cell, wanted) => cell >= wanted,
	lt: (cell, wanted) => cell < wanted,
	lteq: (cell, wanted) => cell <= wanted,
	in: (cell, wanted) => wanted.split(',').includes(cell),
};

/** Answers `searchCriteria[…]`: filter groups all hold, filters of a group any; pages by `entity_id`. */
export function searchProducts(
	products: readonly MagentoProduct[],
	query: URLSearchParams,
): MagentoProductPage {
	const groups = filterGroups(query);
	const found = products
		.filter((product) => groups.every((filters) => filters.some((filter) => matches(product, filter))))
		.sort((one, other) => one.id - other.id);
	const pageSize = Number(query.get('searchCriteria[pageSize]') ?? 20);
	const page = Number(query.get('searchCriteria[currentPage]') ?? 1);
	// Magento answers pages after the last with the last one again.
	const shown = Math.min(page, Math.max(1, Math.ceil(found.length / pageSize)));
	return {
		items: found.slice((shown - 1) * pageSize, shown * pageSize),
		search_criteria: {
			filter_groups: groups.map((filters) => ({ filters })),
			page_size: pageSize,
			current_page: page,
		},
		total_count: found.length,
	};
}

const FILTER_KEY =
	/^searchCriteria\[(?:filter_groups|filterGroups)\]\[(\d+)\]\[filters\]\[(\d+)\]\[(field|value|condition_type|conditionType)\]$/;

function filterGroups(query: URLSearchParams): Filter[][] {
	const groups: Array<Array<Partial<Filter>>> = [];
	for (const [key, value] of query) {
		const [, group, filter, name = ''] = FILTER_KEY.exec(key) ?? [];
		if (group === undefined) continue;
		const filters = (groups[Number(group)] ??= []);
		const part = name === 'conditionType' ? 'condition_type' : name;
		filters[Number(filter)] = { ...filters[Number(filter)], [part]: value };
	}
	return groups.map((filters) =>
		filters.map((filter) => ({ field: '', value: '', condition_type: 'eq', ...filter })),
	);
}

function matches(product: MagentoProduct, { field, value, condition_type }: Filter): boolean {
	const holds = HOLDS[condition_type];
	if (holds === undefined) throw new Error(`the condition type "${condition_type}" is not known here`);
	const cell: unknown = Reflect.get(product, field === 'entity_id' ? 'id' : field);
	return holds(typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '', value);
}
