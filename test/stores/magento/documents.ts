import { minus, sum, times } from '../../fixtures/stores/amounts';
import type { MagentoCreditmemo, MagentoTrack } from '../../fixtures/stores/magentoOrder';
import { listAt, numberAt, objectAt, textAt } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import { placedOn, type PlacedMagento, type StoreState } from '../storeState';
import { findOrder, requireCriteria, sqlTimeOf } from './orders';
import { searchPage } from './search';
import { invalid, moveOn, take, type Taken } from './units';

/** `POST /V1/order/{id}/invoice` answers the invoice's id. */
export function invoiceOrder(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const order = findOrder(state, id);
	take(order, body, 'invoice');
	const paid = order.raw.grand_total;
	order.invoices.push(countOf(state, ({ invoices }) => invoices) + 1);
	Object.assign(order.raw, { total_paid: paid, total_invoiced: paid });
	moveOn(state, order);
	return json(200, order.invoices.at(-1));
}

/** `POST /V1/order/{id}/ship` answers the shipment's id. */
export function shipOrder(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const order = findOrder(state, id);
	const tracks = listAt(body, 'tracks');
	if (tracks.some((track) => textAt(track, 'track_number') === ''))
		throw invalid('shipment', 'Please enter a tracking number.');
	const taken = take(order, body, 'shipment');
	const entity_id = countOf(state, ({ shipments }) => shipments) + 1;
	const now = sqlTimeOf(state);
	order.shipments.push({
		...{ entity_id, increment_id: String(entity_id).padStart(9, '0'), order_id: order.raw.entity_id },
		...{ store_id: numberAt(order.raw, 'store_id', 1), created_at: now, updated_at: now },
		total_qty: taken.reduce((total, { qty }) => total + qty, 0),
		items: taken.map(({ item, qty }, index) => ({
			...{ entity_id: entity_id * 100 + index, order_item_id: item.item_id, qty },
			...{ sku: item.sku, name: item.name ?? '' },
		})),
		tracks: tracks.map((track, index) => toTrack(track, order, { entity_id, index, now })),
		comments: [],
	});
	moveOn(state, order);
	return json(200, entity_id);
}

/** `POST /V1/order/{id}/refund` answers the creditmemo's id. */
export function refundOrder(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const order = findOrder(state, id);
	const taken = take(order, body, 'refund');
	const entity_id = countOf(state, ({ creditmemos }) => creditmemos) + 1;
	const creditmemo = toCreditmemo(order, taken, objectAt(body, 'arguments'), {
		entity_id,
		now: sqlTimeOf(state),
	});
	order.creditmemos.push(creditmemo);
	order.raw.total_refunded = sum([order.raw.total_refunded ?? 0, creditmemo.grand_total]);
	moveOn(state, order);
	return json(200, entity_id);
}

function toTrack(
	track: unknown,
	order: PlacedMagento,
	{ entity_id, index, now }: { entity_id: number; index: number; now: string },
): MagentoTrack {
	return {
		...{ entity_id: entity_id * 10 + index, parent_id: entity_id, order_id: order.raw.entity_id },
		...{ track_number: textAt(track, 'track_number'), title: textAt(track, 'title') },
		...{ carrier_code: textAt(track, 'carrier_code'), created_at: now },
	};
}

function toCreditmemo(
	{ raw, invoices }: PlacedMagento,
	taken: Taken[],
	given: object,
	{ entity_id, now }: { entity_id: number; now: string },
): MagentoCreditmemo {
	const items = taken.map(({ item, qty }, index) => ({
		...{ entity_id: entity_id * 100 + index, order_item_id: item.item_id, sku: item.sku },
		...{ name: item.name ?? '', qty, price: Number(item.price ?? 0) },
		row_total: Number(times(item.price ?? 0, qty)),
		...{ tax_amount: 0, discount_amount: 0 },
	}));
	const subtotal = sum(items.map(({ row_total }) => row_total));
	const shipping_amount = numberAt(given, 'shipping_amount', Number(raw.shipping_amount ?? 0));
	const adjustment_positive = numberAt(given, 'adjustment_positive');
	const adjustment_negative = numberAt(given, 'adjustment_negative');
	const grown = sum([subtotal, shipping_amount, adjustment_positive]);
	return {
		...{ entity_id, increment_id: String(entity_id).padStart(9, '0'), order_id: raw.entity_id },
		...{ invoice_id: invoices.at(-1), store_id: numberAt(raw, 'store_id', 1), state: 2 },
		...{ created_at: now, updated_at: now, order_currency_code: raw.order_currency_code ?? '' },
		...{ subtotal: Number(subtotal), shipping_amount, tax_amount: 0, discount_amount: 0 },
		...{ adjustment_positive, adjustment_negative, grand_total: Number(minus(grown, adjustment_negative)) },
		...{ items, comments: [] },
	};
}

export function listShipments(state: StoreState, { query }: StoreRequest): StoreAnswer {
	requireCriteria(query);
	const shipments = placedOn(state, 'magento').flatMap((order) => order.shipments);
	return json(200, searchPage(shipments, query, 'entity_id'));
}

export function listCreditmemos(state: StoreState, { query }: StoreRequest): StoreAnswer {
	requireCriteria(query);
	const creditmemos = placedOn(state, 'magento').flatMap((order) => order.creditmemos);
	return json(200, searchPage(creditmemos, query, 'entity_id'));
}

function countOf(state: StoreState, documents: (order: PlacedMagento) => unknown[]): number {
	return placedOn(state, 'magento').flatMap(documents).length;
}
