import { toLimit, toModifier } from '../../../nodes/AmazonListings/price/typed';

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
