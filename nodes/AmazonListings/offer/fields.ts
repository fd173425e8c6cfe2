import type { INodeProperties } from 'n8n-workflow';

import type { OfferKind } from './settings';
import { priceField, priceRules } from '../price/fields';
import { quantityField, stockRules } from '../stock/fields';
import { optionsOf } from '../../n8n/collections';
import { dryRun, explain } from '../../n8n/sendOptions';

const marketplaces: INodeProperties = {
	displayName: 'Marketplace Names or IDs',
	name: 'marketplaceIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getMarketplaces' },
	default: [],
	description:
		'Where to send the items. May stay empty when the account has one marketplace, or when each item names its own in a "marketplace" field. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

export const skuField: INodeProperties = {
	displayName: 'SKU Field',
	name: 'skuField',
	type: 'string',
	required: true,
	default: 'sku',
	placeholder: 'e.g. sku or amazonSku',
	description: "Name of the input field that holds Amazon's SKU",
	hint: 'The name of an input field, not its value; dots reach into objects and lists. The same goes for the fields below.',
};

const chunkSize: INodeProperties = {
	displayName: 'Feed Chunk Size',
	name: 'chunkSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 25000 },
	default: 5000,
	description:
		'Items per feed. Amazon accepts 5 feeds in 5 minutes: when this size would need more, the feeds grow up to 25,000 items and the result says so.',
};

const keepFields: INodeProperties = {
	displayName: 'Fields to Keep',
	name: 'keepFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. key, revision',
	description: 'Input fields to copy into the answers, separated by commas',
};

const marketplaceField: INodeProperties = {
	displayName: 'Marketplace Field',
	name: 'marketplaceField',
	type: 'string',
	default: 'marketplace',
	description:
		"Name of the input field that holds an item's own marketplace: its ID, country code or name. It wins over the chosen marketplaces.",
};

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

const maximumMove: INodeProperties = {
	displayName: 'Maximum Price Move (%)',
	name: 'brakePercent',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 50,
	description:
		'Hold items whose price moves further than this from the last sent price. A business price that lies further below its last one, or below the regular price, holds the item too; such a sale is left out.',
};

const onlyChanges: INodeProperties = {
	displayName: 'Only Changes',
	name: 'onlyChanges',
	type: 'boolean',
	default: false,
	description: 'Whether to hold items whose values equal the last sent ones',
};

function lastField(displayName: string, name: string, fallback: string, what: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: fallback,
		description: `Name of the input field that holds the ${what} Amazon was last sent`,
	};
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

const soldOutBrake: INodeProperties = {
	displayName: 'Sold-Out Brake',
	name: 'soldOutBrake',
	type: 'fixedCollection',
	default: {},
	description:
		'Hold the zeroes when a run would sell out too much of the range at once: usually the export is broken',
	options: [
		{
			displayName: 'Brake',
			name: 'rule',
			values: [
				{
					displayName: 'From Items',
					name: 'atLeastItems',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 20,
					description: 'Smaller runs are not checked',
				},
				{
					displayName: 'More Than (%)',
					name: 'maxPercent',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 100 },
					default: 30,
					description: 'Part of the items that may go from above 0 to 0 in one run',
				},
			],
		},
	],
};

const PRICE_OPTIONS = [
	maximumMove,
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
const STOCK_OPTIONS = [
	lastField('Last Sent Quantity Field', 'lastQuantityField', 'lastQuantity', 'quantity'),
	soldOutBrake,
	stockOnce,
];
const SHARED_OPTIONS = [decimalStyle, keepFields, marketplaceField, onlyChanges, timeZone];
const FEED_OPTIONS = [chunkSize, separateMarketplaces, dryRun, explain];
const SEND_NOW_OPTIONS = [dryRun, explain];

export type OfferAction = 'preview' | 'submit' | 'sendNow';

function optionsFor(kind: OfferKind, action: OfferAction): INodeProperties {
	return optionsOf(
		...SHARED_OPTIONS,
		...(kind === 'stock' ? [] : PRICE_OPTIONS),
		...(kind === 'price' ? [] : STOCK_OPTIONS),
		...(action === 'submit' ? FEED_OPTIONS : action === 'sendNow' ? SEND_NOW_OPTIONS : []),
	);
}

/** The form of one operation: what every item needs first, then the rules, then the options. */
export function offerFields(kind: OfferKind, action: OfferAction): INodeProperties[] {
	return [
		marketplaces,
		skuField,
		...(kind === 'stock' ? [] : [priceField]),
		...(kind === 'price' ? [] : [quantityField]),
		...(kind === 'stock' ? [] : [priceRules]),
		...(kind === 'price' ? [] : [stockRules]),
		optionsFor(kind, action),
	];
}
