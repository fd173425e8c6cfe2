import { toJson, type Answer } from './answer';
import { pack } from '../amazon/feeds/pack';
import { sendFeeds } from '../amazon/feeds/sendFeeds';
import type { FeedType } from '../amazon/tables/feedTypes';
import type { Context, Outcome } from '../n8n/operation';

/** One message of an order feed, and what its item is answered beside its fate. */
export interface OrderMessage {
	item: number;
	/** The message's XML element. */
	text: string;
	answer: Answer;
}

/**
 * Sends messages in one feed, or several when there are very many; every item is answered. Feeds that Amazon did
 * not take leave their items `failed`; only when it took none, all items fail with Amazon's error.
 */
export async function submitMessages(
	context: Context,
	feedType: FeedType,
	messages: readonly OrderMessage[],
): Promise<Outcome[]> {
	const { account, client, clock, signal, n8n } = context;
	// An order feed is read for all marketplaces of the seller: Amazon finds the order by its id.
	const drafts = pack(
		messages,
		{ marketplaceIdOf: () => account.marketplaceIds.join(), textOf: ({ text }) => text },
		{
			sellerId: account.sellerId,
			feedType,
			chunkSize: feedType.maxMessages,
			separateMarketplaces: false,
		},
	);
	const outcomes: Outcome[] = [];
	const failures: Error[] = [];
	let taken = 0;
	for await (const { draft, sent } of sendFeeds(
		client,
		withMarketplaces(drafts, account.marketplaceIds),
		feedType,
		clock,
		{ signal },
	)) {
		if (sent instanceof Error) failures.push(sent);
		else {
			taken += 1;
			n8n.sendMessageToUI(`Feed ${sent.feedId}: ${draft.entries.length} messages submitted`);
		}
		outcomes.push(...draft.entries.map((message, index) => toOutcome(message, index + 1, sent)));
	}
	const [error] = failures;
	if (taken > 0 || error === undefined) return outcomes;
	return messages.map(({ item }) => ({ item, error }));
}

function* withMarketplaces<T extends { marketplaceIds: string[] }>(
	drafts: Iterable<T>,
	marketplaceIds: string[],
): Generator<T> {
	for (const draft of drafts) yield { ...draft, marketplaceIds };
}

function toOutcome(
	{ item, answer }: OrderMessage,
	messageId: number,
	sent: { feedId: string; feedDocumentId: string } | Error,
): Outcome {
	if (sent instanceof Error) {
		const message = `Not sent: ${sent.message}`;
		return { item, json: toJson(answer, { status: 'failed', reason: 'feed-not-taken', message }) };
	}
	const fate = { status: 'submitted', reason: null, message: null, ...sent, messageId };
	return { item, json: toJson(answer, fate) };
}
