export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object of that name; an empty one when there is none. */
export function objectAt(value: unknown, name: string): JsonObject {
	const found = isObject(value) ? value[name] : undefined;
	return isObject(found) ? found : {};
}

/** The list of that name; an empty one when there is none. */
export function listAt(value: unknown, name: string): unknown[] {
	const found: unknown = isObject(value) ? value[name] : undefined;
	return Array.isArray(found) ? found : [];
}

/** The text or number of that name as text; empty when there is none. */
export function textAt(value: unknown, name: string): string {
	const found = isObject(value) ? value[name] : undefined;
	return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** The number of that name, or a text that is one; the default when there is none. */
export function numberAt(value: unknown, name: string, otherwise = 0): number {
	const text = textAt(value, name);
	return text === '' || Number.isNaN(Number(text)) ? otherwise : Number(text);
}
