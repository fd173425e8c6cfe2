import type { IDataObject } from 'n8n-workflow';

import { notAllowed, toJson } from './answer';
import { submitMessages, type OrderMessage } from './feedRun';
import { judgeAll, type Judgement, type OrderChange } from './judge';
import { isDryRun } from './rows';
import { tryText } from '../../amazon/feeds/tryText';
import type { FeedType } from '../../amazon/tables/feedTypes';
import type { Context, Outcome } from '../../n8n/operation';

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
	if (!isDryRun(context)) {
		return await submitMessages(context, feedType, messages);
	}
	return messages.map(({ item, answer, text }) => {
		return { item, json: toJson(answer, { status: 'ready', ids: { wouldSend: text } }) };
	});
}
