import type { FeedDraft } from './pack';
import { submitFeed, type SubmittedFeed } from './submit';
import type { FeedType } from '../tables/feedTypes';
import type { Client } from '../transport/client';
import type { Clock } from '../transport/ports';

/** What became of a draft: Amazon's ids, or why it was not taken. */
export interface SentDraft<T> {
	draft: FeedDraft<T>;
	sent: SubmittedFeed | Error;
}

/**
 * Sends drafts one after the other. A draft that Amazon does not take does not stop the others: their ids would be
 * lost with the error. Drafts are asked for when their turn comes, so that one is in memory at a time.
 */
export async function* sendFeeds<T>(
	client: Client,
	drafts: Iterable<FeedDraft<T>>,
	feedType: FeedType,
	clock: Clock,
	{ signal }: { signal?: AbortSignal } = {},
): AsyncGenerator<SentDraft<T>> {
	const knownFeedIds = new Set<string>();
	for (const draft of drafts) {
		const sent = await submitFeed(client, draft, feedType, clock, { signal, knownFeedIds }).catch(toError);
		if (!(sent instanceof Error)) knownFeedIds.add(sent.feedId);
		yield { draft, sent };
	}
}

function toError(reason: unknown): Error {
	return reason instanceof Error ? reason : new Error(String(reason));
}
