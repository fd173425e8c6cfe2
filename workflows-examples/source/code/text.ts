/** A number of the store as text: money never becomes a float. */
export function text(value: unknown): string {
	const written: unknown = value ?? '';
	return String(written).trim();
}
