import type { INodeProperties } from 'n8n-workflow';

/** One feed, from a list of the latest or by its id. */
export const feedId: INodeProperties = {
	displayName: 'Feed',
	name: 'feedId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'id', value: '' },
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
};
