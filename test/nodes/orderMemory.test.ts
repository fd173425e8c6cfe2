import type { IDataObject } from 'n8n-workflow';

import { Chance } from '../simulator/chance';
import type { SimOrder } from '../simulator/orders/simOrder';
import { OrderTrigger, useOrderScene } from './orderTriggers';
import { textOf, type Stage } from './stage';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Orders that Amazon ships count too: they change long after their shipment. */
const WANTED = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];

const scene = useOrderScene();
const { later } = scene;
const aTrigger = (parameters: IDataObject = {}) =>
	new OrderTrigger(scene.stage, scene.seller, parameters, later);

type Spec = NonNullable<Parameters<Stage['amazon']['addOrder']>[0]>;

const anOrder = (spec: Spec = {}) =>
	scene.stage.amazon.addOrder({
		sellerId: scene.seller.seed.sellerId,
		createdAtMs: Date.now() - 10 * MINUTE_MS,
		life: [],
		...spec,
	});
const touch = ({ orderId }: SimOrder) => scene.stage.amazon.changeOrder(orderId, { action: 'touch' });

describe('New Order', () => {
	it('tells an order once, though something of it changes after 8, 100 and 700 days', async () => {
		const trigger = aTrigger({ statuses: WANTED });
		const order = anOrder();
		expect(await trigger.ids()).toEqual([order.orderId]);
		for (const days of [8, 92, 600]) {
			for (let day = 0; day < days; day += 4) {
				later(4 * DAY_MS);
				expect(await trigger.ids()).toEqual([]);
			}
			touch(order);
			later(5 * MINUTE_MS);
			expect(await trigger.ids()).toEqual([]);
		}
	});

	it('tells an order that waits for its payment for 80 days, once', async () => {
		const trigger = aTrigger();
		const { orderId } = anOrder({ status: 'PENDING_AVAILABILITY' });
		expect(await trigger.ids()).toEqual([]);
		later(80 * DAY_MS);
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'pay' });
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([orderId]);
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
	});

	it.each<{ name: string; spec: Spec; boughtDaysAgo: number; isNew: boolean }>([
		{ name: 'shipped months ago', spec: { status: 'SHIPPED' }, boughtDaysAgo: 90, isNew: false },
		{ name: 'shipped in these days', spec: { status: 'SHIPPED' }, boughtDaysAgo: 5, isNew: true },
		{ name: 'still to be shipped', spec: { status: 'UNSHIPPED' }, boughtDaysAgo: 90, isNew: true },
		{
			name: 'ordered in advance',
			spec: { status: 'SHIPPED', programs: ['PREORDER'] },
			boughtDaysAgo: 90,
			isNew: true,
		},
	])('knows of orders from before its start: $name', async ({ spec, boughtDaysAgo, isNew }) => {
		const trigger = aTrigger({ statuses: WANTED });
		const createdAtMs = Date.now() - boughtDaysAgo * DAY_MS;
		const order = anOrder({ ...spec, createdAtMs, updatedAtMs: createdAtMs });
		expect(await trigger.ids()).toEqual([]);
		touch(order);
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual(isNew ? [order.orderId] : []);
	});
});

it('Order Updated tells an old change once, and Order Cancelled an old cancellation', async () => {
	const updated = aTrigger({ event: 'orderUpdated', change: 'status', becomes: ['CANCELLED'] });
	const cancelled = aTrigger({ event: 'orderCancelled' });
	const order = anOrder();
	expect([await updated.ids(), await cancelled.ids()]).toEqual([[], []]);
	scene.stage.amazon.changeOrder(order.orderId, { action: 'cancel' });
	later(5 * MINUTE_MS);
	expect([await updated.ids(), await cancelled.ids()]).toEqual([[order.orderId], [order.orderId]]);
	for (let day = 0; day < 9; day++) {
		later(DAY_MS);
		expect([await updated.ids(), await cancelled.ids()]).toEqual([[], []]);
	}
	touch(order);
	later(5 * MINUTE_MS);
	expect([await updated.ids(), await cancelled.ids()]).toEqual([[], []]);
});

/** A shop whose orders come and change as they like; changes stand in the order of time. */
class Shop {
	readonly orders: SimOrder[] = [];

	constructor(private readonly chance: Chance) {}

