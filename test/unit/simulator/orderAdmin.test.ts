import { ManualClock, startSimulator, type Simulator } from '../../simulator';
import { ask } from '../../simulator/client';

const SELLER = 'ASIMULATOREU1';
const ORDERS = `/simulator/sellers/${SELLER}/orders`;

const clock = new ManualClock();
let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ clock, seed: { orders: [] } });
});
afterEach(() => simulator.stop());

interface Head {
	orderId: string;
	status: string;
}

const headers = { 'content-type': 'application/json' };
const post = (path: string, body?: object) => ask(simulator.url, { method: 'POST', path, headers, body });
const create = async (body?: object) => ((await post(ORDERS, body)).json as { orders: Head[] }).orders;

describe('orders on the pages about the simulator', () => {
	it('come one at a time, at this moment', async () => {
		const [order] = await create();
		expect(simulator.order(order?.orderId ?? '')).toMatchObject({
			sellerId: SELLER,
			status: 'UNSHIPPED',
			createdAtMs: clock.now(),
		});
	});

	it('come made to measure', async () => {
		const [order] = await create({
			odd: 'gift-wrap',
			status: 'PENDING',
			lines: [{ sku: 'A-1', price: '3.00' }],
		});
		const { json } = await ask(simulator.url, { path: `/simulator/orders/${order?.orderId}` });
		expect(json).toMatchObject({
			status: 'PENDING',
			refunds: [],
			order: { orderItems: [{ product: { sellerSku: 'A-1' } }] },
		});
	});

	it('come by the dozen, and are listed', async () => {
		expect((await create({ count: 12, statuses: ['UNSHIPPED'], oddShare: 0 })).length).toBe(12);
		const { json } = await ask(simulator.url, { path: ORDERS });
		expect(json).toMatchObject({ total: 12, byStatus: { UNSHIPPED: 12 } });
		expect((json as { orders: Head[] }).orders.length).toBe(12);
	});

	it.each([
		[{ action: 'cancel', reason: 'Too late' }, 'CANCELLED'],
		[{ action: 'ship' }, 'SHIPPED'],
		[{ action: 'touch' }, 'UNSHIPPED'],
	])('are changed by %j', async (change, status) => {
		const [order] = await create();
		const answer = await post(`/simulator/orders/${order?.orderId}`, change);
		expect([answer.status, answer.json]).toEqual([200, expect.objectContaining({ status })]);
	});

	it.each<[string, string, string, object | undefined, number]>([
		['of an unknown seller', 'GET', '/simulator/sellers/AOTHER/orders', undefined, 404],
		['for an unknown seller', 'POST', '/simulator/sellers/AOTHER/orders', {}, 404],
		['an unknown one', 'GET', '/simulator/orders/305-1234567-1234567', undefined, 404],
		['a change of an unknown one', 'POST', '/simulator/orders/305-1234567-1234567', { action: 'ship' }, 404],
		['of an unknown kind', 'POST', ORDERS, { odd: 'none' }, 400],
		['none at all', 'POST', ORDERS, { count: 0 }, 400],
		['too many', 'POST', ORDERS, { count: 10_001 }, 400],
	])('are refused %s', async (_name, method, path, body, status) => {
		const answer = await ask(simulator.url, { method, path, ...(body === undefined ? {} : { body }) });
		expect(answer.status).toBe(status);
	});

	it.each([{ action: 'pay' }, { action: 'explode' }, {}, { action: 'cancel', by: 'NOBODY' }])(
		'are not changed by %j',
		async (change) => {
			const [order] = await create();
			expect((await post(`/simulator/orders/${order?.orderId}`, change)).status).toBe(400);
			expect(simulator.order(order?.orderId ?? '').updatedAtMs).toBe(clock.now());
			expect(simulator.order(order?.orderId ?? '').status).toBe('UNSHIPPED');
		},
	);

	it('are counted on the page for people and in the state', async () => {
		const [order] = await create();
		expect((await ask(simulator.url, { path: '/simulator' })).text).toContain(order?.orderId);
		const { json } = await ask(simulator.url, { path: '/simulator/state' });
		expect(json).toMatchObject({
			sellers: [{ orders: { total: 1, byStatus: { UNSHIPPED: 1 }, amazon: 0 } }, {}, {}],
		});
	});
});
