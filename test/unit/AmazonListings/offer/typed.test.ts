import { toParts } from '../../../../nodes/n8n/forms/parts';
import { toLimit, toModifier, toRate, toTier } from '../../../../nodes/AmazonListings/offer/price/typed';

describe('Change Price By', () => {
	it.each([
		['+5 %', { kind: 'addPercent', value: { fixed: '5' } }],
		['5%', { kind: 'addPercent', value: { fixed: '5' } }],
		['+5,5 %', { kind: 'addPercent', value: { fixed: '5.5' } }],
		['-10 %', { kind: 'subtractPercent', value: { fixed: '10' } }],
		['\u221210 %', { kind: 'subtractPercent', value: { fixed: '10' } }],
		['+2.50', { kind: 'addFixed', value: { fixed: '2.50' } }],
		['- 1', { kind: 'subtractFixed', value: { fixed: '1' } }],
		['markup', { kind: 'addFixed', value: { attribute: 'markup' } }],
		['markup %', { kind: 'addPercent', value: { attribute: 'markup' } }],
		['-offers.0.discount%', { kind: 'subtractPercent', value: { attribute: 'offers.0.discount' } }],
	])('%s', (typed, expected) => {
		expect(toModifier(typed)).toEqual(expected);
	});

	it.each(['', ' ', '5', '2.50', '%', '+', '+ -5', '+5 EUR', '5 % off', '1,234'])('refuses %j', (typed) => {
		expect(() => toModifier(typed)).toThrow(
			`Change Price By is ${JSON.stringify(typed)}, but it must be a percentage such as +5 %`,
		);
	});
});

describe('a limit', () => {
	it.each([
		['9.99', { fixed: '9.99' }],
		['9,99', { fixed: '9.99' }],
		['80%', { percentOfSource: '80' }],
		['82,5 %', { percentOfSource: '82.5' }],
		['floorPrice', { attribute: 'floorPrice' }],
		['', undefined],
		['  ', undefined],
	])('%j', (typed, expected) => {
		expect(toLimit(typed, 'Lowest Price')).toEqual(expected);
	});

	it.each(['5 EUR', '1,299', '80%%', 'a%'])('refuses %j', (typed) => {
		expect(() => toLimit(typed, 'Lowest Price')).toThrow('Lowest Price is');
	});
});

describe('several in one text', () => {
	it.each([
		['EUR>GBP 0.84', ['EUR>GBP', '0.84']],
		['eur to pln: 4,30', ['EUR>PLN', '4.30']],
		['USD-EUR=0.9', ['USD>EUR', '0.9']],
	])('the rate %s', (typed, expected) => {
		expect(toRate(typed)).toEqual(expected);
	});

	it.each(['', 'EUR 0.84', 'EUR>GBP', 'EUR>GBP 1,234', 'EURO>GBP 1'])('refuses the rate %j', (typed) => {
		expect(() => toRate(typed)).toThrow('Exchange Rates is');
	});

	it.each([
		['5: 3 %', { quantity: 5, percentOff: '3' }],
		['10:-5%', { quantity: 10, percentOff: '5' }],
		['5: 9,50', { quantity: 5, price: '9.50' }],
	])('the discount %s', (typed, expected) => {
		expect(toTier(typed)).toEqual(expected);
	});

	it.each(['5', '5 %', 'five: 3 %', '5: ', '5: 1,234'])('refuses the discount %j', (typed) => {
		expect(() => toTier(typed)).toThrow('Business Quantity Discounts is');
	});

	it('are parted by semicolons and lines', () => {
		expect(toParts(' +2,50; -3 %\n+1;; ')).toEqual(['+2,50', '-3 %', '+1']);
		expect(toParts(undefined)).toEqual([]);
	});
});
