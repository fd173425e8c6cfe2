import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SELLERS, demoOrders, orderStreams, type Seed } from '../simulator';
import { cacheRoot } from './cacheFolder';
import { missingCredentialTypes } from './exampleWorkflows';
import { takeLock } from './lock';
import { createProgress } from './progress';
import { OWNER } from './session';
import { startWorld, type World } from './world';

const ORDER_EVERY_MS = 2 * 60_000;
/** Whose account the demo's credential is. */
const [SELLER] = DEFAULT_SELLERS;

/** `npm start`: a real n8n in the browser with our nodes, a simulated Amazon and the example workflows. */
async function main(): Promise<void> {
	const print = (line: string): void => void process.stdout.write(`${line}\n`);
	const progress = createProgress(print);
	const userFolder = join(cacheRoot(), 'demo-home');
	holdDemo(`${userFolder}.lock`);

	const world = await startWorld({
		userFolder,
		progress,
		ports: { n8n: 5678, simulator: 8098, store: 8099 },
		simulator: { seed: freshOrders() },
		publish: true,
	});
	for (const line of welcome(world, userFolder)) print(line);
	await new Promise(() => setInterval(() => undefined, 2 ** 30));
}

/** n8n remembers the orders of earlier days: today's are others, and they keep coming. */
function freshOrders(): Partial<Seed> {
	const chance = Date.now() % 2 ** 32;
	const streams = orderStreams(DEFAULT_SELLERS, ORDER_EVERY_MS, chance);
	return { chance, orders: [...demoOrders(DEFAULT_SELLERS, chance), ...streams] };
}

function holdDemo(lockFile: string): void {
	const holder = takeLock(lockFile);
	if (holder !== undefined)
		throw new Error(`The demo already runs (process ${holder}); stop it there with Ctrl-C.`);
	process.once('exit', () => rmSync(lockFile, { force: true }));
}

function welcome({ n8n, simulator, store, workflows, credentials }: World, userFolder: string): string[] {
	const missing = missingCredentialTypes(workflows, credentials);
	return [
		'',
		'  n8n is ready.',
		'',
		`  Open      ${n8n.url}`,
		`  E-mail    ${OWNER.email}`,
		`  Password  ${OWNER.password}`,
		'',
		`  Amazon is simulated at ${simulator.url}; ${workflows.length} example workflows and ${credentials.length} credentials are there.`,
		`  Demo stores (WooCommerce, Magento, Shopify, a webhook and a price list) answer at ${store.url}:`,
		'  Every two minutes one of Amazon\'s orders is paid, and "Amazon 6a" brings it into WooCommerce within minutes:',
		'  the page there shows what has arrived, the table "Amazon Orders" in n8n what became of each.',
		`  One more order:  curl -X POST ${simulator.url}/simulator/sellers/${SELLER?.sellerId ?? ''}/orders`,
		...(missing.length > 0 ? [`  Not given to the workflows (choose your own): ${missing.join(', ')}`] : []),
		`  Everything is kept in ${userFolder}; n8n's log is n8n.log there.`,
		'  Ctrl-C stops it.',
		'',
	];
}

main().catch((error: Error) => {
	process.stderr.write(`\n${error.message}\n`);
	process.exit(1);
});
