import { jsonOf, toItems, type Item } from '../n8n';
import { byOrder, type Claim } from './claims';

export interface Look {
	/** All rows of our orders, as they were seen now, and at the first look. */
	rows: Claim[];
	first: Claim[];
	isSecondLook: boolean;
	/** The run that asks. */
	run: string;
}

/** Our rows that are to be deleted. A row that was read twice counts once. */
export function rowsThatGiveWay({ rows, first, isSecondLook, run }: Look): Claim[] {
	const firstRows = byOrder(first);
	const isOurs = ({ claim }: Claim) => claim === run;
	const once = [...new Map(rows.map((row) => [row.id, row])).values()];
	return [...byOrder(once).values()].flatMap((ofOrder) => {
		const [earliest] = ofOrder.sort((one, other) => one.id - other.id);
		if (earliest === undefined) return [];
		const wasAlone = (firstRows.get(earliest.amazonOrderId) ?? []).every(isOurs);
		const staysFirst = isSecondLook ? wasAlone || ofOrder.every(isOurs) : isOurs(earliest);
		const kept = staysFirst ? ofOrder.find(isOurs) : undefined;
		return ofOrder.filter((row) => isOurs(row) && row !== kept);
	});
}

/**
 * Our rows that give way to those of other runs. At the first look the later row goes, and at the second look whatever is
 * not ours alone: its owner has looked before us. If all give way, Catch Up brings the order in.
 */
export default (): Item[] => {
	const first = jsonOf($('Read All Claims').all<Claim>());
	const rows = jsonOf($input.all<Claim>());
	return toItems(rowsThatGiveWay({ rows, first, isSecondLook: $runIndex > 0, run: $execution.id }));
};
