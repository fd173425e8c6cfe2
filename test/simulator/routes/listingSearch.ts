import { effectOf } from '../faults';
import type { CatalogueEntry } from '../listings/catalogue';
import { toItem } from '../listings/item';
import { pageStart, parsePageToken, toPageToken } from '../page';
import type { Query } from '../query';
import { invalidInput, type Reply } from '../reply';
import type { SellerCall } from '../route';
import { findEntries, readWanted } from './listingFilter';
import { checkSeller, readIncludedData, readMarketplaces } from './listingRequest';

export const LISTING_SEARCH_QUERY = [
	'marketplaceIds',
	'issueLocale',
	'includedData',
	'identifiers',
	'identifiersType',
	'variationParentSku',
	'packageHierarchySku',
	'createdAfter',
	'createdBefore',
	'lastUpdatedAfter',
	'lastUpdatedBefore',
	'withIssueSeverity',
	'withStatus',
	'withoutStatus',
	'sortBy',
	'sortOrder',
	'pageSize',
	'pageToken',
];

/** A search shows no more than this many listings, however many there are. */
const MAX_SHOWN = 1000;
const MAX_PAGE = 20;
/** As `sortBy` and `sortOrder` ask; by default the last updated first. */
function inOrder(entries: CatalogueEntry[], query: Query): CatalogueEntry[] {
	const sortBy = query.oneOf('sortBy', ['sku', 'createdDate', 'lastUpdatedDate']) ?? 'lastUpdatedDate';
	const sign = query.oneOf('sortOrder', ['ASC', 'DESC']) === 'ASC' ? 1 : -1;
	const bySku = (a: CatalogueEntry, b: CatalogueEntry) => (a.sku < b.sku ? -1 : Number(a.sku > b.sku));
	const difference = (a: CatalogueEntry, b: CatalogueEntry) => {
		if (sortBy === 'sku') return bySku(a, b);
		return sortBy === 'createdDate' ? a.createdAtMs - b.createdAtMs : a.updatedAtMs - b.updatedAtMs;
	};
	return entries.sort((a, b) => sign * difference(a, b) || bySku(a, b));
}

function readOffset(query: Query): number {
	const token = query.text('pageToken');
	if (token === undefined) return 0;
	const offset = parsePageToken(token, 'pageToken')['offset'];
	if (typeof offset !== 'number') throw invalidInput("'pageToken' is not a token of this operation.");
	return offset;
}

/** The seller's listings, filtered and sorted, at most 1000 of them, a page at a time. */
export function searchListingsItems(call: SellerCall): Reply {
	const { state, seller, query, faults } = call;
	const marketplaceIds = readMarketplaces(call);
	const included = readIncludedData(call);
	const wanted = readWanted(query);
	const pageSize = query.count('pageSize', 10, MAX_PAGE);
	const offset = readOffset(query);
	checkSeller(call);
	const catalogue = state.catalogue(seller.sellerId);
	const found = inOrder(findEntries(catalogue, wanted, marketplaceIds), query);
	const shown = Math.min(found.length, MAX_SHOWN);
	const start = pageStart(offset, pageSize, effectOf(faults, 'duplicate-page') !== undefined);
	const end = Math.min(start + pageSize, shown);
	const items = found.slice(start, end).flatMap(({ sku }) => {
		const listing = catalogue.find(sku);
		return listing === undefined ? [] : [toItem(listing, marketplaceIds, included)];
	});
	const nextToken = end < shown ? { nextToken: toPageToken({ offset: end }) } : {};
	const previousToken =
		start > 0 ? { previousToken: toPageToken({ offset: Math.max(0, start - pageSize) }) } : {};
	const pagination = { ...nextToken, ...previousToken };
	const paged = Object.keys(pagination).length > 0 ? { pagination } : {};
	return { status: 200, json: { numberOfResults: found.length, ...paged, items } };
}
