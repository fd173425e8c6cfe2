import { isObject } from './json';
import { invalidInput } from './reply';

/** Puts a page's position and its filters into an opaque token. */
export function toPageToken(position: Record<string, unknown>): string {
	return Buffer.from(JSON.stringify(position)).toString('base64');
}

/** Reads such a token back. Throws 400 for anything else. */
export function parsePageToken(token: string, name: string): Record<string, unknown> {
	try {
		const position: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
		if (isObject(position)) return position;
	} catch {
		// Answered below, like any token that is none of ours.
	}
	throw invalidInput(`'${name}' is not a token of this operation.`);
}

/** Where a page begins; a duplicated page begins where the one before it did. */
export function pageStart(offset: number, size: number, isDuplicated: boolean): number {
	return isDuplicated ? Math.max(0, offset - size) : offset;
}
