import { ConfigError, type Item } from '../verdict/verdict';

export type ReadAttribute = (item: Item) => unknown;

/**
 * Compiles an attribute path such as `price`, `variants.0.sku` or, as n8n writes a dragged field, `variants[0]['sku']`.
 * A key that is itself written like a path wins over it.
 * Only own properties are read, so a path can never reach a prototype.
 * @param field configuration field named in the error
 * @throws ConfigError when the path is not a non-empty text
 */
export function compilePath(path: string, field = 'attribute'): ReadAttribute {
	if (typeof path !== 'string' || path.trim() === '') {
		throw new ConfigError(field, 'the name of a field, such as price or variants.0.price', path);
	}
	const parts = partsOf(path);
	if (parts.length === 0 || (parts.length === 1 && parts[0] === path)) return (item) => own(item, path);
	return (item) => (Object.hasOwn(item, path) ? own(item, path) : parts.reduce(own, item as unknown));
}

const BRACKETED = /\[(?:'([^']*)'|"([^"]*)"|(\d+))\]|([^.[\]]+)/g;

function partsOf(path: string): string[] {
	if (!path.includes('[')) return path.split('.');
	return [...path.matchAll(BRACKETED)].map(
		([, single, double, index, name]) => single ?? double ?? index ?? name ?? '',
	);
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
