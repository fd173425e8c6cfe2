import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { beforeTheEnd, lastLines, signalGroup } from './children';
import { waitFor } from './waiting';

/** A program that runs for one n8n, and what n8n must know of it. */
export interface Service {
	/** For n8n's environment. */
	env: Record<string, string>;
	/** Ends it and deletes what it kept. */
	stop(): Promise<void>;
}

const GRACE_MS = 15_000;

/** Ends a program in its own time, or else at once; nothing when it has ended already. */
export async function endChild(
	child: ChildProcess,
	signal: NodeJS.Signals,
	graceMs = GRACE_MS,
): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
	signalGroup(child, signal);
	await ended;
	clearTimeout(impatience);
}

/** Waits until a program that was just started is ready. Throws with its last lines when it ends instead. */
export async function untilReady(
	child: ChildProcess,
	isReady: () => Promise<boolean>,
	{ name, logFile }: { name: string; logFile: string },
): Promise<void> {
	await waitFor(
		`${name} to be ready`,
		async () => {
			if (child.exitCode !== null || child.signalCode !== null) {
				throw new Error(`${name} ended while starting. Its last lines:\n${lastLines(logFile, 20)}`);
			}
			return (await isReady()) || undefined;
		},
		{ timeoutMs: 120_000, everyMs: 100 },
	);
}

/** The service of a program that keeps everything in one folder; it ends with this process, too. */
export function serviceOf(
	child: ChildProcess,
	{ folder, env, signal }: { folder: string; env: Service['env']; signal: NodeJS.Signals },
): Service {
	const stop = async (): Promise<void> => {
		await endChild(child, signal);
		rmSync(folder, { recursive: true, force: true });
	};
	const forget = beforeTheEnd(stop);
	return {
		env,
		async stop() {
			forget();
			await stop();
		},
	};
}
