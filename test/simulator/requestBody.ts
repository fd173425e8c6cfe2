import { isObject } from './json';
import { invalidInput } from './reply';

/** A JSON object from a request's body. Throws 400. */
export function parseJsonBody(body: Buffer): Record<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(body.toString('utf8'));
		if (isObject(parsed)) return parsed;
	} catch {
		throw invalidInput('The request body is not valid JSON.');
	}
	throw invalidInput('The request body must be a JSON object.');
}
