import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { FEED_TYPES } from '../../amazon/tables/feedTypes';
import { plainOrder } from '../../rules/item/plainOrder';

/** One feed, from a list of the latest or by its id. */
export const feedId: INodeProperties = {
	displayName: 'Feed',
	name: 'feedId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchFeeds' },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 53245019876' },
	],
	description: 'The feed, as the answer to Submit names it',
	builderHint: { propertyHint: 'Give the feedId that Submit answered, in mode By ID.' },
};

/** What the feeds that we submit carry. */
export const feedTypeOptions: INodePropertyOptions[] = FEED_TYPES.map(({ id, name }) => ({
	name,
	value: id,
})).sort((one, other) => plainOrder(one.name, other.name));
