import fc from 'fast-check';

import { fakeExecution } from './fakes';
import { isFilled, Params, toEntries, toGroup, toList, toNumber, toText } from '../../../nodes/n8n/params';

describe('Params', () => {
	it.each([
		{ value: 'sku', varies: false },
		{ value: '', varies: false },
		{ value: 'a=b', varies: false },
		{ value: '={{ $json.sku }}', varies: true },
		{ value: 7, varies: false },
		{ value: true, varies: false },
		{ value: ['DE', 'UK'], varies: false },
		{ value: ['DE', '={{ $json.country }}'], varies: true },
		{ value: { floor: '9' }, varies: false },
		{ value: { floor: '={{ $json.cost }}' }, varies: true },
		{ value: { adjustments: { adjustment: [{ kind: 'addFixed', value: '={{ 1 }}' }] } }, varies: true },
		{ value: { __rl: true, mode: 'id', value: '={{ $json.feedId }}' }, varies: true },
		{ value: undefined, varies: false },
	])('$value varies: $varies', ({ value, varies }) => {
		const { n8n } = fakeExecution({ parameters: { field: value } });
		expect(new Params(n8n).varies('field')).toBe(varies);
	});

	it('reads what holds no expression once for all items, and for the first of them', () => {
		const { n8n, reads } = fakeExecution({ parameters: { field: 'sku' } });
		const params = new Params(n8n);
		const values = [5, 0, 9].map((item) => params.text('field', item));
		expect(values).toEqual(['sku', 'sku', 'sku']);
		expect(reads).toEqual(['field 0']);
	});

	it('reads an expression for every item', () => {
		const evaluate = (_: string, item: number) => `SKU-${item}`;
		const { n8n, reads } = fakeExecution({ parameters: { field: '={{ $json.sku }}' }, evaluate });
		const params = new Params(n8n);
		expect([0, 1, 2].map((item) => params.text('field', item))).toEqual(['SKU-0', 'SKU-1', 'SKU-2']);
		expect(reads).toEqual(['field 0', 'field 1', 'field 2']);
	});

	it('remembers a value that is not set', () => {
		const { n8n, reads } = fakeExecution({ evaluate: () => undefined });
		const params = new Params(n8n);
		expect([params.text('field', 0), params.text('field', 1)]).toEqual(['', '']);
		expect(reads).toHaveLength(1);
	});

	const read = (value: unknown) => new Params(fakeExecution({ evaluate: () => value }).n8n);

	it.each([
		{ value: ' a ', text: 'a', number: 50, list: ['a'], locator: 'a' },
		{ value: 7, text: '7', number: 7, list: ['7'], locator: '7' },
		{ value: '12', text: '12', number: 12, list: ['12'], locator: '12' },
		{ value: 'a, b,,c ', text: 'a, b,,c', number: 50, list: ['a', 'b', 'c'], locator: 'a, b,,c' },
		{ value: ['a', 3, null, ' '], text: '', number: 50, list: ['a', '3'], locator: '' },
		{ value: { mode: 'id', value: ' 50001 ' }, text: '', number: 50, list: [], locator: '50001' },
		{ value: { mode: 'list', value: 50001 }, text: '', number: 50, list: [], locator: '50001' },
		{ value: null, text: '', number: 0, list: [], locator: '' },
	])('reads $value as text, number, list and locator', ({ value, text, number, list, locator }) => {
		expect(read(value).text('x', 0)).toBe(text);
		expect(read(value).number('x', 0, 50)).toBe(number);
		expect(read(value).list('x', 0)).toEqual(list);
		expect(read(value).locator('x', 0)).toBe(locator);
	});

	it.each([
		{ value: true, flag: true },
		{ value: 'true', flag: false },
		{ value: 1, flag: false },
		{ value: undefined, flag: false },
	])('takes $value for the flag $flag', ({ value, flag }) => {
		expect(read(value).flag('x', 0)).toBe(flag);
	});
});

describe('what collections hold', () => {
	it.each([
		{ name: 'several', value: { rate: [{ a: 1 }, { a: 2 }] }, entries: [{ a: 1 }, { a: 2 }] },
		{ name: 'one', value: { rate: { a: 1 } }, entries: [{ a: 1 }] },
		{ name: 'none', value: {}, entries: [] },
		{ name: 'another name', value: { other: [{ a: 1 }] }, entries: [] },
		{ name: 'what is no entry', value: { rate: [null, 7, 'x', { a: 1 }] }, entries: [{ a: 1 }] },
		{ name: 'no collection', value: 'x', entries: [] },
	])('entries: $name', ({ value, entries }) => {
		expect(toEntries(value, 'rate')).toEqual(entries);
	});

	it('never throws, whatever a stored workflow holds', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(typeof toText(value)).toBe('string');
				expect(Array.isArray(toEntries(value, 'rate'))).toBe(true);
				expect(typeof toGroup(value)).toBe('object');
				expect(toList(value).every((text) => text !== '' && text === text.trim())).toBe(true);
			}),
		);
	});
});

describe('a number as people write it', () => {
	it.each([
		['5', 5],
		[' 5 % ', 5],
		['5,5', 5.5],
		['-0,25', -0.25],
		['1.5%', 1.5],
		[7, 7],
	])('%j is %d', (given, number) => {
		expect(toNumber(given, 'Percent')).toBe(number);
	});

	it.each(['1,234', '1.234,5', '%', 'five', '', null, true])('%j is none, or could be two', (given) => {
		expect(() => toNumber(given, 'Percent')).toThrow(/^Percent /);
	});
});

describe('an entry of a form', () => {
	it.each([
		[{}, false],
		[{ code: '', title: ' ' }, false],
		[{ code: '', title: 'Card' }, true],
		[{ value: 0 }, true],
	])('%j was filled in: %s', (entry, isThere) => {
		expect(isFilled(entry)).toBe(isThere);
	});
});
