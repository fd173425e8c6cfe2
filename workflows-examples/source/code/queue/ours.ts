import { jsonOf, type Fields, type Item } from '../n8n';

/** Those of the items whose rows were taken, as they are. */
export function takenOf<Json extends { id?: unknown }>(
	items: Array<Item<Json>>,
	taken: Array<{ id?: unknown }>,
) {
	const ids = new Set(taken.map(({ id }) => id));
	return items.filter(({ json }) => ids.has(json.id));
}

/** Only the rows that this run has taken, as they were before: in the table, what Amazon has is unknown from now on. */
export default (): Item[] => takenOf($('Sort Into Lanes').all<Fields>(), jsonOf($input.all<Fields>()));
