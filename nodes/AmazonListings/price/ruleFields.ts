import type { INodeProperties } from 'n8n-workflow';

export const adjustments: INodeProperties = {
	displayName: 'Adjust Price',
	name: 'adjustments',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Adjustment' },
	default: {},
	description: 'Changes to the price, one after the other, each on the result of the one before',
	options: [
		{
			displayName: 'Adjustment',
			name: 'adjustment',
			values: [
				{
					displayName: 'Change',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Decrease by Fixed Percentage', value: 'subtractPercent' },
						{ name: 'Decrease by Fixed Price', value: 'subtractFixed' },
						{ name: 'Increase by Fixed Percentage', value: 'addPercent' },
						{ name: 'Increase by Fixed Price', value: 'addFixed' },
					],
					default: 'addPercent',
				},
				{
					displayName: 'Value or Field',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 5 or markup',
					description: 'A number, or the name of the input field that holds it',
				},
			],
		},
	],
};

export const exchangeRates: INodeProperties = {
	displayName: 'Exchange Rates',
	name: 'exchangeRates',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Rate' },
	default: {},
	description: "How the store's currency becomes the marketplace's",
	options: [
		{
			displayName: 'Rate',
			name: 'rate',
			values: [
				{ displayName: 'From', name: 'from', type: 'string', default: '', placeholder: 'e.g. EUR' },
				{
					displayName: 'Rate',
					name: 'factor',
					type: 'string',
					default: '',
					placeholder: 'e.g. 0.84',
					description: 'How much of the second currency one unit of the first is worth',
				},
				{ displayName: 'To', name: 'to', type: 'string', default: '', placeholder: 'e.g. GBP' },
			],
		},
	],
};

export const sale: INodeProperties = {
	displayName: 'Sale Price',
	name: 'sale',
	type: 'fixedCollection',
	default: {},
	description:
		'Send a sale price with its dates. Items without a sale, or with one that is over, get the regular price. An end without a time, or at 00:00 as Magento keeps days, means the whole of that day: a sale until 30 November ends at midnight after it.',
	options: [
		{
			displayName: 'Sale',
			name: 'rule',
			values: [
				{
					displayName: 'End Field',
					name: 'end',
					type: 'string',
					default: 'saleEnd',
					description:
						'Name of the input field with the end; a day without a time is the last day of the sale',
				},
				{
					displayName: 'Sale Lasts (Days)',
					name: 'lastsDays',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 30,
					description: 'For items that have a sale price and no end',
				},
				{ displayName: 'Sale Price Field', name: 'source', type: 'string', default: 'salePrice' },
				{ displayName: 'Start Field', name: 'start', type: 'string', default: 'saleStart' },
			],
		},
	],
};

export const vat: INodeProperties = {
	displayName: 'VAT',
	name: 'tax',
	type: 'fixedCollection',
	default: {},
	options: [
		{
			displayName: 'VAT',
			name: 'rule',
			values: [
				{
					displayName: 'Change',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Add VAT', value: 'add' },
						{ name: 'Remove VAT', value: 'remove' },
					],
					default: 'add',
				},
				{
					displayName: 'Percentage or Field',
					name: 'percent',
					type: 'string',
					default: '19',
					description: 'A number, or the name of the input field that holds it',
				},
			],
		},
	],
};
