import type { Client } from '../transport/client';
import { OPERATIONS } from '../transport/operations';
import { fetchPages } from '../transport/pages';

export interface ListingSearch {
	marketplaceIds: readonly string[];
	includedData: readonly string[];
	/** At most 20. */
	skus?: readonly string[];
	withStatus?: readonly string[];
	withIssueSeverity?: readonly string[];
	/** ISO 8601. */
	lastUpdatedAfter?: string;
}

/** Amazon's largest page (Listings Items 2021-08-01, searchListingsItems). */
const PAGE_SIZE = 20;

/** Listings page by page. Amazon shows at most 1,000 of a search; a report is the way to enumerate them all. */
export async function* searchListings(
	client: Client,
	{ skus, withStatus, withIssueSeverity, ...search }: ListingSearch,
	signal?: AbortSignal,
): AsyncGenerator<Record<string, unknown>> {
	const query = {
		...search,
		...(skus !== undefined && skus.length > 0 && { identifiers: skus, identifiersType: 'SKU' }),
		withStatus: nonEmpty(withStatus),
		withIssueSeverity: nonEmpty(withIssueSeverity),
		pageSize: PAGE_SIZE,
	};
	const path = { sellerId: client.account.sellerId };
	for await (const page of fetchPages<{ items?: Array<Record<string, unknown>> }>(
		client,
		OPERATIONS.searchListingsItems,
		{ path, query, signal },
	)) {
		yield* page.body.items ?? [];
	}
}

function nonEmpty(list: readonly string[] | undefined): readonly string[] | undefined {
	return list !== undefined && list.length > 0 ? list : undefined;
}
