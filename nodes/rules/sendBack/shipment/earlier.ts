import type { ShipmentChange } from './config';

/** Packages of the order that earlier items of the run sent: the next can ship only what they left. */
export type EarlierPackages = readonly ShipmentChange[];

/** Units of a line in them; may be negative when a correction took some out of their package. */
export function unitsSent(earlier: EarlierPackages, itemId: string): number {
	return earlier.reduce(
		(sum, { lines, corrects }) => sum + unitsAmong(lines, itemId) - unitsAmong(corrects, itemId),
		0,
	);
}

/** Whether one of them took all lines without naming them. */
export function isEverythingSent(earlier: EarlierPackages): boolean {
	return earlier.some(({ lines }) => lines === undefined);
}

function unitsAmong(lines: ShipmentChange['corrects'], itemId: string): number {
	const same = lines?.filter((line) => line.itemId === itemId) ?? [];
	return same.reduce((sum, { quantity }) => sum + quantity, 0);
}
