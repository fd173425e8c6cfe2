import { toPlainNumber, toPlainPercent } from '../../../../nodes/n8n/forms/numberText';
import { toNumber } from '../../../../nodes/n8n/params';

it.each([
	['5', '5'],
	['5.5', '5.5'],
	['5,5', '5.5'],
	['0,125', '0.125'],
	[' 1 234,50 ', '1234.50'],
	['-2,50', '-2.50'],
	['1,234', undefined],
	['12,345', undefined],
	['1.234,50', undefined],
	['1,234.50', undefined],
	['5%', undefined],
	['five', undefined],
	['', undefined],
	['1e3', undefined],
	['0x10', undefined],
])('%j typed into a form is %s', (typed, expected) => {
	expect(toPlainNumber(typed)).toBe(expected);
});

it.each([
	['5%', '5'],
	['5,5 %', '5.5'],
	['5', '5'],
	['%', undefined],
	['5%%', undefined],
	['5 % off', undefined],
])('%j as a percentage is %s', (typed, expected) => {
	expect(toPlainPercent(typed)).toBe(expected);
});

it('takes the sign of a percentage only where one is asked for', () => {
	expect(toNumber('30%', 'Sold-Out Brake (%)')).toBe(30);
	expect(toNumber(2.5, 'Sold-Out Brake (%)')).toBe(2.5);
	expect(() => toNumber('30%', 'Keep Back')).toThrow('Keep Back is "30%", but it must be a number');
	expect(() => toNumber(true, 'Keep Back')).toThrow('Keep Back is true');
});
