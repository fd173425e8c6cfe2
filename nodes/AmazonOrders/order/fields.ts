import type { INodeProperties } from 'n8n-workflow';

import { asFieldName, asFieldNames } from '../../n8n/forms/fieldNames';
import { ORDER_ID_PATTERN } from '../../rules/item/orderId';

/** One order, from a list of the latest or by its id. */
export const orderId: INodeProperties = {
	displayName: 'Order',
	name: 'orderId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchOrders' },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 111-1111111-1111111',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: `\\s*${ORDER_ID_PATTERN}\\s*`,
						errorMessage: "Amazon's order IDs look like 111-1111111-1111111",
					},
				},
			],
		},
	],
	description: "Amazon's order",
};

/** For bulk operations: the name of the input field that holds Amazon's order id. */
export const orderIdField: INodeProperties = asFieldName({
	displayName: 'Amazon Order ID Field',
	name: 'orderIdField',
	type: 'string',
	required: true,
	default: 'amazonOrderId',
	placeholder: 'e.g. amazonOrderId',
	description: "Name of the input field that holds Amazon's order ID",
	hint: 'The name of an input field, not its value: type it, or drag the field here',
	builderHint: {
		propertyHint:
			"Write the name of the field with Amazon's order ID, mostly amazonOrderId and not the store's orderId; no expression and no value. It comes from the Amazon Trigger, Get Many or the table that keeps it with the store's order.",
	},
});

export const keepFields: INodeProperties = asFieldNames({
	displayName: 'Fields to Keep',
	name: 'keepFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. ID, number',
	description: 'Input fields to copy into the answers, separated by commas',
});
