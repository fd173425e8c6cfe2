import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toMarketplaceOrder } from '../../../nodes/amazon/orders/toMarketplaceOrder';
import { toOrderItem } from '../../../nodes/rules/order/orderItem';
import { beforeTheEnd } from '../../n8n/children';
import type { Platform, PlatformKind } from '../../n8n/platform';
import { createProgress } from '../../n8n/progress';
import { startWorld, type World } from '../../n8n/world';
import type { SimOrder } from '../../simulator/orders/simOrder';
import { plainWooProducts } from '../../stores';
import { runSetUp } from '../preparing';
import { claimPart, OWNERS, wholeImport, type FedCopy } from './importCopies';

const HOUR_MS = 3_600_000;
const PRODUCTS = 10;
/** What two runs may see of each other's rows depends on how long a row is under way: long enough for a small run. */
const ROW_MS = 20;

/** The stores whose imports share orders here. */
export const STORES = { woo: 'amazonOrdersToWooCommerce', webhook: 'amazonOrdersToWebhook' } as const;
export type Store = keyof typeof STORES;

/** Hands orders to an import; ends when the import does. */
export type Feed = (store: Store, label: string, orders: readonly object[]) => Promise<void>;

export interface StormWorld extends World {
	say: (line: string) => void;
	/** Resolves while a run writes rows that others cannot see yet. */
	untilRowsAreWritten: () => Promise<void>;
	/** To the whole import. */
	importOrders: Feed;
	/** To the part of the import that finds out which orders are its own. */
	claimOrders: Feed;
}

/** Starts an n8n on the platform with everything a storm needs, and ends it whatever comes of `work`. */
export async function inStormWorld<T>(
	kind: PlatformKind,
	tell: (line: string) => void,
	work: (world: StormWorld) => Promise<T>,
): Promise<T> {
	const progress = createProgress(tell);
	const userFolder = mkdtempSync(join(tmpdir(), 'amazon-seller-storm-'));
	const cleanUp = (): void => rmSync(userFolder, { recursive: true, force: true });
	const forget = beforeTheEnd(() => Promise.resolve(cleanUp()));
	const platform = await kind.start(progress);
	try {
		const world = await startWorld({
			...{ userFolder, progress, env: platform.env, workers: platform.workers },
			// Waiting for Amazon's limits would only take time; they are looked at elsewhere.
			simulator: { seed: { orders: [] }, limits: false, rateFactor: 200, orderLagMs: 0 },
			store: { wooProducts: plainWooProducts(PRODUCTS) },
		});
		try {
			return await work({ ...(await prepare(world, platform)), say: progress.say });
		} finally {
			await world.stop();
		}
	} finally {
		await platform.stop();
		forget();
		cleanUp();
	}
}

async function prepare(world: World, platform: Platform): Promise<Omit<StormWorld, 'say'>> {
	const { api, workflows } = world;
	await runSetUp(api, workflows);
	await platform.slowDownRows(ROW_MS);
	await api.dataTables.create(
		OWNERS.name,
		OWNERS.columns.map((name) => ({ name, type: 'string' })),
	);
	return {
		...world,
		untilRowsAreWritten: () => platform.untilRowsAreWritten(),
		importOrders: await openFeed(world, wholeImport),
		claimOrders: await openFeed(world, claimPart),
	};
}

async function openFeed(
	{ api, n8n, workflows }: World,
	copyOf: (workflow: World['workflows'][number]) => FedCopy,
): Promise<Feed> {
	const paths = new Map<string, string>();
	for (const [store, workflowId] of Object.entries(STORES)) {
		const original = workflows.find(({ id }) => id === workflowId);
		assert.ok(original, `no workflow ${workflowId}`);
		const { path, workflow } = copyOf(original);
		await api.publish(await api.createWorkflow(workflow));
		paths.set(store, path);
	}
	return async (store, label, orders) => {
		const response = await fetch(`${n8n.url}/webhook/${paths.get(store)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ label, orders }),
		});
		assert.equal(response.status, 200, `${label}: ${await response.text()}`);
	};
}

/** Orders of two pieces for 19.99 each, bought an hour ago. */
export function addOrders({ simulator }: World, count: number): SimOrder[] {
	return Array.from({ length: count }, () =>
		simulator.addOrder({
			...{ createdAtMs: Date.now() - HOUR_MS, life: [] },
			lines: [{ sku: 'DEMO-0002', quantity: 2, price: '19.99' }],
		}),
	);
}

/** As the nodes of the bundled workflows give them. */
export function simplified(orders: readonly SimOrder[]): object[] {
	return orders.map(({ order }) => toOrderItem(toMarketplaceOrder(order)));
}
