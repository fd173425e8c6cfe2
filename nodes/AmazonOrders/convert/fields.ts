import type { INodeProperties } from 'n8n-workflow';

import { customerFields } from './customerFields';
import { placementFields, productFields } from './placementFields';
import { storeField } from './storeField';
import { wooCommerceFields } from './wooCommerceFields';
import { optionsOf } from '../../n8n/forms/collections';
import { asFieldName } from '../../n8n/forms/fieldNames';
import { marketplaceFilter } from '../../n8n/forms/marketplaces';
import { multiChannelField, shippedBy, statusOptions } from '../../n8n/forms/orderChoices';

const inputsNotice: INodeProperties = {
	displayName:
		"The second input is optional: your store's products, to check SKUs and stock. Nothing is sent: the steps that create orders follow <b>Import</b>.",
	name: 'convertNotice',
	type: 'notice',
	default: '',
};

const whenMissing: INodeProperties = {
	displayName: 'When a Product Is Missing',
	name: 'whenMissing',
	type: 'options',
	options: [
		{ name: 'Fail the Order', value: 'fail' },
		{
			name: 'Import It, to Be Created',
			value: 'create',
			description: 'The line is marked "createProduct", with title, SKU and ASIN',
		},
		{ name: 'Leave the Line Out', value: 'drop', description: 'The total keeps its amount as an adjustment' },
	],
	default: 'fail',
};

const whenOutOfStock: INodeProperties = {
	displayName: 'When Stock Is Short',
	name: 'whenOutOfStock',
	type: 'options',
	options: [
		{ name: 'Fail the Order', value: 'fail' },
		{ name: 'Import It as a Backorder', value: 'backorder', description: 'The line is marked "backordered"' },
	],
	default: 'fail',
	description:
		'For orders that you ship. Orders that Amazon ships never ask for your stock, and what your store sells on backorder is imported as one.',
};

const cancelOnFail: INodeProperties = {
	displayName: 'Ask Amazon to Cancel Failed Orders',
	name: 'cancelOnFail',
	type: 'boolean',
	default: false,
	description:
		'Whether failed orders carry a cancellation for the Cancel operation, when a product is missing, disabled or out of stock. Only unshipped orders that you ship.',
	builderHint: {
		propertyHint:
			'Leave it off unless the user wants sales cancelled: on, connect the operation Cancel behind the output Failed.',
	},
};

const filters: INodeProperties = {
	displayName: 'Which Orders',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Condition',
	default: {},
	description:
		'Other orders go to the output Skipped, with the reason. Without a condition: paid orders of the last 30 days that are not cancelled.',
	options: [
		{
			displayName: 'Bought in the Last (Days)',
			name: 'lookBackDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: '0 looks back without end',
		},
		multiChannelField,
		marketplaceFilter,
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: statusOptions,
			default: ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'],
		},
	],
};

const orderNumber: INodeProperties = {
	displayName: 'Order Number',
	name: 'orderNumber',
	type: 'options',
	options: [
		{ name: 'Amazon Order ID', value: 'amazonOrderId' },
		{ name: 'Next Number', value: 'nextNumber', description: 'Counted on from a number that you give' },
		{ name: 'The Store Itself', value: 'store', description: 'No number is given; the store counts' },
	],
	default: 'store',
	description: 'What the orders are called in your store',
};

const numberRules: INodeProperties = {
	displayName: 'Number Rules',
	name: 'numberRules',
	type: 'collection',
	placeholder: 'Add Number Rule',
	default: {},
	displayOptions: { show: { orderNumber: ['amazonOrderId', 'nextNumber'] } },
	description: 'Parts are joined by "-", such as AMZ-AFN-US-111-1111111-1111111',
	options: [
		{
			displayName: 'Add Marketplace Code',
			name: 'addMarketplace',
			type: 'boolean',
			default: false,
			description: 'Whether the number says where the order was placed, such as US or DE',
		},
		{
			displayName: 'Add Who Ships (AFN or MFN)',
			name: 'addChannel',
			type: 'boolean',
			default: false,
			description: 'Whether the number says who ships the order',
		},
		{
			displayName: 'Next Number',
			name: 'nextNumber',
			type: 'number',
			default: 1,
			description:
				'The first number of this run, for Order Number: Next Number; the orders after it count on',
		},
		{ displayName: 'Prefix', name: 'prefix', type: 'string', default: '', placeholder: 'e.g. AMZ' },
	],
};

const taxRules: INodeProperties = {
	displayName: 'Tax and Totals',
	name: 'taxRules',
	type: 'collection',
	placeholder: 'Add Tax Rule',
	default: {},
	options: [
		{
			displayName: 'Item Tax',
			name: 'items',
			type: 'options',
			options: [
				{ name: 'Always', value: 'always' },
				{ name: 'Never', value: 'never' },
				{
					name: 'Only for Listed US States',
					value: 'listedStates',
					description: 'Orders shipped to these states; see US States',
				},
			],
			default: 'always',
			description: 'Whether the tax that Amazon names is taken over into the store',
		},
		{
			displayName: 'Shipping Tax',
			name: 'shipping',
			type: 'boolean',
			default: true,
			description: 'Whether the tax on shipping is taken over',
		},
		{
			displayName: 'US States',
			name: 'states',
			type: 'string',
			default: 'GA, FL, NC',
			description: 'Codes or names, separated by commas; for Item Tax: Only for Listed US States',
		},
		{
			displayName: 'When Totals Differ',
			name: 'onTotalsDiffer',
			type: 'options',
			options: [
				{ name: 'Add an Adjustment Line', value: 'adjust', description: 'The total is always what was paid' },
				{ name: 'Fail the Order', value: 'fail' },
			],
			default: 'adjust',
		},
	],
};

const options = optionsOf(
	{
		displayName: 'Explain Every Order',
		name: 'trace',
		type: 'boolean',
		default: false,
		description: 'Whether to show every step of the rules for imported orders too',
	},
	asFieldName({
		displayName: 'Store Orders Field',
		name: 'knownField',
		type: 'string',
		default: '',
		placeholder: 'e.g. storeOrders',
		description:
			'Input field with the store\'s orders that were found for it: a list of {"number", "amazonOrderId"}. An order that is among them is skipped; a number of another order gets -2, -3.',
	}),
);

export const convertFields: INodeProperties[] = [
	inputsNotice,
	storeField,
	shippedBy,
	whenMissing,
	whenOutOfStock,
	cancelOnFail,
	orderNumber,
	filters,
	numberRules,
	customerFields,
	placementFields,
	wooCommerceFields,
	taxRules,
	productFields,
	options,
];
