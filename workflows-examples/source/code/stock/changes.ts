import { counted } from '../message';
import { jsonOf, toItems, type Fields, type Item } from '../n8n';
import { text } from '../text';

/** A row of the table; of an empty table n8n gives one row with nothing in it. */
export interface KnownRow {
	id?: number;
	sku?: string;
	quantity?: number | null;
}

/** A quantity that the store does not have yet; `id` is its row in the table, if there is one. */
export interface Change {
	sku: string;
	quantity: number;
	id: number | null;
}

export interface Changes {
	changes: Change[];
	/** SKUs whose rows cannot be read, or that the report names with two quantities. */
	unread: string[];
}

const PER_CALL = 500;
const NAMED = 20;

/** What has another quantity than the table says. A product that the report does not name stays as it is. */
export function changesOf(report: Fields[], known: KnownRow[]): Changes {
	const { stock, unread } = readStock(report);
	const rows = new Map<string, KnownRow>();
	for (const row of known) if (row.sku !== undefined && !rows.has(row.sku)) rows.set(row.sku, row);
	const changes = [...stock]
		.filter(([sku, quantity]) => rows.get(sku)?.quantity !== quantity)
		.map(([sku, quantity]) => ({ sku, quantity, id: rows.get(sku)?.id ?? null }));
	return { changes, unread };
}

function readStock(report: Fields[]): { stock: Map<string, number>; unread: string[] } {
	const stock = new Map<string, number>();
	const unread = new Set<string>();
	for (const row of report) {
		const [sku, quantity] = [text(row['sku']), text(row['afn-fulfillable-quantity'])];
		const isOther = stock.has(sku) && stock.get(sku) !== Number(quantity);
		if (sku === '' || isOther || !/^\d+$/.test(quantity)) unread.add(sku);
		else stock.set(sku, Number(quantity));
	}
	for (const sku of unread) stock.delete(sku);
	return { stock, unread: [...unread] };
}

/** One item for each call to the store, and one that says what could not be read. */
export function callsOf({ changes, unread }: Changes): object[] {
	const calls: object[] = [];
	for (let from = 0; from < changes.length; from += PER_CALL)
		calls.push({ changes: changes.slice(from, from + PER_CALL) });
	if (unread.length === 0) return calls;
	const names = unread.slice(0, NAMED).map((sku) => sku || '(no SKU)');
	const more = unread.length > NAMED ? ' and more' : '';
	const words =
		counted(unread.length, 'product') + ' of the report cannot be read, so their stock stays as it is: ';
	return [...calls, { error: words + names.join(', ') + more }];
}

/** Compares Amazon's list with the table. Only what has changed goes on, 500 products in one item. */
export default (): Item[] => {
	const report = jsonOf($('Get the Stock at Amazon').all<{ rows: Fields[] }>()).flatMap(({ rows }) => rows);
	return toItems(callsOf(changesOf(report, jsonOf($input.all<KnownRow>()))));
};
