import type { INodeProperties } from 'n8n-workflow';

import { feedId as feedLocator } from './fields';
import { resultReader } from './resultReader';
import { resultsOfFeeds } from './resultsOfFeeds';
import { resultsOfItems } from './resultsOfItems';
import type { BatchOperation } from '../../n8n/operation';
import { FEED_RESULT_COLUMNS } from '../../n8n/columns';
import { stuckAfterHours } from '../../n8n/forms/stuckField';
import { SAYS } from '../../n8n/summary';

const source: INodeProperties = {
	displayName: 'Results For',
	name: 'source',
	type: 'options',
	options: [
		{
			name: 'Input Items',
			value: 'items',
			description: 'Answer each item that Submit returned, over all its feeds',
		},
		{
			name: 'One Feed',
			value: 'feed',
			description:
				'List what Amazon says about the items of a feed. Of orders it names only those that it refuses or remarks on.',
		},
	],
	default: 'items',
};

const itemsHint: INodeProperties = {
	displayName:
		'Connect the output of Submit, of products or of orders (or rows that keep its <code>feedId</code>, <code>messageId</code> and <code>sku</code>). Items that were held or refused pass through.',
	name: 'itemsNotice',
	type: 'notice',
	displayOptions: { show: { source: ['items'] } },
	default: '',
};

const feedId: INodeProperties = { ...feedLocator, displayOptions: { show: { source: ['feed'] } } };

const waitMinutes: INodeProperties = {
	displayName: 'Wait Up To (Minutes)',
	name: 'waitMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 180 },
	default: 0,
	description:
		'How long to wait for feeds that are still running: Amazon mostly needs 15 to 30 minutes. With 0 their items are answered "pending". To be told instead of waiting, use the Amazon Trigger: Feed Finished.',
};

export const getResult: BatchOperation = {
	value: 'getResult',
	name: 'Get Result',
	action: 'Get results of feeds',
	description: 'Get what Amazon says about every item, accepted or rejected and why',
	builderHint:
		'Connect the answers of Submit before it, unchanged or as table rows that kept feedId, messageId and sku. To be told without asking, use Amazon Trigger (Feed Finished) in a workflow of its own.',
	fields: [source, itemsHint, feedId, waitMinutes, stuckAfterHours],
	columns: FEED_RESULT_COLUMNS,
	next: {
		pending: 'Amazon needs 15 to 30 minutes: ask again later, or let the Amazon Trigger tell you.',
		accepted: '',
		partly: 'Of partly accepted items one part was held: message says why.',
		rejected: SAYS.rejected,
		unclear: 'Of unclear items nobody can tell: look in Seller Central before you send them again.',
		stuck: 'Amazon has had this feed for hours; most of such feeds still end.',
	},
	async batch(context, items) {
		const results = resultReader(context);
		if (context.params.text('source', 0) === 'feed') return await resultsOfFeeds(context, items, results);
		return await resultsOfItems(items, results);
	},
};
