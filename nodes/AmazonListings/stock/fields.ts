import type { INodeProperties } from 'n8n-workflow';

/** The form of the stock rules; `config.ts` beside it turns what was chosen into the rules' configuration. */

export const quantityField: INodeProperties = {
	displayName: 'Quantity Field',
	name: 'quantityField',
	type: 'string',
	required: true,
	default: 'quantity',
	placeholder: 'e.g. quantity or warehouseA, warehouseB',
	description:
		'Name of the input field that holds the quantity in stock. Several names separated by commas are added up. A quantity below 0 counts as 0.',
};

function flagField(
	displayName: string,
	name: string,
	fallback: string,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'string', default: fallback, description };
}

function wholeNumber(
	displayName: string,
	name: string,
	fallback: number,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'number', typeOptions: { minValue: 0 }, default: fallback, description };
}

const threshold: INodeProperties = {
	displayName: 'Threshold',
	name: 'threshold',
	type: 'fixedCollection',
	default: {},
	description: 'Show another quantity depending on whether stock is low or high',
	options: [
		{
			displayName: 'Threshold',
			name: 'rule',
			values: [
				{
					displayName: 'Breakpoint',
					name: 'breakpoint',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 5,
					description: 'The quantity that divides low from high',
				},
				{
					displayName: 'Value If Above',
					name: 'valueAbove',
					type: 'string',
					default: '',
					placeholder: 'e.g. 100',
					description: 'Quantity to send above the breakpoint; empty keeps the real one',
				},
				{
					displayName: 'Value If At or Below',
					name: 'valueAtOrBelow',
					type: 'string',
					default: '',
					placeholder: 'e.g. 0',
					description: 'Quantity to send at or below the breakpoint; empty keeps the real one',
				},
			],
		},
	],
};

const channel: INodeProperties = {
	displayName: 'Fulfillment Channel',
	name: 'channel',
	type: 'options',
	options: [
		{
			name: 'Amazon (AFN / FBA)',
			value: 'AFN',
			description: 'Amazon ships and counts the stock, so no quantity is sent',
		},
		{ name: 'Merchant (MFN / FBM)', value: 'MFN', description: 'You ship' },
	],
	default: 'MFN',
};

export const stockRules: INodeProperties = {
	displayName: 'Stock Rules',
	name: 'stockRules',
	type: 'collection',
	placeholder: 'Add Stock Rule',
	default: {},
	description:
		"What is done to the store's quantity before Amazon gets it. Without rules it goes as it is, and the handling time and restock date at Amazon stay. Amazon keeps one quantity of a SKU for all marketplaces of a region: if the rules give several, the lowest goes to all.",
	options: [
		wholeNumber('Buffer', 'buffer', 1, 'Units kept back for other channels'),
		{
			displayName: 'Cap at Real Stock',
			name: 'cap',
			type: 'boolean',
			default: true,
			description: 'Whether the quantity sent may never be above what is there',
		},
		flagField(
			'Enabled Field',
			'enabledField',
			'enabled',
			'Name of the input field that says whether the product is on sale; if not, its stock counts as 0',
		),
		channel,
		{
			displayName: 'Handling Time (Days)',
			name: 'handlingDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 30 },
			default: 2,
			description:
				'Days between the order and its shipment, 1 to 30. Sent with the quantity, it takes the place of what Amazon has, a restock date included.',
		},
		flagField(
			'In Stock Field',
			'inStockField',
			'inStock',
			'Name of the input field that says whether the product is in stock; if not, its stock counts as 0',
		),
		wholeNumber('Low Stock At', 'lowStockAt', 3, 'Mark items as low on stock at or below this quantity'),
		flagField(
			'Manages Stock Field',
			'managesStockField',
			'managesStock',
			'Name of the input field that says whether the store counts this product; if not, Unmanaged Quantity is sent',
		),
		wholeNumber('Maximum to Show', 'maximumToShow', 50, 'Never show more than this'),
		wholeNumber('Minimum to List', 'minimumToList', 1, 'Below this quantity the product counts as sold out'),
		{
			displayName: 'Override',
			name: 'override',
			type: 'boolean',
			default: false,
			description: 'Whether the plain quantity counts, whatever the enabled, in-stock and managed flags say',
		},
		flagField(
			'Restock Date Field',
			'restockDateField',
			'restockDate',
			'Name of the input field with the next delivery. Sent with the quantity, it takes the place of what Amazon has, a handling time included.',
		),
		{
			displayName: 'Share (%)',
			name: 'sharePercent',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 100,
			description: 'Part of the stock that Amazon may sell',
		},
		{
			displayName: 'Switch Channel',
			name: 'switchChannel',
			type: 'boolean',
			default: false,
			description: 'Whether to move the offers to the chosen fulfillment channel and out of the other one',
		},
		threshold,
		wholeNumber(
			'Unmanaged Quantity',
			'unmanagedQuantity',
			100,
			'Sent for products whose stock the store does not count',
		),
	],
};
