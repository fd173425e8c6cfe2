import type { Client } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';
import { at } from '../transport/at';
import { fetchPages } from '../transport/pages';
import { toUnreadable, unreadableAnswer, type UnreadableRecord } from '../transport/unreadable';
import { ConfigError } from '../../rules/verdict/verdict';

export interface ListingSearch {
	marketplaceIds: readonly string[];
	includedData: readonly string[];
	/** Searched for 20 at a time, which is Amazon's most. */
	skus?: readonly string[];
	withStatus?: readonly string[];
	withIssueSeverity?: readonly string[];
	/** ISO 8601. */
	lastUpdatedAfter?: string;
}

/** A listing as Amazon shows it. */
export type FoundListing = { sku: string } & Record<string, unknown>;

/** Amazon's largest page (Listings Items 2021-08-01, searchListingsItems). */
const PAGE_SIZE = 20;

/** How many SKUs one search may name (the same model, `identifiers`). */
const MAX_SKUS = 20;

/**
 * Listings page by page. Amazon shows at most 1,000 of a search; a report is the way to enumerate them all.
 * Throws a `ConfigError` for a SKU that a search cannot name.
 */
export async function* searchListings(
	client: Client,
	search: ListingSearch,
	signal?: AbortSignal,
): AsyncGenerator<FoundListing | UnreadableRecord> {
	for (const skus of groupsOf(search.skus ?? [])) yield* searchOnce(client, { ...search, skus }, signal);
}

/** Amazon takes a list of SKUs joined by commas, so a SKU with a comma would name two others. */
function groupsOf(skus: readonly string[]): string[][] {
	const divided = skus.find((sku) => sku.includes(','));
	if (divided !== undefined) {
		throw new ConfigError('SKUs', 'a list of SKUs without commas; get this listing with Get', divided);
	}
	const wanted = [...new Set(skus)];
	if (wanted.length === 0) return [[]];
	return Array.from({ length: Math.ceil(wanted.length / MAX_SKUS) }, (_, group) =>
		wanted.slice(group * MAX_SKUS, (group + 1) * MAX_SKUS),
	);
}

async function* searchOnce(
	client: Client,
	{ skus, withStatus, withIssueSeverity, ...search }: ListingSearch,
	signal?: AbortSignal,
): AsyncGenerator<FoundListing | UnreadableRecord> {
	const query = {
		...search,
		...(skus !== undefined && skus.length > 0 && { identifiers: skus, identifiersType: 'SKU' }),
		withStatus: nonEmpty(withStatus),
		withIssueSeverity: nonEmpty(withIssueSeverity),
		pageSize: PAGE_SIZE,
	};
	const path = { sellerId: client.account.sellerId };
	const operation = OPERATIONS.searchListingsItems;
	for await (const { body, requestId } of fetchPages<unknown>(client, operation, { path, query, signal })) {
		const items = at(body, 'items');
		if (!Array.isArray(items)) throw unreadableAnswer(operation.id, 'it has no list of items', { requestId });
		yield* items.map((item) => (isFound(item) ? item : toUnreadable(item, LISTING)));
	}
}

const LISTING = { kind: 'a listing', idName: 'sku', lacking: 'its SKU' };

function isFound(value: unknown): value is FoundListing {
	const sku = at(value, 'sku');
	return typeof sku === 'string' && sku !== '';
}

function nonEmpty(list: readonly string[] | undefined): readonly string[] | undefined {
	return list !== undefined && list.length > 0 ? list : undefined;
}
