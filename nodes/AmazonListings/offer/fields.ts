import type { INodeProperties } from 'n8n-workflow';

import { change, ofPrice, ofStock } from './change';
import { offerOptions, type OfferAction } from './options';
import { endPricesIn, lowestPrice, maximumMove, priceChange, priceField, priceRules } from './price/fields';
import { keepBack, quantityField, shippedBy, soldOutBrake } from './stock/fields';
import { stockRules } from './stock/ruleFields';
import { asFieldName } from '../../n8n/forms/fieldNames';
import { marketplaceList } from '../../n8n/forms/marketplaces';

const marketplaces: INodeProperties = {
	displayName: 'Marketplaces',
	name: 'marketplaceIds',
	type: 'multiOptions',
	typeOptions: marketplaceList,
	allowArbitraryValues: true,
	default: [],
	description:
		'Where to send the items. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	hint: 'May stay empty when the credential has one marketplace, or when each item names its own in a field called marketplace',
	builderHint: {
		propertyHint:
			'Give marketplace IDs or country codes such as DE; it may stay empty when the credential has one marketplace or each item names its own in a field called marketplace.',
	},
};

const skuField: INodeProperties = asFieldName({
	displayName: 'SKU Field',
	name: 'skuField',
	type: 'string',
	required: true,
	default: 'sku',
	placeholder: 'e.g. sku or amazonSku',
	description: "Name of the input field that holds Amazon's SKU",
	hint: 'The name of an input field, not its value: type it, or drag the field here. The same goes for every "... Field" below.',
	builderHint: {
		propertyHint:
			"Write the name of the field with Amazon's SKU, such as sku; no expression and no value. Connect the store's products or table rows before this node, one item per SKU.",
	},
});

const PRICE_FIELDS = [priceField, priceChange, endPricesIn, lowestPrice, maximumMove, priceRules].map(
	ofPrice,
);
const STOCK_FIELDS = [quantityField, keepBack, shippedBy].map(ofStock);
const BRAKES = { bulk: ofStock(soldOutBrake(30)), single: ofStock(soldOutBrake(100)) };
const MORE_STOCK_RULES = ofStock(stockRules);
const SKU = [change, marketplaces, skuField];
const OPTIONS = {
	preview: offerOptions('preview'),
	submit: offerOptions('submit'),
	sendNow: offerOptions('sendNow'),
};

/** The form of one operation: what every item needs, then price and stock, each with its rules, then the options. */
export function offerFields(action: OfferAction): INodeProperties[] {
	const brake = action === 'sendNow' ? BRAKES.single : BRAKES.bulk;
	return [...SKU, ...PRICE_FIELDS, ...STOCK_FIELDS, brake, MORE_STOCK_RULES, OPTIONS[action]];
}
