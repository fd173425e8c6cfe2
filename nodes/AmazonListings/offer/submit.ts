import { jsonParse, type IDataObject } from 'n8n-workflow';

import { offerFields } from './fields';
import { present } from './present';
import { decide } from './preview';
import { divide, sendingText, type Sending } from './sending';
import { settingsReader, toRunOptions, type OfferKind, type RunOptions } from './settings';
import { planChunkSize } from '../../amazon/feeds/chunkSize';
import { pack, type FeedDraft, type Packing } from '../../amazon/feeds/pack';
import { sendFeeds } from '../../amazon/feeds/sendFeeds';
import type { SubmittedFeed } from '../../amazon/feeds/submit';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';

/** Sends all items to Amazon in as few feeds as the limits ask for; one answer for every item. */
export function submitOperation(kind: OfferKind, noun: string): BatchOperation {
	return {
		value: 'submit',
		name: 'Submit',
		action: `Submit ${noun}`,
		description: 'Send many items at once in a feed, which Amazon usually works through in 15 to 30 minutes',
		fields: offerFields(kind, 'submit'),
		async batch(context, items) {
			const options = toRunOptions(settingsReader(context)(0).options);
			const { held, sending } = divide(decide(context, kind, items));
			const sent = options.dryRun
				? sending.map((decision) => dryRun(decision, options))
				: await sendAll(context, sending, options);
			return [...held, ...sent];
		},
	};
}

function dryRun(decision: Sending, { trace }: RunOptions): Outcome {
	const wouldSend = jsonParse<IDataObject>(`{${sendingText(decision)}`);
	return { item: decision.item, ...present(decision, { status: 'ready', wouldSend }, trace) };
}

/** Feeds that Amazon did not take leave their items `failed`; only when it took none, the run fails. */
async function sendAll(
	context: Context,
	sending: readonly Sending[],
	options: RunOptions,
): Promise<Outcome[]> {
	const { account, client, clock, n8n, signal } = context;
	const { chunkSize, note } = planChunks(sending, options);
	if (note !== undefined) n8n.addExecutionHints({ message: note, location: 'outputPane' });
	const { separateMarketplaces } = options;
	const packed = {
		sellerId: account.sellerId,
		feedType: JSON_LISTINGS_FEED,
		chunkSize,
		separateMarketplaces,
	};
	const drafts = pack(sending, packing, packed);
	const outcomes: Outcome[] = [];
	const failures: Error[] = [];
	let taken = 0;
	for await (const { draft, sent } of sendFeeds(client, drafts, JSON_LISTINGS_FEED, clock, { signal })) {
		if (sent instanceof Error) failures.push(sent);
		else {
			taken += 1;
			n8n.sendMessageToUI(`Feed ${sent.feedId}: ${draft.entries.length} items submitted`);
		}
		outcomes.push(...answersFor(draft, sent, { trace: options.trace, note }));
	}
	if (taken > 0 || failures[0] === undefined) return outcomes;
	const [error] = failures;
	return sending.map(({ item }) => ({ item, error }));
}

const packing: Packing<Sending> = {
	marketplaceIdOf: ({ marketplace }) => marketplace.id,
	textOf: sendingText,
};

function planChunks(sending: readonly Sending[], options: RunOptions): { chunkSize: number; note?: string } {
	const { maxMessages, window } = JSON_LISTINGS_FEED;
	const feedsPerWindow = window.count;
	const groups = new Map<string, number>();
	for (const { marketplace } of sending) {
		const group = options.separateMarketplaces ? marketplace.id : '';
		groups.set(group, (groups.get(group) ?? 0) + 1);
	}
	const { chunkSize, grown } = planChunkSize([...groups.values()], options.chunkSize, {
		feedsPerWindow,
		maxMessages,
	});
	if (!grown) return { chunkSize };
	const note = `The Feed Chunk Size grew from ${options.chunkSize} to ${chunkSize}: Amazon accepts ${feedsPerWindow} feeds in 5 minutes.`;
	return { chunkSize, note };
}

function answersFor(
	draft: FeedDraft<Sending>,
	sent: SubmittedFeed | Error,
	{ trace, note }: { trace: boolean; note?: string },
): Outcome[] {
	return draft.entries.map((decision, index) => {
		const fate =
			sent instanceof Error
				? { status: 'failed' as const, reason: 'feed-not-taken', message: `Not sent: ${sent.message}` }
				: {
						status: 'submitted' as const,
						...sent,
						messageId: index + 1,
						...(note !== undefined && { note }),
					};
		return { item: decision.item, ...present(decision, fate, trace) };
	});
}
