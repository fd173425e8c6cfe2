import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { DEFAULT_SELLERS, startSimulator, type Simulator, type SimulatorOptions } from '../simulator';
import { startDemoStore, STORE_CREDENTIALS, type DemoStore, type DemoStoreOptions } from '../stores';
import { createHarness, type CredentialSeed, type Harness, type WorkflowJson } from './harness';

const EXAMPLES_FOLDER = join(__dirname, '../../workflows-examples');

/** Where the bundled workflows expect the demo store; tests give it a port of its own. */
const STORE_ADDRESS = 'http://127.0.0.1:8099';

const OFFERS = 'Amazon Offers';
export const PROGRESS = 'Store Progress';
export const ORDERS = 'Amazon Orders';
export const SHIPMENTS = 'Shipments to Amazon';
export const REFUNDS = 'Refunds to Amazon';

/** The columns of a row that tests look at or fill in; what is left out is empty. */
export interface OfferRow {
	[column: string]: string | number | boolean | null;
}

/** n8n's engine, a simulated Amazon, a demo store, and the tables that the set-up workflow makes. */
export interface ExampleWorld {
	harness: Harness;
	simulator: Simulator;
	store: DemoStore;
	/** A bundled workflow by its file's name without `.json`, reading from the demo store of this world. */
	workflow(name: string): WorkflowJson & { id: string };
	/** Rows of a table, without n8n's dates. */
	rows(table: string): Array<Record<string, unknown>>;
	/** Rows of the table of offers. */
	offers(): Array<Record<string, unknown>>;
	/** Rows of the table of orders. */
	orders(): Array<Record<string, unknown>>;
	/** The row of an Amazon order; throws when there is none or several. */
	order(amazonOrderId: string): Record<string, unknown>;
	/** The row of a key; throws when there is none or several. */
	offer(key: string): Record<string, unknown>;
	/** Changes every row, as a store or a person would meanwhile. */
	change(values: OfferRow): void;
	/** Adds rows that wait to be sent, one per SKU, with whatever a test says about them. */
	queue(...rows: OfferRow[]): void;
	stop(): Promise<void>;
}

export interface WorldOptions extends Pick<DemoStoreOptions, 'products' | 'wooProducts' | 'shopifyProducts'> {
	simulator?: SimulatorOptions;
}

/** Starts everything and runs the set-up workflow. */
export async function startExampleWorld({
	simulator: options,
	...products
}: WorldOptions = {}): Promise<ExampleWorld> {
	// A wrong SKU is refused, so that refusals can be seen.
	const seed = { unknownSku: 'reject' as const, ...options?.seed };
	const simulator = await startSimulator({ feedDelayMs: 0, ...options, seed });
	const store = await startDemoStore(products);
	const harness = await createHarness({ credentials: credentials(simulator.url) });
	const workflow = (name: string) => readExample(name, store.url);
	await harness.run(workflow('set-up'));
	const rows = (table: string) =>
		harness.dataTables.rows(table).map(({ createdAt: _1, updatedAt: _2, ...row }) => row);
	const only = (table: string, column: string, value: string) =>
		onlyOne(
			rows(table).filter((row) => row[column] === value),
			`${column} ${value}`,
		);
	return {
		...{ harness, simulator, store, workflow, rows },
		offers: () => rows(OFFERS),
		offer: (key) => only(OFFERS, 'key', key),
		orders: () => rows(ORDERS),
		order: (amazonOrderId) => only(ORDERS, 'amazonOrderId', amazonOrderId),
		change: (values) => harness.dataTables.updateAll(OFFERS, values),
		queue: (...rows) => harness.dataTables.insert(OFFERS, rows.map(toWaitingRow)),
		stop: async () => {
			await harness.close();
			await Promise.all([simulator.stop(), store.stop()]);
		},
	};
}

/** File names of all bundled workflows, without `.json`. */
export function exampleNames(): string[] {
	return readdirSync(EXAMPLES_FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.replace(/\.json$/, ''))
		.sort();
}

export function readExample(name: string, storeUrl = STORE_ADDRESS): WorkflowJson & { id: string } {
	const text = readFileSync(join(EXAMPLES_FOLDER, `${name}.json`), 'utf8');
	return JSON.parse(text.replaceAll(STORE_ADDRESS, storeUrl)) as WorkflowJson & { id: string };
}

function credentials(mockUrl: string): Record<string, CredentialSeed> {
	const [seller] = DEFAULT_SELLERS;
	if (seller === undefined) throw new Error('The simulator has no seller');
	const data: ICredentialDataDecryptedObject = { environment: 'mock', mockUrl, mockAccount: seller.region };
	const stores = STORE_CREDENTIALS.map(({ name, ...seed }) => [name, seed] as const);
	return {
		'Amazon SP-API (demo)': { id: 'amazonSpApiDemo', type: 'amazonSpApi', data },
		...Object.fromEntries(stores),
	};
}

function toWaitingRow(row: OfferRow): OfferRow {
	const sku = String(row['sku'] ?? '');
	return {
		...{ key: `DE|${sku}`, sku, marketplace: 'DE', price: '19.99', currency: 'EUR', quantity: 5 },
		...{ enabled: true, inStock: true, managesStock: true, updatedAtStore: '2026-11-20T10:00:00.000Z' },
		...{ status: 'pending', reason: '', message: '', priority: 0, revision: `first of ${sku}` },
		...row,
	};
}

function onlyOne(rows: Array<Record<string, unknown>>, what: string): Record<string, unknown> {
	const [row] = rows;
	if (row === undefined || rows.length > 1) throw new Error(`There are ${rows.length} rows with the ${what}`);
	return row;
}