	/** Lets some time pass, in which this and that happens. */
	pass(): void {
		for (let events = this.chance.below(9); events > 0; events--) {
			later(this.drawMs(8 * HOUR_MS));
			if (this.chance.next() < 0.4) this.sell();
			else this.change();
		}
		later(5 * MINUTE_MS + this.drawMs(24 * HOUR_MS));
	}

	private drawMs(upToMs: number): number {
		return Math.floor(this.chance.next() * upToMs);
	}

	private sell(): void {
		const status = this.chance.pick(['PENDING', 'PENDING_AVAILABILITY', 'UNSHIPPED', 'UNSHIPPED'] as const);
		const fulfilledBy = this.chance.pick(['AMAZON', 'MERCHANT'] as const);
		this.orders.push(anOrder({ status, fulfilledBy, createdAtMs: Date.now() }));
	}

	private change(): void {
		if (this.orders.length === 0) return;
		// Mostly something recent, sometimes anything since the first day.
		const back = this.chance.next() < 0.5 ? Math.min(this.orders.length, 8) : this.orders.length;
		const order = this.orders[this.orders.length - 1 - this.chance.below(back)];
		if (order === undefined) return;
		const isYoung = Date.now() - order.createdAtMs < DAY_MS;
		const change = this.chance.pick([
			...([{ action: 'pay' }, { action: 'ship' }, { action: 'touch' }, { action: 'touch' }] as const),
			...([{ action: 'request-cancel' }, { action: 'cancel', keepsUpdateTime: isYoung }] as const),
		]);
		try {
			scene.stage.amazon.changeOrder(order.orderId, change);
		} catch {
			// Not every order can be changed so.
		}
	}
}

/** What a trigger has emitted. */
class Told {
	readonly entries: string[] = [];

	constructor(
		private readonly trigger: OrderTrigger,
		private readonly nameOf: (order: IDataObject) => string,
	) {}

	async poll(): Promise<void> {
		const { json, error } = await this.trigger.poll();
		if (error !== undefined) throw new Error(error.message);
		this.entries.push(...json.map((order) => this.nameOf(order)));
	}
}

it('in 400 days of random changes and gaps, every news comes once and none is lost', async () => {
	const shop = new Shop(new Chance(7));
	const idOf = ({ amazonOrderId }: IDataObject) => textOf(amazonOrderId);
	const statusOf = ({ amazonOrderId, status }: IDataObject) => `${textOf(amazonOrderId)} ${textOf(status)}`;
	const stateOf = (order: IDataObject) => `${statusOf(order)} ${textOf(order['updatedAt'])}`;
	const becomes = ['SHIPPED', 'CANCELLED'];
	const isNew = new Told(aTrigger({ statuses: WANTED }), idOf);
	const isCancelled = new Told(aTrigger({ event: 'orderCancelled' }), idOf);
	const isChanged = new Told(aTrigger({ event: 'orderUpdated' }), stateOf);
	const became = new Told(aTrigger({ event: 'orderUpdated', change: 'status', becomes }), statusOf);
	const all = [isNew, isCancelled, isChanged, became];
	const poll = async () => {
		for (const told of all) await told.poll();
	};
	await poll();
	for (const endMs = Date.now() + 400 * DAY_MS; Date.now() < endMs; shop.pass()) await poll();
	for (let polls = 0; polls < 4; polls++) {
		later(7 * HOUR_MS);
		await poll();
	}
	for (const { entries } of all) expect(entries).toHaveLength(new Set(entries).size);
	const inStatus = (statuses: readonly string[]) =>
		shop.orders.filter(({ status }) => statuses.includes(status));
	const asItem = ({ orderId, status, order }: SimOrder) => ({
		...{ amazonOrderId: orderId, status, updatedAt: order.lastUpdatedTime },
	});
	const idsOf = (orders: readonly SimOrder[]) => orders.map(({ orderId }) => orderId);
	const namesOf = (orders: readonly SimOrder[]) => orders.map((order) => statusOf(asItem(order)));
	const missing = (told: Told, wanted: readonly string[]) =>
		wanted.filter((entry) => !told.entries.includes(entry));
	expect(shop.orders.length).toBeGreaterThan(300);
	expect(missing(isNew, idsOf(inStatus(WANTED)))).toEqual([]);
	expect(isCancelled.entries.sort()).toEqual(idsOf(inStatus(['CANCELLED'])).sort());
	expect(missing(became, namesOf(inStatus(becomes)))).toEqual([]);
	const states = shop.orders.map((order) => stateOf(asItem(order)));
	expect(missing(isChanged, states)).toEqual([]);
}, 180_000);
