import type { IDataObject } from 'n8n-workflow';

import { marketplaceId, readMarketplaceId, readSku, sku } from './fields';
import { LISTING_COLUMNS, LISTING_OUTPUT, listingForms } from './simplify';
import { fetchListing, type LISTING_DATA } from '../../amazon/listings/listing';
import { optionsOf } from '../../n8n/forms/collections';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import type { EachOperation } from '../../n8n/operation';
import { toList } from '../../n8n/params';

export const listingOptions = optionsOf({
	displayName: 'Data to Include',
	name: 'includedData',
	type: 'multiOptions',
	options: [
		{ name: 'Attributes', value: 'attributes' },
		{ name: 'Fulfillment Availability', value: 'fulfillmentAvailability' },
		{ name: 'Issues', value: 'issues' },
		{ name: 'Offers', value: 'offers' },
		{ name: 'Procurement', value: 'procurement' },
		{ name: 'Product Types', value: 'productTypes' },
		{ name: 'Relationships', value: 'relationships' },
		{ name: 'Summaries', value: 'summaries' },
	],
	default: ['fulfillmentAvailability', 'issues', 'offers', 'summaries'],
});

const DEFAULT_DATA: ReadonlyArray<(typeof LISTING_DATA)[number]> = [
	'fulfillmentAvailability',
	'issues',
	'offers',
	'summaries',
];

export function includedDataOf(options: IDataObject): readonly string[] {
	const chosen = toList(options.includedData);
	return chosen.length > 0 ? chosen : DEFAULT_DATA;
}

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get listing',
	description: 'Get what Amazon has for a SKU: status, price, stock and issues',
	builderHint:
		'Takes one SKU per input item. Connect a node with SKUs before it, and filter or compare its answers after it.',
	fields: [marketplaceId, sku, ...outputFields(LISTING_OUTPUT), listingOptions],
	columns: LISTING_COLUMNS,
	parallel: 5,
	async each(context, item) {
		const { client, params, signal } = context;
		const address = { sku: readSku(context, item), marketplaceIds: [readMarketplaceId(context, item)] };
		const listing = await fetchListing(
			client,
			address,
			includedDataOf(params.group('options', item)),
			signal,
		);
		return { json: shaperOf(params, item, LISTING_OUTPUT.idName)(listingForms(listing)) };
	},
};
