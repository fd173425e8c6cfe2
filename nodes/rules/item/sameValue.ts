import { parseDecimal } from '../money/decimalText';
import { compare } from '../money/money';

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

/**
 * Whether a value to send says the same as the one last sent: objects by their defined fields, lists in order, numbers by
 * amount, so that a store which keeps `12.00` as 12 does not cause a change.
 */
export function isSameValue(current: unknown, last: unknown): boolean {
	if (isObject(current) && isObject(last)) {
		const keys = new Set([...definedKeys(current), ...definedKeys(last)]);
		return [...keys].every((key) => isSameValue(current[key], last[key]));
	}
	if (Object.is(current, last)) return true;
	const [left, right] = [parseDecimal(current), parseDecimal(last)];
	return left !== undefined && right !== undefined && compare(left, right) === 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function definedKeys(value: Record<string, unknown>): string[] {
	return Object.keys(value).filter((key) => value[key] !== undefined && value[key] !== null);
}
