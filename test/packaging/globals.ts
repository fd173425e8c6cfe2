import { sleep } from 'n8n-workflow';

/**
 * What bundled packages find in the place of Node's globals, put there by the build: n8n lets no package use those, and
 * gives `sleep` for timers.
 */

interface Timer {
	isOff: boolean;
}

export function setTimeout(run: () => unknown, delayMs = 0): Timer {
	const timer = { isOff: false };
	void sleep(delayMs).then(() => (timer.isOff ? undefined : run()));
	return timer;
}

export function clearTimeout(timer?: Timer): void {
	if (timer !== undefined) timer.isOff = true;
}

/** Bottleneck's heartbeat and its groups repeat; a queue that is filled by hand has neither. */
export function setInterval(): never {
	throw new Error('Nothing in a bundled package may repeat by itself: give the limiter no refill interval');
}

export function clearInterval(): void {}

/** Only looked at, never used. */
const nothing = {};
export { nothing as global, nothing as globalThis };
