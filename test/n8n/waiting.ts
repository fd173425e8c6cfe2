import { setTimeout as sleep } from 'node:timers/promises';

interface WaitOptions {
	timeoutMs?: number;
	everyMs?: number;
	lastSeen?: () => string;
}

/**
 * Looks again and again until `look` answers with something. Throws, naming `what` was waited for and what
 * `lastSeen` says, when it has not come within `timeoutMs`.
 */
export async function waitFor<T>(
	what: string,
	look: () => Promise<T | undefined>,
	{ timeoutMs = 60_000, everyMs = 200, lastSeen = () => '' }: WaitOptions = {},
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() >= deadline) {
			throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}. ${lastSeen()}`.trim());
		}
		await sleep(everyMs);
	}
}
