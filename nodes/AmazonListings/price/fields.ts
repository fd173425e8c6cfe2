import type { INodeProperties } from 'n8n-workflow';

import { businessPrice, quantityDiscounts } from './businessFields';
import { rounding } from './roundingField';
import { adjustments, exchangeRates, sale, vat } from './ruleFields';

/** The form of the price rules; `config.ts` beside it turns what was chosen into the rules' configuration. */

export const priceField: INodeProperties = {
	displayName: 'Price Field',
	name: 'priceField',
	type: 'string',
	required: true,
	default: 'price',
	placeholder: 'e.g. price or variants.0.price',
	description: "Name of the input field that holds the store's price",
};

function limit(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 9.99, 80% or floorPrice',
		description: `${description}: an amount, a percentage of the store's price, or the name of an input field`,
	};
}

const clearBounds: INodeProperties = {
	displayName: 'Amazon Repricing Limits to Clear',
	name: 'boundsClear',
	type: 'multiOptions',
	options: [
		{ name: 'Maximum', value: 'maximum' },
		{ name: 'Minimum', value: 'minimum' },
	],
	default: ['maximum', 'minimum'],
	description:
		'Removes what Amazon has of these, for items to which the rules give none. Amazon takes no price outside its minimum and maximum.',
};

export const priceRules: INodeProperties = {
	displayName: 'Price Rules',
	name: 'priceRules',
	type: 'collection',
	placeholder: 'Add Price Rule',
	default: {},
	description:
		"What is done to the store's price before Amazon gets it. Without rules it goes as it is. At Amazon the price becomes what is sent; a sale, a repricing minimum or maximum and an advertised price that are there and not sent may stay or go: sellers report both. Name them here, or clear them.",
	options: [
		adjustments,
		clearBounds,
		limit(
			'Amazon Repricing Maximum',
			'boundsMaximum',
			"The highest price Amazon's own repricing may set (maximum seller allowed price)",
		),
		limit(
			'Amazon Repricing Minimum',
			'boundsMinimum',
			"The lowest price Amazon's own repricing may set (minimum seller allowed price)",
		),
		businessPrice,
		quantityDiscounts,
		limit('Ceiling', 'ceiling', 'The highest price to send'),
		{
			displayName: 'Currency Field',
			name: 'currencyField',
			type: 'string',
			default: 'currency',
			description: "Name of the input field that holds the item's currency, such as EUR",
		},
		{
			displayName: 'Exchange Rate Field',
			name: 'rateField',
			type: 'string',
			default: 'exchangeRate',
			description: "Name of the input field that holds the item's own exchange rate; it wins over the table",
		},
		exchangeRates,
		limit('Floor', 'floor', 'The lowest price to send'),
		limit('Minimum Advertised Price', 'minimumAdvertised', 'The lowest price the brand allows'),
		rounding,
		sale,
		{
			displayName: 'Store Currency',
			name: 'storeCurrency',
			type: 'string',
			default: 'EUR',
			description:
				"Currency of items that name none. Without this, the price counts as the marketplace's currency.",
		},
		vat,
		{
			displayName: 'When a Limit Is Crossed',
			name: 'onCrossing',
			type: 'options',
			options: [
				{ name: 'Hold the Item', value: 'hold', description: 'Send nothing and say why' },
				{ name: 'Use the Limit', value: 'clamp', description: 'Send the floor, ceiling or minimum instead' },
			],
			default: 'clamp',
		},
	],
};
