import type { DataTableRow } from '../../n8n/dataTables';
import type { Feed, Store, StormWorld } from './stormWorld';

/** The table that the imports share. */
export const TABLE = 'Amazon Orders';
/** How many orders a small run shares with the large one. */
const SHARED = 3;
/** Small runs that start while the large one writes down its claims. */
const SMALL_RUNS = 4;

/** What must be 0, but for the first. */
export interface OwnerFigures {
	orders: number;
	/** Held by two runs, or created twice. */
	twice: number;
	/** Held by none, or in no store, even after every import has looked for what was left. */
	missing: number;
	/** With another number of rows in the table than one. */
	notOneRow: number;
}

export interface Round {
	/** Orders of the large run. */
	large: number;
	/** Orders that two runs of the same size take at the same moment. */
	equal: number;
}

/** The tally as it must be. */
export function ownedOnce(rounds: number, { large, equal }: Round): OwnerFigures {
	return { orders: rounds * (large + equal), twice: 0, missing: 0, notOneRow: 0 };
}

/**
 * One run takes many orders and, while it writes down its claims, others take a few of the same, for the same store
 * or for another; then two take the same orders at once.
 */
export async function letThemMeet(
	{ untilRowsAreWritten }: StormWorld,
	feed: Feed,
	{ turn, orders, large }: Meeting,
): Promise<void> {
	const many = orders.slice(0, large);
	const largeRun = feed('woo', `${turn} large`, many);
	await Promise.race([untilRowsAreWritten(), largeRun]);
	const smallRuns = Array.from({ length: SMALL_RUNS }, async (_, index) => {
		const start = index * SHARED;
		await feed(storeOf(index), `${turn} small ${index}`, many.slice(start, start + SHARED));
	});
	await Promise.all([largeRun, ...smallRuns]);
	const both = orders.slice(large);
	await Promise.all([feed('woo', `${turn} one`, both), feed('webhook', `${turn} other`, both)]);
}

export interface Meeting {
	turn: number;
	orders: readonly object[];
	/** How many of them the large run takes. */
	large: number;
}

function storeOf(index: number): Store {
	return index % 2 === 0 ? 'webhook' : 'woo';
}

/** How many orders have no row, or several. */
export async function withoutOneRow({ api }: StormWorld, ids: readonly string[]): Promise<number> {
	const rows = countBy(await api.dataTables.rows(TABLE));
	return ids.filter((id) => rows.get(id) !== 1).length;
}

/** How many rows each order has. */
export function countBy(rows: DataTableRow[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const id = String(row.amazonOrderId);
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}
