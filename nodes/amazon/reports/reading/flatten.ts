import { uniqueNames } from './columnNames';
import type { CellValue } from './rowTerms';

/** A value by its name; names of nested values are joined by points. */
export type NamedValue = readonly [name: string, value: CellValue];

/** JSON, or XML as its parser gives it: an element's own text is `#text`, its attributes begin with `@_`. */
export type Nested = CellValue;

/** Deeper is no record of Amazon's, and no other step of a workflow could write it down. */
const DEEPEST = 50;

/** Whether a record is nested too deeply to become a row. */
export function isTooDeep(value: Nested, levels = DEEPEST): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

/**
 * The values of a record in one level: a column is found by its name then, kept and compared like a column of a table.
 * Lists stay lists; objects in them become flat as well. The caller has made sure that the record is not too deep.
 */
export function flatten(record: Readonly<Record<string, Nested>>): NamedValue[] {
	return Object.entries(record).flatMap(([key, value]): NamedValue[] => {
		const name = nameOf(key);
		if (!isNested(value)) return [[name, Array.isArray(value) ? value.map(inList) : value]];
		return flatten(value).map(([inner, one]) => [joined(name, inner), one]);
	});
}

function inList(value: Nested): CellValue {
	if (Array.isArray(value)) return value.map(inList);
	if (!isNested(value)) return value;
	const values = flatten(value);
	const names = uniqueNames(
		values.map(([name]) => name),
		{},
	);
	return Object.fromEntries(values.map(([, one], index) => [names[index] ?? '', one]));
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
