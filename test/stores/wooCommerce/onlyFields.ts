import type { StoreAnswer, StoreRequest } from '../storeRoute';

/**
 * The answer with nothing but what `_fields` asks for, separated by commas.
 * Source: https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/ (`_fields`). Parts of a field
 * (`meta.name`) are not simulated: the whole field is kept.
 */
export function onlyFields(answer: StoreAnswer, { query }: StoreRequest): StoreAnswer {
	const asked = query.get('_fields');
	if (asked === null || answer.status >= 400) return answer;
	const names = asked.split(',').map((name) => name.trim().split('.')[0] ?? '');
	const keep = (record: object) =>
		Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
	const content = JSON.parse(answer.body) as object | object[];
	return { ...answer, body: JSON.stringify(Array.isArray(content) ? content.map(keep) : keep(content)) };
}
