import type { Feed } from './feed';
import type { Fate, SentPlace } from './fate';
import type { FeedSummary, MessageIssues } from './report';

/** Amazon is done, and nobody can tell what became of the item: the fate that says so, and why. */
export function unclear(reason: string, what: string): Fate {
	const advice = 'Look in Seller Central whether it took effect before you send it again';
	return { status: 'unclear', reason, message: `${what.replace(/\.$/, '')}. ${advice}` };
}

export function aboutFeed({ feedId }: Feed): string {
	return `Amazon is done with feed ${feedId}`;
}

export function notCovered(feed: Feed, summary: FeedSummary, named: number): Fate {
	const { messagesProcessed, messagesAccepted, messagesInvalid } = summary;
	const counts = `${messagesProcessed} read, ${messagesAccepted} accepted, ${messagesInvalid} refused, ${named} of them by name`;
	return unclear('counts-do-not-tell', `${aboutFeed(feed)} (${counts}), which does not tell about this item`);
}

export function unnamedSku(feed: Feed): Fate {
	return unclear(
		'sku-not-known',
		`${aboutFeed(feed)} and refused products by their SKU, which is not known here for this item`,
	);
}

export function anotherMessage(
	{ feedId }: Feed,
	named: MessageIssues,
	{ messageId, sku, orderId }: SentPlace,
): Fate {
	const theirs = named.sku ?? named.orderId ?? '';
	const ours = named.sku === undefined ? orderId : sku;
	return unclear(
		'another-item',
		`Amazon's report on feed ${feedId} speaks of ${theirs} where this item is ${ours} (message ${messageId})`,
	);
}
