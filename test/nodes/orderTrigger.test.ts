import type { IDataObject } from 'n8n-workflow';

import { ToldOrders } from '../../nodes/AmazonTrigger/watch/toldOrders';
import { OrderTrigger, useOrderScene } from './orderTriggers';
import { DE, FR, told, UK, type Stage } from './stage';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const scene = useOrderScene();
const { later } = scene;

type Spec = NonNullable<Parameters<Stage['amazon']['addOrder']>[0]>;

/** An order of ten minutes ago that stays as it is, unless told otherwise. */
const anOrder = (spec: Spec = {}) =>
	scene.stage.amazon.addOrder({
		sellerId: scene.seller.seed.sellerId,
		createdAtMs: Date.now() - 10 * MINUTE_MS,
		life: [],
		...spec,
	});

const aTrigger = (parameters: IDataObject = {}, account = scene.seller) =>
	new OrderTrigger(scene.stage, account, parameters, later);

describe('New Order', () => {
	it('emits an order once, whatever happens to it later and over restarts', async () => {
		const trigger = aTrigger();
		expect(await trigger.ids()).toEqual([]);
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([orderId]);
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'touch' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
	});

	it('waits until the order has a wanted status', async () => {
		const trigger = aTrigger();
		const { orderId } = anOrder({ status: 'PENDING' });
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'pay' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([orderId]);
	});

	it('gives the whole order, in shopkeeper words or as Amazon writes it', async () => {
		anOrder({ marketplaceId: DE });
		const [simple] = (await aTrigger().poll()).json;
		expect(simple).toMatchObject({
			status: 'UNSHIPPED',
			fulfillmentChannel: 'MFN',
			marketplace: 'DE',
			currency: 'EUR',
			total: expect.stringMatching(/^\d+\.\d\d$/),
			address: { country: 'DE' },
			lines: expect.any(Array),
		});
		const [raw] = (await aTrigger({ simplify: false }).poll()).json;
		expect(raw).toMatchObject({
			fulfillment: { fulfillmentStatus: 'UNSHIPPED' },
			orderItems: expect.any(Array),
		});
	});

	it.each<{ name: string; parameters: IDataObject; wanted: Spec; other: Spec }>([
		{
			name: 'marketplaces',
			parameters: { filters: { marketplaceIds: [FR] } },
			wanted: { marketplaceId: FR },
			other: { marketplaceId: UK },
		},
		{
			name: "Amazon's shipping",
			parameters: { filters: { fulfillmentChannel: 'AFN' } },
			wanted: { fulfilledBy: 'AMAZON' },
			other: { fulfilledBy: 'MERCHANT' },
		},
		{
			name: "the merchant's shipping",
			parameters: { filters: { fulfillmentChannel: 'MFN' } },
			wanted: { fulfilledBy: 'MERCHANT' },
			other: { fulfilledBy: 'AMAZON' },
		},
		{
			name: 'statuses',
			parameters: { statuses: ['SHIPPED'] },
			wanted: { status: 'SHIPPED' },
			other: { status: 'UNSHIPPED' },
		},
	])('filters by $name', async ({ parameters, wanted, other }) => {
		const { orderId } = anOrder(wanted);
		anOrder(other);
		expect(await aTrigger(parameters).ids()).toEqual([orderId]);
	});

	it('looks back as far as told on the first start', async () => {
		const recent = anOrder({ createdAtMs: Date.now() - 2 * HOUR_MS }).orderId;
		const old = anOrder({ createdAtMs: Date.now() - 30 * HOUR_MS }).orderId;
		expect(await aTrigger().ids()).toEqual([recent]);
		expect(await aTrigger({ orderLookBackHours: 48 }).ids()).toEqual([old, recent]);
	});

	it('works without the role for personal data', async () => {
		scene.seller.seed.hidesPersonalData = true;
		const { orderId } = anOrder();
		const [order] = (await aTrigger().poll()).json;
		expect(order).toMatchObject({ amazonOrderId: orderId, buyer: '', buyerDetails: {} });
		expect(order).not.toHaveProperty('address');
	});
});

