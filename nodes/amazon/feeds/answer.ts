import type { Feed } from './feed';
import type { FeedReport, Issue } from './report';

export type MessageStatus = 'accepted' | 'rejected' | 'cancelled' | 'pending';

/** Amazon's answer to one message. */
export interface MessageAnswer {
	status: MessageStatus;
	/** One sentence; absent when accepted without remarks. */
	message?: string;
	/** What Amazon says about the message; errors first. */
	issues: Issue[];
	/** What Amazon says about the listing itself since: accepted is not always live. */
	listingIssues: Issue[];
}

/** What became of one message of a feed. `report` is absent while the feed runs and when Amazon wrote none. */
export function answerOf(
	feed: Feed,
	report: FeedReport | undefined,
	message: { messageId: number; sku?: string },
): MessageAnswer {
	const issues = [...(report?.byMessage.get(message.messageId)?.issues ?? [])].sort(errorsFirst);
	const listingIssues = message.sku === undefined ? [] : (report?.items.get(message.sku) ?? []);
	const status = statusOf(feed, report, issues);
	return { status, message: sentenceOf(feed, report, status, issues), issues, listingIssues };
}

function statusOf(feed: Feed, report: FeedReport | undefined, issues: readonly Issue[]): MessageStatus {
	if (feed.processingStatus === 'CANCELLED') return 'cancelled';
	if (feed.processingStatus === 'FATAL') return 'rejected';
	if (feed.processingStatus !== 'DONE') return 'pending';
	if (issues.some(isError)) return 'rejected';
	return report !== undefined && isRefusedWhole(report, issues) ? 'rejected' : 'accepted';
}

/**
 * Whether Amazon took nothing of the feed and says why about the whole, or about other messages only: it stops
 * reading an XML feed at the first message that is not in the right form.
 */
function isRefusedWhole({ general, byMessage, summary }: FeedReport, issues: readonly Issue[]): boolean {
	if (summary.messagesAccepted > 0) return false;
	if (general.some(isError)) return true;
	return issues.length === 0 && [...byMessage.values()].some((message) => message.issues.some(isError));
}

function sentenceOf(
	feed: Feed,
	report: FeedReport | undefined,
	status: MessageStatus,
	issues: readonly Issue[],
): string | undefined {
	if (status === 'pending')
		return `Amazon is still working on feed ${feed.feedId} (${feed.processingStatus})`;
	if (status === 'cancelled')
		return `Feed ${feed.feedId} was cancelled before Amazon read it; send the item again`;
	const own = issues.map(({ message }) => message).join(' ');
	if (own !== '' || status === 'accepted') return own === '' ? undefined : own;
	const general = report?.general.map(({ message }) => message).join(' ') ?? '';
	return `Amazon refused feed ${feed.feedId} as a whole${general === '' ? '; send the items again' : `: ${general}`}`;
}

function isError({ severity }: Issue): boolean {
	return severity === 'ERROR';
}

function errorsFirst(one: Issue, other: Issue): number {
	return Number(isError(other)) - Number(isError(one));
}
