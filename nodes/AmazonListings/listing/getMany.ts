import { marketplaceId, readMarketplaceId } from './fields';
import { includedDataOf, listingOptions } from './get';
import { LISTING_COLUMNS, LISTING_OUTPUT, listingForms } from './simplify';
import { searchListings } from '../../amazon/listings/search';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import { filtersOf } from '../../n8n/forms/collections';
import type { EachOperation, Output } from '../../n8n/operation';
import { toInstant } from '../../n8n/forms/instant';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { limit, returnAll, takeUpTo } from '../../n8n/forms/paging';
import { toProblemJson } from '../../n8n/problem';
import { toList } from '../../n8n/params';

const filters = filtersOf(
	{
		displayName: 'Changed After',
		name: 'lastUpdatedAfter',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Issue Severity',
		name: 'withIssueSeverity',
		type: 'multiOptions',
		options: [
			{ name: 'Error', value: 'ERROR' },
			{ name: 'Warning', value: 'WARNING' },
		],
		default: [],
	},
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		default: '',
		placeholder: 'e.g. SKU-1, SKU-2',
		description: 'Separated by commas. Twenty go in one call; a SKU that has a comma itself is got with Get.',
	},
	{
		displayName: 'Status',
		name: 'withStatus',
		type: 'multiOptions',
		options: [
			{ name: 'Active', value: 'BUYABLE', description: 'Customers can buy it (Amazon: buyable)' },
			{
				name: 'Found in Searches',
				value: 'DISCOVERABLE',
				description: 'Customers can find it (Amazon: discoverable)',
			},
		],
		default: [],
	},
);

export const getMany: EachOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many listings',
	description: 'Search the listings of a marketplace; Amazon shows at most 1,000',
	builderHint:
		'Connect any trigger before it: it runs once for each input item, and returns one item per listing. For one known SKU use Get.',
	fields: [marketplaceId, returnAll, limit, filters, ...outputFields(LISTING_OUTPUT), listingOptions],
	columns: LISTING_COLUMNS,
	async each(context, item) {
		const { client, params, signal } = context;
		const chosen = params.group('filters', item);
		const listings = searchListings(
			client,
			{
				marketplaceIds: [readMarketplaceId(context, item)],
				includedData: includedDataOf(params.group('options', item)),
				skus: toList(chosen.skus),
				withStatus: toList(chosen.withStatus),
				withIssueSeverity: toList(chosen.withIssueSeverity),
				lastUpdatedAfter: toInstant(chosen.lastUpdatedAfter, 'Changed After'),
			},
			signal,
		);
		const shape = shaperOf(params, item, LISTING_OUTPUT.idName);
		const outputs: Output[] = [];
		for await (const listing of takeUpTo(listings, params, item)) {
			if (listing instanceof UnreadableRecord) outputs.push({ json: toProblemJson('sku', listing) });
			else outputs.push({ json: shape(listingForms(listing)) });
		}
		return outputs;
	},
};
