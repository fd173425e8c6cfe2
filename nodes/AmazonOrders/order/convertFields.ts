import type { INodeProperties } from 'n8n-workflow';

import { addressFields, customerFields } from './customerFields';
import { placementFields, productFields } from './placementFields';
import { storeField } from './storeField';
import { wooCommerceFields } from './wooCommerceFields';
import { optionsOf } from '../../n8n/collections';
import { marketplaceFilter } from '../../n8n/marketplaces';
import { multiChannelField, statusOptions } from '../../n8n/orderChoices';

const inputsNotice: INodeProperties = {
	displayName:
		"First input: Amazon's orders, from the Amazon Trigger, Get or Get Many. Second input, if you like: products of your store; then every SKU is looked up and its stock checked. Nothing is sent anywhere: connect the steps that create the orders to <b>Import</b>, and what happens to the others to <b>Failed</b> and <b>Skipped</b>.",
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
};

const filters: INodeProperties = {
	displayName: 'Which Orders',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add condition',
	default: {},
	description: 'Other orders go to the output Skipped, with the reason',
	options: [
		{
			displayName: 'Bought in the Last (Days)',
			name: 'lookBackDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: '0 looks back without end',
		},
		marketplaceFilter,
		{
			displayName: 'Shipped By',
			name: 'channel',
			type: 'options',
			options: [
				{ name: 'Amazon or Merchant', value: 'all' },
				{ name: 'Amazon (AFN, FBA)', value: 'AFN' },
				{ name: 'Merchant (MFN, FBM)', value: 'MFN' },
			],
			default: 'all',
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: statusOptions,
			default: ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'],
		},
	],
};

const numberRules: INodeProperties = {
	displayName: 'Order Number',
	name: 'numberRules',
	type: 'collection',
	placeholder: 'Add rule',
	default: {},
	description: 'Parts are joined by "-", such as AMZ-AFN-US-111-1111111-1111111',
	options: [
		{
			displayName: 'Add Channel (AFN or MFN)',
			name: 'addChannel',
			type: 'boolean',
			default: false,
			description: 'Whether the number says who ships the order',
		},
		{
			displayName: 'Add Marketplace Code',
			name: 'addMarketplace',
			type: 'boolean',
			default: false,
			description: 'Whether the number says where the order was placed, such as US or DE',
		},
		{
			displayName: 'Next Number',
			name: 'nextNumber',
			type: 'number',
			default: 1,
			description: 'The first number of this run, for Number From: Next Number; the orders after it count on',
		},
		{
			displayName: 'Number From',
			name: 'base',
			type: 'options',
			options: [
				{ name: 'Amazon Order ID', value: 'amazonOrderId' },
				{ name: 'Next Number', value: 'nextNumber' },
				{ name: 'The Store Itself', value: 'store', description: 'No number is given; the store counts' },
			],
			default: 'store',
		},
		{ displayName: 'Prefix', name: 'prefix', type: 'string', default: '', placeholder: 'e.g. AMZ' },
		{
			displayName: 'Store Orders Field',
			name: 'knownField',
			type: 'string',
			default: '',
			placeholder: 'e.g. storeOrders',
			description:
				'Input field with the store\'s orders that were found for it: a list of {"number", "amazonOrderId"}. An order that is among them is skipped; a number of another order gets -2, -3.',
		},
	],
};

const taxRules: INodeProperties = {
	displayName: 'Tax and Totals',
	name: 'taxRules',
	type: 'collection',
	placeholder: 'Add rule',
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
	multiChannelField,
);

export const convertFields: INodeProperties[] = [
	inputsNotice,
	storeField,
	whenMissing,
	whenOutOfStock,
	cancelOnFail,
	filters,
	numberRules,
	customerFields,
	addressFields,
	taxRules,
	placementFields,
	productFields,
	wooCommerceFields,
	options,
];
