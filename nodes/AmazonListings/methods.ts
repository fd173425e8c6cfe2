import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { fetchFeeds, type Feed } from '../amazon/feeds/feed';
import { FEED_TYPES, feedTypeById } from '../amazon/tables/feedTypes';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { connect } from '../n8n/account';

export { getMarketplaces } from '../n8n/marketplaces';

/** How many feeds the list shows: one page of Amazon's is plenty to pick from. */
const FEEDS_SHOWN = 50;

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
