import { fetchFeed, isFinished, type Feed } from './feed';
import type { Client } from '../transport/client';
import type { Clock } from '../transport/ports';

/** Seldom enough that a usual run of 15 to 30 minutes takes a dozen looks. */
const FIRST_DELAY_MS = 3_000;
const LONGEST_DELAY_MS = 120_000;
const GROWTH = 4;

/** Looks at a feed until it is finished or the time is up, ever more rarely; answers with its last state. */
export async function awaitFeed(
	client: Client,
	feedId: string,
	{ clock, untilMs, signal }: { clock: Clock; untilMs: number; signal?: AbortSignal },
): Promise<Feed> {
	let delayMs = FIRST_DELAY_MS;
	for (;;) {
		const feed = await fetchFeed(client, feedId, signal);
		const leftMs = untilMs - clock.now();
		if (isFinished(feed) || leftMs <= 0) return feed;
		await clock.sleep(Math.min(delayMs, leftMs), signal);
		delayMs = Math.min(delayMs * GROWTH, LONGEST_DELAY_MS);
	}
}
