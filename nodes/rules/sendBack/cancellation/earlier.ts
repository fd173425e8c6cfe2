import { Hold } from '../../verdict/verdict';
import { nameOf, type NamedLine } from '../lines';
import type { CancellationChange } from './config';
import type { CancellationHold } from './verdict';

/** Cancellations of the order by earlier items of the run: the next can cancel only what they left. */
export type EarlierCancellations = readonly CancellationChange[];

/** Units of a line in them. @param whole those of the whole line */
export function unitsCancelled(earlier: EarlierCancellations, itemId: string, whole: number): number {
	return earlier.reduce((sum, change) => sum + unitsIn(change, itemId, whole), 0);
}

/** What cannot be cancelled once more where nobody looked at the order: the whole of it, or a whole line. */
export function heldByEarlier(
	orderId: string,
	named: readonly NamedLine[] | undefined,
	earlier: EarlierCancellations,
): CancellationHold | undefined {
	if (earlier.some(({ lines }) => lines === undefined)) return nothingLeft(orderId);
	const gone = earlier.flatMap(({ lines = [] }) => lines).filter(({ quantity }) => quantity === undefined);
	const twice = named?.filter((line) => gone.some(({ itemId }) => itemId === line.itemId)) ?? [];
	return twice.length === 0 ? undefined : nothingLeft(orderId, twice.map(nameOf).join(', '));
}

/** @param what the lines that are meant; left out, the whole order */
export function nothingLeft(orderId: string, what?: string): CancellationHold {
	const of = what === undefined ? `order ${orderId}` : `${what} in order ${orderId}`;
	return new Hold(
		'nothing-left-to-cancel',
		`Nothing of ${of} is left to cancel: earlier items of this run cancel it already; take this one out, or name other lines`,
	);
}

function unitsIn({ lines }: CancellationChange, itemId: string, whole: number): number {
	if (lines === undefined) return whole;
	const same = lines.filter((line) => line.itemId === itemId);
	return same.reduce((sum, { quantity = whole }) => sum + quantity, 0);
}
