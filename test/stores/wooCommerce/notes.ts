import { isObject, textAt } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import { placedOn, timeOf, type PlacedWoo, type StoreState } from '../storeState';
import { refusal } from './errors';

export function addNote(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const order = requireNotedOrder(state, id);
	const note = textAt(body, 'note');
	if (note === '')
		throw refusal(400, 'rest_missing_callback_param', 'Missing parameter(s): note', { params: ['note'] });
	const now = timeOf(state);
	const added = {
		...{ id: Number(id) * 100 + order.notes.length, author: 'REST API', note },
		...{ date_created: now, date_created_gmt: now },
		customer_note: isObject(body) && body['customer_note'] === true,
	};
	order.notes.push(added);
	return json(201, added);
}

/** Not in pages: WooCommerce answers all notes of an order at once. */
export function listNotes(state: StoreState, _request: StoreRequest, id: string): StoreAnswer {
	return json(200, requireNotedOrder(state, id).notes);
}

function requireNotedOrder(state: StoreState, id: string): PlacedWoo {
	const order = placedOn(state, 'wooCommerce').find(({ raw }) => String(raw.id) === id);
	if (order === undefined) throw refusal(404, 'woocommerce_rest_order_invalid_id', 'Invalid order ID.');
	return order;
}
