/** A row of "Shipments to Amazon". */
export interface PackageRow {
	id: number;
	shipment: string;
	status: string;
	/** The run that is at work on it. */
	claim?: string;
	carrier?: string;
	trackingNumber?: string;
	items?: string;
}

/** The rows that were taken, each with its fate; `found` are all rows of their packages, which may be there twice. */
export function fatesOfPackages(found: PackageRow[], taken: Set<number>) {
	const known = [...new Map(found.map((row) => [row.id, row])).values()];
	const ours = known.filter(({ id }) => taken.has(id)).sort((one, other) => one.id - other.id);
	return ours.map((row) => ({ ...row, fate: fateOf(row, known, taken) }));
}

function fateOf(row: PackageRow, known: PackageRow[], taken: Set<number>): 'later' | 'copy' | 'send' {
	const others = known.filter((other) => other.id !== row.id && other.shipment === row.shipment);
	if (others.some((other) => !taken.has(other.id) && other.claim)) return 'later';
	// Of two of ours the later one knows better.
	if (others.some((other) => taken.has(other.id) && other.id > row.id)) return 'copy';
	const columns = ['carrier', 'trackingNumber', 'items'] as const;
	const isSame = (other: PackageRow) => columns.every((column) => other[column] === row[column]);
	return others.some((other) => !taken.has(other.id) && other.status !== 'waiting' && isSame(other))
		? 'copy'
		: 'send';
}
