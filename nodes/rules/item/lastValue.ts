import { isAbsent } from './attribute';
import { numberParser } from './decimalStyle';
import type { Amount } from '../money/money';
import type { Notation } from './notation';
import { Hold, shown, type Finding, type Item } from '../verdict/verdict';

const parsePlain = numberParser('auto');

/** What was sent, as the store kept it: an object, or its JSON. */
export function readLastObject(value: unknown): Item | undefined {
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
		? (parsed as Item)
		: undefined;
}

/** JSON of an attribute; undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * A number last sent: as the list writes its numbers, or as we wrote it, with a decimal point. Undefined when it is none or
 * can be read in two ways.
 */
export function parseLast(value: unknown, { parseNumber }: Notation): Amount | undefined {
	return parseNumber(value) ?? parsePlain(value);
}

/** A number last sent, undefined when there is none: one that cannot be read must not count as never sent. */
export function readLastNumber(
	given: unknown,
	path: string,
	notation: Notation,
): Amount | Hold<'value-not-a-number'> | undefined {
	if (isAbsent(given)) return undefined;
	const advice = `what was last sent cannot be read; ${notation.adviceFor(given)}, or clear it`;
	return (
		parseLast(given, notation) ?? new Hold('value-not-a-number', `${path} is ${shown(given)}: ${advice}`)
	);
}

/** What to note where an unreadable last value keeps nothing from being sent. */
export function lastUnreadable({ message }: Hold): Finding<'last-value-unreadable'> {
	return { code: 'last-value-unreadable', message };
}
