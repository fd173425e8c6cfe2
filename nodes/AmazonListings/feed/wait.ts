import type { INodeProperties } from 'n8n-workflow';

import { feedId } from './fields';
import { fetchFeed } from '../../amazon/feeds/feed';
import type { BatchOperation } from '../../n8n/operation';
import { FINISHED, WAIT_OUTPUTS, waitForJobs, waitHours, waitNotice } from '../../n8n/waitForJobs';

/** What the step before has answered. */
const ofItem: INodeProperties = { ...feedId, default: { mode: 'id', value: '={{ $json.feedId }}' } };

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait Until Finished',
	action: 'Wait for feed',
	description: 'Go on with the same items when Amazon has worked through their feeds; meanwhile nothing runs',
	builderHint:
		'Takes items with the feedId that Submit answered. Connect its first output back into itself, and Get Result to its second.',
	fields: [waitNotice, ofItem, waitHours],
	outputs: WAIT_OUTPUTS,
	errorOutput: FINISHED,
	async batch(context, items) {
		const { client, params, signal } = context;
		return await waitForJobs(context, items, {
			idOf: (item) => params.locator('feedId', item),
			look: async (id) => await fetchFeed(client, id, signal),
			toItem: (feed, item) => ({ ...items[item], processingStatus: feed.processingStatus }),
		});
	},
};
