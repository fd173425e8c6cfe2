import { FeedAnswer } from '../../amazon/feeds/answer';
import { awaitFeed, dueAfter } from '../../amazon/feeds/awaitFeed';
import type { Fate, FeedFacts } from '../../amazon/feeds/fate';
import type { Feed } from '../../amazon/feeds/feed';
import { tryReport } from '../../amazon/feeds/fetchReport';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import type { Context } from '../../n8n/operation';
import { readStuckAfterMs } from '../../n8n/forms/stuckField';
import { MINUTE_MS } from '../../rules/item/timeSpans';

/** What is known of the number of a feed's messages. */
export type Bounds = Pick<FeedFacts, 'size' | 'highestId'>;

/** A feed with Amazon's answer to it, or with what holds for all its items when its report cannot be read. */
export type FeedResult = { feed: Feed } & ({ answer: FeedAnswer } | { fate: Fate });

/** Rejects when the feed cannot be read at all. */
export type ReadResult = (feedId: string, bounds?: Bounds) => Promise<FeedResult>;

/** Waits for feeds as long as the form says. Each is asked for and judged once, however many items it holds. */
export function resultReader(context: Context): ReadResult {
	const { client, signal } = context;
	const nextFeed = feedAwaiter(context);
	const results = new Map<string, Promise<FeedResult>>();
	const read = async (feedId: string, bounds?: Bounds): Promise<FeedResult> => {
		const feed = await nextFeed(feedId);
		const { report, fate } = await tryReport(client, feed, signal);
		if (fate !== undefined) return { feed, fate };
		return { feed, answer: new FeedAnswer(feed, report, { ...(await factsOf(context)), ...bounds }) };
	};
	return async (feedId, bounds) => {
		const known = results.get(feedId) ?? read(feedId, bounds);
		results.set(feedId, known);
		return await known;
	};
}

/** Amazon works through listings feeds one after the other: the next is looked at when it may be done. */
function feedAwaiter({ client, clock, params, signal }: Context): (feedId: string) => Promise<Feed> {
	const startMs = clock.now();
	const untilMs = startMs + params.number('waitMinutes', 0, 0) * MINUTE_MS;
	let notBeforeMs: number | undefined;
	return async (feedId) => {
		const feed = await awaitFeed(client, feedId, { clock, untilMs, notBeforeMs, signal });
		const isOfQueue =
			feed.feedType === JSON_LISTINGS_FEED.id && Date.parse(feed.processingEndTime ?? '') > startMs;
		notBeforeMs = isOfQueue ? dueAfter(feed) : undefined;
		return feed;
	};
}

async function factsOf({ client, params, signal }: Context): Promise<FeedFacts> {
	const nowMs = (await client.amazonClock(signal)).now();
	return { nowMs, stuckAfterMs: readStuckAfterMs(params.value('stuckAfterHours', 0, '')) };
}
