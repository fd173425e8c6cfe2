import type { FeedDraft } from './pack';
import { withFreshAddress } from '../documents/freshAddress';
import type { FeedType } from '../tables/feedTypes';
import type { Client } from '../transport/contract';
import { SpApiError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';
import { unreadableAnswer } from '../transport/unreadable';
import { at } from '../transport/at';

export interface SubmittedFeed {
	feedId: string;
	/** What was uploaded; needed to send it again. */
	feedDocumentId: string;
}

/**
 * Uploads one document and submits it as a feed.
 * Throws `SpApiError`. When it says `mayHaveArrived`, nobody can know whether Amazon has the feed: a listed feed does
 * not name the document it was made of (Feeds API 2021-06-30, `Feed`), so one that appears at the right time may as
 * well be another run's, and taking it for ours would call messages accepted that were never sent.
 */
export async function submitFeed(
	client: Client,
	{ body, marketplaceIds }: Pick<FeedDraft, 'body' | 'marketplaceIds'>,
	feedType: FeedType,
	signal?: AbortSignal,
): Promise<SubmittedFeed> {
	const feedDocumentId = await uploadDocument(client, body, { feedType, signal });
	const operation = OPERATIONS.createFeed;
	const wish = { feedType: feedType.id, marketplaceIds, inputFeedDocumentId: feedDocumentId };
	const answer = await client
		.call<unknown>(operation, { body: wish, window: feedType.window, signal })
		.catch((error: unknown) => {
			throw signal?.aborted === true ? stoppedOnTheWay(operation.id) : error;
		});
	const feedId = textIn(answer.body, 'feedId');
	if (feedId !== undefined) return { feedId, feedDocumentId };
	const problem = 'it names no feed. Amazon may have taken it all the same, so look before you send it again';
	throw unreadableAnswer(operation.id, problem, { requestId: answer.requestId, mayHaveArrived: true });
}

/** The execution was stopped between the call and its answer. */
function stoppedOnTheWay(operation: string): SpApiError {
	const message = `${operation} was stopped on its way. Amazon may have carried it out all the same, so look before you repeat it.`;
	return new SpApiError({ operation, code: 'STOPPED', message, mayHaveArrived: true });
}

async function uploadDocument(
	client: Client,
	body: Buffer,
	{ feedType: { contentType }, signal }: { feedType: FeedType; signal?: AbortSignal },
): Promise<string> {
	return await withFreshAddress(async () => {
		const operation = OPERATIONS.createFeedDocument;
		const answer = await client.call<unknown>(operation, { body: { contentType }, signal });
		const [feedDocumentId, url] = [textIn(answer.body, 'feedDocumentId'), textIn(answer.body, 'url')];
		if (feedDocumentId === undefined || url === undefined) {
			throw unreadableAnswer(operation.id, 'it names no document', { requestId: answer.requestId });
		}
		await client.upload(url, contentType, body, signal);
		return feedDocumentId;
	});
}

function textIn(body: unknown, name: string): string | undefined {
	const value = at(body, name);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
