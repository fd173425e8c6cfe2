import type { Patch } from './patches';
import { refusedSku } from './refusedSku';
import { toSubmission, type ListingSubmission } from './submission';
import { isRecord } from '../../rules/item/record';
import type { ApiAnswer, CallInput, Client } from '../transport/contract';
import { OPERATIONS, type SpApiOperation } from '../transport/operations';
import { unreadableAnswer } from '../transport/unreadable';

/** Amazon's data sets of a listing (Listings Items 2021-08-01, `includedData`). */
export const LISTING_DATA = [
	'attributes',
	'fulfillmentAvailability',
	'issues',
	'offers',
	'procurement',
	'productTypes',
	'relationships',
	'summaries',
] as const;

export interface ListingAddress {
	sku: string;
	marketplaceIds: readonly string[];
}

/** Throws an `SpApiError` for what Amazon refuses, and for an answer that is no listing. */
export async function fetchListing(
	client: Client,
	address: ListingAddress,
	includedData: readonly string[],
	signal?: AbortSignal,
): Promise<Record<string, unknown>> {
	const operation = OPERATIONS.getListingsItem;
	const { body, requestId } = await callFor(client, operation, address, { query: { includedData }, signal });
	if (isRecord(body)) return body;
	throw unreadableAnswer(operation.id, 'it is no listing', { requestId });
}

/** Changes some attributes of a listing at once. */
export async function patchListing(
	client: Client,
	address: ListingAddress,
	change: { productType: string; patches: readonly Patch[]; preview?: boolean },
	signal?: AbortSignal,
): Promise<ListingSubmission> {
	const { productType, patches, preview } = change;
	const operation = OPERATIONS.patchListingsItem;
	const query = preview === true ? { mode: 'VALIDATION_PREVIEW' } : {};
	const answer = await callFor(client, operation, address, { query, body: { productType, patches }, signal });
	return toSubmission(operation.id, answer, preview);
}

export async function deleteListing(
	client: Client,
	address: ListingAddress,
	signal?: AbortSignal,
): Promise<ListingSubmission> {
	const operation = OPERATIONS.deleteListingsItem;
	return toSubmission(operation.id, await callFor(client, operation, address, { signal }));
}

/** One call for one SKU. */
async function callFor(
	client: Client,
	operation: SpApiOperation,
	{ sku, marketplaceIds }: ListingAddress,
	{ query, ...input }: CallInput,
): Promise<ApiAnswer<unknown>> {
	try {
		return await client.call<unknown>(operation, {
			...input,
			path: { sellerId: client.account.sellerId, sku },
			query: { marketplaceIds, ...query },
		});
	} catch (error) {
		throw refusedSku(error, sku) ?? error;
	}
}
