import { NetworkError } from './ports';

/** Objects and lists take far more memory than the two letters they are written with. */
const PARTS_AT_MOST = 500_000;

/**
 * Amazon's answers are JSON objects (or lists), or nothing at all: `undefined` then.
 * Throws a `NetworkError` (`UNREADABLE_ANSWER`, `TOO_LARGE`) for everything else.
 */
export function parseBody(text: string): unknown {
	if (text.trim() === '') return undefined;
	if (hasTooManyParts(text))
		throw new NetworkError('TOO_LARGE', `the answer has more than ${PARTS_AT_MOST} parts`);
	let body: unknown;
	try {
		body = JSON.parse(text);
	} catch {
		throw unreadable('the body is not JSON');
	}
	if (typeof body === 'object' && body !== null) return body;
	throw unreadable('the body is not a JSON object');
}

function unreadable(reason: string): NetworkError {
	return new NetworkError('UNREADABLE_ANSWER', reason);
}

function hasTooManyParts(text: string): boolean {
	return hasMoreThan(PARTS_AT_MOST, text, '{') || hasMoreThan(PARTS_AT_MOST, text, '[');
}

/** Whether a letter is in the text more often than that. */
export function hasMoreThan(times: number, text: string, letter: string): boolean {
	if (text.length <= times) return false;
	let found = 0;
	for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1))
		if (++found > times) return true;
	return false;
}
