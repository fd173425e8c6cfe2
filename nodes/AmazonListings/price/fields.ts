import type { INodeProperties } from 'n8n-workflow';

/** The form of the price rules; `config.ts` beside it turns what was chosen into the rules' configuration. */

export const priceField: INodeProperties = {
	displayName: 'Price Field',
	name: 'priceField',
	type: 'string',
	required: true,
	default: 'price',
	placeholder: 'e.g. price or variants.0.price',
	description: "Name of the input field that holds the store's price",
	hint: 'The name of the field, not its value. Dots reach into objects and lists.',
};

const adjustments: INodeProperties = {
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

const businessPrice: INodeProperties = {
	displayName: 'Business Price',
	name: 'business',
	type: 'fixedCollection',
	default: {},
	description: 'A price for Amazon Business customers',
	options: [
		{
			displayName: 'Business Price',
			name: 'rule',
			values: [
				{
					displayName: 'Comes From',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Input Field', value: 'field' },
						{ name: 'Percentage Off the Price', value: 'percentOff' },
					],
					default: 'percentOff',
				},
				{
					displayName: 'Business Price Field',
					name: 'field',
					type: 'string',
					displayOptions: { show: { kind: ['field'] } },
					default: 'businessPrice',
				},
				{
					displayName: 'Percentage Off',
					name: 'percentOff',
					type: 'string',
					displayOptions: { show: { kind: ['percentOff'] } },
					default: '5',
					description: 'A number, or the name of the input field that holds it',
				},
			],
		},
	],
};

const quantityDiscounts: INodeProperties = {
	displayName: 'Business Quantity Discounts',
	name: 'tiers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Quantity' },
	default: {},
	description: 'Lower prices for business customers who buy more; at most five steps',
	options: [
		{
			displayName: 'Quantity',
			name: 'tier',
			values: [
				{
					displayName: 'From Quantity',
					name: 'quantity',
					type: 'number',
					typeOptions: { minValue: 2 },
					default: 5,
				},
				{
					displayName: 'Discount',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Percentage Off', value: 'percentOff' },
						{ name: 'Price Each', value: 'price' },
					],
					default: 'percentOff',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '', placeholder: 'e.g. 10' },
			],
		},
	],
};

const exchangeRates: INodeProperties = {
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

const ROUNDING_DIRECTIONS = [
	{ name: 'Down', value: 'down' },
	{ name: 'Nearest', value: 'nearest' },
	{ name: 'Up', value: 'up' },
];

const rounding: INodeProperties = {
	displayName: 'Rounding',
	name: 'rounding',
	type: 'fixedCollection',
	default: {},
	options: [
		{
			displayName: 'Rounding',
			name: 'rule',
			values: [
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					displayOptions: { show: { kind: ['step', 'whole'] } },
					options: ROUNDING_DIRECTIONS,
					default: 'nearest',
				},
				{
					displayName: 'Direction',
					name: 'endingDirection',
					type: 'options',
					displayOptions: { show: { kind: ['ending'] } },
					options: ROUNDING_DIRECTIONS.filter(({ value }) => value !== 'down'),
					default: 'nearest',
				},
				{
					displayName: 'Ending',
					name: 'ending',
					type: 'string',
					displayOptions: { show: { kind: ['ending'] } },
					default: '99',
					placeholder: 'e.g. 99',
					description: 'The two digits that every price ends in',
				},
				{
					displayName: 'Round To',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Cents', value: 'cents' },
						{ name: 'Ending, Such as .99', value: 'ending' },
						{ name: 'Step, Such as 0.05', value: 'step' },
						{ name: 'Whole Amount', value: 'whole' },
					],
					default: 'ending',
				},
				{
					displayName: 'Step',
					name: 'step',
					type: 'string',
					displayOptions: { show: { kind: ['step'] } },
					default: '0.05',
				},
			],
		},
	],
};

const sale: INodeProperties = {
	displayName: 'Sale Price',
	name: 'sale',
	type: 'fixedCollection',
	default: {},
	description: 'Send a sale price with its dates. Items without a sale, or with one that is over, get the regular price.',
	options: [
		{
			displayName: 'Sale',
			name: 'rule',
			values: [
				{ displayName: 'End Field', name: 'end', type: 'string', default: 'saleEnd' },
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

const vat: INodeProperties = {
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

export const priceRules: INodeProperties = {
	displayName: 'Price Rules',
	name: 'priceRules',
	type: 'collection',
	placeholder: 'Add Price Rule',
	default: {},
	description: "What is done to the store's price before Amazon gets it. Without rules it goes as it is.",
	options: [
		adjustments,
		limit('Amazon Repricing Maximum', 'boundsMaximum', "The highest price Amazon's own repricing may set"),
		limit('Amazon Repricing Minimum', 'boundsMinimum', "The lowest price Amazon's own repricing may set"),
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
			description: "Currency of items that name none. Without this, the price counts as the marketplace's currency.",
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
