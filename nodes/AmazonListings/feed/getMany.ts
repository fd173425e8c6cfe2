import { feedTypeOptions } from './fields';
import { FEED_OUTPUT, feedForms } from './get';
import { fetchFeeds } from '../../amazon/feeds/feed';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import { filtersOf } from '../../n8n/forms/collections';
import { toInstant } from '../../n8n/forms/instant';
import { atMostTen, orDefault, statusFilter } from '../../n8n/forms/jobFilters';
import { marketplaceFilter } from '../../n8n/forms/marketplaces';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { limit, returnAll, takeUpTo } from '../../n8n/forms/paging';
import type { EachOperation, Output } from '../../n8n/operation';
import { toProblemJson } from '../../n8n/problem';
import { toList } from '../../n8n/params';

const filters = filtersOf(
	{
		displayName: 'Created After',
		name: 'createdSince',
		type: 'dateTime',
		default: '',
		description: 'Amazon lists feeds for 90 days',
	},
	{ displayName: 'Created Before', name: 'createdUntil', type: 'dateTime', default: '' },
	{
		displayName: 'Feed Types',
		name: 'feedTypes',
		type: 'multiOptions',
		options: feedTypeOptions,
		allowArbitraryValues: true,
		default: [JSON_LISTINGS_FEED.id],
		description: "What the feeds carry. An expression may name any of Amazon's feed types, at most ten.",
	},
	{
		...marketplaceFilter,
		description:
			'At most ten; all of the seller when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	statusFilter,
);

export const getMany: EachOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many feeds',
	description: 'List feeds, newest first',
	builderHint:
		'Connect any trigger before it; Get Result after it, for one feed, says what became of the items.',
	fields: [returnAll, limit, filters, ...outputFields(FEED_OUTPUT)],
	async each({ client, params, signal }, item) {
		const chosen = params.group('filters', item);
		const marketplaceIds = atMostTen(toList(chosen.marketplaceIds), 'Marketplaces', 'or none, for all');
		const feedTypes = atMostTen(toList(chosen.feedTypes), 'Feed Types', 'in one list');
		const feeds = fetchFeeds(
			client,
			{
				feedTypes: orDefault(feedTypes, [JSON_LISTINGS_FEED.id]),
				processingStatuses: orDefault(toList(chosen.processingStatuses), undefined),
				marketplaceIds: orDefault(marketplaceIds, undefined),
				createdSince: toInstant(chosen.createdSince, 'Created After'),
				createdUntil: toInstant(chosen.createdUntil, 'Created Before'),
			},
			signal,
		);
		const shape = shaperOf(params, item, FEED_OUTPUT.idName);
		const outputs: Output[] = [];
		for await (const feed of takeUpTo(feeds, params, item)) {
			outputs.push({
				json: feed instanceof UnreadableRecord ? toProblemJson('feedId', feed) : shape(feedForms(feed)),
			});
		}
		return outputs;
	},
};