describe('a backlog', () => {
	it('is drained over polls with one call per hundred orders, each order once', async () => {
		const orders = scene.stage.amazon.seedOrders({
			sellerId: scene.seller.seed.sellerId,
			count: 2500,
			spanMs: 20 * HOUR_MS,
			lives: false,
			statuses: ['UNSHIPPED'],
		});
		const trigger = aTrigger();
		const first = await trigger.ids();
		expect(first.length).toBe(2000);
		expect(scene.stage.calls(scene.seller).filter((call) => call === 'searchOrders')).toHaveLength(20);
		const rest = await trigger.drain(500);
		const all = [...first, ...rest];
		expect(new Set(all).size).toBe(2500);
		expect(all).toHaveLength(orders.length);
		expect(scene.stage.amazon.calls().filter(({ status }) => status === 429)).toEqual([]);
	});

	it('keeps its place when the page token has expired', async () => {
		scene.stage.amazon.seedOrders({
			sellerId: scene.seller.seed.sellerId,
			count: 2300,
			spanMs: 20 * HOUR_MS,
			lives: false,
			statuses: ['UNSHIPPED'],
		});
		const trigger = aTrigger();
		const first = await trigger.ids();
		later(25 * HOUR_MS);
		const rest = await trigger.drain(300);
		expect(new Set([...first, ...rest]).size).toBe(2300);
		expect([...first, ...rest]).toHaveLength(2300);
	});

	it('goes on with other settings', async () => {
		scene.stage.amazon.seedOrders({
			sellerId: scene.seller.seed.sellerId,
			count: 2200,
			spanMs: 20 * HOUR_MS,
			lives: false,
			statuses: ['UNSHIPPED'],
		});
		const trigger = aTrigger();
		const first = await trigger.ids();
		const changed = aTrigger({ filters: { fulfillmentChannel: 'MFN' } });
		changed.stored = trigger.stored;
		later(HOUR_MS);
		const rest = await changed.drain(1);
		expect(rest.filter((id) => first.includes(id))).toEqual([]);
	});

	it('does not call Amazon when its limit gives no call', async () => {
		const trigger = aTrigger();
		for (let polls = 0; polls < 30; polls++) await trigger.ids();
		expect(
			scene.stage.calls(scene.seller).filter((call) => call === 'searchOrders').length,
		).toBeLessThanOrEqual(20);
		expect(scene.stage.amazon.calls().filter(({ status }) => status === 429)).toEqual([]);
	});
});

