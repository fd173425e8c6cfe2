import { jsonOf, toItems, type Item } from '../n8n';

/** What the lanes look at in a row of "Amazon Offers". */
export interface WaitingRow {
	id?: number;
	key?: string;
	sku?: string;
	status?: string;
	updatedAtStore?: string;
	submittedAt?: string;
	quantity?: number | null;
	enabled?: boolean;
	inStock?: boolean;
	managesStock?: boolean;
	lastSku?: string;
	lastPrice?: string;
	lastSale?: string;
	lastQuantity?: number | null;
}

export type Lane = 'urgent' | 'feed' | 'duplicate';

/** Every row that was found once, with its lane; what waits comes first, the newest last. */
export function sortIntoLanes(found: WaitingRow[], urgentAtMost: number): Array<WaitingRow & { lane: Lane }> {
	const { waiting, duplicates } = newestOfEach(found);
	// Many sold out at once are no emergency but maybe a broken export: in the feed the Sold-Out Brake looks at them.
	const isEmergency = waiting.filter(isSoldOut).length <= urgentAtMost;
	return [
		...waiting.map((row) => ({
			...row,
			lane: isEmergency && isSoldOut(row) ? ('urgent' as const) : ('feed' as const),
		})),
		...duplicates.map((row) => ({ ...row, lane: 'duplicate' as const })),
	];
}

function newestOfEach(found: WaitingRow[]): { waiting: WaitingRow[]; duplicates: WaitingRow[] } {
	const rows = new Map(found.filter(({ id }) => id !== undefined).map((row) => [row.id, row]));
	const newestFirst = [...rows.values()].sort((one, other) => (isNewer(one, other) ? -1 : 1));
	const seen = new Set<string>();
	const [waiting, duplicates]: [WaitingRow[], WaitingRow[]] = [[], []];
	for (const row of newestFirst) {
		// A row made by hand may have no key; it is like no other.
		const key = row.key || 'row ' + row.id;
		if (seen.has(key)) duplicates.push(row);
		else if (row.status === 'pending') waiting.push(sentAsThisSku(row));
		seen.add(key);
	}
	// The newest goes last: of two rows that mean the same listing the last one counts.
	return { waiting: waiting.reverse(), duplicates };
}

function isNewer(one: WaitingRow, other: WaitingRow): boolean {
	const [time, otherTime] = [one.updatedAtStore ?? '', other.updatedAtStore ?? ''];
	if (time !== otherTime) return time > otherTime;
	// Of two rows of the same change the one that knows what Amazon was last sent stays.
	const [wasSent, otherWasSent] = [Boolean(one.submittedAt), Boolean(other.submittedAt)];
	return wasSent === otherWasSent ? (one.id ?? 0) > (other.id ?? 0) : wasSent;
}

/** What Amazon was sent for another SKU says nothing about this one. */
function sentAsThisSku(row: WaitingRow): WaitingRow {
	const isRenamed = row.lastSku && row.lastSku !== row.sku;
	return isRenamed ? { ...row, lastPrice: '', lastSale: '', lastQuantity: null } : row;
}

/** Amazon still sells what the store no longer has. */
function isSoldOut({ quantity, enabled, inStock, managesStock, lastQuantity }: WaitingRow): boolean {
	const isEmpty = managesStock !== false && quantity === 0;
	return (lastQuantity ?? 0) > 0 && (isEmpty || enabled === false || inStock === false);
}

/** One lane for each row: "urgent", "feed", or "duplicate" for an older row of a product that has a newer one. */
export default (): Item[] => {
	const { urgentAtMost } = $('Settings').first<{ urgentAtMost: number }>().json;
	const found = [...$('Read Waiting Rows').all<WaitingRow>(), ...$input.all<WaitingRow>()];
	return toItems(sortIntoLanes(jsonOf(found), urgentAtMost));
};
