import { jsonParse, type IDataObject } from 'n8n-workflow';

import { OFFER_COLUMNS } from './columns';
import { offerFields } from './fields';
import { answerOf } from './answer';
import { decide } from './preview';
import { BULK_WITHOUT_BRAKES } from './risks';
import { divide, sendingText, type Sending } from './sending';
import { settingsReader, toRunOptions, type RunOptions } from './settings';
import { planChunkSize } from '../../amazon/feeds/chunkSize';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { submitFeeds } from '../../n8n/submitFeeds';
import { SAYS } from '../../n8n/summary';

const ANSWER_COMES =
	'Amazon needs 15 to 30 minutes; ask with Feed: Get Result, or be told by the Amazon Trigger.';

/** What comes next, for the hint after a run. */
const NEXT = {
	submitted: ANSWER_COMES,
	partly: ANSWER_COMES,
	held: SAYS.held,
	superseded: SAYS.superseded,
	ready: SAYS.ready,
	failed: SAYS.failed,
	unclear: SAYS.unclear,
};

/** Sends all items to Amazon in as few feeds as the limits ask for; one answer for every item. */
export const submit: BatchOperation = {
	value: 'submit',
	name: 'Submit',
	action: 'Submit prices and stock',
	description: 'Send many items at once in a feed, which Amazon usually works through in 15 to 30 minutes',
	builderHint:
		"Connect store products or queue rows before it, one item per SKU, thousands at a time. Keep feedId, messageId and sku of its answers: Amazon Trigger (Feed Finished) or Feed: Get Result gives Amazon's answer later.",
	fields: offerFields('submit'),
	risks: [BULK_WITHOUT_BRAKES],
	columns: OFFER_COLUMNS,
	next: NEXT,
	async batch(context, items) {
		const options = toRunOptions(settingsReader(context)(0));
		const { held, sending } = divide(decide(context, items));
		const sent = options.dryRun
			? sending.map((decision) => dryRun(decision, options))
			: await sendAll(context, sending, options);
		return [...held, ...sent];
	},
};

function dryRun(decision: Sending, { trace }: RunOptions): Outcome {
	const wouldSend = jsonParse<IDataObject>(`{${sendingText(decision)}`);
	return { item: decision.item, ...answerOf(decision, { status: 'ready', wouldSend }, trace) };
}

/** An answer for every item; throws when Amazon surely took none of them. */
async function sendAll(
	context: Context,
	sending: readonly Sending[],
	options: RunOptions,
): Promise<Outcome[]> {
	const { chunkSize, note } = planChunks(sending, options);
	if (note !== undefined) context.n8n.addExecutionHints({ message: note, location: 'outputPane' });
	const { separateMarketplaces, trace } = options;
	const sent = await submitFeeds(context, sending, {
		...{ feedType: JSON_LISTINGS_FEED, chunkSize, separateMarketplaces, noun: 'items' },
		marketplaceIdOf: ({ marketplace }) => marketplace.id,
		textOf: sendingText,
	});
	return sent.map(({ entry, fate }) => {
		const noted = note !== undefined && fate.status === 'submitted' ? { ...fate, note } : fate;
		return { item: entry.item, ...answerOf(entry, noted, trace) };
	});
}

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
