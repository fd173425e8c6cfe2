import { findDuplicates, toArrivedOrder } from '../arrivedOrders';
import type { StoreRequest, StoreRoute } from '../storeRoute';
import { placedOn, type PlacedWoo, type StoreState } from '../storeState';
import { leftOf } from '../wooCommerce/giveBack';
import { CARRIERS, isOpen, isShippedByAmazon, orderSeen, parcelsOf } from '../wooCommerce/shopkeeper';
import type { Desk } from './desk';
import { html, lines, oneLine, table, type Column, type Html, type Part } from './html';
import { toPage } from './layout';
import { carrierList, demoTrackingNumber, orderActions, type Doable } from './orderActions';
import { otherStores } from './otherStores';
import { atAmazon, inWords, whoShips } from './orderWords';
import { pageOf, pager } from './pager';

/** For people: the orders of the shop, the newest first, with what can be done about each. */
export const ordersPage: StoreRoute = {
	...{ method: 'GET', path: /^\/$/, operation: 'page' },
	answer: (state, request) =>
		toPage({ path: '/', title: 'Orders in WooCommerce', body: toBody(state, request) }, state.desk, request),
};

function toBody(state: StoreState, request: StoreRequest): Html {
	const all = placedOn(state, 'wooCommerce').reverse();
	const shown = pageOf(all, request.query);
	const doubles = findDuplicates(state.placed.map(toArrivedOrder)).map(({ amazonOrderId }) => amazonOrderId);
	return html`<p>
			Amazon's orders arrive here through n8n, within minutes. What you do here, WooCommerce tells n8n by its
			webhooks, and n8n tells Amazon. Reload to see more.
		</p>
		${doubles.length > 0 && html`<p class="bad">Arrived more than once: ${doubles.join(', ')}</p>`}
		${carrierList(CARRIERS)}${table(shown.items, columns(state.desk), noneYet(state))}${pager('/', shown, request.query)}
		${otherStores(state)}`;
}

/** Nobody here has to pack it. */
const SHIPPED_THERE = 'processing (Amazon ships it)';

function noneYet({ placed }: StoreState): string {
	return placed.length === 0 ? 'No order has arrived yet.' : 'No order has arrived in WooCommerce yet.';
}

function columns(desk: Desk): Array<Column<PlacedWoo>> {
	return [
		{ head: 'Order', cell: ({ raw }) => html`<b id="order-${raw.id}">${raw.number}</b>` },
		{
			head: "Amazon's order",
			cell: (placed) => whoShips(toArrivedOrder(placed).amazonOrderId, isShippedByAmazon(placed.raw)),
		},
		{
			head: 'Lines',
			cell: ({ raw }) =>
				lines(raw.line_items.map(({ sku, quantity }) => oneLine(`${quantity} × ${sku ?? ''}`))),
		},
		{ head: 'Total', cell: ({ raw }) => oneLine(`${raw.total} ${raw.currency}`) },
		{ head: 'In the store', cell: (placed) => storeCell(placed) },
		{ head: 'At Amazon', cell: (placed) => atAmazon(desk, toArrivedOrder(placed).amazonOrderId) },
		{ head: 'What you can do', cell: (placed) => orderActions(doable(placed)) },
	];
}

function storeCell({ raw, refunds, notes }: PlacedWoo): Part {
	const parcels = parcelsOf(raw).map(
		({ tracking_provider, custom_tracking_provider, tracking_number }) =>
			`${tracking_provider || custom_tracking_provider} ${tracking_number}`,
	);
	const given = refunds.map(({ amount }) => `refunded ${amount} ${raw.currency}`);
	const history = [raw.customer_note, ...notes.map(({ note }) => note)];
	const remarks = history
		.flatMap((text) => text.split('\n'))
		.map((text) => html`<span class="quiet">${text}</span>`);
	const state = isShippedByAmazon(raw) && raw.status === 'processing' ? SHIPPED_THERE : inWords(raw.status);
	return lines([html`<b>${state}</b>`, ...parcels, ...given, ...remarks]);
}

function doable(placed: PlacedWoo): Doable {
	const { raw } = placed;
	const { amount, lines: rest } = leftOf(placed);
	const canRefund = amount !== '0.00' && raw.status !== 'cancelled';
	const named = rest.map(({ id, sku, units }) => ({ id: String(id), sku, units }));
	const ship = { carriers: CARRIERS, trackingNumber: demoTrackingNumber(raw.id) };
	return {
		...{ path: `/orders/${raw.id}`, seen: orderSeen(raw), canCancel: isOpen(raw) },
		...(isOpen(raw) && !isShippedByAmazon(raw) ? { ship } : {}),
		...(canRefund ? { refund: { left: `${amount} ${raw.currency}`, lines: named } } : {}),
	};
}
