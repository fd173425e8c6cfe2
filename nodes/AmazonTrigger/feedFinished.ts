import type { IDataObject } from 'n8n-workflow';

import type { TriggerEvent } from './event';
import { feedFields, readFeedSettings } from './feedFields';
import { readFeed } from './readFeed';
import { toFeedItems } from './feedItems';
import { FeedReading, type FeedWatch } from './watch/feedReading';
import { nextState, readState } from './watch/feedState';
import { fetchFeeds } from '../amazon/feeds/feed';
import { isFinished } from '../amazon/jobs/job';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { connect } from '../n8n/account';
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
		const watch: FeedWatch = { poll, connection, settings: readFeedSettings(poll) };
		const amazon = await connection.client.amazonClock();
		// Feeds are dated by Amazon's clock, so what is remembered of them is, too.
		const items = await (poll.getMode() === 'manual' ? sample(watch) : readOn(watch, amazon.now()));
		return alignRows(items, FEED_RESULT_COLUMNS);
	},
};

/** Goes on where the last poll stopped, and remembers where this one does. */
async function readOn(watch: FeedWatch, nowMs: number): Promise<IDataObject[]> {
	const { poll, settings } = watch;
	const stored = poll.getWorkflowStaticData('node');
	const state = readState(stored, nowMs - settings.lookBackMs, nowMs);
	const reading = new FeedReading(watch, state, nowMs);
	await reading.run();
	Object.assign(stored, nextState(state, reading.learned, nowMs));
	return reading.items;
}

async function sample({ poll, connection, settings }: FeedWatch): Promise<IDataObject[]> {
	const { client } = connection;
	for await (const feed of fetchFeeds(client, { feedTypes: settings.feedTypes })) {
		if (feed instanceof UnreadableRecord || !isFinished(feed)) continue;
		const read = await readFeed(feed, { client, logger: poll.logger, stuckAfterMs: settings.stuckAfterMs });
		if (read.failure !== undefined) throw toNodeError(poll.getNode(), read.failure);
		return toFeedItems(read, settings.perItem);
	}
	return [];
}
