import { fetchFeed, type Feed } from './feed';
import { awaitJob, type JobWait } from '../jobs/awaitJob';
import type { Client } from '../transport/contract';
import { MINUTE_MS } from '../../rules/item/timeSpans';

/** Amazon's times are cut to the second, and its clock is not quite this machine's. */
const MARGIN_MS = 3_000;
/** A feed that took longer says nothing about the next. */
const LONGEST_TRUST_MS = 15 * MINUTE_MS;

/** Looks at a feed until it is finished or the time is up, ever more rarely; answers with its last state. */
export async function awaitFeed(client: Client, feedId: string, wait: JobWait): Promise<Feed> {
	return await awaitJob(async () => await fetchFeed(client, feedId, wait.signal), wait);
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
