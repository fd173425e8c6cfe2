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
