import type { INodeProperties } from 'n8n-workflow';

import { threshold } from './thresholdField';
import { asFieldName } from '../../../n8n/forms/fieldNames';

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
	const builderHint = {
		propertyHint: 'Write a whole number of units; add it only if the user wants this rule.',
	};
	return { displayName, name, type: 'string', default: String(fallback), description, builderHint };
}

const showMore: INodeProperties = {
	displayName: 'Show: May Be More Than Is in Stock',
	name: 'allowMore',
	type: 'boolean',
	default: true,
	description:
		'Whether the other rules may show more than the store has, such as 100 for a product of which 3 are left; without this rule it is never more than there is',
	builderHint: {
		propertyHint:
			'Add it only if the user sells more than is in stock on purpose: Amazon counts orders that cannot be shipped against the seller.',
	},
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
			'Sold Out If Not: Enabled Field',
			'enabledField',
			'enabled',
			'Name of the input field that says whether the store sells the product, such as enabled or status. Where it says no (false, 0, disabled, draft), Amazon gets 0.',
		),
		flagField(
			'Sold Out If Not: In Stock Field',
			'inStockField',
			'inStock',
			"Name of the input field with the store's own answer whether the product is in stock, such as stock_status (WooCommerce) or is_in_stock (Magento). Where it says no, Amazon gets 0.",
		),
		flagField(
			'Stock Not Managed: Manage Stock Field',
			'managesStockField',
			'managesStock',
			'Name of the input field that says whether the store counts this product, such as manage_stock (WooCommerce, Magento) or tracked (Shopify). Where it says no, Amazon gets the number below instead.',
		),
		wholeNumber(
			'Stock Not Managed: Units to Show',
			'unmanagedQuantity',
			100,
			'What Amazon gets for products that the store does not count, such as 100 for goods made to order',
		),
		{
			displayName: 'Ignore Enabled, In Stock and Manage Stock',
			name: 'override',
			type: 'boolean',
			default: true,
			description: 'Whether the plain quantity counts, whatever the three fields above say',
		},
		{
			displayName: 'Show: Part of the Stock (%)',
			name: 'sharePercent',
			type: 'string',
			default: '50',
			description: 'Part of the stock that Amazon may sell; Keep Back comes after it',
			builderHint: { propertyHint: 'Write a number from 0 to 100, such as 50 for half of the stock.' },
		},
		threshold,
		wholeNumber(
			'Show: 0 When Fewer Than (Units)',
			'minimumToList',
			2,
			'With 2, a product of which one unit is left is sold out at Amazon',
		),
		wholeNumber(
			'Show: At Most (Units)',
			'maximumToShow',
			50,
			'With 50, Amazon gets 50 for a product of which there are 80',
		),
		showMore,
		wholeNumber(
			'Mark as Low Stock At or Below (Units)',
			'lowStockAt',
			3,
			'Sets lowStock in the answer, for whoever orders new goods; Amazon is not told',
		),
		{
			displayName: 'Delivery: Handling Time (Days)',
			name: 'handlingDays',
			type: 'string',
			default: '2',
			description:
				'Days between the order and its shipment, 1 to 30. Sent with the quantity, it takes the place of what Amazon has, a restock date included.',
			builderHint: {
				propertyHint: 'Write a whole number from 1 to 30: days between the order and its shipment.',
			},
		},
		flagField(
			'Delivery: Restock Date Field',
			'restockDateField',
			'restockDate',
			'Name of the input field with the next delivery. Sent with the quantity, it takes the place of what Amazon has, a handling time included.',
		),
		{
			displayName: 'Move Offers to Shipped By (FBA or FBM)',
			name: 'switchChannel',
			type: 'boolean',
			default: true,
			description:
				'Whether to move the offers to whom Shipped By says, out of the other channel (FBA or FBM)',
			builderHint: {
				propertyHint:
					"Add it only if the user wants offers moved between Amazon's warehouse (FBA) and own shipping (FBM).",
			},
		},
	],
};
