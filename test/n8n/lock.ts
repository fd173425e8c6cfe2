import { setTimeout as sleep } from 'node:timers/promises';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const LOOK_AGAIN_MS = 1000;

/**
 * Runs `work` while holding the lock file, so that two processes never do it at once.
 * Waits for a living holder, telling `onWait` its process id once; a lock left behind by a dead one is taken over.
 */
export async function withLock<T>(
	lockFile: string,
	onWait: (holderPid: number) => void,
	work: () => Promise<T>,
): Promise<T> {
	let told = false;
	for (;;) {
		const holder = takeLock(lockFile);
		if (holder === undefined) break;
		if (!told) onWait(holder);
		told = true;
		await sleep(LOOK_AGAIN_MS);
	}
	try {
		return await work();
	} finally {
		rmSync(lockFile, { force: true });
	}
}

/** Nothing when the lock is ours now, else the process id of who holds it. Makes the file's folder where it is missing. */
export function takeLock(lockFile: string): number | undefined {
	mkdirSync(dirname(lockFile), { recursive: true });
	if (createLock(lockFile)) return undefined;
	const holder = readHolder(lockFile);
	if (holder !== undefined && isAlive(holder)) return holder;
	rmSync(lockFile, { force: true });
	return createLock(lockFile) ? undefined : readHolder(lockFile);
}

function createLock(lockFile: string): boolean {
	try {
		writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function readHolder(lockFile: string): number | undefined {
	try {
		const pid = Number(readFileSync(lockFile, 'utf8'));
		return Number.isInteger(pid) && pid > 0 ? pid : undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
