import type { IDataObject } from 'n8n-workflow';

import type { Context } from './operation';
import { pack, type PackOptions, type Packing } from '../amazon/feeds/pack';
import { submitFeed, type SubmittedFeed } from '../amazon/feeds/submit';
import { SpApiError, toError } from '../amazon/transport/errors';
import { OPERATIONS } from '../amazon/transport/operations';

/** What became of an entry: it is in a feed, surely in none (`failed`), or nobody knows (`unclear`). */
export interface FeedFate extends IDataObject {
	status: 'submitted' | 'failed' | 'unclear';
	reason?: string;
	message?: string;
	/** Where it is, when it was submitted. */
	feedId?: string;
	feedDocumentId?: string;
	messageId?: number;
	/** How many messages went with it: what Amazon counts later can be held against it. */
	feedMessages?: number;
}

export interface SentEntry<T> {
	entry: T;
	fate: FeedFate;
}

export type Sending<T> = Packing<T> &
	Omit<PackOptions, 'sellerId'> & {
		/** What the entries are called, for whoever waits: "items", "messages". */
		noun: string;
	};

/**
 * Sends entries in as few feeds as may be, one feed after the other, and tells what became of each entry, in the order of
 * the feeds. A feed that Amazon does not take does not stop the others: their ids would be lost with the error.
 * Throws Amazon's error when it surely took none of them.
 */
export async function submitFeeds<T>(
	context: Context,
	entries: readonly T[],
	sending: Sending<T>,
): Promise<Array<SentEntry<T>>> {
	const { account, client, signal } = context;
	const { feedType } = sending;
	const sent: Array<SentEntry<T>> = [];
	const failures: Error[] = [];
	try {
		// A feed is packed when its turn comes, so that one is in memory at a time.
		for (const draft of pack(entries, sending, { ...sending, sellerId: account.sellerId })) {
			const feed = await submitFeed(client, draft, feedType, signal).catch(toError);
			if (feed instanceof Error) failures.push(feed);
			else tell(context, feed, `${draft.entries.length} ${sending.noun}`);
			sent.push(...withFates(draft.entries, feed));
		}
	} catch (reason) {
		// An entry that fits in no feed ends the packing; the feeds before it are at Amazon, and their ids are needed.
		const error = toError(reason);
		failures.push(error);
		sent.push(...without(entries, sent).map((entry) => ({ entry, fate: notSent(error) })));
	}
	const [error] = failures;
	if (error !== undefined && sent.every(({ fate }) => fate.status === 'failed')) throw error;
	return sent;
}

function tell({ n8n }: Context, { feedId }: SubmittedFeed, what: string): void {
	n8n.sendMessageToUI(`Feed ${feedId}: ${what} submitted`);
}

function without<T>(entries: readonly T[], sent: ReadonlyArray<SentEntry<T>>): T[] {
	const told = new Set(sent.map(({ entry }) => entry));
	return entries.filter((entry) => !told.has(entry));
}

function withFates<T>(entries: readonly T[], feed: SubmittedFeed | Error): Array<SentEntry<T>> {
	if (feed instanceof Error) {
		const fate = mayHaveArrived(feed) ? unclear(feed) : notSent(feed);
		return entries.map((entry) => ({ entry, fate }));
	}
	const feedMessages = entries.length;
	return entries.map((entry, index) => {
		return { entry, fate: { status: 'submitted', ...feed, messageId: index + 1, feedMessages } };
	});
}

/** Whether the feed itself may be at Amazon. A document without a feed changes nothing. */
function mayHaveArrived(error: Error): boolean {
	return error instanceof SpApiError && error.mayHaveArrived && error.operation === OPERATIONS.createFeed.id;
}

function unclear({ message }: Error): FeedFate {
	return {
		status: 'unclear',
		reason: 'answer-lost',
		message: `Nobody knows whether Amazon has it: ${message}`,
	};
}

function notSent({ message }: Error): FeedFate {
	return { status: 'failed', reason: 'feed-not-taken', message: `Not sent: ${message}` };
}
