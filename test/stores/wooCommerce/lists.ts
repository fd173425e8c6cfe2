import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import { invalidParameter } from './errors';

/** One page of a list, with WordPress' headers for the whole. @throws Refusal for a page that cannot be */
export function toPage<Item>(items: Item[], { query, path, headers }: StoreRequest): StoreAnswer {
	const size = wholeNumber(query, 'per_page', 10, 100);
	const page = wholeNumber(query, 'page', 1, Number.MAX_SAFE_INTEGER);
	const pages = Math.ceil(items.length / size);
	const next = new URLSearchParams(query);
	next.set('page', String(page + 1));
	return json(200, items.slice((page - 1) * size, page * size), {
		'x-wp-total': String(items.length),
		'x-wp-totalpages': String(pages),
		...(page < pages ? { link: `<http://${String(headers['host'])}${path}?${next}>; rel="next"` } : {}),
	});
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number, most: number): number {
	const text = query.get(name);
	if (text === null) return otherwise;
	const number = Number(text);
	if (!Number.isInteger(number))
		throw invalidParameter(name, { code: 'rest_invalid_type', message: `${name} is not of type integer.` });
	if (number < 1 || number > most) {
		const range = most === 100 ? 'between 1 (inclusive) and 100 (inclusive)' : 'greater than or equal to 1';
		throw invalidParameter(name, { code: 'rest_out_of_bounds', message: `${name} must be ${range}` });
	}
	return number;
}
