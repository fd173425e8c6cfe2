import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator';
import { startDemoStore, type DemoStore, type DemoStoreOptions } from '../stores';
import type { N8nApi, PlainCredential, WorkflowJson } from './api';
import { beforeTheEnd } from './children';
import { demoCredentials } from './credentials';
import { readExampleWorkflows, withCredentials, withStoreAt } from './exampleWorkflows';
import { importIntoN8n } from './importing';
import { installN8n, type Installation } from './install';
import { nextFirstNumber, openShop } from './openShop';
import { installPackage } from './package';
import { freePort } from './ports';
import { publishDemo } from './publishDemo';
import type { Progress } from './progress';
import { startN8n, type N8nServer } from './server';
import { startWorkers } from './worker';

/** A real n8n with our nodes, a simulated Amazon, its credentials and the example workflows. */
export interface World {
	n8n: N8nServer;
	api: N8nApi;
	simulator: Simulator;
	store: DemoStore;
	credentials: PlainCredential[];
	workflows: WorkflowJson[];
	stop(): Promise<void>;
}

export interface WorldOptions {
	userFolder: string;
	progress: Progress;
	/** Taken when free; others otherwise. */
	ports?: { n8n?: number; simulator?: number; store?: number };
	/** Runs the set-up workflow, publishes those that start by themselves, and lets the demo store tell n8n things. */
	publish?: boolean;
	/** What the demo store sells, beside its port. */
	store?: Omit<DemoStoreOptions, 'port'>;
	/** What the simulated Amazon has, beside its port. */
	simulator?: Omit<SimulatorOptions, 'port'>;
	/** Added to n8n's environment. */
	env?: Record<string, string>;
	/** Workers beside the main process; `env` must name their queue. */
	workers?: number;
}

const MARKER = 'imported.hash';

/** Amazon takes minutes. A feed that is done before the workflow has written down its id would find no row. */
const FEED_DELAY_MS = 20_000;

/** Installs what is missing, starts everything and fills it. What did not change since the last time is kept. */
export async function startWorld(options: WorldOptions): Promise<World> {
	const { progress, userFolder } = options;
	const installation = await installN8n(progress);
	mkdirSync(userFolder, { recursive: true });
	await installPackage(installation, userFolder, progress);

	const simulator = await startSimulator({
		feedDelayMs: FEED_DELAY_MS,
		...options.simulator,
		port: await freePort(options.ports?.simulator),
	});
	const store = await startDemoStore({
		...(options.publish ? { firstNumber: nextFirstNumber(userFolder) } : {}),
		...options.store,
		port: await freePort(options.ports?.store),
	});
	const stopServers = async (): Promise<void> => {
		await simulator.stop();
		await store.stop();
	};
	const forget = beforeTheEnd(stopServers);
	const examples = readExampleWorkflows();
	const credentials = demoCredentials(simulator.url, examples);
	const workflows = examples.map((workflow) =>
		withStoreAt(withCredentials(workflow, credentials), store.url),
	);
	const imported = await importWhenChanged(installation, options, { credentials, workflows });

	const n8nOptions = { installation, userFolder, port: options.ports?.n8n, env: options.env };
	const n8n = await progress.during('Starting n8n', () => startN8n(n8nOptions));
	const workers = await startWorkers(n8nOptions, options.workers);
	const api = await n8n.login();
	if (imported && options.publish) {
		const { published, problems } = await progress.during('Publishing the workflows', () =>
			publishDemo(api, workflows),
		);
		for (const name of published) progress.say(`  published: ${name}`);
		for (const problem of problems) progress.say(`  not published: ${problem}`);
	}
	markImported(userFolder, credentials, workflows);
	if (options.publish) await openShop({ n8n, api, simulator, store });

	const stop = async (): Promise<void> => {
		forget();
		await Promise.all(workers.map((worker) => worker.stop()));
		await n8n.stop();
		await stopServers();
	};
	return { n8n, api, simulator, store, credentials, workflows, stop };
}

interface Content {
	credentials: PlainCredential[];
	workflows: WorkflowJson[];
}

async function importWhenChanged(
	installation: Installation,
	{ userFolder, progress, env }: WorldOptions,
	content: Content,
): Promise<boolean> {
	const marker = join(userFolder, MARKER);
	if (existsSync(marker) && readFileSync(marker, 'utf8') === hashOf(content.credentials, content.workflows))
		return false;
	const what = `Importing ${content.workflows.length} workflows and ${content.credentials.length} credentials`;
	await progress.during(what, () => importIntoN8n(installation, userFolder, { ...content, env }));
	return true;
}

/** Written last: an interrupted start imports and publishes again. */
function markImported(userFolder: string, credentials: PlainCredential[], workflows: WorkflowJson[]): void {
	writeFileSync(join(userFolder, MARKER), hashOf(credentials, workflows));
}

function hashOf(...content: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
