import { effectOf } from '../faults';
import type { Catalogue, CatalogueEntry } from '../listings/catalogue';
import { statusOf, toItem } from '../listings/item';
import type { Listing } from '../listings/listing';
import { pageStart, parsePageToken, toPageToken } from '../page';
import type { Query } from '../query';
import { invalidInput, type Reply } from '../reply';
import type { SellerCall } from '../route';
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
const IDENTIFIER_TYPES = ['ASIN', 'EAN', 'FNSKU', 'GTIN', 'ISBN', 'JAN', 'MINSAN', 'SKU', 'UPC'] as const;
const STATUSES = ['BUYABLE', 'DISCOVERABLE'];

interface Wanted {
	identifiers: string[] | undefined;
	identifiersType: (typeof IDENTIFIER_TYPES)[number] | undefined;
	withStatus: string[] | undefined;
	withoutStatus: string[] | undefined;
	withIssues: boolean;
	parentSku: string | undefined;
	times: { createdFrom: number; createdTo: number; updatedFrom: number; updatedTo: number };
}

function readWanted(query: Query): Wanted {
	const identifiers = query.list('identifiers', { maxItems: MAX_PAGE });
	const identifiersType = query.oneOf('identifiersType', IDENTIFIER_TYPES);
	if ((identifiers === undefined) !== (identifiersType === undefined)) {
		throw invalidInput("'identifiers' and 'identifiersType' need each other.");
	}
	const parentSku = query.text('variationParentSku') ?? query.text('packageHierarchySku');
	const exclusive = ['identifiers', 'variationParentSku', 'packageHierarchySku'];
	if (query.names().filter((name) => exclusive.includes(name)).length > 1) {
		throw invalidInput(`Only one of ${exclusive.join(', ')} can be used.`);
	}
	return {
		identifiers,
		identifiersType,
		parentSku,
		withStatus: query.list('withStatus', { allowed: STATUSES }),
		withoutStatus: query.list('withoutStatus', { allowed: STATUSES }),
		withIssues: query.list('withIssueSeverity', { allowed: ['WARNING', 'ERROR'] }) !== undefined,
		times: {
			createdFrom: query.time('createdAfter') ?? Number.NEGATIVE_INFINITY,
			createdTo: query.time('createdBefore') ?? Number.POSITIVE_INFINITY,
			updatedFrom: query.time('lastUpdatedAfter') ?? Number.NEGATIVE_INFINITY,
			updatedTo: query.time('lastUpdatedBefore') ?? Number.POSITIVE_INFINITY,
		},
	};
}

function isInTime({ createdAtMs, updatedAtMs }: CatalogueEntry, { times }: Wanted): boolean {
	return (
		createdAtMs >= times.createdFrom &&
		createdAtMs <= times.createdTo &&
		updatedAtMs >= times.updatedFrom &&
		updatedAtMs <= times.updatedTo
	);
}

function isIdentified(listing: Listing, { identifiers, identifiersType }: Wanted): boolean {
	if (identifiers === undefined) return true;
	if (identifiersType === 'SKU') return identifiers.includes(listing.sku);
	if (identifiersType === 'ASIN') return identifiers.includes(listing.asin);
	return (listing.attributes['externally_assigned_product_identifier'] ?? []).some(
		({ type, value }) =>
			String(type).toUpperCase() === identifiersType &&
			identifiers.some((identifier) => identifier === value),
	);
}

function hasParent(listing: Listing, parentSku: string): boolean {
	return (listing.attributes['child_parent_sku_relationship'] ?? []).some(
		(value) => value['parent_sku'] === parentSku,
	);
}

function fits(listing: Listing, wanted: Wanted, marketplaceIds: string[]): boolean {
	if (wanted.withIssues || !isIdentified(listing, wanted)) return false;
	if (wanted.parentSku !== undefined && !hasParent(listing, wanted.parentSku)) return false;
	const statuses: string[] = marketplaceIds.flatMap((id) => statusOf(listing, id));
	return (
		(wanted.withStatus?.some((status) => statuses.includes(status)) ?? true) &&
		!(wanted.withoutStatus?.some((status) => statuses.includes(status)) ?? false)
	);
}

/** Whether the listing itself has to be looked at, or its dates tell enough. */
function isDetailed({ identifiers, parentSku, withStatus, withoutStatus, withIssues }: Wanted): boolean {
	return (
		withIssues || [identifiers, parentSku, withStatus, withoutStatus].some((filter) => filter !== undefined)
	);
}

function candidates(
	catalogue: Catalogue,
	{ identifiers, identifiersType }: Wanted,
): Iterable<CatalogueEntry> {
	if (identifiersType !== 'SKU') return catalogue.entries();
	return (identifiers ?? []).flatMap((sku) => catalogue.find(sku) ?? []);
}

function findEntries(catalogue: Catalogue, wanted: Wanted, marketplaceIds: string[]): CatalogueEntry[] {
	const found: CatalogueEntry[] = [];
	const detailed = isDetailed(wanted);
	for (const entry of candidates(catalogue, wanted)) {
		if (!isInTime(entry, wanted)) continue;
		const listing = detailed ? catalogue.find(entry.sku) : undefined;
		if (!detailed || (listing !== undefined && fits(listing, wanted, marketplaceIds))) found.push(entry);
	}
	return found;
}

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
