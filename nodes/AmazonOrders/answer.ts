import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../n8n/operation';
import { compilePath } from '../rules/attribute';

/** The input fields that an answer keeps. */
export function keptOf(json: IDataObject, fields: readonly string[]): IDataObject {
	const kept: IDataObject = {};
	for (const field of fields) {
		const value = compilePath(field, 'Fields to Keep')(json);
		if (value !== undefined) kept[field] = value;
	}
	return kept;
}

/** What an item is answered: what it is about, what becomes of it (where people look first), and the rest. */
export interface Answer {
	/** Kept fields and Amazon's order id. */
	head: IDataObject;
	/** What the rules made of the item. */
	facts: IDataObject;
}

export interface Fate extends IDataObject {
	status: string;
	/** Why, in one word that workflows can branch on. */
	reason: string | null;
	/** Why, in a sentence. */
	message: string | null;
}

/** The item's JSON: its fate stands beside the order id, before everything long. */
export function toJson({ head, facts }: Answer, { status, reason, message, ...rest }: Fate): IDataObject {
	return { ...head, status, reason, message, ...facts, ...rest };
}

/** Anything of the store that was not sent, and why; `trace` shows the rule's steps. */
export function held(
	item: number,
	json: IDataObject,
	hold: { reason: string; message: string; trace?: readonly object[] },
): Outcome {
	const { reason, message, trace } = hold;
	return {
		item,
		json: { ...json, status: 'held', reason, message, ...(trace && { trace: [...trace] as IDataObject[] }) },
	};
}

/** A value of the item cannot stand in a message to Amazon. */
export function notAllowed(item: number, json: IDataObject, { message }: { message: string }): Outcome {
	return held(item, json, { reason: 'value-not-allowed', message });
}

/** Amazon has it already: nothing was sent, and that is a success. */
export function alreadyDone(item: number, json: IDataObject, message: string): Outcome {
	return { item, json: { ...json, status: 'done', reason: null, message } };
}
