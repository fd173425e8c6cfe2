import { sleep } from 'n8n-workflow';

import { reasonOf } from '../amazon/transport/abort';
import type { Clock } from '../amazon/transport/ports';

/** Real time and chance. */
export const clock: Clock = {
	now: () => Date.now(),
	sleep: async (delayMs, signal) =>
		await (signal === undefined ? sleep(delayMs) : sleepUnlessAborted(delayMs, signal)),
	deadline: (delayMs) => AbortSignal.timeout(delayMs),
	random: () => Math.random(),
};

/** A timeout signal does not keep the process alive, so an aborted sleep leaves nothing behind that matters. */
async function sleepUnlessAborted(delayMs: number, signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	await new Promise<void>((resolve, reject) => {
		const stop = () => reject(reasonOf(signal));
		const wake = () => {
			signal.removeEventListener('abort', stop);
			resolve();
		};
		// Node takes whole milliseconds only.
		AbortSignal.timeout(Math.ceil(delayMs)).addEventListener('abort', wake, { once: true });
		signal.addEventListener('abort', stop, { once: true });
	});
}
