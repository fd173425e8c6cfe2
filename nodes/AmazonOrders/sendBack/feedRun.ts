import { toJson, type Answer } from './answer';
import type { FeedType } from '../../amazon/tables/feedTypes';
import { toError } from '../../amazon/transport/errors';
import type { Context, Outcome } from '../../n8n/operation';
import { submitFeeds } from '../../n8n/submitFeeds';

/** One message of an order feed, and what its item is answered beside its fate. */
export interface OrderMessage {
	item: number;
	/** The message's XML element. */
	text: string;
	answer: Answer;
}

/**
 * Sends messages in one feed, or several when there are very many; every item is answered. When Amazon surely took
 * none of them, all items fail with its error.
 */
export async function submitMessages(
	context: Context,
	feedType: FeedType,
	messages: readonly OrderMessage[],
): Promise<Outcome[]> {
	// An order feed is read for all marketplaces of the seller: Amazon finds the order by its id.
	const { marketplaceIds } = context.account;
	try {
		const fates = await submitFeeds(context, messages, {
			...{ marketplaceIdOf: () => marketplaceIds.join(), textOf: ({ text }: OrderMessage) => text },
			...{ feedType, chunkSize: feedType.maxMessages, separateMarketplaces: false },
			...{ marketplaceIds, noun: 'messages' },
		});
		return fates.map(({ entry: { item, answer }, fate }) => {
			const { status, message, reason, ...ids } = fate;
			return { item, json: toJson(answer, { status, message, reason, ids }) };
		});
	} catch (reason) {
		const error = toError(reason);
		return messages.map(({ item }) => ({ item, error }));
	}
}
