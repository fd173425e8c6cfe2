import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Context } from '../operation';
import { toText } from '../params';
import { compilePath } from '../../rules/item/attribute';
import { shown } from '../../rules/verdict/verdict';

/** More names than these help nobody to find the right one; a hint above the output has less room. */
const NAMES_SHOWN = 20;
const NAMES_IN_HINT = 8;

/** Items of one source are alike: the first ones show what they all have. */
const ITEMS_LOOKED_AT = 10;

/** The form names an input field that not a single item has. */
export class FieldMissing extends Error {
	constructor(
		readonly label: string,
		readonly path: string,
		names: readonly string[],
	) {
		super(`No item has a field ${shown(path)} (${label}). ${tell(names)}`);
		this.name = 'FieldMissing';
	}
}

/**
 * Makes sure that the field a parameter names exists: a typing slip stops the run, instead of holding every item.
 * @param label what the form calls the parameter
 * @throws FieldMissing when there are items and none of them has the field, be it empty
 * @throws ConfigError when `path` is empty
 */
export function requireField(items: readonly IDataObject[], path: string, label: string): void {
	const isMissing = isInNoItem(items, path, label);
	if (items.length > 0 && isMissing) throw new FieldMissing(label, path, namesOf(items));
}

/** Whether not a single item has the field; one that is there and empty is. @throws ConfigError when `path` is empty */
export function isInNoItem(items: readonly IDataObject[], path: string, label: string): boolean {
	const read = compilePath(path, label);
	return !items.some((item) => read(item) !== undefined);
}

/** A parameter of the form and the input field that it names. */
export type NamedField = readonly [label: string, path: string];

/** The input fields that a collection names, of those of its fields that somebody has added. */
export function namedFields({ options = [] }: INodeProperties, added: IDataObject): NamedField[] {
	return options.flatMap((option): NamedField[] => {
		if (!('requiresDataPath' in option) || option.requiresDataPath !== 'single') return [];
		const path = toText(added[option.name]).trim();
		return path === '' ? [] : [[option.displayName, path]];
	});
}

/**
 * Says above the output which fields of those that the form names no item has: a rule without its field does nothing, and
 * lines that nobody finds are the whole order. Only to whoever runs the step by hand.
 */
export function hintAtMissingFields(
	{ n8n }: Pick<Context, 'n8n'>,
	items: readonly IDataObject[],
	named: readonly NamedField[],
): void {
	if (n8n.getMode() !== 'manual' || items.length === 0) return;
	const missing = named.filter(([label, path]) => isInNoItem(items, path, label));
	if (missing.length === 0) return;
	const fields = missing.map(([label, path]) => `${shown(path)} (${label})`).join(', ');
	n8n.addExecutionHints({
		message: `No item has a field ${fields}. ${tell(namesOf(items), NAMES_IN_HINT)}`,
		location: 'outputPane',
	});
}

/** What an automation builder is told where the field itself says nothing better. */
const ONE_NAME =
	'Write the name of a field of the input items, or a path such as variants.0.price; no expression and no value. Leave the default if the node before gives that name, or rename the field there.';
const SEVERAL_NAMES =
	'Write names of fields of the input items, separated by commas; no expressions and no values.';

/** A parameter that names an input field: dragging a field onto it writes the field's path, not an expression. */
export function asFieldName(field: INodeProperties): INodeProperties {
	return { builderHint: { propertyHint: ONE_NAME }, ...field, requiresDataPath: 'single' };
}

/** The same for several names, separated by commas. */
export function asFieldNames(field: INodeProperties): INodeProperties {
	return { builderHint: { propertyHint: SEVERAL_NAMES }, ...field, requiresDataPath: 'multiple' };
}

function namesOf(items: readonly IDataObject[]): string[] {
	return [...new Set(items.slice(0, ITEMS_LOOKED_AT).flatMap((item) => Object.keys(item)))];
}

function tell(names: readonly string[], most = NAMES_SHOWN): string {
	if (names.length === 0) return 'The items have no fields at all.';
	const more = names.length > most ? ` and ${names.length - most} more` : '';
	return `The items have: ${names.slice(0, most).join(', ')}${more}.`;
}
