import type { StoreRequest, StoreRoute } from '../storeRoute';
import { placedOn, type PlacedShopify, type StoreState } from '../storeState';
import { leftOf } from '../shopify/giveBack';
import type { ShopifyOrder } from '../shopify/order';
import { amountOf, legacyId } from '../shopify/restOrder';
import { isOpen, isShippedByAmazon, orderSeen } from '../shopify/shopkeeper';
import type { Desk } from './desk';
import { html, lines, oneLine, table, type Column, type Html, type Part } from './html';
import { toPage } from './layout';
import { carrierList, demoTrackingNumber, orderActions, type Doable } from './orderActions';
import { atAmazon, inWords, whoShips } from './orderWords';
import { pageOf, pager } from './pager';

/** Names that Shopify proposes. */
const CARRIERS = ['DHL Express', 'DPD', 'GLS', 'Hermes', 'UPS', 'FedEx', 'Royal Mail'];

/** For people: the orders of the shop on Shopify. */
export const shopifyOrdersPage: StoreRoute = {
	...{ method: 'GET', path: /^\/shopify$/, operation: 'page' },
	answer: (state, request) =>
		toPage(
			{ path: '/shopify', title: 'Orders in Shopify', body: toBody(state, request) },
			state.desk,
			request,
		),
};

function toBody(state: StoreState, { query }: StoreRequest): Html {
	const shown = pageOf(placedOn(state, 'shopify').reverse(), query);
	const none = 'No order has arrived in Shopify yet.';
	return html`<p>
			Another shop. Amazon's orders come here only if you publish <i>Amazon 6c</i> instead of <i>6a</i>, and
			prices and stock go from here if you publish <i>Amazon 2a</i> instead of <i>2b</i>.
		</p>
		${carrierList(CARRIERS)}${table(shown.items, columns(state.desk), none)}${pager('/shopify', shown, query)}`;
}

function columns(desk: Desk): Array<Column<PlacedShopify>> {
	return [
		{ head: 'Order', cell: ({ raw }) => html`<b>${raw.name}</b>` },
		{
			head: "Amazon's order",
			cell: ({ raw }) => whoShips(raw.sourceIdentifier ?? '', isShippedByAmazon(raw)),
		},
		{
			head: 'Lines',
			cell: ({ raw }) =>
				lines(raw.lineItems.map(({ sku, quantity }) => oneLine(`${quantity} × ${sku ?? ''}`))),
		},
		{ head: 'Total', cell: ({ raw }) => oneLine(`${amountOf(raw.totalPriceSet)} ${raw.currencyCode}`) },
		{ head: 'In the store', cell: ({ raw }) => storeCell(raw) },
		{ head: 'At Amazon', cell: ({ raw }) => atAmazon(desk, raw.sourceIdentifier ?? '') },
		{ head: 'What you can do', cell: ({ raw }) => orderActions(doable(raw)) },
	];
}

function storeCell(order: ShopifyOrder): Part {
	const { cancelledAt, displayFulfillmentStatus, displayFinancialStatus, fulfillments, refunds } = order;
	const status = cancelledAt === null ? displayFulfillmentStatus.toLowerCase() : 'cancelled';
	const parcels = fulfillments.flatMap(({ trackingInfo }) =>
		trackingInfo.map(({ company, number }) => `${company ?? ''} ${number ?? ''}`),
	);
	const given = refunds.flatMap(({ transactions }) =>
		transactions.map(({ amount, currency }) => `refunded ${amount} ${currency}`),
	);
	const payment = displayFinancialStatus.toLowerCase().replace('_', ' ');
	return lines([html`<b>${inWords(status)}</b>, ${payment}`, ...parcels, ...given]);
}

function doable(order: ShopifyOrder): Doable {
	const rest = order.lineItems.map((line) => ({
		...{ id: String(legacyId(line.id)), sku: line.sku ?? line.title, units: leftOf(order, line) },
	}));
	const canRefund = order.cancelledAt === null && order.displayFinancialStatus !== 'REFUNDED';
	const left = `${amountOf(order.currentTotalPriceSet)} ${order.currencyCode}`;
	const ship = { carriers: CARRIERS, trackingNumber: demoTrackingNumber(Number(order.legacyResourceId)) };
	return {
		...{
			path: `/shopify/orders/${order.legacyResourceId}`,
			seen: orderSeen(order),
			canCancel: isOpen(order),
		},
		...(isOpen(order) && !isShippedByAmazon(order) ? { ship } : {}),
		...(canRefund ? { refund: { left, lines: rest.filter(({ units }) => units > 0) } } : {}),
	};
}
