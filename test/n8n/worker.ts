import { join } from 'node:path';
import { beforeTheEnd, startChild } from './children';
import { freePort } from './ports';
import { endChild, untilReady } from './service';
import type { N8nOptions } from './server';
import { n8nEnvironment } from './settings';

const CONCURRENCY = 5;

/** A process that takes n8n's executions from the queue. */
export interface Worker {
	stop(): Promise<void>;
}

/** Starts so many workers, all at once: each needs some ten seconds. */
export async function startWorkers(options: N8nOptions, count = 0): Promise<Worker[]> {
	return await Promise.all(Array.from({ length: count }, (_, index) => startWorker(options, index + 1)));
}

/** Starts worker number `number` on the folder, and so with the package, of the n8n with the same options. */
async function startWorker(options: N8nOptions, number: number): Promise<Worker> {
	const { installation, userFolder } = options;
	const [health, broker] = [await freePort(), await freePort()];
	const logFile = join(userFolder, `worker-${number}.log`);
	const env = n8nEnvironment(installation, userFolder, {
		...options.env,
		N8N_RUNNERS_BROKER_PORT: String(broker),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(health),
	});
	const args = [installation.n8nScript, 'worker', `--concurrency=${CONCURRENCY}`];
	const child = startChild(installation.nodePath, args, { cwd: userFolder, env, logFile });
	await untilReady(child, () => isReady(health), { name: `n8n's worker ${number}`, logFile });
	const stop = (): Promise<void> => endChild(child, 'SIGTERM');
	const forget = beforeTheEnd(stop);
	return {
		async stop() {
			forget();
			await stop();
		},
	};
}

async function isReady(port: number): Promise<boolean> {
	const url = `http://127.0.0.1:${port}/healthz/readiness`;
	return await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
		({ ok }) => ok,
		() => false,
	);
}
