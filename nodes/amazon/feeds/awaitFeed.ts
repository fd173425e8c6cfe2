import { fetchFeed, isFinished, type Feed } from './feed';
import type { Client } from '../transport/contract';
import { MINUTE_MS } from '../../rules/item/timeSpans';
import type { Clock } from '../transport/ports';

/** Seldom enough that a usual run of 15 to 30 minutes takes a dozen looks. */
const FIRST_DELAY_MS = 3_000;
const LONGEST_DELAY_MS = 120_000;
const GROWTH = 4;

/** Amazon's times are cut to the second, and its clock is not quite this machine's. */
const MARGIN_MS = 3_000;
/** A feed that took longer says nothing about the next. */
const LONGEST_TRUST_MS = 15 * MINUTE_MS;

export interface FeedWait {
	clock: Clock;
	/** When to give up waiting, in ms since 1970; so is the other. */
	untilMs: number;
	/** Looking sooner is of no use. */
	notBeforeMs?: number;
	signal?: AbortSignal;
}

/** Looks at a feed until it is finished or the time is up, ever more rarely; answers with its last state. */
export async function awaitFeed(
	client: Client,
	feedId: string,
	{ clock, untilMs, notBeforeMs = 0, signal }: FeedWait,
): Promise<Feed> {
	let delayMs = FIRST_DELAY_MS;
	const quietMs = Math.min(notBeforeMs, untilMs) - clock.now();
	if (quietMs > 0) await clock.sleep(quietMs, signal);
	for (;;) {
		const feed = await fetchFeed(client, feedId, signal);
		const leftMs = untilMs - clock.now();
		if (isFinished(feed) || leftMs <= 0) return feed;
		await clock.sleep(Math.min(delayMs, leftMs), signal);
		delayMs = Math.min(delayMs * GROWTH, LONGEST_DELAY_MS);
	}
}

/**
 * When a listings feed can be done at the earliest that was sent after `before`, which was waited for and has ended: Amazon
 * works through a seller's listings feeds one after the other, and feeds of one run take about as long as each other.
 * Undefined where Amazon names no times.
 */
export function dueAfter(before: Feed): number | undefined {
	const startMs = Date.parse(before.processingStartTime ?? '');
	const endMs = Date.parse(before.processingEndTime ?? '');
	const tookMs = endMs - startMs;
	return tookMs >= 0 ? endMs + Math.min(tookMs, LONGEST_TRUST_MS) + MARGIN_MS : undefined;
}
