import { fetchFeeds, type Feed } from './feed';
import { withFreshAddress } from './freshAddress';
import type { FeedDraft } from './pack';
import type { FeedType } from '../tables/feedTypes';
import type { Client } from '../transport/client';
import { SpApiError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';
import type { Clock } from '../transport/ports';

export interface SubmittedFeed {
	feedId: string;
	/** What was uploaded; needed to send it again. */
	feedDocumentId: string;
}

/** Amazon's clock may differ from ours by this much; a longer look back could find somebody else's feed. */
const CLOCK_SKEW_MS = 5_000;

/**
 * Uploads one document and submits it as a feed. When the answer to createFeed is lost, looks whether Amazon
 * has the feed before it is called missing: a second feed would be carried out twice.
 * Throws `SpApiError`; `mayHaveArrived` says that even the look could not tell.
 */
export async function submitFeed(
	client: Client,
	draft: Pick<FeedDraft, 'body' | 'marketplaceIds'>,
	feedType: FeedType,
	clock: Clock,
	options: { signal?: AbortSignal; knownFeedIds?: ReadonlySet<string> } = {},
): Promise<SubmittedFeed> {
	const { signal, knownFeedIds = new Set() } = options;
	const feedDocumentId = await uploadDocument(client, draft.body, feedType, signal);
	const known = {
		startedAt: clock.now(),
		marketplaceIds: draft.marketplaceIds,
		feedType: feedType.id,
		knownFeedIds,
	};
	try {
		const answer = await client.call<{ feedId: string }>(OPERATIONS.createFeed, {
			body: {
				feedType: feedType.id,
				marketplaceIds: draft.marketplaceIds,
				inputFeedDocumentId: feedDocumentId,
			},
			window: feedType.window,
			signal,
		});
		return { feedId: answer.body.feedId, feedDocumentId };
	} catch (error) {
		if (!(error instanceof SpApiError) || !error.mayHaveArrived) throw error;
		const feedId = await findLostFeed(client, known, signal);
		if (feedId === undefined) throw error;
		return { feedId, feedDocumentId };
	}
}

async function uploadDocument(client: Client, body: Buffer, { contentType }: FeedType, signal?: AbortSignal) {
	return await withFreshAddress(async () => {
		const answer = await client.call<{ feedDocumentId: string; url: string }>(OPERATIONS.createFeedDocument, {
			body: { contentType },
			signal,
		});
		await client.upload(answer.body.url, contentType, body, signal);
		return answer.body.feedDocumentId;
	});
}

interface LostFeed {
	startedAt: number;
	marketplaceIds: string[];
	feedType: string;
	/** Feeds of the same run that did get their answer. */
	knownFeedIds: ReadonlySet<string>;
}

/** The one feed of this type and these marketplaces created since; several leave the question open. */
async function findLostFeed(
	client: Client,
	lost: LostFeed,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const createdSince = new Date(lost.startedAt - CLOCK_SKEW_MS).toISOString();
	const found: Feed[] = [];
	for await (const feed of fetchFeeds(client, { feedTypes: [lost.feedType], createdSince }, signal)) {
		const marketplaces = [...(feed.marketplaceIds ?? [])].sort().join();
		const same = marketplaces === [...lost.marketplaceIds].sort().join();
		if (same && !lost.knownFeedIds.has(feed.feedId)) found.push(feed);
	}
	return found.length === 1 ? found[0]?.feedId : undefined;
}
