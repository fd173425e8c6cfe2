import type { INodeProperties } from 'n8n-workflow';

import { businessPrice, quantityDiscounts } from './businessFields';
import { clearBounds, limit, whenCrossed } from './limitFields';
import { rounding } from './roundingField';
import { adjustments, currencyField, exchangeRates, rateField, sale, storeCurrency, vat } from './ruleFields';
import { asFieldName } from '../../../n8n/forms/fieldNames';

/** The form of the price rules; `config.ts` beside it turns what was chosen into the rules' configuration. */

export const priceField: INodeProperties = asFieldName({
	displayName: 'Price Field',
	name: 'priceField',
	type: 'string',
	required: true,
	default: 'price',
	placeholder: 'e.g. price or variants.0.price',
	description: "Name of the input field that holds the store's price",
	builderHint: {
		propertyHint:
			"Write the name of the field with the store's price, such as price or variants.0.price; no expression and no value. Connect the store's products before this node.",
	},
});

export const priceChange: INodeProperties = {
	displayName: 'Change Price By',
	name: 'changePriceBy',
	type: 'string',
	default: '',
	placeholder: 'e.g. +5 %, -2.50 or markup %',
	description:
		"A percentage such as +5 %, an amount in the marketplace's currency such as +2.50 or -1, or the name of an input field that holds one: markup for an amount, markup % for a percentage. Empty leaves the price as it is.",
	builderHint: {
		propertyHint:
			'Write +5 % or -3 % for a percentage, +2.50 or -1 for an amount, or the name of a field that holds one (markup, markup %). Never a bare 5, which may mean either; empty leaves prices as they are.',
	},
};

export const endPricesIn: INodeProperties = {
	displayName: 'End Prices In',
	name: 'endPricesIn',
	type: 'string',
	default: '',
	placeholder: 'e.g. .99',
	description:
		'The cents that every price ends in: the nearest such price is sent. Empty leaves the cents as they are; other ways to round are under More Price Rules.',
	builderHint: {
		propertyHint:
			'Write two digits such as .99; empty leaves the cents as they are. Leave it empty if the rule Rounding is added.',
	},
};

export const lowestPrice: INodeProperties = limit(
	'Lowest Price',
	'lowestPrice',
	'The floor: no lower price is sent; the last rule of all',
);

export const maximumMove: INodeProperties = {
	displayName: 'Maximum Price Move (%)',
	name: 'brakePercent',
	type: 'string',
	default: '50',
	description:
		'The brake: holds items whose price moves further than this from the last sent price, which the items bring in the field lastPrice (another name: Options). A business price that lies further below its last one, or below the regular price, holds the item too; such a sale is left out. 0 turns it off.',
	builderHint: {
		propertyHint:
			'Keep the default 50 unless the user asks for another: it keeps a price mistake from being sold. It needs items with the last sent price in lastPrice, such as rows of a queue table; 0 turns it off.',
	},
};

export const priceRules: INodeProperties = {
	displayName: 'More Price Rules',
	name: 'priceRules',
	type: 'collection',
	placeholder: 'Add Price Rule',
	default: {},
	description:
		"What else is done to the store's price before Amazon gets it, in this order. At Amazon the price becomes what is sent; a sale, a repricing minimum or maximum and an advertised price that are there and not sent may stay or go: sellers report both. Name them here, or clear them.",
	options: [
		currencyField,
		storeCurrency,
		exchangeRates,
		rateField,
		adjustments,
		vat,
		rounding,
		limit('Highest Price', 'ceiling', 'The ceiling: no higher price is sent'),
		limit('Minimum Advertised Price', 'minimumAdvertised', 'The lowest price the brand allows'),
		whenCrossed,
		sale,
		businessPrice,
		quantityDiscounts,
		limit(
			'Repricing at Amazon: Minimum Price',
			'boundsMinimum',
			"The lowest price Amazon's own repricing may set (minimum seller allowed price)",
		),
		limit(
			'Repricing at Amazon: Maximum Price',
			'boundsMaximum',
			"The highest price Amazon's own repricing may set (maximum seller allowed price)",
		),
		clearBounds,
	],
};
