import { isFinished, type Job } from './job';
import type { Clock } from '../transport/ports';

/** Seldom enough that a usual run of 15 to 30 minutes takes a dozen looks. */
const FIRST_DELAY_MS = 3_000;
const LONGEST_DELAY_MS = 120_000;
const USUAL_GROWTH = 4;

export interface JobWait {
	clock: Clock;
	/** When to give up waiting, in ms since 1970; so is the other. */
	untilMs: number;
	/** How many times as long each pause is as the one before; default 4. */
	growth?: number;
	/** Looking sooner is of no use. */
	notBeforeMs?: number;
	signal?: AbortSignal;
}

/** Looks at a feed or a report until it is finished or the time is up, ever more rarely; answers with its last state. */
export async function awaitJob<J extends Job>(
	look: () => Promise<J>,
	{ clock, untilMs, growth = USUAL_GROWTH, notBeforeMs = 0, signal }: JobWait,
): Promise<J> {
	let delayMs = FIRST_DELAY_MS;
	const quietMs = Math.min(notBeforeMs, untilMs) - clock.now();
	if (quietMs > 0) await clock.sleep(quietMs, signal);
	for (;;) {
		const job = await look();
		const leftMs = untilMs - clock.now();
		if (isFinished(job) || leftMs <= 0) return job;
		await clock.sleep(Math.min(delayMs, leftMs), signal);
		delayMs = Math.min(delayMs * growth, LONGEST_DELAY_MS);
	}
}
