import type { INodeProperties } from 'n8n-workflow';

import { keepFields } from '../order/fields';
import { optionsOf } from '../../n8n/forms/collections';
import { asFieldName, namedFields, type NamedField } from '../../n8n/forms/fieldNames';
import type { Params } from '../../n8n/params';
import { dryRun, explain } from '../../n8n/forms/sendOptions';

/** The collection of further field names of an operation that sends something back to Amazon. */
export function moreFields(...fields: INodeProperties[]): INodeProperties {
	return {
		displayName: 'More Fields',
		name: 'moreFields',
		type: 'collection',
		placeholder: 'Add Field Name',
		default: {},
		description: 'Where the input keeps the rest, if it is not under these names',
		options: fields,
	};
}

/** @param fallback the field's own name in the input, when it is not the parameter's */
export function fieldName(
	displayName: string,
	name: string,
	description: string,
	fallback = name,
): INodeProperties {
	return asFieldName({ displayName, name, type: 'string', default: fallback, description });
}

/** Begins the label of a field that is looked for in the row's lines. */
const OF_LINES = 'Line: ';

/** The fields of the rows that a collection names, of those that somebody has added; not those of their lines. */
export function rowFields(params: Params, collection: INodeProperties): NamedField[] {
	const named = namedFields(collection, params.group(collection.name, 0));
	return named.filter(([label]) => !label.startsWith(OF_LINES));
}

export const lineFieldNames: INodeProperties[] = [
	fieldName('Line: Amazon Item ID Field', 'itemId', "In each line: Amazon's order item ID"),
	fieldName('Line: Quantity Field', 'quantity', 'In each line: how many units'),
	fieldName(
		'Line: SKU Field',
		'sku',
		'In each line: the SKU at Amazon, where the Amazon item ID is not known',
	),
];

export function sendBackOptions(...more: INodeProperties[]): INodeProperties {
	return optionsOf(...more, dryRun, explain, keepFields);
}
