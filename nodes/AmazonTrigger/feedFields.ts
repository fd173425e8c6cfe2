import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { FEED_TYPES, JSON_LISTINGS_FEED, ORDER_FEEDS, type FeedType } from '../amazon/tables/feedTypes';
import { readStuckAfterMs, stuckAfterHours } from '../n8n/forms/stuckField';
import { toNumber, toText } from '../n8n/params';
import { HOUR_MS } from '../rules/item/timeSpans';
import { ConfigError } from '../rules/verdict/verdict';

/** What the form says of the feeds to watch. */
export interface FeedSettings {
	feedTypes: string[];
	/** One item per SKU or order instead of one per feed. */
	perItem: boolean;
	stuckAfterMs: number;
	lookBackMs: number;
}

const WATCHED: Readonly<Record<string, readonly FeedType[]>> = {
	all: FEED_TYPES,
	listings: [JSON_LISTINGS_FEED],
	orders: ORDER_FEEDS,
};

const LOOK_BACK = 'Look Back on First Start (Hours)';

export const feedFields: readonly INodeProperties[] = [
	{
		displayName: 'Feeds',
		name: 'feeds',
		type: 'options',
		options: [
			{ name: 'All', value: 'all' },
			{
				name: 'Order Feeds',
				value: 'orders',
				description: 'Acknowledgements, cancellations, shipment confirmations and refunds',
			},
			{ name: 'Price, Stock and Listing Feeds', value: 'listings' },
		],
		default: 'listings',
	},
	{
		displayName: 'Emit',
		name: 'emit',
		type: 'options',
		options: [
			{
				name: 'One Item per Feed',
				value: 'feeds',
				description:
					'With the counts and the list of rejected SKUs or orders: the light way for large feeds, and the way to book accepted orders',
			},
			{
				name: 'One Item per SKU or Order',
				value: 'skus',
				description:
					'Each with its status and what Amazon says. Of orders Amazon names only those that it refuses or remarks on.',
			},
		],
		default: 'skus',
	},
	{
		displayName: LOOK_BACK,
		name: 'lookBackHours',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 2160 },
		default: 24,
		description: 'Feeds created this long before the workflow was first published are reported too',
	},
	stuckAfterHours,
];

/** Throws a `ConfigError` for feeds that the form does not list. */
export function readFeedSettings(poll: IPollFunctions): FeedSettings {
	return {
		feedTypes: watchedTypes(poll.getNodeParameter('feeds', 'listings')),
		perItem: poll.getNodeParameter('emit', 'skus') === 'skus',
		stuckAfterMs: readStuckAfterMs(poll.getNodeParameter('stuckAfterHours', '')),
		lookBackMs: Math.max(0, toNumber(poll.getNodeParameter('lookBackHours', 24), LOOK_BACK)) * HOUR_MS,
	};
}

function watchedTypes(feeds: unknown): string[] {
	const types = WATCHED[toText(feeds)];
	if (types === undefined) throw new ConfigError('Feeds', Object.keys(WATCHED).join(', '), feeds);
	return types.map(({ id }) => id);
}
