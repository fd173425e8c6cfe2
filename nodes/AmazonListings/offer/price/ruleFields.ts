import type { INodeProperties } from 'n8n-workflow';

import { asFieldName } from '../../../n8n/forms/fieldNames';

export const currencyField: INodeProperties = asFieldName({
	displayName: 'Currency Field',
	name: 'currencyField',
	type: 'string',
	default: 'currency',
	description: "Name of the input field that holds the item's currency, such as EUR",
});

export const storeCurrency: INodeProperties = {
	displayName: 'Store Currency',
	name: 'storeCurrency',
	type: 'string',
	default: 'EUR',
	description:
		"Currency of items that name none. Without this, the price counts as the marketplace's currency.",
};

export const rateField: INodeProperties = asFieldName({
	displayName: 'Exchange Rate Field',
	name: 'rateField',
	type: 'string',
	default: 'exchangeRate',
	description: "Name of the input field that holds the item's own exchange rate; it wins over the table",
});

/**
 * Texts, not lists of entries: n8n adds such a list to a collection empty, and drops an empty one when the next rule is added.
 */
export const adjustments: INodeProperties = {
	displayName: 'Further Price Changes',
	name: 'adjustments',
	type: 'string',
	default: '',
	placeholder: 'e.g. +2.50; -3 %',
	description:
		'After Change Price By, one after the other and separated by semicolons, each on the result of the one before',
	builderHint: {
		propertyHint:
			'Write signed changes separated by semicolons, such as +2.50; -3 %, each on the result of the one before. A single change belongs in Change Price By.',
	},
};

export const exchangeRates: INodeProperties = {
	displayName: 'Exchange Rates',
	name: 'exchangeRates',
	type: 'string',
	default: '',
	placeholder: 'e.g. EUR>GBP 0.84; EUR>PLN 4.30',
	description:
		"How the store's currency becomes the marketplace's: how much of the second currency one unit of the first is worth. Several are separated by semicolons.",
	builderHint: {
		propertyHint:
			'Write pairs such as EUR>GBP 0.84; EUR>PLN 4.30, and set Store Currency or Currency Field too. For rates that change daily, connect a node that adds the rate to the items, and use Exchange Rate Field.',
	},
};

export const sale: INodeProperties = {
	displayName: 'Sale Price',
	name: 'sale',
	type: 'fixedCollection',
	default: { rule: { source: 'salePrice', start: 'saleStart', end: 'saleEnd', lastsDays: 30 } },
	description:
		'Send a sale price with its dates. Items without a sale, or with one that is over, get the regular price. An end without a time, or at 00:00 as Magento keeps days, means the whole of that day: a sale until 30 November ends at midnight after it.',
	options: [
		{
			displayName: 'Sale',
			name: 'rule',
			values: [
				asFieldName({
					displayName: 'Sale Price Field',
					name: 'source',
					type: 'string',
					default: 'salePrice',
				}),
				asFieldName({ displayName: 'Start Field', name: 'start', type: 'string', default: 'saleStart' }),
				asFieldName({
					displayName: 'End Field',
					name: 'end',
					type: 'string',
					default: 'saleEnd',
					description:
						'Name of the input field with the end; a day without a time is the last day of the sale',
				}),
				{
					displayName: 'Sale Lasts (Days)',
					name: 'lastsDays',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 30,
					description: 'For items that have a sale price and no end',
					builderHint: {
						propertyHint: 'Write a number of days; it counts for items with a sale price and no end.',
					},
				},
			],
		},
	],
};

export const vat: INodeProperties = {
	displayName: 'VAT',
	name: 'tax',
	type: 'fixedCollection',
	default: { rule: { kind: 'add', percent: '19' } },
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
					displayName: 'Percentage',
					name: 'percent',
					type: 'string',
					default: '19',
					placeholder: 'e.g. 19 % or vatRate',
					description: 'A number, or the name of the input field that holds it',
					builderHint: {
						propertyHint:
							'Write a number such as 19, or the name of an input field that holds the percentage.',
					},
				},
			],
		},
	],
};
