import { install, type Clock } from '@sinonjs/fake-timers';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { startExampleWorld, type ExampleWorld } from './exampleWorld';
import type { CallLogEntry } from '../simulator';
import type { OddKind } from '../simulator/orders/generateOdd';
import { plainWooProducts, WOO_CONSUMER_KEY, WOO_CONSUMER_SECRET } from '../stores';
import { compareOrders } from '../stores/compareOrders';
import type { WorkflowJson } from './harness';
import { baseNode, chain } from './harness/sketch';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SELLER = 'ASIMULATOREU1';
const FILE = 'orders-to-woocommerce';
const WOO_LOGIN = `Basic ${Buffer.from(`${WOO_CONSUMER_KEY}:${WOO_CONSUMER_SECRET}`).toString('base64')}`;

/** Polls end at once where Amazon makes them wait, as they do in n8n when their time is up. */
const POLL_BUDGET_MS = 7_000;

/** Odd orders that have a total, and lines that the store sells. */
const ODD_BUT_WHOLE: OddKind[] = [
	...(['no-address', 'no-buyer', 'three-address-lines', 'free-item', 'promotion-equals-price'] as const),
	...([
		'promotion-above-price',
		'shipping-promotion',
		'gift-wrap',
		'two-lines-one-sku',
		'long-title',
	] as const),
	...(['partly-cancelled', 'cancel-request', 'business', 'cod-fee'] as const),
];

let world: ExampleWorld;
let time: Clock;
let workflow: WorkflowJson;

beforeEach(async () => {
	// Only the date is made up: servers and timers go on as ever.
	time = install({ now: Date.now(), toFake: ['Date'], shouldAdvanceTime: true });
	world = await startExampleWorld({
		simulator: { seed: { orders: [] } },
		wooProducts: plainWooProducts(200),
	});
	workflow = inNoHurry(world.workflow(FILE));
});
afterEach(async () => {
	time.uninstall();
	await world.stop();
});

const later = (byMs: number) => time.setSystemTime(Date.now() + byMs);
const nodeOf = (type: string): string => {
	const node = workflow.nodes.find((one) => one.type.endsWith(type));
	if (node === undefined) throw new Error(`no ${type}`);
	return node.name;
};
/** Which stretch of time a search is about. */
const windowOf = (call?: CallLogEntry) => /lastUpdatedAfter=[^&]*/.exec(call?.path ?? '')?.[0];
const searches = () => world.simulator.calls().filter(({ operation }) => operation === 'searchOrders');

function seed(count: number, more: object = {}) {
	return world.simulator.seedOrders({
		...{ sellerId: SELLER, count, spanMs: 20 * 60 * MINUTE_MS, lives: false, amazonShare: 0 },
		...{ statuses: ['UNSHIPPED'], skus: { prefix: 'DEMO-', count: 200 } },
		...more,
	});
}

/** What becomes of the orders that one poll emits. */
type Import = (items: INodeExecutionData[], trigger: string) => Promise<unknown>;

const throughTheWorkflow: Import = async (items, trigger) =>
	await world.harness.run(workflow, { startNode: trigger, items, mode: 'trigger' });

/** Polls every five minutes of a simulated day, until `count` orders were emitted; answers with how many were. */
async function aDay(importAll: Import, count: number): Promise<number> {
	const trigger = nodeOf('amazonTrigger');
	let staticData: IDataObject = {};
	let emitted = 0;
	for (const endMs = Date.now() + DAY_MS; emitted < count && Date.now() < endMs; later(5 * MINUTE_MS)) {
		const options = { staticData, budgetMs: POLL_BUDGET_MS };
		const { items, error, staticData: next } = await world.harness.poll(workflow, trigger, options);
		if (error === undefined) staticData = JSON.parse(JSON.stringify(next)) as IDataObject;
		if (items.length > 0) await importAll(items, trigger);
		emitted += items.length;
	}
	return emitted;
}

/**
 * The two steps that decide what the store gets, without n8n's table between them: ten thousand orders in seconds
 * instead of minutes. The whole workflow follows below.
 */
