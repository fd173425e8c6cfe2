import type { QueryValue } from './contract';

/**
 * Fills a path template and adds the query. Every value is encoded exactly once: SKUs may hold `/ # % ü` and
 * spaces, and page tokens are passed as Amazon gave them. Lists are joined by commas.
 * Throws when a value of the path is missing or cannot stand in a path.
 */
export function toAddress(
	origin: string,
	template: string,
	path: Record<string, string> = {},
	query: Record<string, QueryValue> = {},
): string {
	const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => toSegment(name, path[name]));
	const pairs = Object.entries(query).flatMap(([name, value]) => {
		const text = toQueryText(value);
		return text === undefined ? [] : [`${encode(name, name)}=${encode(name, text)}`];
	});
	return `${origin}${filled}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

function toSegment(name: string, value: string | undefined): string {
	// "." and ".." would climb the path, encoded or not.
	if (value === undefined || value === '' || value === '.' || value === '..') {
		throw new Error(
			`Amazon's address needs a ${name}, and "${value ?? ''}" cannot be one. Correct the ${name}.`,
		);
	}
	return encode(name, value);
}

function toQueryText(value: QueryValue): string | undefined {
	if (value === undefined) return undefined;
	if (typeof value === 'object') return value.length === 0 ? undefined : value.join(',');
	return String(value);
}

function encode(name: string, value: string): string {
	try {
		return encodeURIComponent(value);
	} catch {
		throw brokenCharacter(name);
	}
}

function brokenCharacter(name: string): Error {
	return new Error(`The ${name} holds a broken character (half of a surrogate pair). Correct the ${name}.`);
}