describe('Order Updated', () => {
	it('emits every change once', async () => {
		const trigger = aTrigger({ event: 'orderUpdated' });
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([orderId]);
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'touch' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([orderId]);
		scene.stage.amazon.changeOrder(orderId, { action: 'ship' });
		later(5 * MINUTE_MS);
		expect((await trigger.poll()).json).toMatchObject([{ amazonOrderId: orderId, status: 'SHIPPED' }]);
	});

	it('emits the chosen statuses once each', async () => {
		const trigger = aTrigger({ event: 'orderUpdated', change: 'status', becomes: ['SHIPPED'] });
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'ship' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([orderId]);
		scene.stage.amazon.changeOrder(orderId, { action: 'touch' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
	});
});

describe('Order Cancelled', () => {
	it('emits an order when it is cancelled', async () => {
		const trigger = aTrigger({ event: 'orderCancelled' });
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'cancel', by: 'BUYER' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([orderId]);
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
	});

	it('finds a cancellation that keeps the old update time', async () => {
		const trigger = aTrigger({ event: 'orderCancelled' });
		const { orderId } = anOrder({ status: 'PENDING' });
		expect(await trigger.ids()).toEqual([]);
		later(HOUR_MS);
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'cancel', keepsUpdateTime: true });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
		later(6 * HOUR_MS);
		expect(await trigger.ids()).toEqual([orderId]);
		later(6 * HOUR_MS);
		expect(await trigger.ids()).toEqual([]);
	});

	it('leaves cancellations from before its start alone', async () => {
		const { orderId } = anOrder({ status: 'CANCELLED', createdAtMs: Date.now() - 60 * HOUR_MS });
		const trigger = aTrigger({ event: 'orderCancelled' });
		expect(await trigger.ids()).toEqual([]);
		later(7 * HOUR_MS);
		expect(await trigger.ids()).not.toContain(orderId);
	});

	it("emits a buyer's request, if wanted, and the cancellation after it", async () => {
		const plain = aTrigger({ event: 'orderCancelled' });
		const trigger = aTrigger({ event: 'orderCancelled', buyerRequests: true });
		const { orderId } = anOrder();
		expect([await trigger.ids(), await plain.ids()]).toEqual([[], []]);
		scene.stage.amazon.changeOrder(orderId, { action: 'request-cancel', reason: 'Bought twice' });
		later(5 * MINUTE_MS);
		expect((await trigger.poll()).json).toMatchObject([
			{ amazonOrderId: orderId, lines: [{ cancelRequest: 'Bought twice' }] },
		]);
		expect(await plain.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'cancel' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([orderId]);
	});
});

describe('trouble', () => {
	it('emits again after the memory of a poll was lost, rather than losing an order', async () => {
		const trigger = aTrigger();
		await trigger.ids();
		const before = trigger.stored;
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([orderId]);
		trigger.stored = before;
		expect(await trigger.ids()).toEqual([orderId]);
	});

	it.each<{ name: string; stored: IDataObject }>([
		{ name: 'nothing', stored: {} },
		{ name: 'text', stored: { sinceMs: 'yesterday', told: 'all', window: 'open' } },
		{ name: 'lists', stored: { sinceMs: [], told: [], window: [] } },
		{ name: 'a time in the far future', stored: { sinceMs: Date.now() + 1e11, told: {} } },
		{
			name: 'a window of another kind',
			stored: { sinceMs: Date.now() - HOUR_MS, told: {}, window: { kind: 'x', fromMs: 1 } },
		},
		{ name: 'orders without news', stored: { sinceMs: Date.now() - HOUR_MS, told: { '1': 'x' } } },
		{ name: "the feed event's memory", stored: { sinceMs: Date.now() - HOUR_MS, emitted: { '5': 1 } } },
	])('begins anew when its memory holds $name', async ({ stored }) => {
		const trigger = aTrigger();
		trigger.stored = stored;
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([orderId]);
		expect(await trigger.ids()).toEqual([]);
	});

	it('goes on where it stopped, also after half a year', async () => {
		const trigger = aTrigger();
		const halfAYearAgo = Date.now() - 183 * 24 * HOUR_MS;
		trigger.stored = { sinceMs: halfAYearAgo, startMs: halfAYearAgo, sweptMs: Date.now(), told: {} };
		const createdAtMs = halfAYearAgo + HOUR_MS;
		const { orderId } = anOrder({ createdAtMs, updatedAtMs: createdAtMs });
		expect(await trigger.ids()).toEqual([orderId]);
	});

	it('keeps what it has read when a later page fails, and goes on from there', async () => {
		scene.stage.amazon.seedOrders({
			sellerId: scene.seller.seed.sellerId,
			count: 250,
			spanMs: 2 * HOUR_MS,
			lives: false,
			statuses: ['UNSHIPPED'],
		});
		scene.stage.amazon.faults.add({
			kind: 'status',
			status: 400,
			operation: 'searchOrders',
			after: 1,
			times: 2,
		});
		const trigger = aTrigger();
		const first = await trigger.ids();
		expect(first).toHaveLength(100);
		const rest = await trigger.drain(150);
		expect(new Set([...first, ...rest]).size).toBe(250);
		expect(rest).toHaveLength(150);
	});

	it('fails with what to do, and moves nothing, when nothing could be read', async () => {
		scene.stage.amazon.faults.add({ kind: 'status', status: 403, operation: 'searchOrders', times: null });
		const trigger = aTrigger();
		const { orderId } = anOrder();
		const result = await trigger.poll();
		expect(told(result)).toMatch(/role/);
		scene.stage.amazon.faults.clear();
		expect(await trigger.ids()).toEqual([orderId]);
	});

	it('leaves the rest to the next poll when Amazon slows it down', async () => {
		anOrder();
		scene.stage.amazon.faults.add({ kind: 'status', status: 429, operation: 'searchOrders', times: 1 });
		const trigger = aTrigger();
		expect(await trigger.ids(6_000)).toEqual([]);
		later(10 * MINUTE_MS);
		expect(await trigger.ids()).toHaveLength(1);
	});

	it('emits each order once under repeated pages, resets, lost answers and expired tokens', async () => {
		scene.stage.amazon.seedOrders({
			sellerId: scene.seller.seed.sellerId,
			count: 1500,
			spanMs: 10 * HOUR_MS,
			lives: false,
			statuses: ['UNSHIPPED'],
		});
		const { sellerId } = scene.seller.seed;
		scene.stage.amazon.faults.add({
			kind: 'duplicate-page',
			operation: 'searchOrders',
			sellerId,
			times: null,
			probability: 0.2,
		});
		scene.stage.amazon.faults.add({
			kind: 'reset-before',
			operation: 'searchOrders',
			sellerId,
			times: 1,
			after: 2,
		});
		scene.stage.amazon.faults.add({
			kind: 'reset-after',
			operation: 'searchOrders',
			sellerId,
			times: 1,
			after: 4,
		});
		scene.stage.amazon.faults.add({
			kind: 'expire-token',
			operation: 'searchOrders',
			sellerId,
			times: 1,
			after: 5,
		});
		scene.stage.amazon.faults.add({
			kind: 'truncated-body',
			operation: 'searchOrders',
			sellerId,
			times: 1,
			after: 7,
		});
		scene.stage.amazon.faults.add({
			kind: 'status',
			status: 500,
			operation: 'searchOrders',
			sellerId,
			times: 1,
			after: 9,
		});
		const ids = await aTrigger().drain(1500);
		expect(ids).toHaveLength(1500);
		expect(new Set(ids).size).toBe(1500);
	});

	it('does not depend on whose clock is right', async () => {
		scene.stage.amazon.faults.add({ kind: 'clock-skew', skewMs: -5 * MINUTE_MS });
		const trigger = aTrigger();
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([orderId]);
		const next = anOrder({ createdAtMs: Date.now() - 8 * MINUTE_MS }).orderId;
		expect(await trigger.ids()).toEqual([next]);
	});

	it('remembers sixty thousand orders in less than a megabyte', async () => {
		const trigger = aTrigger();
		const digits = (index: number) => String(index).padStart(7, '0');
		const told = new ToldOrders();
		for (let index = 0; index < 70_000; index++) told.isNews(`999-${digits(index)}-9999999`, 'new');
		trigger.stored = { sinceMs: Date.now() - HOUR_MS, startMs: 0, sweptMs: Date.now(), told: told.toRuns() };
		const { orderId } = anOrder();
		expect(await trigger.ids()).toEqual([orderId]);
		expect(JSON.stringify(trigger.stored).length).toBeLessThan(750_000);
		const { orderId: remembered } = anOrder({ orderId: `999-${digits(10_500)}-9999999` });
		expect(await trigger.ids()).not.toContain(remembered);
	});

	it('shows recent orders by hand and moves nothing', async () => {
		for (let count = 0; count < 5; count++) anOrder();
		const result = await scene.stage.poll(scene.seller, { event: 'newOrder' }, { mode: 'manual' });
		expect(result.json).toHaveLength(3);
		expect(result.staticData).toEqual({});
	});
});

it('shows no secret anywhere', () => expect(scene.stage.leaks()).toEqual([]));
