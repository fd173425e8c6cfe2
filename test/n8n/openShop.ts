import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SELLERS } from '../simulator';
import { amazonSide, type Surroundings } from '../stores';
import type { World } from './world';

type Parts = Pick<World, 'n8n' | 'api' | 'simulator' | 'store'>;

/** Where the bundled workflows sell. */
const AMAZON_DE = 'A1PA6795UKMFR9';

const OFFERS = 'Amazon Offers';
/** Of the tables that the pages of the store link to. */
const TABLES = ['Amazon Orders', OFFERS, 'Shipments to Amazon', 'Refunds to Amazon'];

/** Orders between two starts are fewer. */
const NUMBERS_PER_START = 10_000;

/** Opens the demo's shop once everything is published: n8n hears of every product, and then of whatever happens. */
export async function openShop(parts: Parts): Promise<void> {
	const { dataTables } = parts.api;
	if ((await dataTables.list()).some(({ name }) => name === OFFERS)) {
		// The simulated Amazon begins anew with every start: what it was sent before is not there any more.
		await dataTables.updateAll(OFFERS, { lastPrice: '', lastSale: '', lastQuantity: null });
	}
	await connectShop(parts);
	parts.store.saveAllProducts();
}

/** The shop's pages know n8n and Amazon, and n8n hears from now on of what happens there. */
export async function connectShop({ n8n, api, simulator, store }: Parts): Promise<void> {
	const tables = await api.dataTables.list();
	const links = tables
		.filter(({ name }) => TABLES.includes(name))
		.sort((one, other) => TABLES.indexOf(one.name) - TABLES.indexOf(other.name))
		.map((table) => ({ name: table.name, url: n8n.url + api.dataTables.path(table) }));
	store.surround({ ...surroundings(n8n.url, simulator), n8n: [workflowsAt(n8n.url), ...links] });
	store.tellN8n(n8n.url);
}

function surroundings(n8nUrl: string, simulator: World['simulator']): Omit<Surroundings, 'n8n'> {
	const [seller] = DEFAULT_SELLERS;
	return {
		workflowUrl: (id) => `${n8nUrl}/workflow/${id}`,
		amazon: amazonSide(simulator, seller?.sellerId ?? '', AMAZON_DE),
	};
}

function workflowsAt(n8nUrl: string) {
	return { name: 'Workflows', url: `${n8nUrl}/home/workflows` };
}

/**
 * The number of the store's first order. The store forgets its orders when it stops, the tables in n8n do not: numbers
 * must not come twice. Counts the starts in the demo's folder.
 */
export function nextFirstNumber(userFolder: string): number {
	const file = join(userFolder, 'store-starts');
	const starts = existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
	writeFileSync(file, String(starts + 1));
	return 5001 + starts * NUMBERS_PER_START;
}
