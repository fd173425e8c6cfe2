import { acceptedIn, errorsFirst, errorsIn, highestIdIn, isError, refusedIn, refusedWhole } from './evidence';
import type { Feed } from './feed';
import { withoutReport } from './feedStage';
import type { Fate, FeedFacts, MessageAnswer, SentPlace } from './fate';
import type { FeedReport, Issue, MessageIssues } from './report';
import { issueText } from '../listings/issueText';
import { aboutFeed, anotherMessage, notCovered, unclear, unnamedSku } from './unclear';

/**
 * The only place that decides what became of the messages of a feed: from its status, Amazon's report and the counts
 * in it. `report` is absent while the feed runs, and when Amazon wrote none.
 */
export class FeedAnswer {
	/** Of the messages that Amazon does not name. */
	readonly others: Fate;
	private readonly size: number;
	private readonly refused: number;

	constructor(
		readonly feed: Feed,
		readonly report: FeedReport | undefined,
		private readonly facts: FeedFacts,
	) {
		const { size = 0, highestId = 0 } = facts;
		this.size = Math.max(size, highestId, report?.summary?.messagesProcessed ?? 0, highestIdIn(report));
		this.refused = report === undefined ? 0 : refusedIn(report);
		this.others = withoutReport(feed, report, facts) ?? this.judgeOthers(this.size);
	}

	/** What became of one message. */
	of(message: SentPlace): MessageAnswer {
		const { report } = this;
		const named = message.messageId === undefined ? undefined : report?.byMessage.get(message.messageId);
		const bySku = message.sku === undefined ? undefined : report?.bySku.get(message.sku);
		const issues = [...(named?.issues ?? []), ...(bySku ?? [])].sort(errorsFirst);
		const listingIssues = message.sku === undefined ? [] : (report?.items.get(message.sku) ?? []);
		return { ...this.fateOf(message, named, issues), issues, listingIssues };
	}

	private fateOf(message: SentPlace, named: MessageIssues | undefined, issues: readonly Issue[]): Fate {
		const { feed, report } = this;
		if (report === undefined || feed.processingStatus === 'CANCELLED') return this.others;
		if (named !== undefined && isAnother(named, message)) return anotherMessage(feed, named, message);
		const words = issues.map(wordsOf).join(' ');
		const [first] = issues;
		if (first !== undefined && isError(first))
			return { status: 'rejected', reason: first.code ?? 'feed-refused', message: words };
		if (message.sku === undefined && errorsIn(report.bySku.values())) return unnamedSku(feed);
		const isCounted = (message.messageId ?? 0) <= this.size;
		const fate = isCounted ? this.others : this.judgeOthers(message.messageId ?? 0);
		return fate.status === 'accepted' && words !== '' ? { ...fate, message: words } : fate;
	}

	/** What the counts prove for the messages that are not named, if the feed had so many messages. */
	private judgeOthers(size: number): Fate {
		const { feed, report, facts } = this;
		if (report === undefined) return unclear('no-report', `${aboutFeed(feed)} and wrote no report on it`);
		const { summary } = report;
		if (summary === undefined) {
			return unclear('no-counts', `${aboutFeed(feed)}, but its report names no counts of messages`);
		}
		const refusal = refusedWhole(feed, report, size);
		if (refusal !== undefined) return refusal;
		if (summary.messagesAccepted === 0) return notCovered(feed, summary, this.refused);
		// Counts that contradict the names prove nothing.
		const isUncovered = this.refused > summary.messagesInvalid || acceptedIn(summary) < size - this.refused;
		const isForeign = facts.size !== undefined && summary.messagesProcessed > facts.size;
		return isUncovered || isForeign ? notCovered(feed, summary, this.refused) : { status: 'accepted' };
	}
}

/** Whether Amazon's words under this number are about something else than was sent. */
function isAnother(named: MessageIssues, { sku, orderId }: SentPlace): boolean {
	const differ = (theirs?: string, ours?: string) =>
		theirs !== undefined && ours !== undefined && theirs !== ours;
	return differ(named.sku, sku) || differ(named.orderId, orderId);
}

/** Whether Amazon has said all that it will say: of what has ended, its report may come later. */
export function isAnswered({ others }: FeedAnswer): boolean {
	return others.status !== 'pending' && others.status !== 'stuck';
}

function wordsOf({ message, attributeName = '' }: Issue): string {
	return issueText(message, attributeName.split(', '));
}
