import { anOrder } from './anOrder';
import { fetchOrder, fetchOrderPage, fetchOrders } from '../../../../nodes/amazon/orders/fetchOrders';
import type { Order } from '../../../../nodes/amazon/orders/order';
import { UnreadableRecord } from '../../../../nodes/amazon/transport/unreadable';
import { aClient, refuse, reply, Wire, type Answer, type Setting } from '../transport/setting';

const ORDERS = '/orders/2026-01-01/orders';
const since = { createdAfter: '2026-11-01T00:00:00.000Z' };

let wire: Wire;
let setting: Setting;
let answer: Answer;

beforeEach(async () => {
	wire = await Wire.open((request, response, index) => answer(request, response, index));
	setting = aClient(wire);
});
afterEach(async () => await wire.close());

const asked = () => wire.seen.map(({ url }) => new URL(url, wire.origin));

describe('fetchOrderPage', () => {
	it('asks for 100 orders that fit, and passes on what Amazon says of the page', async () => {
		const order = anOrder();
		answer = (_request, response) =>
			reply(response, 200, {
				orders: [order],
				pagination: { nextToken: 'next+/=' },
				createdBefore: '2026-11-02T00:00:00Z',
			});
		const page = await fetchOrderPage(setting.client, {
			...since,
			statuses: ['UNSHIPPED', 'PARTIALLY_SHIPPED'],
			fulfilledBy: ['MERCHANT'],
			marketplaceIds: ['A1PA6795UKMFR9', 'A1F83G8C2ARO7P'],
			includedData: ['BUYER', 'PROCEEDS'],
		});
		expect(page).toMatchObject({
			orders: [order],
			nextToken: 'next+/=',
			createdBeforeMs: Date.UTC(2026, 10, 2),
		});
		expect(page.lastUpdatedBeforeMs).toBeUndefined();
		const [url] = asked();
		expect(url?.pathname).toBe(ORDERS);
		expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
			createdAfter: '2026-11-01T00:00:00.000Z',
			fulfillmentStatuses: 'UNSHIPPED,PARTIALLY_SHIPPED',
			fulfilledBy: 'MERCHANT',
			marketplaceIds: 'A1PA6795UKMFR9,A1F83G8C2ARO7P',
			includedData: 'BUYER,PROCEEDS',
			maxResultsPerPage: '100',
		});
	});

	it('asks for a later page with the same filter and the token as Amazon gave it', async () => {
		answer = (_request, response) => reply(response, 200, { orders: [], lastUpdatedBefore: 'soon' });
		const filter = { lastUpdatedAfter: '2026-11-01T00:00:00.000Z', pageSize: 3 };
		const page = await fetchOrderPage(setting.client, filter, { token: 'a+b/c=' });
		expect(page).toEqual({ orders: [], unreadable: [] });
		expect(Object.fromEntries(asked()[0]?.searchParams ?? [])).toEqual({
			lastUpdatedAfter: '2026-11-01T00:00:00.000Z',
			maxResultsPerPage: '3',
			paginationToken: 'a+b/c=',
		});
	});

	it.each([
		{ name: 'no orders', body: {}, problem: 'it has no list of orders' },
		{ name: 'orders that are no list', body: { orders: {} }, problem: 'it has no list of orders' },
		{ name: 'a payload around it', body: { payload: { orders: [] } }, problem: 'it has no list of orders' },
		{ name: 'nothing', body: undefined, problem: 'it has no list of orders' },
	])('does not take a page with $name', async ({ body, problem }) => {
		answer = (_request, response) => reply(response, 200, body);
		await expect(fetchOrderPage(setting.client, since)).rejects.toMatchObject({
			name: 'SpApiError',
			operation: 'searchOrders',
			code: 'UNREADABLE_ANSWER',
			message: `Amazon's answer to searchOrders is not in the form that Amazon documents: ${problem}.`,
			hint: expect.stringContaining('proxy') as unknown,
		});
	});

	it.each([
		{ name: 'null', order: null, id: undefined, lacking: 'orderId' },
		{ name: 'an order without an id', order: anOrder({ orderId: 7 }), id: undefined, lacking: 'orderId' },
		{
			name: 'an order without items',
			order: anOrder({ orderItems: undefined }),
			id: anOrder().orderId,
			lacking: 'orderItems',
		},
		{
			name: 'items that are no list',
			order: anOrder({ orderItems: {} }),
			id: anOrder().orderId,
			lacking: 'orderItems',
		},
	])('keeps the others of a page apart from $name', async ({ order, id, lacking }) => {
		answer = (_request, response) => reply(response, 200, { orders: [order, anOrder({ orderId: 'good' })] });
		const page = await fetchOrderPage(setting.client, since);
		expect(page.orders.map(({ orderId }) => orderId)).toEqual(['good']);
		expect(page.unreadable).toMatchObject([
			{ id, problem: expect.stringContaining(`without its ${lacking}`) as unknown },
		]);
	});

	it.each([
		{
			status: 403,
			code: 'Unauthorized',
			hint: '"Inventory and Order Tracking" or "Direct-to-Consumer Shipping"',
		},
		{ status: 400, code: 'InvalidInput', hint: 'a "before" must lie at least 2 minutes in the past' },
		{ status: 429, code: 'QuotaExceeded', hint: 'one search for orders every 3 minutes' },
	])('says how to fix a $status', async ({ status, code, hint }) => {
		answer = (_request, response) => refuse(response, status, code);
		await expect(fetchOrderPage(setting.client, since)).rejects.toMatchObject({
			status,
			hint: expect.stringContaining(hint) as unknown,
		});
	});
});

