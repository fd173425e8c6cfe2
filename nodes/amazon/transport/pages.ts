import { at } from './at';
import type { ApiAnswer, CallInput, Client } from './contract';
import { SpApiError } from './errors';
import type { SpApiOperation } from './operations';

export interface PageOptions {
	/** Pages to read at most; the generator then ends quietly. Default: all. */
	pageBudget?: number;
}

/** Amazon sometimes gives a page twice and then goes on; a token that comes a third time leads nowhere. */
export const REPEATS_ALLOWED = 1;

/**
 * Pages of an operation with `paging`, one at a time; the next is asked for when the caller wants it. A page may
 * come twice (nothing is dropped), so whoever counts or creates goes by the ids of the entries. In Amazon's static
 * sandbox, which names the same token for ever, the list ends with the first repetition.
 * Throws an `SpApiError` when Amazon keeps naming pages that were already read.
 */
export async function* fetchPages<T = unknown>(
	client: Client,
	operation: SpApiOperation,
	input: CallInput = {},
	{ pageBudget = Number.POSITIVE_INFINITY }: PageOptions = {},
): AsyncGenerator<ApiAnswer<T>> {
	const seen = new Set<string>();
	let repeats = 0;
	let pageInput = input;
	for (let page = 0; page < pageBudget; page++) {
		const answer = await client.call<T>(operation, pageInput);
		yield answer;
		const token = readToken(answer.body, operation.paging?.tokenAt);
		if (token === undefined) return;
		if (seen.has(token) && client.account.environment === 'sandbox') return;
		if (seen.has(token) && ++repeats > REPEATS_ALLOWED) throw repeatedPage(operation, answer.requestId);
		seen.add(token);
		pageInput = { ...input, query: nextQuery(operation, input, token) };
	}
}

function nextQuery({ paging }: SpApiOperation, { query }: CallInput, token: string): CallInput['query'] {
	if (paging === undefined) return query;
	return { ...(paging.tokenAlone ? {} : query), [paging.parameter]: token };
}

function readToken(body: unknown, keys: readonly string[] | undefined): string | undefined {
	if (keys === undefined) return undefined;
	const value = at(body, ...keys);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The error for a list that leads back to where it was. */
export function repeatedPage({ id }: Pick<SpApiOperation, 'id'>, requestId?: string): SpApiError {
	return new SpApiError({
		operation: id,
		code: 'RepeatedPage',
		requestId,
		message: `Amazon's list does not end: ${id} named a page that was already read.`,
		hint: 'Try again later, or narrow the search (a shorter time, fewer values).',
		retryable: true,
	});
}
