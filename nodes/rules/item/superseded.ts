/**
 * The newest value wins: which entries are overtaken by a later one with the same key (account, marketplace, SKU, kind).
 * @param isUsable whether the entry at an index has a value at all; one without takes nothing back
 * @returns index of the overtaken entry -> index of the newest with its key
 */
export function supersededBy(
	keys: readonly string[],
	isUsable: (index: number) => boolean,
): Map<number, number> {
	const newest = new Map<string, number>();
	keys.forEach((key, index) => {
		if (isUsable(index)) newest.set(key, index);
	});
	const overtaken = new Map<number, number>();
	if (newest.size === keys.length) return overtaken;
	keys.forEach((key, index) => {
		const last = newest.get(key);
		if (last !== undefined && last > index) overtaken.set(index, last);
	});
	return overtaken;
}