describe('fetchOrders', () => {
	const pages = [
		{ orders: [anOrder({ orderId: '1' }), anOrder({ orderId: '2' })], pagination: { nextToken: 'two' } },
		{ orders: [], pagination: { nextToken: 'three' } },
		{ orders: [anOrder({ orderId: '3' })], pagination: {} },
	];

	it('reads page by page until there is no token', async () => {
		answer = (_request, response, index) => reply(response, 200, pages[index]);
		const ids: string[] = [];
		for await (const order of fetchOrders(setting.client, since)) ids.push(idOf(order));
		expect(ids).toEqual(['1', '2', '3']);
		expect(asked().map(({ searchParams }) => searchParams.get('paginationToken'))).toEqual([
			null,
			'two',
			'three',
		]);
		expect(asked().every(({ searchParams }) => searchParams.get('createdAfter') !== null)).toBe(true);
	});

	it('asks for no page that nobody wants', async () => {
		answer = (_request, response, index) => reply(response, 200, pages[index]);
		for await (const order of fetchOrders(setting.client, since)) if (idOf(order) === '2') break;
		expect(wire.seen).toHaveLength(1);
	});

	it('stops when it is told to', async () => {
		const stop = new AbortController();
		answer = (_request, response, index) => reply(response, 200, pages[index]);
		const read = async () => {
			for await (const order of fetchOrders(setting.client, since, stop.signal))
				if (idOf(order) === '2') stop.abort(new Error('Stopped by hand'));
		};
		await expect(read()).rejects.toThrow('Stopped by hand');
		expect(wire.seen).toHaveLength(1);
	});
});

describe('fetchOrder', () => {
	it('asks for one order and its data', async () => {
		const order = anOrder();
		answer = (_request, response) => reply(response, 200, { order });
		expect(await fetchOrder(setting.client, '302-1234567-1234567', ['BUYER', 'TAX'])).toEqual(order);
		expect(wire.seen[0]?.url).toBe(`${ORDERS}/302-1234567-1234567?includedData=BUYER%2CTAX`);
	});

	it('asks for no data when none is wanted', async () => {
		answer = (_request, response) => reply(response, 200, { order: anOrder() });
		await fetchOrder(setting.client, '302-1234567-1234567', []);
		expect(wire.seen[0]?.url).toBe(`${ORDERS}/302-1234567-1234567`);
	});

	it.each([
		{ name: 'nothing', body: {}, problem: 'the answer has no orderId' },
		{
			name: 'an order without items',
			body: { order: { orderId: '1' } },
			problem: 'the answer has no orderItems',
		},
	])('does not take $name', async ({ body, problem }) => {
		answer = (_request, response) => reply(response, 200, body);
		await expect(fetchOrder(setting.client, '1', [])).rejects.toThrow(problem);
	});

	it.each([
		{ status: 404, code: 'NotFound', hint: 'Amazon does not know this order in this account' },
		{ status: 400, code: 'InvalidInput', hint: 'an Order ID has 3, 7 and 7 digits' },
		{ status: 403, code: 'Unauthorized', hint: 'needs the role' },
	])('says how to fix a $status', async ({ status, code, hint }) => {
		answer = (_request, response) => refuse(response, status, code);
		await expect(fetchOrder(setting.client, 'x', [])).rejects.toMatchObject({
			status,
			hint: expect.stringContaining(hint) as unknown,
		});
	});
});

function idOf(order: Order | UnreadableRecord): string {
	return order instanceof UnreadableRecord ? order.problem : order.orderId;
}
