import { parseMoment, toIso } from '../../rules/item/moment';
import { isOrderId } from '../../rules/item/orderId';
import { shown } from '../../rules/verdict/verdict';
import { NOT_IN_XML } from './xml';

/** A value that cannot stand in Amazon's document; `field` names it in the shopkeeper's words. */
export class FieldError extends Error {
	constructor(
		readonly field: string,
		allowed: string,
		given: unknown,
	) {
		super(`${field} is ${shown(given)}, but it must be ${allowed}`);
		this.name = 'FieldError';
	}
}

/** Longest text of most fields, in characters (`String` in Amazon's amzn-base.xsd). */
const FIELD_LENGTH = 50;

/** A text as it is, spaces around it dropped. Throws a `FieldError` rather than change what identifies something. */
export function fieldText(value: unknown, field: string, maxLength = FIELD_LENGTH): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text !== '' && isPlain(text) && [...text].length <= maxLength) return text;
	throw new FieldError(field, `1 to ${maxLength} visible characters`, value);
}

/** The same for a field that may be left out or empty. */
export function optionalFieldText(
	value: string | undefined,
	field: string,
	maxLength?: number,
): string | undefined {
	return isEmpty(value) ? undefined : fieldText(value, field, maxLength);
}

/**
 * A name that only people read: what no document can hold becomes a space, runs of space become one, and the rest
 * behind the 50th character is cut. Undefined when nothing is left.
 */
export function labelText(value: string | undefined): string | undefined {
	const characters = [...(value ?? '')].map((character) => (isPlain(character) ? character : ' '));
	const text = characters.join('').replace(/\s+/g, ' ').trim();
	return [...text].slice(0, FIELD_LENGTH).join('').trim() || undefined;
}

/** Amazon's order id. */
export function orderIdText(value: unknown): string {
	return fitting(value, isOrderId, { field: 'Order ID', allowed: 'like 902-1234567-1234567' });
}

/** Amazon's order item id: 14 digits in the XSD, 15 since 2024; longer ones may follow. */
export function itemIdText(value: unknown): string {
	const allowed = "Amazon's number of 14 or 15 digits";
	return fitting(value, (text) => /^\d{14,20}$/.test(text), { field: 'Order Item ID', allowed });
}

/** `IDNumber`: at most 20 digits. */
export function referenceText(value: string | number | undefined): string | undefined {
	if (isEmpty(value)) return undefined;
	const isReference = (text: string) => /^(?=.*[1-9])\d{1,20}$/.test(text);
	return fitting(String(value), isReference, {
		field: 'Reference',
		allowed: 'a whole number of at most 20 digits',
	});
}

function fitting(
	value: unknown,
	isFit: (text: string) => boolean,
	{ field, allowed }: { field: string; allowed: string },
): string {
	const text = typeof value === 'string' ? value.trim() : '';
	if (isFit(text)) return text;
	throw new FieldError(field, allowed, value);
}

export function quantityText(value: unknown): string {
	if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return String(value);
	throw new FieldError('Quantity', 'a whole number, 1 or more', value);
}

/** A moment as Amazon's documents and calls have it: ISO 8601, UTC. */
export function momentText(value: unknown, field: string): string {
	const moment = parseMoment(value, 'start');
	if (moment !== undefined) return toIso(moment);
	throw new FieldError(field, 'a date and time, like 2026-01-31T08:00:00Z', value);
}

/** One of Amazon's own words. */
export function wordOf<T extends string>(value: unknown, words: readonly T[], field: string): T {
	const word = words.find((one) => one === value);
	if (word !== undefined) return word;
	throw new FieldError(field, `one of ${words.join(', ')}`, value);
}

function isEmpty(value: string | number | undefined): value is undefined {
	return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** No control characters, although XML could hold some of them: they would not come back as they went. */
function isPlain(text: string): boolean {
	return !/\p{Cc}/u.test(text) && !NOT_IN_XML.test(text);
}
