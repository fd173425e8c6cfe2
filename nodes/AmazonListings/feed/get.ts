import type { IDataObject } from 'n8n-workflow';

import { feedId } from './fields';
import { fetchFeed, type Feed } from '../../amazon/feeds/feed';
import type { EachOperation } from '../../n8n/operation';

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get feed',
	description: 'Get the status of a feed',
	fields: [feedId],
	parallel: 5,
	async each({ client, params, signal }, item) {
		return { json: toFeedJson(await fetchFeed(client, params.locator('feedId', item), signal)) };
	},
};

export function toFeedJson(feed: Feed): IDataObject {
	return { ...feed };
}
