import type { Feed } from './feed';
import type { Fate } from './fate';
import type { FeedReport, FeedSummary, Issue } from './report';

/**
 * Amazon took nothing of the feed, and says so: it accepted no message, and gives a reason for the whole or counts all of
 * them as invalid. A reason for one message says nothing of the others.
 */
export function refusedWhole({ feedId }: Feed, report: FeedReport, size: number): Fate | undefined {
	const { general, summary } = report;
	if (summary === undefined || summary.messagesAccepted > 0) return undefined;
	if (!general.some(isError) && (size === 0 || summary.messagesInvalid < size)) return undefined;
	const words = general.map(({ message }) => message).join(' ');
	const message = `Amazon refused feed ${feedId} as a whole${words === '' ? '; send the items again' : `: ${words}`}`;
	return { status: 'rejected', reason: general.find(isError)?.code ?? 'feed-refused', message };
}

/** How many messages were surely accepted: counts that contradict each other prove the smaller number. */
export function acceptedIn({ messagesAccepted, messagesProcessed, messagesInvalid }: FeedSummary): number {
	return Math.min(messagesAccepted, messagesProcessed - messagesInvalid);
}

/** How many messages Amazon refused by their number. A SKU alone may stand for several messages, or for none of ours. */
export function refusedIn({ byMessage }: FeedReport): number {
	return [...byMessage.values()].filter(({ issues }) => issues.some(isError)).length;
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
