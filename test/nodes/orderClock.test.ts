import type { IDataObject } from 'n8n-workflow';

import { OrderTrigger, useOrderScene } from './orderTriggers';
import { answers } from './stage';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const scene = useOrderScene();
const { later } = scene;
const amazonMs = () => scene.stage.amazon.state.amazonMs();
const skew = (skewMs: number) => scene.stage.amazon.faults.add({ kind: 'clock-skew', skewMs });
const aTrigger = (parameters: IDataObject = {}) =>
	new OrderTrigger(scene.stage, scene.seller, parameters, later);

/** An order of Amazon's time. */
const anOrder = (minutesAgo: number) =>
	scene.stage.amazon.addOrder({
		sellerId: scene.seller.seed.sellerId,
		createdAtMs: amazonMs() - minutesAgo * MINUTE_MS,
		life: [],
	});

const logged = (word: string) => scene.stage.logLines().filter((line) => line.includes(word));

describe.each([
	{ name: '8 minutes behind', skewMs: 8 * MINUTE_MS },
	{ name: '8 minutes ahead', skewMs: -8 * MINUTE_MS },
	{ name: '5 hours behind', skewMs: 5 * HOUR_MS },
	{ name: '5 hours ahead', skewMs: -5 * HOUR_MS },
])("this machine's clock is $name", ({ skewMs }) => {
	beforeEach(() => skew(skewMs));

	it.each(['newOrder', 'orderUpdated'])('%s tells an order once, polling every minute', async (event) => {
		const trigger = aTrigger({ event });
		const first = anOrder(10).orderId;
		expect(await trigger.ids()).toEqual([first]);
		for (let minute = 0; minute < 6; minute++) {
			later(MINUTE_MS);
			expect(await trigger.ids()).toEqual([]);
		}
		const next = anOrder(3).orderId;
		later(MINUTE_MS);
		expect(await trigger.ids()).toEqual([next]);
		expect(scene.stage.amazon.calls().filter(({ status }) => status === 400)).toEqual([]);
		expect(logged('damaged')).toEqual([]);
	});

	it("looks back by Amazon's time on the first start", async () => {
		const inside = anOrder(40).orderId;
		const outside = anOrder(90).orderId;
		const ids = await aTrigger({ orderLookBackHours: 1 }).ids();
		expect([ids.includes(inside), ids.includes(outside)]).toEqual([true, false]);
	});

	it("looks for late cancellations by Amazon's time", async () => {
		const trigger = aTrigger({ event: 'orderCancelled' });
		const { orderId } = anOrder(60);
		expect(await trigger.ids()).toEqual([]);
		scene.stage.amazon.changeOrder(orderId, { action: 'cancel', keepsUpdateTime: true });
		later(20 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
		later(6 * HOUR_MS);
		expect(await trigger.ids()).toEqual([orderId]);
		later(7 * HOUR_MS);
		expect(await trigger.ids()).toEqual([]);
	});
});

it.each([
	{ name: 'ahead, and is put right', before: -8 * MINUTE_MS, after: 0 },
	{ name: 'behind, and is put right', before: 8 * MINUTE_MS, after: 0 },
	{ name: 'right, and goes wrong', before: 0, after: 20 * MINUTE_MS },
])("tells every order once while this machine's clock is $name", async ({ before, after }) => {
	const trigger = aTrigger({ orderLookBackHours: 0 });
	// Amazon's time goes on evenly, whatever is done to this machine's.
	skew(before);
	expect(await trigger.ids()).toEqual([]);
	later(30 * MINUTE_MS);
	const first = anOrder(25).orderId;
	expect(await trigger.ids()).toEqual([first]);
	const amazonsMs = amazonMs() + 30 * MINUTE_MS;
	scene.stage.amazon.faults.clear();
	skew(after);
	later(amazonsMs - after - Date.now());
	const second = anOrder(25).orderId;
	expect(await trigger.ids()).toEqual([second]);
	later(MINUTE_MS);
	expect(await trigger.ids()).toEqual([]);
});

it("Get Many lists the last seven days of Amazon's", async () => {
	skew(-10 * DAY_MS);
	const recent = anOrder(60).orderId;
	anOrder((8 * DAY_MS) / MINUTE_MS);
	const run = await scene.stage.orders(scene.seller, {
		resource: 'order',
		operation: 'getMany',
		returnAll: true,
	});
	expect(answers(run).map(({ amazonOrderId }) => amazonOrderId)).toEqual([recent]);
});
