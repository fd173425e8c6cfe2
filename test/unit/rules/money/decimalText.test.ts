import { parseDecimal, toFixedText, toShownText } from '../../../../nodes/rules/money/decimalText';
import { divide, type Amount } from '../../../../nodes/rules/money/money';
import { currencyDecimals } from '../../../../nodes/rules/money/currencies';

function parsed(value: unknown): Amount {
	const amount = parseDecimal(value);
	if (amount === undefined) throw new Error(`${String(value)} was refused`);
	return amount;
}

describe('parseDecimal', () => {
	it.each([
		[12, '12'],
		[-5, '-5'],
		[0, '0'],
		[-0, '0'],
		[19.99, '19.99'],
		[0.1 + 0.2, '0.300000…'],
		[1e-7, '0.000000…'],
		[1234567890.123, '1234567890.123'],
		['1234.50', '1234.5'],
		[' 12 ', '12'],
		['-5', '-5'],
		['-0.05', '-0.05'],
		['.5', '0.5'],
		['007', '7'],
		['12.0000', '12'],
		['0000000000000000000019.99', '19.99'],
		['999999999999999.99', '999999999999999.99'],
		['0.3333333333333333333333', '0.333333…'],
	])('accepts %j as %s', (value, shown) => {
		expect(toShownText(parsed(value), 0)).toBe(shown);
	});

	it.each([
		['1,234'],
		['1,234.50'],
		['1.234,50'],
		['1.234.50'],
		['12 €'],
		['$12'],
		['1 234'],
		[''],
		['   '],
		['.'],
		['5.'],
		['+5'],
		['--5'],
		['1e3'],
		['0x10'],
		['٣'],
		['１２'],
		['abc'],
		['NaN'],
		['Infinity'],
		['9'.repeat(16)],
		['1'.repeat(200)],
		[null],
		[undefined],
		[NaN],
		[Infinity],
		[-Infinity],
		[1e15],
		[1e300],
		[true],
		[[12]],
		[{ price: 12 }],
	])('refuses %j', (value) => {
		expect(parseDecimal(value)).toBeUndefined();
	});
});

describe('writing amounts', () => {
	it.each([
		['12', 2, '12.00'],
		['12', 0, '12'],
		['12.5', 2, '12.50'],
		['0.05', 2, '0.05'],
		['0.005', 2, '0.01'],
		['0.0049', 2, '0.00'],
		['1.005', 2, '1.01'],
		['2.675', 2, '2.68'],
		['1234.4999', 0, '1234'],
		['1234.5', 0, '1235'],
		['1.2345', 3, '1.235'],
		['-1.5', 2, '-1.50'],
		['99999999999999.995', 2, '100000000000000.00'],
	])('%s with %i decimals is %s, half-up', (value, decimals, expected) => {
		expect(toFixedText(parsed(value), decimals)).toBe(expected);
	});

	it('marks digits that go on', () => {
		expect(toShownText(divide(parsed(100), parsed(3)), 2)).toBe('33.33333333…');
		expect(toShownText(parsed('20.9895'), 2)).toBe('20.9895');
		expect(toShownText(parsed('105.0000'), 2)).toBe('105.00');
	});

	it.each([
		['JPY', 0],
		['KRW', 0],
		['BHD', 3],
		['KWD', 3],
		['EUR', 2],
		['SEK', 2],
		['XYZ', 2],
	])('%s has %i decimals', (currency, expected) => {
		expect(currencyDecimals(currency)).toBe(expected);
	});
});
