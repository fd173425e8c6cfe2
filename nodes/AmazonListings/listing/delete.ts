import { marketplaceId, readMarketplaceId, readSku, sku } from './fields';
import { refusalOf } from './update';
import { deleteListing } from '../../amazon/listings/listing';
import type { EachOperation } from '../../n8n/operation';

export const deleteOperation: EachOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a listing',
	description: 'Remove a listing from the seller account, permanently',
	fields: [sku, marketplaceId],
	async each(context, item) {
		const { client, signal } = context;
		const address = { sku: readSku(context, item), marketplaceIds: [readMarketplaceId(context, item)] };
		const submission = await deleteListing(client, address, signal);
		if (submission.status === 'INVALID') throw refusalOf(submission, address.sku);
		return { json: { deleted: true, sku: address.sku, submissionId: submission.submissionId } };
	},
};
