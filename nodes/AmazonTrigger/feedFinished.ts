import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { TriggerEvent } from './event';
import { feedFields, readFeedSettings, type FeedSettings } from './feedFields';
import { readFeed } from './readFeed';
import { toFeedItems } from './feedItems';
import type { JobKind } from './watch/jobReading';
import { watchJobs } from './watch/watchJobs';
import { fetchFeed, fetchFeeds, type Feed } from '../amazon/feeds/feed';
import { isDeadReport } from '../amazon/feeds/fetchReport';
import { isFinished } from '../amazon/jobs/job';
import { OPERATIONS } from '../amazon/transport/operations';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { connect, type Connection } from '../n8n/account';
import { alignRows, FEED_RESULT_COLUMNS } from '../n8n/columns';
import { toNodeError } from '../n8n/errors';

/**
 * Feeds that have ended since the last poll, each once; one that takes too long is told once before, as stuck. A
 * manual run shows the latest and moves nothing.
 */
export const feedFinished: TriggerEvent = {
	value: 'feedFinished',
	name: 'Feed Finished',
	action: 'On feed finished',
	description: 'Amazon has accepted or rejected the items of a feed',
	fields: feedFields,
	async poll(poll) {
		const connection = await connect(poll);
		const settings = readFeedSettings(poll);
		const { lookBackMs } = settings;
		const stored = poll.getWorkflowStaticData('node');
		const items = await (poll.getMode() === 'manual'
			? sample(poll, connection, settings)
			: watchJobs(feedsOf(poll, connection, settings), { poll, connection, lookBackMs, stored }));
		return alignRows(items, FEED_RESULT_COLUMNS);
	},
};

function feedsOf(
	{ logger }: IPollFunctions,
	{ client }: Connection,
	{ feedTypes, stuckAfterMs, perItem }: FeedSettings,
): JobKind<Feed> {
	return {
		noun: 'feed',
		idOf: ({ feedId }) => feedId,
		list: (createdSince, signal) => fetchFeeds(client, { feedTypes, createdSince }, signal),
		fetch: async (feedId, signal) => await fetchFeed(client, feedId, signal),
		fetching: OPERATIONS.getFeed,
		lookingTakes: () => OPERATIONS.getFeedDocument,
		async look(feed, damaged, signal) {
			const read = await readFeed(feed, { client, logger, stuckAfterMs, damaged, signal });
			const { isAnswered, isStuck, failure } = read;
			const isDamaged = isDeadReport(failure);
			return { items: toFeedItems(read, perItem), isAnswered, isStuck, failure, isDamaged };
		},
	};
}

async function sample(
	poll: IPollFunctions,
	{ client }: Connection,
	{ feedTypes, stuckAfterMs, perItem }: FeedSettings,
): Promise<IDataObject[]> {
	for await (const feed of fetchFeeds(client, { feedTypes })) {
		if (feed instanceof UnreadableRecord || !isFinished(feed)) continue;
		const read = await readFeed(feed, { client, logger: poll.logger, stuckAfterMs });
		if (read.failure !== undefined) throw toNodeError(poll.getNode(), read.failure);
		return toFeedItems(read, perItem);
	}
	return [];
}
