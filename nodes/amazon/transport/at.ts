/** What an object holds under a name, path by path. */
export function at(value: unknown, ...path: string[]): unknown {
	return path.reduce(
		(inner, name) =>
			typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
				? (Reflect.get(inner, name) as unknown)
				: undefined,
		value,
	);
}

/** A text with something in it, without the spaces around it; undefined for everything else. */
export function asText(value: unknown): string | undefined {
	const trimmed = typeof value === 'string' ? value.trim() : '';
	return trimmed === '' ? undefined : trimmed;
}
