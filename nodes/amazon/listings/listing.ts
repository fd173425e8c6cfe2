import type { Patch } from './patches';
import type { Client } from '../transport/client';
import { OPERATIONS } from '../transport/operations';

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

export interface ListingIssue {
	code?: string;
	message: string;
	severity: string;
	attributeNames?: string[];
}

/** Amazon's answer to a change; 200 is no promise, `INVALID` means nothing was taken over. */
export interface ListingSubmission {
	sku: string;
	status: 'ACCEPTED' | 'INVALID' | 'VALID';
	submissionId: string;
	issues?: ListingIssue[];
}

export interface ListingAddress {
	sku: string;
	marketplaceIds: readonly string[];
}

export async function fetchListing(
	client: Client,
	{ sku, marketplaceIds }: ListingAddress,
	includedData: readonly string[],
	signal?: AbortSignal,
): Promise<Record<string, unknown>> {
	const path = { sellerId: client.account.sellerId, sku };
	const query = { marketplaceIds, includedData };
	return (await client.call<Record<string, unknown>>(OPERATIONS.getListingsItem, { path, query, signal }))
		.body;
}

/** Changes some attributes of a listing at once. */
export async function patchListing(
	client: Client,
	{ sku, marketplaceIds }: ListingAddress,
	change: { productType: string; patches: readonly Patch[]; preview?: boolean },
	signal?: AbortSignal,
): Promise<ListingSubmission> {
	const { productType, patches, preview } = change;
	const answer = await client.call<ListingSubmission>(OPERATIONS.patchListingsItem, {
		path: { sellerId: client.account.sellerId, sku },
		query: { marketplaceIds, ...(preview === true && { mode: 'VALIDATION_PREVIEW' }) },
		body: { productType, patches },
		signal,
	});
	return answer.body;
}

export async function deleteListing(
	client: Client,
	{ sku, marketplaceIds }: ListingAddress,
	signal?: AbortSignal,
): Promise<ListingSubmission> {
	const path = { sellerId: client.account.sellerId, sku };
	return (
		await client.call<ListingSubmission>(OPERATIONS.deleteListingsItem, {
			path,
			query: { marketplaceIds },
			signal,
		})
	).body;
}
