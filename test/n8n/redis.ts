import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedProgram, type Program } from './aptInstall';
import { startChild } from './children';
import { freePort } from './ports';
import { listens } from './postgres';
import type { Progress } from './progress';
import { serviceOf, untilReady, type Service } from './service';

const REDIS: Program = { name: 'redis-server', debianPackage: 'redis-server' };
const HOST = '127.0.0.1';

/** An empty Redis of its own that keeps nothing on disk; n8n uses it as its queue. */
export async function startRedis(progress: Progress): Promise<Service> {
	const server = await installedProgram(REDIS, progress);
	const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-redis-'));
	const logFile = join(folder, 'redis.log');
	const port = await freePort();
	const settings = ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no'];
	const child = startChild(server, settings, { cwd: folder, env: process.env, logFile });
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: HOST,
		QUEUE_BULL_REDIS_PORT: String(port),
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	};
	const service = serviceOf(child, { folder, env, signal: 'SIGTERM' });
	await untilReady(child, () => listens(port), { name: 'Redis', logFile });
	return service;
}
