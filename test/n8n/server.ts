import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type N8nApi, signIn } from './api';
import { beforeTheEnd, lastLines, startChild } from './children';
import type { Installation } from './install';
import { freePort } from './ports';
import { endChild } from './service';
import { n8nEnvironment } from './settings';

export interface N8nOptions {
	installation: Installation;
	/** n8n keeps its `.n8n` folder in here. */
	userFolder: string;
	/** Taken when free; another one otherwise. */
	port?: number;
	/** Added to n8n's environment, e.g. `{EXECUTIONS_MODE: 'queue'}`. */
	env?: Record<string, string>;
	log?: (line: string) => void;
	startTimeoutMs?: number;
}

export interface N8nServer {
	url: string;
	userFolder: string;
	logFile: string;
	/** Of the n8n that runs now; changes with a restart. */
	readonly pid: number;
	/** Ends n8n in its own time (at most 30 s); nothing when it has ended already. */
	stop(): Promise<void>;
	/** Ends n8n at once, as a power cut would. */
	kill(): Promise<void>;
	/** Starts n8n again on the same folder and port, stopping it first when it still runs. */
	restart(): Promise<void>;
	/** Creates the owner when there is none, and signs in. */
	login(): Promise<N8nApi>;
}

const GRACE_MS = 30_000;
const LOOK_AGAIN_MS = 150;

/** Starts n8n on the loopback interface and waits until it is ready. Throws with its last log lines otherwise. */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	await refuseSecond(options.userFolder);
	mkdirSync(options.userFolder, { recursive: true });
	const port = await freePort(options.port);
	const url = `http://127.0.0.1:${port}`;
	const logFile = join(options.userFolder, 'n8n.log');
	let child = await launch(options, port, logFile);

	const stop = async (): Promise<void> => {
		await endChild(child, 'SIGTERM', GRACE_MS);
		rmSync(stateFile(options.userFolder), { force: true });
	};
	const forget = beforeTheEnd(stop);

	return {
		url,
		userFolder: options.userFolder,
		logFile,
		get pid() {
			return child.pid ?? 0;
		},
		async stop() {
			forget();
			await stop();
		},
		kill: () => endChild(child, 'SIGKILL'),
		async restart() {
			await endChild(child, 'SIGTERM', GRACE_MS);
			child = await launch(options, port, logFile);
		},
		login: () => signIn(url),
	};
}

async function launch(options: N8nOptions, port: number, logFile: string): Promise<ChildProcess> {
	const { installation, userFolder } = options;
	const env = n8nEnvironment(installation, userFolder, {
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		...options.env,
	});
	const child = startChild(installation.nodePath, [installation.n8nScript, 'start'], {
		cwd: userFolder,
		env,
		logFile,
	});
	options.log?.(`n8n starts (process ${child.pid}, log ${logFile})`);
	const url = `http://127.0.0.1:${port}`;
	writeFileSync(stateFile(userFolder), JSON.stringify({ pid: child.pid, url }));
	try {
		await waitUntilReady(child, url, options.startTimeoutMs ?? 120_000);
	} catch (error) {
		await endChild(child, 'SIGKILL');
		throw new Error(
			`${(error as Error).message}. Its last lines (all: ${logFile}):\n${lastLines(logFile, 30)}`,
		);
	}
	return child;
}

async function waitUntilReady(child: ChildProcess, url: string, timeoutMs: number): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (Date.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`n8n ended while starting (${child.exitCode ?? child.signalCode})`);
		}
		if (await answers(`${url}/healthz/readiness`)) return;
		await sleep(LOOK_AGAIN_MS);
	}
	throw new Error(`n8n was not ready after ${timeoutMs / 1000} s`);
}

async function answers(url: string): Promise<boolean> {
	return await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
		(response) => response.ok,
		() => false,
	);
}

/** Two n8n on one SQLite file destroy each other's work; one may be left over from a process that was killed. */
async function refuseSecond(userFolder: string): Promise<void> {
	const file = stateFile(userFolder);
	if (!existsSync(file)) return;
	const { pid, url } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; url: string };
	if (await answers(`${url}/healthz`)) {
		throw new Error(
			`An n8n (process ${pid}, ${url}) still runs on ${userFolder}: end it first, e.g. kill ${pid}`,
		);
	}
}

function stateFile(userFolder: string): string {
	return join(userFolder, 'running.json');
}
