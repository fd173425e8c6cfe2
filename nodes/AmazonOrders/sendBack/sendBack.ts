import type { IDataObject } from 'n8n-workflow';

import { notAllowed, toJson, type Answer } from './answer';
import { judgeAll, type Judgement, type OrderChange } from './judge';
import { isDryRun } from './rows';
import { tryText } from '../../amazon/feeds/tryText';
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

/** What makes feed messages of one type out of input items. */
export interface SendBack<C extends OrderChange> extends Judgement<C> {
	feedType: FeedType;
	/** The message's XML; throws a `FieldError` for what cannot stand in it. */
	write(change: C): string;
}

/** Judges every item and sends what may go in one feed; every item is answered. */
export async function sendBack<C extends OrderChange>(
	context: Context,
	items: readonly IDataObject[],
	kind: SendBack<C>,
): Promise<Outcome[]> {
	const { ready, others } = await judgeAll(context, items, kind);
	const outcomes: Outcome[] = [...others];
	const messages: OrderMessage[] = [];
	for (const { item, change, answer } of ready) {
		const text = tryText(() => kind.write(change));
		if (typeof text === 'string') messages.push({ item, text, answer });
		else outcomes.push(notAllowed(item, answer, text));
	}
	return [...outcomes, ...(await sendOrShow(context, kind.feedType, messages))];
}

/** Sends the messages, or with Dry Run shows them. */
export async function sendOrShow(
	context: Context,
	feedType: FeedType,
	messages: readonly OrderMessage[],
): Promise<Outcome[]> {
	return isDryRun(context) ? messages.map(show) : await send(context, feedType, messages);
}

function show({ item, answer, text }: OrderMessage): Outcome {
	return { item, json: toJson(answer, { status: 'ready', ids: { wouldSend: text } }) };
}

/** Every item is answered; when Amazon surely took none of them, all fail with its error. */
async function send(
	context: Context,
	feedType: FeedType,
	messages: readonly OrderMessage[],
): Promise<Outcome[]> {
	const { marketplaceIds } = context.account;
	const textOf = ({ text }: OrderMessage) => text;
	try {
		const sent = await submitFeeds(context, messages, { feedType, marketplaceIds, textOf, noun: 'messages' });
		return sent.map(({ entry: { item, answer }, fate }) => {
			const { status, message, reason, ...ids } = fate;
			return { item, json: toJson(answer, { status, message, reason, ids }) };
		});
	} catch (reason) {
		const error = toError(reason);
		return messages.map(({ item }) => ({ item, error }));
	}
}
