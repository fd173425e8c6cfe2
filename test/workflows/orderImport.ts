import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { OrderSpec } from '../simulator/orders/addOrder';
import type { SimOrder } from '../simulator/orders/simOrder';
import type { ArrivedOrder, DemoStore, Platform } from '../stores';
import { ORDERS, startExampleWorld, type ExampleWorld } from './exampleWorld';
import type { RunResult, WorkflowJson } from './harness';
import { baseNode, chain } from './harness/sketch';
import { changeSetting } from './settings';

/** The workflows that import Amazon's orders. */
export const IMPORTS = [
	{ name: 'orders-to-woocommerce', platform: 'wooCommerce', key: 'woocommerce', looksUpProducts: true },
	{ name: 'orders-to-magento', platform: 'magento', key: 'magento', looksUpProducts: true },
	{ name: 'orders-to-shopify', platform: 'shopify', key: 'shopify', looksUpProducts: true },
	{ name: 'orders-to-webhook', platform: 'webhook', key: 'webhook', looksUpProducts: false },
] as const satisfies ReadonlyArray<{
	name: string;
	platform: Platform;
	key: string;
	looksUpProducts: boolean;
}>;

export type ImportName = (typeof IMPORTS)[number]['name'];

const NEW_ORDER = 'When a New Order Comes In';
const CATCH_UP = 'Every Hour: Catch Up';
const GET_MANY = 'Get Orders of the Last 3 Days';
const JUDGE = 'Turn Into Store Orders';
const GERMANY = 'A1PA6795UKMFR9';
const HOUR_MS = 3_600_000;

/** An import workflow between a simulated Amazon without orders and the demo store. */
export interface OrderImport {
	world: ExampleWorld;
	/** An order of an hour ago, just paid, for a product that every demo store has, unless told otherwise. */
	buy(spec?: OrderSpec): SimOrder;
	/** Polls the trigger as n8n does; runs nothing. */
	news(): Promise<INodeExecutionData[]>;
	/** Runs the workflow for what the trigger found. */
	start(news: INodeExecutionData[]): Promise<RunResult>;
	/** Polls, and runs the workflow when there is news. */
	poll(): Promise<RunResult | undefined>;
	catchUp(): Promise<RunResult>;
	/** Runs the workflow for what the trigger finds, and no further than to one step, as if n8n were killed then. */
	killedAfter(step: string): Promise<void>;
	/** Lets so many minutes pass for the claims of imports that are under way; by default more than any claim lasts. */
	passTime(minutes?: number): void;
	/** Deletes the row of an order, as a person would. */
	forget(amazonOrderId: string): Promise<void>;
	/** Gives a product of every platform ten units. */
	restock(sku: string): void;
	/** The workflow of another store in the same world. */
	besides(other: ImportName): OrderImport;
	/** Changes a step of the workflow, as a person would on the canvas. */
	set(step: string, parameters: INodeParameters): void;
	/** Changes what the rules say. */
	rule(parameters: INodeParameters): void;
	/** Chooses who ships the orders that come in, in all steps that ask, as a person would who reads the note. */
	shippedBy(channel: 'all' | 'AFN' | 'MFN'): void;
	setting(name: string, value: unknown): void;
	/** What is in the store now. */
	arrived(): ArrivedOrder[];
	/** How often something was asked of the store. */
	asked(operation: string): number;
	stop(): Promise<void>;
}

/** Starts a world and reads the workflow of one store in it. */
export async function startOrderImport(name: ImportName): Promise<OrderImport> {
	const simulator = { limits: false, orderLagMs: 0, seed: { orders: [] } };
	return orderImport(await startExampleWorld({ simulator }), name);
}