const byConvertAndCreate: Import = async (items) => {
	const convert = workflow.nodes.find(({ type, parameters }) => {
		return type.endsWith('amazonOrders') && parameters['operation'] === 'convert';
	});
	if (convert === undefined) throw new Error('the workflow converts no orders');
	const step = chain(baseNode('Start', 'manualTrigger', 1), convert);
	const imported = (await world.harness.run(step, { items })).json(convert.name);
	const queue = imported.values();
	const create = async () => {
		for (const { payload } of queue) {
			const body = JSON.stringify(withProductIds(payload as IDataObject));
			const answer = await fetch(`${world.store.url}/wp-json/wc/v3/orders`, {
				...{
					method: 'POST',
					body,
					headers: { 'content-type': 'application/json', authorization: WOO_LOGIN },
				},
			});
			if (answer.status !== 201) throw new Error(await answer.text());
		}
	};
	await Promise.all(Array.from({ length: 8 }, create));
};

/** No products were looked up, so the lines name SKUs: the store refuses lines without a product. */
function withProductIds(payload: IDataObject): IDataObject {
	const lines = (payload['line_items'] as IDataObject[]).map(({ sku, ...line }) => {
		const product = world.store.wooProducts.find((one) => one.sku === sku);
		return { ...line, product_id: product?.id };
	});
	return { ...payload, line_items: lines };
}

it('brings 10,000 orders of a day into the store with 100 calls, each once and to the cent', async () => {
	const orders = seed(10_000, { oddShare: 0.2, oddKinds: ODD_BUT_WHOLE });
	// All of them are old enough for Amazon to show them.
	later(3 * MINUTE_MS);
	const emitted = await aDay(byConvertAndCreate, orders.length);
	expect(emitted).toBe(10_000);
	// Once the backlog is read, the same poll may already ask for what is new.
	const [first] = searches();
	expect(searches().filter((call) => windowOf(call) === windowOf(first))).toHaveLength(100);
	expect(searches().filter(({ status }) => status !== 200)).toEqual([]);
	expect(compareOrders(world.store, orders)).toEqual([]);
}, 300_000);

it('does the same while Amazon and the network fail, and Catch Up finds what was cut off', async () => {
	const orders = seed(800);
	later(3 * MINUTE_MS);
	const { faults } = world.simulator;
	const fault = { operation: 'searchOrders', times: null } as const;
	faults.add({ ...fault, kind: 'status', status: 429, probability: 0.1 });
	faults.add({ ...fault, kind: 'status', status: 500, probability: 0.1 });
	faults.add({ ...fault, kind: 'reset-before', probability: 0.1 });
	faults.add({ ...fault, kind: 'reset-after', probability: 0.1 });
	faults.add({ ...fault, kind: 'duplicate-page', probability: 0.2 });
	faults.add({ ...fault, kind: 'expire-token', probability: 0.1 });
	faults.add({ ...fault, kind: 'expire-page-token', probability: 0.1 });
	faults.add({ kind: 'status', status: 500, operation: 'createFeed', times: 2 });
	world.store.faults.add({
		kind: 'reset-after',
		platform: 'wooCommerce',
		operation: 'createOrder',
		times: 5,
		after: 40,
	});
	world.store.faults.add({
		kind: 'status',
		status: 503,
		platform: 'wooCommerce',
		operation: 'createOrder',
		times: 7,
		after: 90,
	});
	expect(await aDay(throughTheWorkflow, orders.length)).toBe(orders.length);
	faults.clear();
	later(2 * 60 * MINUTE_MS);
	for (let run = 0; run < 2; run++) {
		await world.harness.run(workflow, { startNode: nodeOf('scheduleTrigger'), mode: 'trigger' });
		later(61 * MINUTE_MS);
	}
	expect(compareOrders(world.store, orders)).toEqual([]);
}, 300_000);

/** The same workflow without the pause that it makes between two orders, out of respect for a real store. */
function inNoHurry(given: WorkflowJson): WorkflowJson {
	const text = JSON.stringify(given);
	const quick = text.replaceAll('"batchInterval":1000', '"batchInterval":0');
	expect(quick).not.toBe(text);
	return JSON.parse(quick) as WorkflowJson;
}
