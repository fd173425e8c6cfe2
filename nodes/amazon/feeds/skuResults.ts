import { answerOf, type MessageAnswer } from './answer';
import type { Feed } from './feed';
import type { FeedReport, Issue } from './report';

/** Amazon's answer to one item, flat, as workflows and tables keep it. */
export interface ItemResult {
	status: MessageAnswer['status'];
	/** Amazon's code for the first error; `null` clears what an older answer left in a row. */
	reason: string | null;
	message: string | null;
	issues: Issue[];
	listingIssues?: Issue[];
}

export function toItemResult({ status, message, issues, listingIssues }: MessageAnswer): ItemResult {
	const reason = status === 'rejected' ? (issues[0]?.code ?? 'feed-refused') : null;
	return {
		status,
		reason,
		message: message ?? null,
		issues,
		...(listingIssues.length > 0 && { listingIssues }),
	};
}

export interface SkuResult extends ItemResult {
	feedId: string;
	feedType: string;
	/** Known for what Amazon complained about; its report names accepted items by SKU only. */
	messageId?: number;
	sku?: string;
	/** Amazon's order id, in the results of an order feed. */
	orderId?: string;
	marketplaceIds: string[];
}

/**
 * Everything a finished feed's report says, item by item: first what was rejected or remarked on, then what
 * was accepted; of order feeds Amazon names the former only. Feeds without a report (cancelled, some fatal ones)
 * have no items to name: the list is empty.
 */
export function skuResultsOf(feed: Feed, report: FeedReport | undefined): SkuResult[] {
	if (report === undefined) return [];
	const { feedId, feedType, marketplaceIds = [] } = feed;
	const base = { feedId, feedType, marketplaceIds };
	const named = new Set<string>();
	const remarked = [...report.byMessage].map(([messageId, { sku, orderId }]) => {
		if (sku !== undefined) named.add(sku);
		const result = toItemResult(answerOf(feed, report, { messageId, sku }));
		const order = orderId === undefined ? undefined : { orderId };
		return { ...base, messageId, sku, ...order, ...result };
	});
	const accepted = [...report.items.keys()]
		.filter((sku) => !named.has(sku))
		.map((sku) => ({ ...base, sku, ...toItemResult(answerOf(feed, report, { messageId: 0, sku })) }));
	return [...remarked, ...accepted];
}
