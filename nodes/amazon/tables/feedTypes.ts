/** Facts of each feed type we submit (Feeds API 2021-06-30 and the listings feed schema v2). */
export interface FeedType {
	id: string;
	/** The upload must carry exactly this, or Amazon's storage answers 403. */
	contentType: string;
	maxMessages: number;
	maxBytes: number;
}

export const JSON_LISTINGS_FEED: FeedType = {
	id: 'JSON_LISTINGS_FEED',
	contentType: 'application/json; charset=UTF-8',
	maxMessages: 25_000,
	maxBytes: 10 * 1024 * 1024,
};
