import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { OrderTrigger, useOrderScene } from './orderTriggers';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const scene = useOrderScene();
const { later } = scene;

const anOrder = (ageMs: number) =>
	scene.stage.amazon.addOrder({
		sellerId: scene.seller.seed.sellerId,
		createdAtMs: Date.now() - ageMs,
		life: [],
	});

function aTrigger(stored: IDataObject): OrderTrigger {
	const trigger = new OrderTrigger(scene.stage, scene.seller, {}, later);
	trigger.stored = stored;
	return trigger;
}

const warnings = () => scene.stage.logLines().filter((line) => line.includes("trigger's memory was damaged"));

describe('a memory that is damaged', () => {
	const place = () => ({ sinceMs: Date.now() - HOUR_MS, startMs: Date.now() - DAY_MS, sweptMs: Date.now() });
	const window = (changes: IDataObject) => ({
		...place(),
		window: { kind: 'updated', fromMs: Date.now() - 2 * HOUR_MS, ...changes },
	});
	const cases: Array<{ name: string; stored: () => IDataObject }> = [
		{ name: 'a window from 9e18', stored: () => window({ fromMs: 9e18 }) },
		{ name: 'a window from before 1970', stored: () => window({ fromMs: -1 }) },
		{ name: 'a window from nowhere', stored: () => window({ fromMs: NaN }) },
		{ name: 'a window from the future', stored: () => window({ fromMs: Date.now() + HOUR_MS }) },
		{ name: 'a window that leaves a gap', stored: () => window({ fromMs: Date.now() - 5 * MINUTE_MS }) },
		{ name: 'a window until 9e18', stored: () => window({ untilMs: 9e18 }) },
		{ name: 'a window of another kind', stored: () => window({ kind: 'deleted' }) },
		{ name: 'a token of another type', stored: () => window({ token: 7 }) },
		{ name: 'half a letter in the token', stored: () => window({ token: '\ud800' }) },
		{ name: 'a token of a megabyte', stored: () => window({ token: 'x'.repeat(2 ** 20) }) },
		{ name: 'a place at 9e18', stored: () => ({ ...place(), sinceMs: 9e18 }) },
		{ name: 'no number as a place', stored: () => ({ ...place(), sinceMs: NaN }) },
		{ name: 'a place before 1970', stored: () => ({ ...place(), sinceMs: -5 }) },
		{ name: 'a place in the future', stored: () => ({ ...place(), sinceMs: Date.now() + HOUR_MS }) },
		{ name: 'a start at 9e18', stored: () => ({ ...place(), startMs: 9e18 }) },
		{ name: 'a sweep in the future', stored: () => ({ ...place(), sweptMs: Date.now() + DAY_MS }) },
		{ name: 'told orders that are a text', stored: () => ({ ...place(), told: 'all' }) },
		{ name: 'told orders of another shape', stored: () => ({ ...place(), told: [['new', 5], null, 'x'] }) },
	];

	it.each(cases)('begins anew and says so: $name', async ({ stored }) => {
		const before = warnings().length;
		const { orderId } = anOrder(10 * MINUTE_MS);
		const trigger = aTrigger(stored());
		expect(await trigger.ids()).toEqual([orderId]);
		expect(warnings()).toHaveLength(before + 1);
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
		expect(warnings()).toHaveLength(before + 1);
	});

	it('reads a day again without a place, however short the look-back is', async () => {
		const { orderId } = anOrder(20 * HOUR_MS);
		const trigger = new OrderTrigger(scene.stage, scene.seller, { orderLookBackHours: 0 }, later);
		trigger.stored = { ...place(), sinceMs: 9e18 };
		expect(await trigger.ids()).toEqual([orderId]);
	});

	it('keeps the parts that are sound', async () => {
		const { orderId } = anOrder(10 * MINUTE_MS);
		const trigger = aTrigger({});
		expect(await trigger.ids()).toEqual([orderId]);
		trigger.stored = { ...trigger.stored, sinceMs: 9e18, window: { kind: 'updated', fromMs: 9e18 } };
		later(5 * MINUTE_MS);
		expect(await trigger.ids()).toEqual([]);
	});
});

/** Anything, and what comes close to a memory. */
function aStoredMemory(nowMs: number): fc.Arbitrary<IDataObject> {
	const junk = fc.jsonValue({ maxDepth: 2 });
	const moment = fc.oneof(
		junk,
		fc.constantFrom(9e18, -9e18, NaN, Infinity, 0, nowMs, nowMs + DAY_MS, nowMs - DAY_MS, 1e300),
		fc.integer({ min: nowMs - 3 * DAY_MS, max: nowMs + 3 * DAY_MS }),
	);
	const window = fc.record(
		{
			kind: fc.oneof(fc.constantFrom('updated', 'cancelled'), junk),
			fromMs: moment,
			untilMs: moment,
			token: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\udfff'), junk),
		},
		{ requiredKeys: ['kind', 'fromMs'] },
	);
	const told = fc.array(fc.oneof(fc.tuple(fc.string(), fc.string()), junk));
	const memory = fc.record(
		{
			sinceMs: moment,
			startMs: moment,
			sweptMs: moment,
			window: fc.oneof(window, junk),
			told: fc.oneof(told, junk),
		},
		{ requiredKeys: [] },
	);
	const sound = { sinceMs: nowMs - HOUR_MS, startMs: nowMs - DAY_MS, sweptMs: nowMs - HOUR_MS };
	const spoilt = memory.map((parts) => ({ ...sound, ...parts }));
	return fc.oneof(memory, spoilt, fc.dictionary(fc.string(), junk));
}

/** Whether an order that changed then may count as read already. */
function isBehind({ sinceMs }: IDataObject, changedMs: number): boolean {
	return typeof sinceMs === 'number' && sinceMs <= Date.now() + 2 * MINUTE_MS && sinceMs > changedMs;
}

it('whatever the memory holds: no poll fails, and no order of the look-back is lost or told twice', async () => {
	await fc.assert(
		fc.asyncProperty(
			aStoredMemory(Date.now()),
			fc.integer({ min: 3, max: 23 * 60 }),
			async (stored, minutesAgo) => {
				if (scene.stage.amazon.orders(scene.seller.seed.sellerId).length > 50) scene.changeSeller();
				later(10 * MINUTE_MS);
				const order = anOrder(minutesAgo * MINUTE_MS);
				const trigger = aTrigger(stored);
				const ids = await trigger.ids();
				if (!isBehind(stored, order.updatedAtMs)) expect(ids).toContain(order.orderId);
				expect(ids).toHaveLength(new Set(ids).size);
				const again = await trigger.ids();
				expect(again.filter((id) => ids.includes(id))).toEqual([]);
			},
		),
		{ numRuns: 150 },
	);
}, 120_000);
