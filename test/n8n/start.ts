import { rmSync } from 'node:fs';
import { DEFAULT_SELLERS, demoOrders, orderStreams, type Seed } from '../simulator';
import { demoFolder } from './cacheFolder';
import { takeLock } from './lock';
import { createProgress } from './progress';
import { DEMO_PORTS, welcome } from './welcome';
import { startWorld } from './world';

const ORDER_EVERY_MS = 2 * 60_000;

/** `npm start`: a real n8n in the browser with our nodes, a simulated Amazon and the example workflows. */
async function main(): Promise<void> {
	const print = (line: string): void => void process.stdout.write(`${line}\n`);
	const progress = createProgress(print);
	const userFolder = demoFolder();
	holdDemo(`${userFolder}.lock`);

	const world = await startWorld({
		userFolder,
		progress,
		ports: DEMO_PORTS,
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

main().catch((error: Error) => {
	process.stderr.write(`\n${error.message}\n`);
	process.exit(1);
});
