import { textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

type Counts = Record<string, number>;

/** How many rows have each status, and each reason with its status. */
export function summaryOf(rows: Array<{ status: string; reason?: string }>) {
	const counts: Counts = {};
	const reasons: Counts = {};
	for (const { status, reason } of rows) {
		counts[status] = (counts[status] ?? 0) + 1;
		if (reason) reasons[status + ': ' + reason] = (reasons[status + ': ' + reason] ?? 0) + 1;
	}
	const lines = Object.entries({ ...counts, ...reasons }).map(([what, count]) => '- ' + what + ': ' + count);
	const subject =
		rows.length + ' products of the price list: ' + (counts['accepted'] ?? 0) + ' accepted by Amazon';
	return { subject, text: textOf(subject, lines), products: rows.length, counts, reasons };
}

/** One item: how many of each status, and of each reason. */
export default (): Item[] => toItems([summaryOf(jsonOf($input.all<{ status: string; reason?: string }>()))]);
