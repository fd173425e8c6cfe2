import type { IDataObject } from 'n8n-workflow';

import { alignRows, type Columns } from '../../n8n/columns';
import type { Outcome } from '../../n8n/operation';
import { SAYS } from '../../n8n/summary';
import { compilePath } from '../../rules/item/attribute';
import { orderStepsText } from '../../rules/verdict/orderStepsText';
import type { TraceStep } from '../../rules/verdict/verdict';

/** The input fields that an answer keeps. */
export function keptOf(json: IDataObject, fields: readonly string[]): IDataObject {
	const kept: IDataObject = {};
	for (const field of fields) {
		const value = compilePath(field, 'Fields to Keep')(json);
		if (value !== undefined) kept[field] = value;
	}
	return kept;
}

/** Where a message is, once it was sent in a feed. */
export const FEED_IDS: readonly string[] = ['feedId', 'feedDocumentId', 'messageId', 'feedMessages'];

/** What an item is answered beside its fate. */
export interface Answer {
	columns: Columns;
	amazonOrderId: string;
	kept: IDataObject;
	facts: IDataObject;
	/** The rules' steps, where somebody asks for them or the item is held. */
	trace: readonly TraceStep[];
}

export interface Fate {
	status: string;
	/** Why, in a sentence. */
	message?: string;
	/** Why, in one word that workflows can branch on. */
	reason?: string;
	/** Amazon's ids, under the names of the columns. */
	ids?: IDataObject;
}

/** What comes next after a feed of orders, for the hint after a run. */
export const FEED_NEXT = {
	submitted:
		'Amazon needs some minutes; ask with Feed: Get Result (Amazon Listings), or be told by the Amazon Trigger.',
	ready: SAYS.ready,
	done: '',
	held: SAYS.held,
	failed: SAYS.failed,
	unclear: SAYS.unclear,
};

/** The item's JSON: its fate in front, then the fields it keeps, what the rules made of it and Amazon's ids. */
export function toJson(
	{ columns, amazonOrderId, kept, facts, trace }: Answer,
	{ status, message, reason, ids }: Fate,
): IDataObject {
	const steps = orderStepsText(trace);
	const row = { ...kept, ...facts, steps, ...ids, status, amazonOrderId, message, reason };
	const [aligned = row] = alignRows([row], columns);
	return aligned;
}

/** Something of the store that was not sent, and why. */
export function held(item: number, answer: Answer, { reason, message }: Omit<Fate, 'status'>): Outcome {
	return { item, json: toJson(answer, { status: 'held', reason, message }) };
}

/** A value of the item cannot stand in a message to Amazon. */
export function notAllowed(item: number, answer: Answer, { message }: { message: string }): Outcome {
	return held(item, answer, { reason: 'value-not-allowed', message });
}

/** Amazon has it already: nothing was sent, and that is a success. */
export function alreadyDone(item: number, answer: Answer, message: string): Outcome {
	return { item, json: toJson(answer, { status: 'done', message }) };
}
