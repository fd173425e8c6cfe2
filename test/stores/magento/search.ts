import type { MagentoPage } from '../../fixtures/stores/magentoOrder';
import { isObject, listAt, textAt } from '../jsonFields';

interface Filter {
	field: string;
	value: string;
	condition_type: string;
}

const HOLDS: Record<string, (cell: string, wanted: string) => boolean> = {
	eq: (cell, wanted) => cell === wanted,
	neq: (cell, wanted) => cell !== wanted,
	gt: (cell, wanted) => order(cell, wanted) > 0,
	gteq: (cell, wanted) => order(cell, wanted) >= 0,
	lt: (cell, wanted) => order(cell, wanted) < 0,
	lteq: (cell, wanted) => order(cell, wanted) <= 0,
	in: (cell, wanted) => wanted.split(',').includes(cell),
	nin: (cell, wanted) => !wanted.split(',').includes(cell),
	like: (cell, wanted) => likePattern(wanted).test(cell),
	null: (cell) => cell === '',
	notnull: (cell) => cell !== '',
};

/** Answers `searchCriteria[…]`: filter groups all hold, filters of a group any; ordered by id unless asked. */
export function searchPage<Item extends object>(
	items: readonly Item[],
	query: URLSearchParams,
	idField: 'id' | 'entity_id',
): MagentoPage<Item> {
	const groups = filterGroups(query);
	const { field, sign } = sortOrder(query, idField);
	const found = items
		.filter((item) => groups.every((filters) => filters.some((filter) => matches(item, filter, idField))))
		.sort((one, other) => sign * order(cellOf(one, field, idField), cellOf(other, field, idField)));
	const pageSize = Number(
		query.get('searchCriteria[pageSize]') ?? query.get('searchCriteria[page_size]') ?? 20,
	);
	const page = Number(
		query.get('searchCriteria[currentPage]') ?? query.get('searchCriteria[current_page]') ?? 1,
	);
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

/** What is searched for; empty for all. */
export function filterGroups(query: URLSearchParams): Filter[][] {
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

function sortOrder(query: URLSearchParams, idField: string): { field: string; sign: 1 | -1 } {
	const field = query.get('searchCriteria[sortOrders][0][field]') ?? idField;
	const direction = query.get('searchCriteria[sortOrders][0][direction]') ?? 'ASC';
	return { field, sign: direction.toUpperCase() === 'DESC' ? -1 : 1 };
}

function matches(item: object, { field, value, condition_type }: Filter, idField: string): boolean {
	const holds = HOLDS[condition_type];
	if (holds === undefined) throw new Error(`the condition type "${condition_type}" is not known here`);
	return holds(cellOf(item, field, idField), value);
}

/** A field or a custom attribute as text; empty when it is not there. */
function cellOf(item: object, field: string, idField: string): string {
	const own = textAt(item, field === 'entity_id' ? idField : field);
	if (own !== '') return own;
	const attribute = listAt(item, 'custom_attributes').find(
		(candidate) => isObject(candidate) && candidate['attribute_code'] === field,
	);
	return textAt(attribute, 'value');
}

function order(one: string, other: string): number {
	const difference = Number(one) - Number(other);
	if (one !== '' && other !== '' && !Number.isNaN(difference)) return difference;
	return one < other ? -1 : one > other ? 1 : 0;
}

/** `%` stands for anything, `_` for one character. */
function likePattern(wanted: string): RegExp {
	const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'is');
}
