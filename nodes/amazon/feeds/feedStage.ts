import type { Feed } from './feed';
import { isFinished } from '../jobs/job';
import { STUCK_AFTER_HOURS, type Fate, type FeedFacts } from './fate';
import type { FeedReport } from './report';
import { aboutFeed, unclear } from './unclear';
import { HOUR_MS } from '../../rules/item/timeSpans';

/** What the feed's stage alone decides; undefined when its report does. */
export function withoutReport(
	feed: Feed,
	report: FeedReport | undefined,
	{ nowMs, stuckAfterMs = STUCK_AFTER_HOURS * HOUR_MS }: FeedFacts,
): Fate | undefined {
	const { feedId, processingStatus, createdTime, processingEndTime = createdTime } = feed;
	const isLate = (since: string) => nowMs - Date.parse(since) > stuckAfterMs;
	if (processingStatus === 'CANCELLED') {
		const message = `Feed ${feedId} was cancelled before Amazon read it; send the item again`;
		return { status: 'cancelled', message };
	}
	if (!isFinished(feed)) return isLate(createdTime) ? stuck(feed, nowMs) : running(feed);
	if (report !== undefined) return undefined;
	if (processingStatus === 'FATAL') {
		// "Some, none, or all of the operations within the feed may have completed" (Feeds API, processingStatus).
		return unclear('no-report', `Amazon gave up on feed ${feedId} (FATAL) and wrote no report on it`);
	}
	if (isLate(processingEndTime)) return undefined;
	return { status: 'pending', message: `${aboutFeed(feed)}, but has not written its report yet` };
}

function running({ feedId, processingStatus }: Feed): Fate {
	return { status: 'pending', message: `Amazon is still working on feed ${feedId} (${processingStatus})` };
}

function stuck({ feedId, processingStatus, createdTime }: Feed, nowMs: number): Fate {
	const hours = Math.floor((nowMs - Date.parse(createdTime)) / 3_600_000);
	const advice = 'Other feeds of the account may wait behind it. Send what is urgent by Send Now meanwhile';
	return {
		status: 'stuck',
		message: `Amazon has had feed ${feedId} for ${hours} hours without an answer (${processingStatus}). ${advice}`,
	};
}
