import type { MagentoAddress, MagentoOrder, MagentoOrderItem } from '../../fixtures/stores/magentoOrder';
import { isObject, listAt, numberAt, textAt, type JsonObject } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import { placedOn, timeOf, type PlacedMagento, type StoreState } from '../storeState';
import { checkDocument, checkOrder } from './checkOrder';
import { isRequired, noSuchEntity, refusal } from './errors';
import { ORDER, STATUS_HISTORY } from './orderFields';
import { moveStock } from './products';
import { filterGroups, searchPage } from './search';

/** UTC, as Magento writes it: `2026-11-20 10:00:00`. */
export function sqlTimeOf(state: StoreState): string {
	return timeOf(state).replace('T', ' ');
}

/**
 * `POST /V1/orders`: keeps the entity as it is, without calculating anything and without touching the stock, and
 * counts only the increment id, if it has none. One with an entity id completes the order that is there.
 */
export function saveOrder(state: StoreState, { body }: StoreRequest): StoreAnswer {
	const entity = checkOrder(body);
	if (entity['entity_id'] !== undefined) {
		const known = findOrder(state, textAt(entity, 'entity_id'));
		refuseTakenNumber(state, entity, known);
		Object.assign(known.raw, entity, { updated_at: sqlTimeOf(state) });
		return json(200, known.raw);
	}
	refuseTakenNumber(state, entity);
	return json(200, placeOrder(state, entity, false));
}

/** Gives a checked entity its ids and keeps it. */
export function placeOrder(state: StoreState, entity: JsonObject, tookStock: boolean): MagentoOrder {
	const id = placedOn(state, 'magento').length + 1;
	const now = sqlTimeOf(state);
	const items = listAt(entity, 'items').map((item, index) => ({
		...(isObject(item) ? item : {}),
		...{ item_id: id * 100 + index, order_id: id },
	}));
	const address = { ...(entity['billing_address'] as MagentoAddress), entity_id: id * 2, parent_id: id };
	const raw = {
		...{ created_at: now, status_histories: [], ...entity, updated_at: now },
		...{ entity_id: id, increment_id: textAt(entity, 'increment_id') || String(id).padStart(9, '0') },
		...{ items: items as MagentoOrderItem[], billing_address: address },
	} as unknown as MagentoOrder;
	state.placed.push({
		...{ platform: 'magento', raw, tookStock },
		...{ invoices: [], shipments: [], creditmemos: [] },
	});
	return raw;
}

/** The unique key of Magento's table is increment id and store. */
function refuseTakenNumber(state: StoreState, entity: JsonObject, self?: PlacedMagento): void {
	const number = textAt(entity, 'increment_id');
	const isTaken = placedOn(state, 'magento').some(
		(other) =>
			other !== self &&
			other.raw.increment_id === number &&
			numberAt(other.raw, 'store_id', 1) === numberAt(entity, 'store_id', 1),
	);
	if (isTaken) throw refusal(400, 'Unique constraint violation found');
}

export function listOrders(state: StoreState, { query }: StoreRequest): StoreAnswer {
	requireCriteria(query);
	for (const { field } of filterGroups(query).flat()) {
		if (!ORDER.fields.has(field)) throw unknownColumn(field);
	}
	const orders = placedOn(state, 'magento').map(({ raw }) => raw);
	return json(200, searchPage(orders, query, 'entity_id'));
}

export function requireCriteria(query: URLSearchParams): void {
	if (![...query.keys()].some((key) => key.startsWith('searchCriteria'))) throw isRequired('searchCriteria');
}

function unknownColumn(field: string) {
	return refusal(400, `SQLSTATE[42S22]: Column not found: 1054 Unknown column '${field}' in 'where clause'`);
}

/** @throws Refusal 404 */
export function findOrder(state: StoreState, id: string): PlacedMagento {
	const order = placedOn(state, 'magento').find(({ raw }) => String(raw.entity_id) === id);
	if (order === undefined) throw noSuchEntity();
	return order;
}

/** `POST /V1/orders/{id}/comments` answers a bare true. */
export function addComment(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const { raw } = findOrder(state, id);
	const history = isObject(body) ? body['statusHistory'] : undefined;
	if (history === undefined) throw isRequired('statusHistory');
	const checked = checkDocument(history, STATUS_HISTORY, 'statusHistory');
	const status = textAt(checked, 'status');
	raw.status_histories.push({
		...{ created_at: sqlTimeOf(state), comment: textAt(checked, 'comment'), status: status || raw.status },
		...{ is_customer_notified: numberAt(checked, 'is_customer_notified') },
		...{ is_visible_on_front: numberAt(checked, 'is_visible_on_front') },
	});
	if (status !== '') raw.status = status;
	raw.updated_at = sqlTimeOf(state);
	return json(200, true);
}

const FINAL_STATES = ['canceled', 'closed', 'complete'];

/** `POST /V1/orders/{id}/cancel` answers a bare false for an order that is past it. */
export function cancelOrder(state: StoreState, id: string): StoreAnswer {
	const order = findOrder(state, id);
	const { raw } = order;
	const isOnItsWay = raw.items.some(
		({ qty_shipped = 0, qty_invoiced = 0 }) => qty_shipped + qty_invoiced > 0,
	);
	if (isOnItsWay || FINAL_STATES.includes(raw.state ?? '')) return json(200, false);
	for (const item of raw.items) {
		item.qty_canceled = item.qty_ordered;
		if (order.tookStock) moveStock(state.products, item.sku, Number(item.qty_ordered));
	}
	Object.assign(raw, { state: 'canceled', status: 'canceled', updated_at: sqlTimeOf(state) });
	return json(200, true);
}
