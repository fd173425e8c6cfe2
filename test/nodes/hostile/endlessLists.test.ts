import type { IDataObject } from 'n8n-workflow';

import { useHostileAmazon } from './hostileAmazon';
import { anOrder } from '../../unit/amazon/orders/anOrder';
import { told, type Seller } from '../stage';

const scene = useHostileAmazon();
let seller: Seller;
let stored: IDataObject;
beforeEach(() => {
	seller = scene.amazon.newSeller();
	stored = {};
});

const ORDERS = 'GET /orders/2026-01-01/orders?';
const FEEDS = 'GET /feeds/2021-06-30/feeds?';
const order = (number: number) => anOrder({ orderId: `302-0000000-${String(number).padStart(7, '0')}` });

async function poll(parameters: IDataObject, budgetMs?: number) {
	const result = await scene.stage.poll(seller, parameters as never, { staticData: stored, budgetMs });
	stored = JSON.parse(JSON.stringify(result.staticData)) as IDataObject;
	return result;
}

describe('a search for orders that leads back to the same page', () => {
	const newOrders = { event: 'newOrder' };

	it('tells what it shows, says so, and is begun anew: later orders are seen', async () => {
		scene.amazon.answers = { [ORDERS]: { orders: [order(1)], pagination: { nextToken: 'again' } } };
		const first = await poll(newOrders);
		expect(first.json).toMatchObject([{ amazonOrderId: order(1).orderId }]);
		const second = await poll(newOrders);
		expect(told(second)).toMatch(
			/Amazon's list does not end: searchOrders named a page that was already read/,
		);
		scene.amazon.answers = { [ORDERS]: { orders: [order(1), order(2)], pagination: {} } };
		const third = await poll(newOrders);
		expect(third.json).toMatchObject([{ amazonOrderId: order(2).orderId }]);
	});

	it('may name a page twice', async () => {
		let page = 0;
		scene.amazon.answers = {
			get [ORDERS]() {
				page += 1;
				const nextToken = ['one', 'one', 'two', undefined][page - 1];
				return { orders: [order(page)], pagination: { nextToken } };
			},
		};
		const { json, error } = await poll(newOrders);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(4);
	});

	it('ends Get Many with an error that says so', async () => {
		scene.amazon.answers = { [ORDERS]: { orders: [order(1)], pagination: { nextToken: 'again' } } };
		const result = await scene.stage.orders(seller, {
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
		});
		expect(told(result)).toMatch(/Amazon's list does not end/);
	});
});

describe('a list of feeds that does not end', () => {
	it('takes no more time than a poll has, and the feeds known before are asked for', async () => {
		let page = 0;
		scene.amazon.answers = {
			get [FEEDS]() {
				page += 1;
				return { feeds: [null, { feedId: 'constructor' }], nextToken: `page-${page}` };
			},
		};
		const startedMs = Date.now();
		const { error, json } = await poll({ event: 'feedFinished' }, 6_500);
		expect(error).toBeUndefined();
		expect(json).toEqual([]);
		// Ten pages at once, then one in 45 seconds.
		expect(Date.now() - startedMs).toBeLessThan(20_000);
		expect(scene.stage.logLines().join()).toContain('left to the next poll');
	});
});

describe('orders that cannot be read', () => {
	it.each([
		{ event: 'orderCancelled' },
		{ event: 'orderUpdated' },
		{ event: 'orderUpdated', statuses: ['SHIPPED'] },
	])('are no news to $event', async (parameters) => {
		const broken = { ...order(1), orderItems: undefined };
		scene.amazon.answers = { [ORDERS]: { orders: [broken], pagination: {} } };
		expect((await poll(parameters)).json).toEqual([]);
		expect(scene.stage.logLines().join()).toContain('without its orderItems');
	});

	it('are told once each, beside the others', async () => {
		const broken = { ...order(1), orderItems: undefined };
		scene.amazon.answers = { [ORDERS]: { orders: [broken, null, order(2)], pagination: {} } };
		const first = await poll({ event: 'newOrder' });
		expect(first.json).toEqual([
			expect.objectContaining({ amazonOrderId: order(2).orderId, status: 'UNSHIPPED' }),
			{
				amazonOrderId: order(1).orderId,
				problem: expect.stringContaining('without its orderItems') as unknown,
			},
			{ problem: expect.stringContaining('without its orderId') as unknown },
		]);
		expect((await poll({ event: 'newOrder' })).json).toEqual([]);
		scene.amazon.answers = { [ORDERS]: { orders: [order(1)], pagination: {} } };
		const whole = await poll({ event: 'newOrder' });
		expect(whole.json).toMatchObject([{ amazonOrderId: order(1).orderId, status: 'UNSHIPPED' }]);
	});
});
