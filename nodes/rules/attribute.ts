import { ConfigError, type Item } from './verdict';

export type ReadAttribute = (item: Item) => unknown;

/**
 * Compiles an attribute path such as `price` or `variants.0.sku`. A key that itself contains dots wins over the path.
 * Only own properties are read, so a path can never reach a prototype.
 * @param field configuration field named in the error
 * @throws ConfigError when the path is not a non-empty text
 */
export function compilePath(path: string, field = 'attribute'): ReadAttribute {
	if (typeof path !== 'string' || path.trim() === '') {
		throw new ConfigError(field, 'the name of a field, such as price or variants.0.price', path);
	}
	const parts = path.split('.');
	if (parts.length === 1) return (item) => own(item, path);
	return (item) => (Object.hasOwn(item, path) ? own(item, path) : parts.reduce(own, item as unknown));
}

/** An attribute that may be left out of the configuration: then it is absent in every item. */
export function compileOptionalPath(path: string | undefined, field: string): ReadAttribute | undefined {
	return path === undefined || path === '' ? undefined : compilePath(path, field);
}

/** No value at all: missing, null, or a text of spaces, as empty cells of a spreadsheet arrive. */
export function isAbsent(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function own(from: unknown, key: string): unknown {
	if (typeof from !== 'object' || from === null || key === '__proto__') return undefined;
	return Object.hasOwn(from, key) ? (from as Item)[key] : undefined;
}
