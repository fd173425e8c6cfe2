import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nApi, WorkflowJson } from '../n8n/api';
import { isEnded } from '../n8n/executions';
import { createProgress } from '../n8n/progress';
import { waitFor } from '../n8n/waiting';
import { startWorld, type World } from '../n8n/world';
import type { SimOrder } from '../simulator/orders/simOrder';
import { demoSku, plainWooProducts } from '../stores';
import { compareOrders } from '../stores/compareOrders';
import { publishPollingOften, runSetUp } from './preparing';

const WORKFLOW = 'amazonOrdersToWooCommerce';
const SELLER = 'ASIMULATOREU1';
const MINUTE_MS = 60_000;
const PRODUCTS = 50;

export interface KillPlan {
	/** n8n's environment beside the usual. */
	env: Record<string, string>;
	kills: number;
	ordersPerKill: number;
	say: (line: string) => void;
}

export interface KillResult {
	orders: number;
	/** In the store before anybody looked for what was cut off. */
	withoutCatchUp: number;
	/** What is wrong after Catch Up; must be empty. */
	wrong: string[];
}

/** Kills n8n again and again while orders come in, lets Catch Up run, and compares the store with Amazon. */
export async function killWhileOrdersArrive(plan: KillPlan): Promise<KillResult> {
	const userFolder = mkdtempSync(join(tmpdir(), 'amazon-seller-kills-'));
	const world = await startWorld({
		userFolder,
		progress: createProgress(plan.say),
		// Amazon's limits would fill the time between kills with waiting; they are looked at elsewhere.
		simulator: { seed: { orders: [] }, limits: false },
		store: { wooProducts: plainWooProducts(PRODUCTS) },
		env: plan.env,
	});
	try {
		return await runPlan(world, plan);
	} finally {
		await world.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

async function runPlan(world: World, plan: KillPlan): Promise<KillResult> {
	await prepare(world);
	const orders: SimOrder[] = [];
	for (let kill = 0; kill < plan.kills; kill++) {
		orders.push(...(await untilOrdersAreFetched(world, plan.ordersPerKill)));
		// Every other time at the very moment of the emit, else while orders are being created.
		const delayMs = Math.random() * (kill % 2 === 0 ? 30 : 20_000);
		await sleep(delayMs);
		await world.n8n.kill();
		plan.say(
			`kill ${kill + 1}: ${Math.round(delayMs)} ms after the call; ${storeOrders(world).length} orders in the store`,
		);
	}
	orders.push(...(await untilOrdersAreFetched(world, plan.ordersPerKill)));
	await untilQuiet(world);
	const withoutCatchUp = countThere(world, orders);
	const api = await world.n8n.login();
	await letTimePass(api);
	await catchUp(api, world.workflows);
	await untilQuiet(world);
	return { orders: orders.length, withoutCatchUp, wrong: compareOrders(world.store, orders) };
}

/**
 * Starts n8n and lets it poll once, since a kill while it activates its workflows makes the next start wait for two
 * minutes; then orders come, and the poll that fetches them begins.
 */
async function untilOrdersAreFetched(world: World, count: number): Promise<SimOrder[]> {
	await world.n8n.restart();
	await untilNextSearch(world);
	const orders = addOrders(world, count);
	await untilNextSearch(world);
	return orders;
}

async function untilNextSearch(world: World): Promise<void> {
	const before = searches(world);
	const look = () => Promise.resolve(searches(world) > before || undefined);
	await waitFor('the trigger to ask Amazon', look, { timeoutMs: 180_000, everyMs: 1 });
}

/** Imports that were cut off are given up after half an hour: now. */
async function letTimePass(api: N8nApi): Promise<void> {
	const claimedAt = new Date(Date.now() - 60 * MINUTE_MS).toISOString();
	await api.dataTables.update('Amazon Orders', { column: 'status', equals: 'importing' }, { claimedAt });
}

/** Tables, and the workflow, polling three times a minute. */
async function prepare({ api, workflows }: World): Promise<void> {
	await runSetUp(api, workflows);
	await publishPollingOften(api, WORKFLOW);
}

/** Orders bought a while ago that Amazon shows from now on. */
function addOrders({ simulator }: World, count: number): SimOrder[] {
	return Array.from({ length: count }, (_, index) =>
		simulator.addOrder({
			sellerId: SELLER,
			createdAtMs: Date.now() - 60 * MINUTE_MS,
			updatedAtMs: Date.now() - 2.5 * MINUTE_MS,
			life: [],
			lines: [{ sku: demoSku(index % PRODUCTS), quantity: 1 }],
		}),
	);
}

function searches({ simulator }: World): number {
	return simulator.calls().filter(({ operation }) => operation === 'searchOrders').length;
}

function storeOrders({ store }: World) {
	return store.orders.filter(({ platform }) => platform === 'wooCommerce');
}

/** Waits until nothing runs and the store has got nothing new for a while. */
async function untilQuiet(world: World): Promise<void> {
	let seen = -1;
	let quietLooks = 0;
	await waitFor(
		'the imports to end',
		async () => {
			const now = storeOrders(world).length;
			quietLooks = now === seen && !(await isImporting(world)) ? quietLooks + 1 : 0;
			seen = now;
			return quietLooks >= 3 || undefined;
		},
		{ timeoutMs: 400_000, everyMs: 5_000 },
	);
}

async function isImporting({ n8n }: World): Promise<boolean> {
	const api = await n8n.login();
	return (await api.executions(WORKFLOW, 20)).some(({ status }) => !isEnded(status));
}

async function catchUp(api: N8nApi, workflows: WorkflowJson[]): Promise<void> {
	const workflow = workflows.find(({ id }) => id === WORKFLOW);
	const schedule = workflow?.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	if (schedule === undefined) throw new Error('the workflow has no Catch Up');
	await api.run(WORKFLOW, schedule.name, 600_000);
}

function countThere(world: World, orders: readonly SimOrder[]): number {
	const ids = new Set(storeOrders(world).map(({ amazonOrderId }) => amazonOrderId));
	return orders.filter(({ orderId }) => ids.has(orderId)).length;
}
