import type { INodeProperties } from 'n8n-workflow';

import { optionsOf } from '../../n8n/forms/collections';
import { asFieldName, asFieldNames } from '../../n8n/forms/fieldNames';
import { dryRun, explain } from '../../n8n/forms/sendOptions';

export type OfferAction = 'preview' | 'submit' | 'sendNow';

const chunkSize: INodeProperties = {
	displayName: 'Feed Chunk Size',
	name: 'chunkSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 25000 },
	default: 5000,
	description:
		'Items per feed. Amazon accepts 5 feeds in 5 minutes: when this size would need more, the feeds grow up to 25,000 items and the result says so.',
};

const keepFields: INodeProperties = asFieldNames({
	displayName: 'Fields to Keep',
	name: 'keepFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. key, revision',
	description: 'Input fields to copy into the answers, separated by commas',
});

const marketplaceField: INodeProperties = asFieldName({
	displayName: 'Marketplace Field',
	name: 'marketplaceField',
	type: 'string',
	default: 'marketplace',
	description:
		"Name of the input field that holds an item's own marketplace: its ID, country code or name. It wins over the chosen marketplaces.",
	builderHint: {
		propertyHint:
			'Write the name of the field in which each item names its marketplace (ID, country code or name); no expression. Items without it go to the chosen Marketplaces.',
	},
});

const decimalStyle: INodeProperties = {
	displayName: 'Decimal Style',
	name: 'decimalStyle',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description: 'Plain decimal points; what can be read in two ways, such as 1.299, is held',
		},
		{ name: 'Comma', value: 'comma', description: 'Such as 1.299,00' },
		{ name: 'Point', value: 'point', description: 'Such as 1,299.00' },
	],
	default: 'auto',
	description:
		'How the texts of the items write numbers: prices, quantities, and all that the rules read from a field. Numbers typed into this form always have a decimal point.',
};

const timeZone: INodeProperties = {
	displayName: 'Time Zone of Dates',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description:
		"Time zone of the items' dates that name none, above all the start and end of sales. Empty means the workflow's time zone.",
};

const onlyChanges: INodeProperties = {
	displayName: 'Only Changes',
	name: 'onlyChanges',
	type: 'boolean',
	default: false,
	description: 'Whether to hold items whose values equal the last sent ones',
};

function lastField(displayName: string, name: string, fallback: string, what: string): INodeProperties {
	return asFieldName({
		displayName,
		name,
		type: 'string',
		default: fallback,
		description: `Name of the input field that holds the ${what} Amazon was last sent`,
	});
}

/** Of amounts; a quantity has no currency. */
function lastAmountField(displayName: string, name: string, fallback: string, what: string): INodeProperties {
	const field = lastField(displayName, name, fallback, what);
	const scope =
		"for the item's marketplace. For an item that goes to marketplaces of several currencies it counts only where the currency is the item's own.";
	return { ...field, description: `${field.description} ${scope}` };
}

const separateMarketplaces: INodeProperties = {
	displayName: 'Separate Feed per Marketplace',
	name: 'separateMarketplaces',
	type: 'boolean',
	default: true,
	description:
		'Whether each marketplace gets feeds of its own, so that Amazon checks each item against its marketplace only',
};

const stockOnce: INodeProperties = {
	displayName: 'Stock Once per Region',
	name: 'stockOnce',
	type: 'boolean',
	default: false,
	description:
		'Whether the quantity of a SKU goes in the message for its first marketplace only, since Amazon keeps one quantity for all of a region. Turn it on only if every SKU is listed in that first marketplace: where it is not, Amazon may take the message and change nothing.',
};

const soldOutItems: INodeProperties = {
	displayName: 'Sold-Out Brake From Items',
	name: 'soldOutAtLeast',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 20,
	description: 'Runs of fewer items are not checked by the Sold-Out Brake',
	builderHint: { propertyHint: 'Write a number of items; the Sold-Out Brake does not look at smaller runs.' },
};

const LAST_SENT = [
	lastField('Last Sent Quantity Field', 'lastQuantityField', 'lastQuantity', 'quantity'),
	lastAmountField('Last Sent Price Field', 'lastPriceField', 'lastPrice', 'price'),
	lastAmountField('Last Sent Sale Field', 'lastSaleField', 'lastSale', 'sale'),
	lastAmountField('Last Sent Business Price Field', 'lastBusinessField', 'lastBusiness', 'business price'),
	lastAmountField(
		'Last Sent Repricing Range Field',
		'lastBoundsField',
		'lastBounds',
		'repricing minimum and maximum',
	),
];
const SHARED = [decimalStyle, keepFields, marketplaceField, onlyChanges, timeZone, soldOutItems, stockOnce];
const OF_ACTION: Readonly<Record<OfferAction, readonly INodeProperties[]>> = {
	preview: [],
	submit: [chunkSize, separateMarketplaces, dryRun, explain],
	sendNow: [dryRun, explain],
};

/** What few people change. */
export function offerOptions(action: OfferAction): INodeProperties {
	return optionsOf(...SHARED, ...LAST_SENT, ...OF_ACTION[action]);
}
