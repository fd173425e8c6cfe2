import { parseDecimal } from '../money/decimalText';
import { compare } from '../money/money';

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
