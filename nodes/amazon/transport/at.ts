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
