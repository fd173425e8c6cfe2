import { isNegative, isZero, numberOf, OrderMoney, shareOf } from '../../../../nodes/rules/stores/orderMoney';

describe('exact units', () => {
	it.each([
		['even', 'USD', '20.00', 2, [[2, '10.00']]],
		[
			'a cent over',
			'USD',
			'10.00',
			3,
			[
				[2, '3.33'],
				[1, '3.34'],
			],
		],
		[
			'two cents over',
			'USD',
			'20.00',
			3,
			[
				[1, '6.66'],
				[2, '6.67'],
			],
		],
		['one unit', 'USD', '0.07', 1, [[1, '0.07']]],
		[
			'less than a cent each',
			'USD',
			'0.01',
			3,
			[
				[2, '0.00'],
				[1, '0.01'],
			],
		],
		['free', 'USD', '0.00', 5, [[5, '0.00']]],
		[
			'yen',
			'JPY',
			'1000',
			3,
			[
				[2, '333'],
				[1, '334'],
			],
		],
		[
			'dinars',
			'BHD',
			'1.000',
			3,
			[
				[2, '0.333'],
				[1, '0.334'],
			],
		],
	])('%s', (_label, currency, total, quantity, expected) => {
		const units = new OrderMoney(currency).exactUnits(total, quantity);
		expect(units.map((part) => [part.quantity, part.unitPrice])).toEqual(expected);
	});
});

describe('sums', () => {
	const dollars = new OrderMoney('USD');

	it.each([
		['of nothing', dollars.sum(), '0.00'],
		['without errors of floats', dollars.sum('0.1', '0.2'), '0.30'],
		['of large amounts', dollars.sum('9007199254740.99', '0.02'), '9007199254741.01'],
		['with a negative one', dollars.sum('1.00', '-3.00'), '-2.00'],
		['of yen', new OrderMoney('JPY').sum('500', '1'), '501'],
		['less several', dollars.less('1.00', '0.30', '0.80'), '-0.10'],
		['less a negative one', dollars.less('1.00', '-0.30'), '1.30'],
		['negated', dollars.negative('4.00'), '-4.00'],
		['of nothing, negated', dollars.negative('0.00'), '0.00'],
		['the smaller', dollars.smaller('3.00', '20.00'), '3.00'],
		['the smaller, being second', dollars.smaller('20', '3'), '3.00'],
		['a share of it', dollars.inProportion('23.80', '10.00', '11.90'), '20.00'],
		['a share of it, rounded', dollars.inProportion('10.00', '1.00', '3.00'), '3.33'],
		['a unit price', dollars.unitPrice('10.00', 3), '3.33'],
	])('%s', (_label, result, expected) => {
		expect(result).toBe(expected);
	});

	it('name what is no amount', () => {
		expect(() => dollars.sum('1.00', '1,5')).toThrow('"1,5"');
	});
});

describe('a JSON number prints like the text', () => {
	it.each([
		['19.99', '19.99'],
		['0.10', '0.1'],
		['0.00', '0'],
		['-0.00', '0'],
		['-4.05', '-4.05'],
		['1000', '1000'],
		['9007199254740.99', '9007199254740.99'],
	])('%s', (text, printed) => {
		expect(JSON.stringify(numberOf(text))).toBe(printed);
		expect(Object.is(numberOf(text), -0)).toBe(false);
	});
});

describe('shares', () => {
	it.each([
		['19.00', '100.00', '0.1900'],
		['1.00', '3.00', '0.3333'],
		['2.00', '3.00', '0.6667'],
		['1.00', '0.00', '0.0000'],
		['1.00', '-1.00', '0.0000'],
	])('%s of %s', (part, whole, share) => {
		expect(shareOf(part, whole)).toBe(share);
	});
});

it.each([
	['0', true, false],
	['0.00', true, false],
	['-0.01', false, true],
	['0.01', false, false],
])('%s: zero %s, negative %s', (text, zero, negative) => {
	expect([isZero(text), isNegative(text)]).toEqual([zero, negative]);
});
