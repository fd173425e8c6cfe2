/** A JSON object, as opposed to a list, a scalar or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isObjectList(value: unknown): value is Record<string, unknown>[] {
	return Array.isArray(value) && value.every(isObject);
}

export function isTextList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
