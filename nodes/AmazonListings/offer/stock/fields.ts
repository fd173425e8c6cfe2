import type { INodeProperties } from 'n8n-workflow';

import { threshold } from './thresholdField';
import { asFieldName, asFieldNames } from '../../../n8n/forms/fieldNames';

/** The form of the stock rules; `config.ts` beside it turns what was chosen into the rules' configuration. */

export const quantityField: INodeProperties = asFieldNames({
	displayName: 'Quantity Field',
	name: 'quantityField',
	type: 'string',
	required: true,
	default: 'quantity',
	placeholder: 'e.g. quantity or warehouseA, warehouseB',
	description:
		'Name of the input field that holds the quantity in stock. Several names separated by commas are added up. A quantity below 0 counts as 0.',
});

export const keepBack: INodeProperties = {
	displayName: 'Keep Back',
	name: 'keepBack',
	type: 'string',
	default: '0',
	description: 'The buffer: so many units of each item are not shown at Amazon',
};

export const shippedBy: INodeProperties = {
	displayName: 'Shipped By',
	name: 'shippedBy',
	type: 'options',
	options: [
		{
			name: 'Amazon (FBA)',
			value: 'AFN',
			description: 'Amazon ships and counts the stock, so no quantity is sent',
		},
		{ name: 'You, the Merchant (FBM)', value: 'MFN', description: 'The quantity is sent' },
	],
	default: 'MFN',
};

/** @param percent its default: a run of sold-out items alone is what the lane for urgent changes is for */
export function soldOutBrake(percent: number): INodeProperties {
	return {
		displayName: 'Sold-Out Brake (%)',
		name: 'soldOutPercent',
		type: 'string',
		default: String(percent),
		description:
			'The brake: when a larger part of the items would go from above 0 to 0 in one run, usually because the export is broken, those zeroes are held. What Amazon was last sent the items bring in the field lastQuantity (another name: Options). 100 turns it off.',
	};
}

function flagField(
	displayName: string,
	name: string,
	fallback: string,
	description: string,
): INodeProperties {
	return asFieldName({ displayName, name, type: 'string', default: fallback, description });
}

/** A text: n8n's own box for numbers makes 55 of 5,5. */
function wholeNumber(
	displayName: string,
	name: string,
	fallback: number,
	description: string,
): INodeProperties {
	return { displayName, name, type: 'string', default: String(fallback), description };
}

const ignoreFlags: INodeProperties = {
	displayName: 'Available: Ignore Enabled, In Stock and Manage Stock',
	name: 'override',
	type: 'boolean',
	default: true,
	description: 'Whether the plain quantity counts, whatever the three fields above say',
};

export const stockRules: INodeProperties = {
	displayName: 'More Stock Rules',
	name: 'stockRules',
	type: 'collection',
	placeholder: 'Add Stock Rule',
	default: {},
	description:
		"What else is done to the store's quantity before Amazon gets it, in this order; the handling time and restock date at Amazon stay. Amazon keeps one quantity of a SKU for all marketplaces of a region: if the rules give several, the lowest goes to all.",
	options: [
		flagField(
			'Available: Enabled Field',
			'enabledField',
			'enabled',
			'Name of the input field that says whether the product is on sale; if not, its stock counts as 0',
		),
		flagField(
			'Available: In Stock Field',
			'inStockField',
			'inStock',
			'Name of the input field that says whether the product is in stock; if not, its stock counts as 0',
		),
		flagField(
			'Available: Manage Stock Field',
			'managesStockField',
			'managesStock',
			'Name of the input field that says whether the store counts this product; if not, Quantity If Not Managed is sent',
		),
		wholeNumber(
			'Available: Quantity If Not Managed',
			'unmanagedQuantity',
			100,
			'Sent for products whose stock the store does not count',
		),
		ignoreFlags,
		{
			displayName: 'Show: Part of the Stock (%)',
			name: 'sharePercent',
			type: 'string',
			default: '50',
			description: 'Part of the stock that Amazon may sell; Keep Back comes after it',
		},
		threshold,
		wholeNumber(
			'Show: Nothing Below',
			'minimumToList',
			1,
			'Below this quantity the product counts as sold out',
		),
		wholeNumber('Show: At Most', 'maximumToShow', 50, 'Never show more than this'),
		{
			displayName: 'Show: Never More Than in Stock',
			name: 'cap',
			type: 'boolean',
			default: false,
			description:
				'Whether the quantity sent may never be above what is there, which it may not without this rule',
		},
		wholeNumber('Mark as Low At', 'lowStockAt', 3, 'Marks items as low on stock at or below this quantity'),
		{
			displayName: 'Delivery: Handling Time (Days)',
			name: 'handlingDays',
			type: 'string',
			default: '2',
			description:
				'Days between the order and its shipment, 1 to 30. Sent with the quantity, it takes the place of what Amazon has, a restock date included.',
		},
		flagField(
			'Delivery: Restock Date Field',
			'restockDateField',
			'restockDate',
			'Name of the input field with the next delivery. Sent with the quantity, it takes the place of what Amazon has, a handling time included.',
		),
		{
			displayName: 'Move to Shipped By',
			name: 'switchChannel',
			type: 'boolean',
			default: true,
			description:
				'Whether to move the offers to whom Shipped By says, out of the other channel (FBA or FBM)',
		},
	],
};
