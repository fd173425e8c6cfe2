import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../params';

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	displayOptions: { show: { returnAll: [false] } },
	default: 50,
	description: 'Max number of results to return',
};

/** Passes on as many as the form asks for; pages that are not needed are never fetched. */
export async function* takeUpTo<T>(
	source: AsyncIterable<T>,
	params: Params,
	item: number,
): AsyncGenerator<T> {
	const wanted = params.flag('returnAll', item) ? Infinity : params.number('limit', item, 50);
	let taken = 0;
	for await (const one of source) {
		yield one;
		taken += 1;
		if (taken >= wanted) return;
	}
}
