import { parseDecimal } from '../../rules/money/decimalText';
import { asText, at } from '../transport/at';

/*
 * An order may come from Amazon, out of a file or edited by hand: each field is asked for, and what is missing or of
 * another kind is simply not there.
 */

/** A text with something in it, without the spaces around it. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
	return asText(at(value, ...path));
}

/** The objects of a list. */
export function listAt(value: unknown, ...path: string[]): object[] {
	const list = at(value, ...path);
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return entries.filter((one) => typeof one === 'object' && one !== null);
}

/** The texts that `read` finds in the entries of a list, each once. */
export function textsOf(list: unknown, read: (entry: unknown) => string | undefined): string[] {
	const texts = (Array.isArray(list) ? list : []).map(read).filter((text) => text !== undefined);
	return [...new Set(texts)];
}

/** A whole number, 0 or more. */
export function countAt(value: unknown, ...path: string[]): number | undefined {
	const given = at(value, ...path);
	const count = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given;
	return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** Amount of a `Money` as a plain decimal text, as it was written; undefined when it is not one. */
export function amountAt(value: unknown, ...path: string[]): string | undefined {
	const given = at(value, ...path, 'amount');
	const text = asText(typeof given === 'number' ? String(given) : given);
	return parseDecimal(text) === undefined ? undefined : text;
}

/** Without the fields that are undefined: an answer shows what there is. */
export function givenFieldsOf<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
