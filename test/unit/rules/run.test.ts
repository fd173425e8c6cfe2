import { supersededBy } from '../../../nodes/rules/item/superseded';
import { isSameValue } from '../../../nodes/rules/item/sameValue';
import { readSku } from '../../../nodes/rules/item/sku';
import { decideSoldOut } from '../../../nodes/rules/stock/brake';

describe('brake on sold out items', () => {
	const settings = { maxPercent: 20, atLeastItems: 10 };
	const moves = (soldOut: number, kept: number) => [
		...Array.from({ length: soldOut }, () => ({ from: 5, to: 0 })),
		...Array.from({ length: kept }, () => ({ from: 5, to: 4 })),
	];

	it.each([
		['more than the share', moves(3, 7), true],
		['exactly the share', moves(2, 8), false],
		['too few items', moves(9, 0), false],
		['just enough items', moves(10, 0), true],
		['already sold out', Array.from({ length: 20 }, () => ({ from: 0, to: 0 })), false],
		['last quantity unknown', Array.from({ length: 20 }, () => ({ to: 0 })), false],
		['nothing', [], false],
	])('%s', (_label, entries, tripped) => {
		expect(decideSoldOut(entries, settings).tripped).toBe(tripped);
	});

	it.each([
		['maxPercent', { maxPercent: 101, atLeastItems: 1 }],
		['atLeastItems', { maxPercent: 10, atLeastItems: -1 }],
	])('refuses a bad %s', (field, bad) => {
		expect(() => decideSoldOut([], bad)).toThrow(field);
	});

	it('names the items to hold and says why', () => {
		const entries = [{ from: 1, to: 1 }, { from: 1, to: 0 }, { to: 0 }, { from: 2, to: 0 }];
		expect(decideSoldOut(entries, { maxPercent: 10, atLeastItems: 1 })).toEqual({
			tripped: true,
			soldOut: [1, 3],
			items: 4,
			message:
				'2 of 4 items would go to 0 in one run, more than the 10 % allowed; check the stock in the store, ' +
				'then raise the limit or send them again',
		});
	});
});

describe('the newest value wins', () => {
	it.each([
		['nothing twice', ['a', 'b'], []],
		['twice', ['a', 'b', 'a'], [[0, 2]]],
		[
			'three times',
			['a', 'a', 'b', 'a'],
			[
				[0, 3],
				[1, 3],
			],
		],
		[
			'two keys',
			['a', 'b', 'b', 'a'],
			[
				[0, 3],
				[1, 2],
			],
		],
		['names of the prototype', ['__proto__', 'constructor', '__proto__'], [[0, 2]]],
	])('%s', (_label, keys, expected) => {
		expect([...supersededBy(keys, () => true)]).toEqual(expected);
	});

	it('unless it is none: the last usable one wins', () => {
		const usable = [true, true, false];
		expect([...supersededBy(['a', 'a', 'a'], (index) => usable[index] === true)]).toEqual([[0, 1]]);
	});
});

describe('isSameValue', () => {
	it.each([
		['equal texts', 'a', 'a', true],
		['other texts', 'a', 'b', false],
		['amounts in other decimals', '12.00', 12, true],
		['other amounts', '12.00', '12.01', false],
		['a list', [{ quantity: 5, price: '1.00' }], [{ price: 1, quantity: '5' }], true],
		['a shorter list', [1], [1, 2], false],
		['an extra field', { a: 1 }, { a: 1, b: 2 }, false],
		['an undefined field', { a: 1, b: undefined }, { a: 1 }, true],
		['nothing', { a: 1 }, undefined, false],
	])('%s', (_label, current, last, expected) => {
		expect(isSameValue(current, last)).toBe(expected);
	});
});

describe('readSku', () => {
	it.each([
		['a text', 'AB-1', 'AB-1'],
		['spaces around', ' AB 1 ', 'AB 1'],
		['a number', 123, '123'],
		['a number as long as it can be exact', 9007199254740991, '9007199254740991'],
		['a number that has lost its last digits', 12345678901234567890, { reason: 'sku-not-allowed' }],
		['a number beyond all digits', 1e21, { reason: 'sku-not-allowed' }],
		['forty characters', 'x'.repeat(40), 'x'.repeat(40)],
		['forty-one', 'x'.repeat(41), { reason: 'sku-too-long' }],
		['nothing', undefined, { reason: 'no-sku' }],
		['spaces', '  ', { reason: 'no-sku' }],
		['NaN', NaN, { reason: 'no-sku' }],
		['an object', {}, { reason: 'no-sku' }],
	])('%s', (_label, value, expected) => {
		const sku = readSku(value);
		if (typeof expected === 'string') expect(sku).toBe(expected);
		else expect(sku).toMatchObject(expected);
	});
});
