import type { IDataObject } from 'n8n-workflow';

import type { ReadFeed } from './readFeed';
import type { Feed } from '../amazon/feeds/feed';
import { skuResultsOf, type SkuResult } from '../amazon/feeds/skuResults';
import { unclear } from '../amazon/feeds/unclear';
import { isOrderFeed } from '../amazon/tables/feedTypes';

/**
 * What the trigger emits for a feed.
 * @param perItem one item per SKU or order instead of one for the feed
 */
export function toFeedItems(read: ReadFeed, perItem: boolean): IDataObject[] {
	const results = skuResultsOf(read.answer);
	const feedItem = toFeedItem(read, results);
	if (!perItem || results.length === 0) return [feedItem];
	const items = results.map((result): IDataObject => ({ ...result }));
	// What Amazon does not name must not be taken for accepted.
	return read.answer.others.status === 'accepted' ? items : [...items, feedItem];
}

function toFeedItem({ answer, problem }: ReadFeed, results: readonly SkuResult[]): IDataObject {
	const { feed, report } = answer;
	const others = problem === undefined ? answer.others : unclear('unreadable-report', problem);
	const named = (status: string) =>
		results
			.filter((result) => result.status === status && result.messageId !== undefined)
			.map((result) => toNamed(feed, result));
	return {
		...feed,
		status: statusOf(others.status),
		message: others.message ?? '',
		...(report?.summary !== undefined && { summary: { ...report.summary } }),
		rejected: named('rejected'),
		unclear: named('unclear'),
		others: { status: others.status, reason: others.reason ?? '', message: others.message ?? '' },
		general: report?.general.map(({ message }) => message) ?? [],
		...(problem !== undefined && { problem }),
	};
}

function toNamed(feed: Feed, { sku, amazonOrderId, messageId, reason, message }: SkuResult): IDataObject {
	return { ...(isOrderFeed(feed.feedType) ? { amazonOrderId } : { sku }), messageId, reason, message };
}

/** The feed is done when Amazon accepted what it does not name. */
function statusOf(others: string): string {
	return others === 'accepted' ? 'done' : others;
}
