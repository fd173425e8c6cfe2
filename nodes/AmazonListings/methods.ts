import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { fetchFeeds, type Feed } from '../amazon/feeds/feed';
import { FEED_TYPES, feedTypeById } from '../amazon/tables/feedTypes';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { findMarketplace } from '../amazon/tables/marketplaces';
import { searchListings, type FoundListing } from '../amazon/listings/search';
import { simplifyListing } from './listing/simplify';
import { connect } from '../n8n/account';
import { toText } from '../n8n/params';

export { getMarketplaces } from '../n8n/forms/marketplaces';

/** How many feeds the list shows: one page of Amazon's is plenty to pick from. */
const FEEDS_SHOWN = 50;

/** How many listings are looked through for the list: ten pages, two seconds. */
const LISTINGS_LOOKED_AT = 200;

/** Listings whose SKU or title contains what was typed, and the listing of exactly that SKU. */
export async function searchSkus(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const { client, account } = await connect(this);
	const chosen = toText(this.getCurrentNodeParameter('marketplaceId'));
	const marketplaceIds = [findMarketplace(chosen)?.id ?? account.marketplaceIds[0] ?? ''];
	const typed = filter.trim();
	const search = { marketplaceIds, includedData: ['summaries'] };
	const exact = typed === '' || typed.includes(',') ? [] : [{ ...search, skus: [typed] }];
	const found = new Map<string, string>();
	for (const one of [...exact, search]) {
		let count = 0;
		for await (const listing of searchListings(client, one)) {
			if (!(listing instanceof UnreadableRecord)) found.set(listing.sku, toListingName(listing));
			if (++count >= LISTINGS_LOOKED_AT) break;
		}
	}
	const names = [...found].filter(([, name]) => name.toLowerCase().includes(typed.toLowerCase()));
	return { results: names.map(([value, name]) => ({ name, value })) };
}

function toListingName(listing: FoundListing): string {
	const { sku, title, status } = simplifyListing(listing);
	return [sku, title, status]
		.map(toText)
		.filter((part) => part !== '')
		.join(' · ');
}

/** The latest feeds, for the "From List" of the feed operations. */
export async function searchFeeds(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const { client } = await connect(this);
	const results: INodeListSearchResult['results'] = [];
	for await (const feed of fetchFeeds(client, { feedTypes: FEED_TYPES.map(({ id }) => id) })) {
		if (feed instanceof UnreadableRecord) continue;
		const name = toName(feed);
		if (name.toLowerCase().includes(filter.toLowerCase())) results.push({ name, value: feed.feedId });
		if (results.length >= FEEDS_SHOWN) break;
	}
	return { results };
}

function toName({ feedId, feedType, processingStatus, createdTime }: Feed): string {
	const created = createdTime.slice(0, 16).replace('T', ' ');
	return [feedId, processingStatus, created, feedTypeById(feedType)?.name ?? feedType].join(' · ');
}
