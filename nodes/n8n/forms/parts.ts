import { toText } from '../params';

/** Several of a kind in one text, separated by semicolons or lines. */
export function toParts(typed: unknown): string[] {
	return toText(typed)
		.split(/[;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
