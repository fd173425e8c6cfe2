import type { INode } from 'n8n-workflow';
import { step, type Behaviour, type Place } from './step';

/** A field that a step sets: n8n's id of it, its name, its value, and n8n's type unless the value tells it. */
export type Field = [id: string, name: string, value: string | number | boolean, type?: string];

/** Adds fields to every item, such as the settings of a workflow; `alone` drops the fields it had. */
export function setFields(
	name: string,
	{ fields, alone, ...place }: Place & Behaviour & { fields: Field[]; alone?: true },
): INode {
	const assignments = fields.map(([id, field, value, type = typeof value]) => ({
		...{ id, name: field, value, type },
	}));
	const rest = alone
		? { includeOtherFields: false, options: {} }
		: { includeOtherFields: true, options: {}, include: 'all' };
	const parameters = { mode: 'manual', duplicateItem: false, assignments: { assignments }, ...rest };
	return step('set', name, { ...place, parameters });
}

/** Starts a workflow again and again: after so many minutes, at a minute of each hour, or at an hour of each day. */
export function every(
	name: string,
	{
		minutes,
		minuteOfHour,
		hourOfDay,
		...place
	}: Place & { minutes?: number; minuteOfHour?: number; hourOfDay?: number },
): INode {
	const interval =
		minutes !== undefined
			? { field: 'minutes', minutesInterval: minutes }
			: hourOfDay !== undefined
				? { field: 'days', daysInterval: 1, triggerAtHour: hourOfDay, triggerAtMinute: 0 }
				: { field: 'hours', hoursInterval: 1, triggerAtMinute: minuteOfHour ?? 0 };
	return step('scheduleTrigger', name, { ...place, parameters: { rule: { interval: [interval] } } });
}

/** A step that does nothing: the end of a branch, or the place for a person's own step. */
export function nothing(name: string, place: Place): INode {
	return step('noOp', name, place);
}

/** Starts when a person says so. */
export function byHand(name: string, place: Place): INode {
	return step('manualTrigger', name, place);
}

/** The answer to a webhook: its HTTP status and its text. */
export function answer(
	name: string,
	{ status, text, ...place }: Place & { status: number; text: string },
): INode {
	const parameters = { respondWith: 'text', responseBody: text, options: { responseCode: status } };
	return step('respondToWebhook', name, { ...place, parameters });
}

/** A webhook that waits for a step `answer` and keeps the raw bytes, which the store has signed. */
export function webhook(
	name: string,
	{ path, ...place }: Place & { path: string; webhookId: string },
): INode {
	const parameters = { httpMethod: 'POST', path, responseMode: 'responseNode', options: { rawBody: true } };
	return step('webhook', name, { ...place, parameters });
}

/** The signature that the webhook before it should have, in the field `signature`. */
export function signature(name: string, place: Place & Behaviour): INode {
	const parameters = {
		...{ action: 'hmac', binaryData: true, binaryPropertyName: 'data', type: 'SHA256' },
		...{ dataPropertyName: 'signature', encoding: 'base64' },
	};
	return step('crypto', name, { ...place, parameters });
}
