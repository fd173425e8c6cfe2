import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { fetchFeeds } from '../amazon/feeds/feed';
import { JSON_LISTINGS_FEED } from '../amazon/tables/feedTypes';
import { marketplaceById } from '../amazon/tables/marketplaces';
import { connect, fetchAccount } from '../n8n/account';

/** How many feeds the list shows: one page of Amazon's is plenty to pick from. */
const FEEDS_SHOWN = 50;

/** The credential's marketplaces; nobody has to wait for Amazon to see them. */
export async function getMarketplaces(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { marketplaceIds } = await fetchAccount(this);
	return marketplaceIds
		.map((id) => ({ marketplace: marketplaceById(id), id }))
		.map(({ marketplace, id }) => ({
			name: marketplace === undefined ? id : `${marketplace.name} (${marketplace.currency})`,
			value: id,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** The latest feeds, for the "From List" of the feed operations. */
export async function searchFeeds(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const { client } = await connect(this);
	const results: INodeListSearchResult['results'] = [];
	for await (const feed of fetchFeeds(client, { feedTypes: [JSON_LISTINGS_FEED.id] })) {
		const name = `${feed.feedId} · ${feed.processingStatus} · ${feed.createdTime.slice(0, 16).replace('T', ' ')}`;
		if (name.toLowerCase().includes(filter.toLowerCase())) results.push({ name, value: feed.feedId });
		if (results.length >= FEEDS_SHOWN) break;
	}
	return { results };
}
