import type { FeedDraft } from './pack';
import { submitFeed, type SubmittedFeed } from './submit';
import type { FeedType } from '../tables/feedTypes';
import type { Client } from '../transport/contract';
import { toError } from '../transport/errors';

/** What became of a draft: Amazon's ids, or why it has none. */
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
	signal?: AbortSignal,
): AsyncGenerator<SentDraft<T>> {
	for (const draft of drafts) {
		yield { draft, sent: await submitFeed(client, draft, feedType, signal).catch(toError) };
	}
}
