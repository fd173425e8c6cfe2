import type { FeedAnswer } from './answer';
import type { MessageAnswer } from './fate';
import type { Issue } from './report';

/** Amazon's answer to one item, flat, as workflows and tables keep it. */
export interface ItemResult {
	status: MessageAnswer['status'];
	/** Amazon's code for the first error, or why nobody can tell; empty where there is none, which clears an older answer. */
	reason: string;
	message: string;
	issues: Issue[];
	listingIssues?: Issue[];
}

export function toItemResult({ status, reason, message, issues, listingIssues }: MessageAnswer): ItemResult {
	return {
		status,
		reason: reason ?? '',
		message: message ?? '',
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
	amazonOrderId?: string;
	marketplaceIds: string[];
}

/**
 * Everything a finished feed's report says, item by item: first what was rejected or remarked on, then the listings
 * that it shows; of order feeds Amazon names the former only. Feeds without a report (cancelled, some fatal ones)
 * have no items to name: the list is empty.
 */
export function skuResultsOf(answer: FeedAnswer): SkuResult[] {
	const { feed, report } = answer;
	if (report === undefined) return [];
	const { feedId, feedType, marketplaceIds = [] } = feed;
	const base = { feedId, feedType, marketplaceIds };
	const remarked = [...report.byMessage].map(([messageId, { sku, orderId }]) => {
		const result = toItemResult(answer.of({ messageId, sku, orderId }));
		const order = orderId === undefined ? undefined : { amazonOrderId: orderId };
		return { ...base, messageId, sku, ...order, ...result };
	});
	const named = new Set(remarked.flatMap(({ sku }) => sku ?? []));
	const listed = [...new Set([...report.bySku.keys(), ...report.items.keys()])]
		.filter((sku) => !named.has(sku))
		.map((sku) => ({ ...base, sku, ...toItemResult(answer.of({ sku })) }));
	return [...remarked, ...listed];
}
