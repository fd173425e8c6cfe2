import type { Catalogue, CatalogueEntry } from '../listings/catalogue';
import { statusOf } from '../listings/item';
import type { Listing } from '../listings/listing';
import type { Query } from '../query';
import { invalidInput } from '../reply';

/** Identifiers of one search. */
const MAX_IDENTIFIERS = 20;
const IDENTIFIER_TYPES = ['ASIN', 'EAN', 'FNSKU', 'GTIN', 'ISBN', 'JAN', 'MINSAN', 'SKU', 'UPC'] as const;
const STATUSES = ['BUYABLE', 'DISCOVERABLE'];

/** What a search asks for. */
export interface Wanted {
	identifiers: string[] | undefined;
	identifiersType: (typeof IDENTIFIER_TYPES)[number] | undefined;
	withStatus: string[] | undefined;
	withoutStatus: string[] | undefined;
	withIssueSeverity: string[] | undefined;
	parentSku: string | undefined;
	times: { createdFrom: number; createdTo: number; updatedFrom: number; updatedTo: number };
}

/** Reads the filters of a search. Throws 400. */
export function readWanted(query: Query): Wanted {
	const identifiers = query.list('identifiers', { maxItems: MAX_IDENTIFIERS });
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
		withIssueSeverity: query.list('withIssueSeverity', { allowed: ['WARNING', 'ERROR'] }),
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

/** Every issue here is an error. */
function hasIssues({ issues = [] }: Listing, { withIssueSeverity }: Wanted): boolean {
	return withIssueSeverity === undefined || (issues.length > 0 && withIssueSeverity.includes('ERROR'));
}

function hasParent(listing: Listing, parentSku: string): boolean {
	return (listing.attributes['child_parent_sku_relationship'] ?? []).some(
		(value) => value['parent_sku'] === parentSku,
	);
}

function fits(listing: Listing, wanted: Wanted, marketplaceIds: string[]): boolean {
	if (!isIdentified(listing, wanted) || !hasIssues(listing, wanted)) return false;
	if (wanted.parentSku !== undefined && !hasParent(listing, wanted.parentSku)) return false;
	const statuses: string[] = marketplaceIds.flatMap((id) => statusOf(listing, id));
	return (
		(wanted.withStatus?.some((status) => statuses.includes(status)) ?? true) &&
		!(wanted.withoutStatus?.some((status) => statuses.includes(status)) ?? false)
	);
}

/** Whether the listing itself has to be looked at, or its dates tell enough. */
function isDetailed({
	identifiers,
	parentSku,
	withStatus,
	withoutStatus,
	withIssueSeverity,
}: Wanted): boolean {
	const filters = [identifiers, parentSku, withStatus, withoutStatus, withIssueSeverity];
	return filters.some((filter) => filter !== undefined);
}

function candidates(
	catalogue: Catalogue,
	{ identifiers, identifiersType }: Wanted,
): Iterable<CatalogueEntry> {
	if (identifiersType !== 'SKU') return catalogue.entries();
	return (identifiers ?? []).flatMap((sku) => catalogue.find(sku) ?? []);
}

/** The listings that a search is about, in no order. */
export function findEntries(
	catalogue: Catalogue,
	wanted: Wanted,
	marketplaceIds: string[],
): CatalogueEntry[] {
	const found: CatalogueEntry[] = [];
	const detailed = isDetailed(wanted);
	for (const entry of candidates(catalogue, wanted)) {
		if (!isInTime(entry, wanted)) continue;
		const listing = detailed ? catalogue.find(entry.sku) : undefined;
		if (!detailed || (listing !== undefined && fits(listing, wanted, marketplaceIds))) found.push(entry);
	}
	return found;
}
