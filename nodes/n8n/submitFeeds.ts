import type { IDataObject } from 'n8n-workflow';

import type { Context } from './operation';
import { pack, type PackOptions, type Packing } from '../amazon/feeds/pack';
import { sendFeeds } from '../amazon/feeds/sendFeeds';
import type { SubmittedFeed } from '../amazon/feeds/submit';
import { SpApiError, toError } from '../amazon/transport/errors';

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

export interface Sending<T> extends Packing<T>, Omit<PackOptions, 'sellerId'> {
	/** Of every feed, where the messages' own do not count. */
	marketplaceIds?: string[];
	/** What the entries are called, for whoever waits: "items", "messages". */
	noun: string;
}

/**
 * Sends entries in as few feeds as may be and tells what became of each, in the order of the feeds.
 * Throws Amazon's error when it surely took none of them.
 */
export async function submitFeeds<T>(
	{ account, client, n8n, signal }: Context,
	entries: readonly T[],
	{ marketplaceIds, noun, ...sending }: Sending<T>,
): Promise<Array<{ entry: T; fate: FeedFate }>> {
	const { sellerId } = account;
	const drafts = withMarketplaces(pack(entries, sending, { ...sending, sellerId }), marketplaceIds);
	const fates: Array<{ entry: T; fate: FeedFate }> = [];
	const failures: Error[] = [];
	let others = 0;
	try {
		for await (const { draft, sent } of sendFeeds(client, drafts, sending.feedType, signal)) {
			const count = draft.entries.length;
			if (isSurelyNotSent(sent)) failures.push(sent);
			else others += 1;
			if (!(sent instanceof Error)) n8n.sendMessageToUI(`Feed ${sent.feedId}: ${count} ${noun} submitted`);
			fates.push(...draft.entries.map((entry, index) => ({ entry, fate: toFate(sent, index + 1, count) })));
		}
	} catch (reason) {
		// An entry that fits in no feed ends the packing; the feeds before it are at Amazon, and their ids are needed.
		const error = toError(reason);
		failures.push(error);
		fates.push(...without(entries, fates).map((entry) => ({ entry, fate: notSent(error) })));
	}
	const [error] = failures;
	if (others === 0 && error !== undefined) throw error;
	return fates;
}

function without<T>(entries: readonly T[], fates: ReadonlyArray<{ entry: T }>): T[] {
	const told = new Set(fates.map(({ entry }) => entry));
	return entries.filter((entry) => !told.has(entry));
}

function notSent({ message }: Error): FeedFate {
	return { status: 'failed', reason: 'feed-not-taken', message: `Not sent: ${message}` };
}

function* withMarketplaces<T extends { marketplaceIds: string[] }>(
	drafts: Iterable<T>,
	marketplaceIds: string[] | undefined,
): Generator<T> {
	for (const draft of drafts) yield marketplaceIds === undefined ? draft : { ...draft, marketplaceIds };
}

function isSurelyNotSent(sent: SubmittedFeed | Error): sent is Error {
	return sent instanceof Error && !mayHaveArrived(sent);
}

function mayHaveArrived(error: Error): boolean {
	return error instanceof SpApiError && error.mayHaveArrived && error.operation === 'createFeed';
}

function toFate(sent: SubmittedFeed | Error, messageId: number, feedMessages: number): FeedFate {
	if (!(sent instanceof Error)) return { status: 'submitted', ...sent, messageId, feedMessages };
	if (!mayHaveArrived(sent)) return notSent(sent);
	const message = `Nobody knows whether Amazon has it: ${sent.message}`;
	return { status: 'unclear', reason: 'answer-lost', message };
}
