import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { marketplaceId, readMarketplaceId, readSku, sku } from './fields';
import { simplifyListing } from './simplify';
import { refusalOf } from './update';
import { deleteListing, fetchListing, type ListingAddress } from '../../amazon/listings/listing';
import type { Context, EachOperation } from '../../n8n/operation';

const onlyShow: INodeProperties = {
	displayName: 'Only Show',
	name: 'onlyShow',
	type: 'boolean',
	default: true,
	description: 'Whether to show what would be deleted and delete nothing; turn it off to delete for good',
	builderHint: {
		propertyHint:
			'Leave it on unless the user has said which listings to delete: off, they are gone for good.',
	},
};

export const deleteOperation: EachOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete listing',
	description: 'Remove a listing from the seller account, permanently',
	builderHint:
		'Deletes for good: let a person approve between a first run with Only Show on and a second one with it off.',
	fields: [marketplaceId, sku, onlyShow],
	risks: [
		{
			when: '$parameter["onlyShow"] === false',
			message:
				'Every SKU that comes in is deleted at Amazon for good. Turn <b>Only Show</b> on and look at the list first.',
			isFinal: true,
		},
	],
	columns: {
		first: ['status', 'sku', 'message', 'title', 'price', 'quantity'],
		last: ['asin', 'submissionId'],
	},
	next: { ready: 'Nothing was deleted: turn Only Show off to delete.', deleted: '' },
	async each(context, item) {
		const address = { sku: readSku(context, item), marketplaceIds: [readMarketplaceId(context, item)] };
		if (context.params.flag('onlyShow', item, true)) return { json: await show(context, address) };
		const submission = await deleteListing(context.client, address, context.signal);
		if (submission.status === 'INVALID') throw refusalOf(submission, address.sku);
		const { submissionId } = submission;
		return { json: { status: 'deleted', sku: address.sku, message: '', submissionId } };
	},
};

async function show({ client, signal }: Context, address: ListingAddress): Promise<IDataObject> {
	const listing = await fetchListing(
		client,
		address,
		['summaries', 'offers', 'fulfillmentAvailability'],
		signal,
	);
	const message = 'This listing would be deleted for good';
	return { ...simplifyListing(listing), status: 'ready', message };
}
