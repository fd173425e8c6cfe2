import type { CellValue } from './rowTerms';

/** A value by its name; names of nested values are joined by points. */
export type NamedValue = readonly [name: string, value: CellValue];

/** JSON, or XML as its parser gives it: an element's own text is `#text`, its attributes begin with `@_`. */
export type Nested = CellValue;

/** Deeper is no record of Amazon's, and no other step of a workflow could write it down. */
const DEEPEST = 50;

/** A record that is nested too deeply to become a row. */
export class TooDeep extends Error {}

/**
 * The values of a record in one level: a column is found by its name then, kept and compared like a column of a table.
 * Lists stay lists; objects in them become flat as well. Throws `TooDeep`.
 */
export function flatten(record: Readonly<Record<string, Nested>>, depth = 0): NamedValue[] {
	if (depth > DEEPEST) throw new TooDeep();
	return Object.entries(record).flatMap(([key, value]): NamedValue[] => {
		const name = nameOf(key);
		if (!isNested(value)) return [[name, Array.isArray(value) ? listOf(value, depth + 1) : value]];
		return flatten(value, depth + 1).map(([inner, one]) => [joined(name, inner), one]);
	});
}

function listOf(values: readonly Nested[], depth: number): CellValue[] {
	if (depth > DEEPEST) throw new TooDeep();
	return values.map((value) => {
		if (Array.isArray(value)) return listOf(value, depth + 1);
		return isNested(value) ? Object.fromEntries(flatten(value, depth + 1)) : value;
	});
}

function isNested(value: Nested): value is Record<string, Nested> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of an element that has attributes goes by the element's name. */
function joined(outer: string, inner: string): string {
	if (inner === '') return outer;
	return outer === '' ? inner : `${outer}.${inner}`;
}

function nameOf(key: string): string {
	if (key === '#text') return '';
	const name = key.startsWith('@_') ? key.slice(2) : key;
	// Assigned to an object it would change what the object is.
	return name === '__proto__' ? 'proto' : name;
}
