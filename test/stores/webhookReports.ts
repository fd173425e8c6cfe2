import { isObject, listAt, textAt, type JsonObject } from './jsonFields';
import { json, type StoreAnswer, type StoreRequest, type StoreRoute } from './storeRoute';
import type { StoreState } from './storeState';
import { invalid, withToken } from './webhookRoutes';

/**
 * What any store behind a plain webhook hears of Amazon's reports: `PUT /webhook/returns/{return}` takes one return, the
 * same one as often as it comes, and `POST /webhook/stock` takes `{ stock: [{ sku, quantity }] }`, quantities as they are
 * and no changes. A list with one bad entry is refused as a whole.
 */
export const webhookReportRoutes: readonly StoreRoute[] = [
	{
		...{ method: 'PUT', path: /^\/webhook\/returns\/([^/]+)$/, platform: 'webhook', operation: 'putReturn' },
		answer: (state, request, [name = '']) => withToken(() => putReturn(state, request, name))(state, request),
	},
	{
		...{ method: 'POST', path: /^\/webhook\/stock$/, platform: 'webhook', operation: 'setStock' },
		answer: withToken(setStock),
	},
];

function putReturn({ returns }: StoreState, { body }: StoreRequest, name: string): StoreAnswer {
	if (!isObject(body)) throw invalid('', 'The body must be a JSON object');
	for (const field of ['amazonOrderId', 'sku', 'quantity'])
		if (textAt(body, field) === '') throw invalid(field, 'is required');
	const isNew = !returns.has(name);
	returns.set(name, body);
	return json(isNew ? 201 : 200, { return: name });
}

function setStock({ stock }: StoreState, { body }: StoreRequest): StoreAnswer {
	const entries = listAt(body, 'stock');
	if (entries.length === 0) throw invalid('stock', 'must hold one entry at least');
	for (const [index, entry] of entries.entries()) checkEntry(entry, `stock.${index}`);
	for (const { sku, quantity } of entries as JsonObject[]) stock.set(String(sku), Number(quantity));
	return json(200, { taken: entries.length });
}

function checkEntry(entry: unknown, path: string): void {
	if (!isObject(entry) || textAt(entry, 'sku') === '') throw invalid(`${path}.sku`, 'is required');
	const { quantity } = entry;
	if (!Number.isInteger(quantity) || Number(quantity) < 0)
		throw invalid(`${path}.quantity`, 'must be a whole number, 0 or more');
}
