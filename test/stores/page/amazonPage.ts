import type { StoreRequest, StoreRoute } from '../storeRoute';
import type { StoreState } from '../storeState';
import type { AmazonOffer, AmazonOrderState, AmazonSide } from './desk';
import { html, lines, oneLine, table, type Column, type Html } from './html';
import { toPage } from './layout';
import { priceOf, stockOf } from './offerWords';
import { inWords } from './orderWords';
import { pageOf, pager } from './pager';

const SHOWN_ORDERS = 40;

/** For people, to look at only: the orders and offers of the simulated Amazon. */
export const amazonPage: StoreRoute = {
	...{ method: 'GET', path: /^\/amazon$/, operation: 'page' },
	answer: (state, request) =>
		toPage({ path: '/amazon', title: 'What Amazon has', body: toBody(state, request) }, state.desk, request),
};

function toBody(state: StoreState, request: StoreRequest): Html {
	const { amazon } = state.desk.surroundings;
	if (amazon === undefined) return html`<p>No simulated Amazon runs beside this store.</p>`;
	const orders = amazon.orders();
	const offers = pageOf(offersOf(state, amazon), request.query);
	return html`<p>
			The simulated Amazon, as Seller Central would show it. Nothing can be changed here.
			<a href="${amazon.url}">Its own page</a> shows every feed and call.
		</p>
		<h2>Orders (the last changed ${Math.min(SHOWN_ORDERS, orders.length)} of ${orders.length})</h2>
		${table(orders.slice(0, SHOWN_ORDERS), ORDER_COLUMNS, 'No order yet.')}
		<h2>Offers of the store's products, Amazon.de</h2>
		${table(offers.items, OFFER_COLUMNS, 'No offer.')} ${pager('/amazon', offers, request.query)}`;
}

/** What changed last comes first. */
function offersOf({ wooProducts }: StoreState, amazon: AmazonSide): AmazonOffer[] {
	const offers = wooProducts.flatMap(({ sku }) => amazon.offer(sku) ?? []);
	return offers.sort((one, other) => other.updatedAtMs - one.updatedAtMs);
}

const ORDER_COLUMNS: ReadonlyArray<Column<AmazonOrderState>> = [
	{ head: 'Order', cell: ({ orderId }) => html`<b class="word">${orderId}</b>` },
	{ head: 'Changed', cell: ({ updatedAtMs }) => oneLine(toTime(updatedAtMs)) },
	{ head: 'Status', cell: ({ status }) => oneLine(inWords(status)) },
	{ head: 'Who ships', cell: ({ isShippedByAmazon }) => oneLine(isShippedByAmazon ? 'Amazon (FBA)' : 'you') },
	{ head: 'Total', cell: ({ total }) => oneLine(total) },
	{ head: 'Refunded', cell: ({ refunded }) => oneLine(refunded) },
	{ head: 'Packages', cell: ({ packages }) => lines(packages) },
	{ head: "The store's number", cell: ({ storeNumber }) => storeNumber },
];

const OFFER_COLUMNS: ReadonlyArray<Column<AmazonOffer>> = [
	{ head: 'SKU', cell: ({ sku }) => html`<b class="word">${sku}</b>` },
	{ head: 'Title', cell: ({ title }) => title },
	{ head: 'Price', cell: priceOf },
	{ head: 'Stock', cell: stockOf },
	{ head: 'For sale', cell: ({ isBuyable }) => (isBuyable ? 'yes' : 'no') },
	{ head: 'Changed', cell: ({ updatedAtMs }) => toTime(updatedAtMs) },
];

function toTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
