import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { toPlainNumber, toPlainPercent } from './forms/numberText';
import { isRecord } from '../rules/item/record';
import { ConfigError } from '../rules/verdict/verdict';

/**
 * Reads the node's parameters. One that holds no expression is read once for the whole run, which matters
 * with thousands of items: n8n's evaluation costs about 0.2 ms each.
 */
export class Params {
	private readonly readOnce = new Map<string, unknown>();
	private readonly varying = new Map<string, boolean>();

	constructor(private readonly n8n: IExecuteFunctions) {}

	/** Whether the parameter's value may differ from item to item. */
	varies(name: string): boolean {
		const known = this.varying.get(name);
		if (known !== undefined) return known;
		const varies = holdsExpression(this.n8n.getNode().parameters[name]);
		this.varying.set(name, varies);
		return varies;
	}

	value(name: string, item: number, fallback?: unknown): unknown {
		if (this.varies(name)) return this.n8n.getNodeParameter(name, item, fallback);
		if (!this.readOnce.has(name)) this.readOnce.set(name, this.n8n.getNodeParameter(name, 0, fallback));
		return this.readOnce.get(name);
	}

	/** Text, trimmed; numbers become text. Empty when missing. */
	text(name: string, item: number): string {
		return toText(this.value(name, item, '')).trim();
	}

	/** A date as text: as it is typed, or as an expression made it (`$now`, a `Date`), in ISO 8601. */
	date(name: string, item: number): string {
		const value = this.value(name, item, '');
		return toText(isDate(value) ? value.toJSON() : value).trim();
	}

	flag(name: string, item: number, fallback = false): boolean {
		return this.value(name, item, fallback) === true;
	}

	number(name: string, item: number, fallback: number): number {
		const value = Number(this.value(name, item, fallback));
		return Number.isFinite(value) ? value : fallback;
	}

	list(name: string, item: number): string[] {
		return toList(this.value(name, item, []));
	}

	/** A collection's values. */
	group(name: string, item: number): IDataObject {
		return toGroup(this.value(name, item, {}));
	}

	/** The chosen value of a resource locator, or plain text. */
	locator(name: string, item: number): string {
		const value = this.value(name, item, '');
		return toText(isGroup(value) ? value.value : value).trim();
	}
}

/** Text of what is text, a number or a flag; everything else is no text. */
export function toText(value: unknown): string {
	return typeof value === 'string'
		? value
		: typeof value === 'number' || typeof value === 'boolean'
			? String(value)
			: '';
}

/** The same, trimmed; undefined of a field that stayed empty. */
export function optionalText(value: unknown): string | undefined {
	const text = toText(value).trim();
	return text === '' ? undefined : text;
}

/**
 * A number of the form, also typed as text: with a decimal comma, and where the form asks for a percentage with its sign.
 * Throws a `ConfigError` with the form's `label` and what was typed.
 */
export function toNumber(value: unknown, label: string): number {
	const text = typeof value === 'boolean' ? '' : toText(value);
	const plain = /%|percent/i.test(label) ? toPlainPercent(text) : toPlainNumber(text);
	if (plain !== undefined) return Number(plain);
	throw new ConfigError(label, 'a number such as 5 or 1.5', value ?? null);
}

/** The same; undefined of a field that stayed empty. */
export function optionalNumber(value: unknown, label: string): number | undefined {
	return value === undefined || value === null || value === '' ? undefined : toNumber(value, label);
}

export function isGroup(value: unknown): value is IDataObject {
	return isRecord(value);
}

export function toGroup(value: unknown): IDataObject {
	return isGroup(value) ? value : {};
}

/** The entries of a fixed collection with several values, e.g. `{entry: [{...}, {...}]}`. */
export function toEntries(value: unknown, entry: string): IDataObject[] {
	const entries: unknown = toGroup(value)[entry];
	if (Array.isArray(entries)) return (entries as unknown[]).filter(isGroup);
	return isGroup(entries) ? [entries] : [];
}

/** Whether somebody wrote something into an entry: forms show an empty one to begin with. */
export function isFilled(entry: IDataObject): boolean {
	return Object.values(entry).some((value) => toText(value).trim() !== '');
}

/** A list of texts from a list or from text separated by commas. */
export function toList(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : toText(value).split(',');
	return parts.map((part) => toText(part).trim()).filter((part) => part !== '');
}

/** A `Date` or Luxon's `DateTime`, whose class is n8n's own; both say when they are none. */
function isDate(value: unknown): value is { toJSON(): unknown } {
	return isRecord(value) && 'toJSON' in value && typeof value.toJSON === 'function';
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (Array.isArray(value)) return value.some(holdsExpression);
	return isGroup(value) && Object.values(value).some(holdsExpression);
}