function orderImport(world: ExampleWorld, name: ImportName): OrderImport {
	const platform = IMPORTS.find((one) => one.name === name)?.platform;
	const workflow = hurried(world.workflow(name));
	let staticData = {};
	const start = async (items: INodeExecutionData[], destinationNode?: string) =>
		await world.harness.run(workflow, { startNode: NEW_ORDER, items, mode: 'trigger', destinationNode });
	const news = async () => {
		const polled = await world.harness.poll(workflow, NEW_ORDER, { staticData });
		if (polled.error !== undefined) throw new Error(polled.error.message);
		staticData = polled.staticData;
		return polled.items;
	};
	const set = (step: string, parameters: INodeParameters) => {
		const node = stepOf(workflow, step);
		node.parameters = { ...node.parameters, ...parameters };
	};
	return {
		...{ world, set, news },
		start: async (items) => await start(items),
		buy: (spec) => world.simulator.addOrder({ ...anOrder(), ...spec }),
		poll: async () => {
			const items = await news();
			return items.length === 0 ? undefined : await start(items);
		},
		catchUp: async () => await world.harness.run(workflow, { startNode: CATCH_UP }),
		killedAfter: async (step) => void (await start(await news(), step)),
		forget: async (amazonOrderId) => await forgetRow(world, amazonOrderId),
		restock: (sku) => restock(world.store, sku),
		besides: (other) => orderImport(world, other),
		passTime: (minutes = 7 * 24 * 60) => {
			for (const { id, claimedAt } of world.harness.dataTables.rows(ORDERS)) {
				const before = new Date(Date.parse(String(claimedAt)) - minutes * 60_000).toISOString();
				world.harness.dataTables.update(ORDERS, id, { claimedAt: before });
			}
		},
		rule: (parameters) => set(JUDGE, parameters),
		shippedBy: (fulfillmentChannel) => {
			for (const step of [NEW_ORDER, GET_MANY]) {
				const { filters } = stepOf(workflow, step).parameters;
				set(step, { filters: { ...(filters as INodeParameters), fulfillmentChannel } });
			}
			set(JUDGE, { fulfillmentChannel });
		},
		setting: (name, value) => changeSetting(workflow, name, value),
		arrived: () => world.store.orders.filter((order) => order.platform === platform),
		asked: (operation) => world.store.calls.filter((call) => call.operation === operation).length,
		stop: async () => await world.stop(),
	};
}

function anOrder(): OrderSpec {
	const updatedAtMs = Date.now();
	const createdAtMs = updatedAtMs - HOUR_MS;
	return { marketplaceId: GERMANY, createdAtMs, updatedAtMs, life: [], lines: [{ sku: 'DEMO-0002' }] };
}

/** Without the pauses between calls and tries, which are for real stores. */
function hurried<Json extends WorkflowJson>(workflow: Json): Json {
	const text = JSON.stringify(workflow);
	return JSON.parse(text.replace(/"(batchInterval|waitBetweenTries)":\d+/g, '"$1":1')) as Json;
}

async function forgetRow({ harness }: ExampleWorld, amazonOrderId: string): Promise<void> {
	const conditions = [{ keyName: 'amazonOrderId', condition: 'eq', keyValue: amazonOrderId }];
	const table = { __rl: true, mode: 'name', value: ORDERS };
	const deleting = baseNode('Delete', 'dataTable', 1.1, {
		...{ resource: 'row', operation: 'deleteRows', dataTableId: table, filters: { conditions } },
	});
	const { error } = await harness.run(chain(baseNode('Start', 'manualTrigger', 1), deleting));
	if (error !== undefined) throw new Error(error.message);
}

function restock({ products, wooProducts, shopifyProducts }: DemoStore, sku: string): void {
	for (const product of wooProducts.filter((one) => one.sku === sku))
		Object.assign(product, { stock_quantity: 10, stock_status: 'instock' });
	for (const product of products.filter((one) => one.sku === sku))
		Object.assign(product.extension_attributes.stock_item ?? {}, { qty: 10, is_in_stock: true });
	for (const variant of shopifyProducts.flatMap(({ variants }) => variants))
		if (variant.sku === sku) variant.inventory_quantity = 10;
}

function stepOf({ nodes }: WorkflowJson, name: string): INode {
	const found = nodes.find((node) => node.name === name);
	if (found === undefined) throw new Error(`The workflow has no step "${name}"`);
	return found;
}
