import { labelOf } from '../../../../nodes/AmazonListings/offer/labels';

it.each([
	['source', 'Price Field'],
	['modifiers[0].value', 'Change Price By'],
	['modifiers[2].value.attribute', 'Further Price Changes'],
	['rounding.step', 'Rounding'],
	['limits.floor.percentOfSource', 'Lowest Price'],
	['business.tiers[1].price', 'Business Quantity Discounts'],
	['exchange.rates.EUR>GBP', 'Exchange Rates (EUR>GBP)'],
	['currency', 'currency'],
])('%s is called %s, as on the form', (field, label) => {
	expect(labelOf(field)).toBe(label);
});
