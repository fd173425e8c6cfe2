import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BareMachine } from './bareMachine';
import { signalGroup } from './children';
import { waitFor } from './waiting';
import type { ReadWelcome } from './welcome';

/** A demo that was started as a person does, by a command in a shell. */
export interface StartedDemo {
	/** Leads the group of processes that a terminal would call the foreground. */
	shell: ChildProcess;
	machine: BareMachine;
	/** Once it was printed. */
	welcome?: ReadWelcome;
}

/** n8n has 30 seconds of them to end by itself. */
const STOPPED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** Ctrl-C in the terminal: the whole foreground group gets the signal. Throws when anything is left after a minute. */
export async function interrupt(demo: StartedDemo): Promise<void> {
	const n8nPid = runningN8n(demo);
	signalGroup(demo.shell, 'SIGINT');
	let left: string[] = [];
	await waitFor(
		'everything to stop',
		async () => {
			left = await whatIsLeft(demo, n8nPid);
			return left.length === 0 ? true : undefined;
		},
		{
			timeoutMs: STOPPED_WITHIN_MS,
			everyMs: LOOK_EVERY_MS,
			lastSeen: () => `Still there: ${left.join(', ')}.`,
		},
	);
}

/** The hard way, by the ids of what was started. */
export function killAll(demo: StartedDemo): void {
	for (const pid of [demo.shell.pid, runningN8n(demo)]) {
		if (pid !== undefined && isGroupAlive(pid)) process.kill(-pid, 'SIGKILL');
	}
}

/** Where the demo must keep its data when nothing but the home folder says where. */
export function demoHome({ home }: BareMachine): string {
	return join(home, '.cache', 'n8n-nodes-amazon-seller', 'demo-home');
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

async function whatIsLeft({ shell, machine, welcome }: StartedDemo, n8nPid?: number): Promise<string[]> {
	const left: string[] = [];
	if (shell.pid !== undefined && isGroupAlive(shell.pid)) left.push(`the command (${shell.pid})`);
	if (n8nPid !== undefined && isGroupAlive(n8nPid)) left.push(`n8n (${n8nPid})`);
	if (existsSync(`${demoHome(machine)}.lock`)) left.push("the demo's lock");
	for (const name of ['n8n', 'simulator', 'store'] as const) {
		const url = welcome?.[name];
		if (url !== undefined && (await answers(url))) left.push(url);
	}
	return left;
}

async function answers(url: string): Promise<boolean> {
	return await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
		() => true,
		() => false,
	);
}

/** n8n leads a process group of its own. */
function runningN8n({ machine }: StartedDemo): number | undefined {
	const file = join(demoHome(machine), 'running.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid : undefined;
}

function isGroupAlive(pid: number): boolean {
	try {
		process.kill(-pid, 0);
		return true;
	} catch {
		return false;
	}
}
