import type { Feed } from './feed';
import type { Fate } from './fate';
import type { FeedReport, FeedSummary, Issue } from './report';

/** Amazon took nothing of the feed, and says so: by a reason, or by counting every message as invalid. */
export function refusedWhole({ feedId }: Feed, report: FeedReport): Fate | undefined {
	const { general, byMessage, bySku, summary } = report;
	const named = [...byMessage.values()].map(({ issues }) => issues);
	const isExplained = errorsIn([general, ...named, ...bySku.values()]);
	const { messagesInvalid = 0, messagesProcessed = 0 } = summary ?? {};
	if (!isExplained && (messagesInvalid === 0 || messagesInvalid < messagesProcessed)) return undefined;
	const words = general.map(({ message }) => message).join(' ');
	const message = `Amazon refused feed ${feedId} as a whole${words === '' ? '; send the items again' : `: ${words}`}`;
	return { status: 'rejected', reason: general.find(isError)?.code ?? 'feed-refused', message };
}

/** How many messages were surely accepted: counts that contradict each other prove the smaller number. */
export function acceptedIn({ messagesAccepted, messagesProcessed, messagesInvalid }: FeedSummary): number {
	return Math.min(messagesAccepted, messagesProcessed - messagesInvalid);
}

/** How many messages Amazon refused by name. */
export function refusedIn({ byMessage, bySku }: FeedReport): number {
	const refused = [...byMessage.values()].filter(({ issues }) => issues.some(isError));
	const known = new Set(refused.flatMap(({ sku }) => sku ?? []));
	const others = [...bySku].filter(([sku, issues]) => !known.has(sku) && issues.some(isError));
	return refused.length + others.length;
}

/** The highest message id that the report names; 0 without any. */
export function highestIdIn(report: FeedReport | undefined): number {
	return [...(report?.byMessage.keys() ?? [])].reduce((highest, id) => Math.max(highest, id), 0);
}

/** Whether there is an error in any of the lists. */
export function errorsIn(lists: Iterable<readonly Issue[]>): boolean {
	return [...lists].some((issues) => issues.some(isError));
}

export function isError({ severity }: Issue): boolean {
	return severity === 'ERROR';
}

export function errorsFirst(one: Issue, other: Issue): number {
	return Number(isError(other)) - Number(isError(one));
}
