import type { OrderLine } from '../order/marketplaceOrder';
import type { MatchedLine } from './lines';

/** Units per item id. */
export type Units = Map<string, number>;

/** A named line that asks for more than there is. */
export class Overrun {
	constructor(
		readonly match: MatchedLine,
		readonly wanted: number,
		readonly room: number,
	) {}
}

/**
 * Spreads the quantities of named lines over the order's lines, in order, each as far as it has room; a line named twice
 * takes from what its first mention left. A line without a quantity takes all there is left.
 * @param room units that each of the order's lines still takes
 * @returns units per line, in the order the lines were first named
 */
export function spreadUnits(
	matches: readonly MatchedLine[],
	room: (line: OrderLine) => number,
): Units | Overrun {
	const spread: Units = new Map();
	for (const match of matches) {
		const rooms = match.lines.map((line) => Math.max(0, room(line) - (spread.get(line.itemId) ?? 0)));
		const total = rooms.reduce((sum, units) => sum + units, 0);
		const wanted = match.named.quantity ?? total;
		if (wanted > total) return new Overrun(match, wanted, total);
		let left = wanted;
		match.lines.forEach(({ itemId }, index) => {
			const taken = Math.min(left, rooms[index] ?? 0);
			left -= taken;
			if (taken > 0) spread.set(itemId, (spread.get(itemId) ?? 0) + taken);
		});
	}
	return spread;
}

/** Units per line as the trace tells them. */
export function shownUnits(units: Iterable<[string, number]>): string {
	return [...units].map(([itemId, count]) => `${itemId} x ${count}`).join(', ');
}
