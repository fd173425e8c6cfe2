import fc from 'fast-check';

import { toIsoText } from '../../../../../nodes/amazon/reports/reading/cellDates';
import { cellTyper } from '../../../../../nodes/amazon/reports/reading/cellTypes';
import type { RowNotation } from '../../../../../nodes/amazon/reports/reading/rowNotation';
import type { CellValue } from '../../../../../nodes/amazon/reports/reading/rowTerms';
import { Warnings } from '../../../../../nodes/amazon/reports/reading/warnings';
import { read } from './read';

function typed(column: string, text: string, notation: RowNotation = {}): [CellValue, number] {
	const warnings = new Warnings();
	return [cellTyper(column, notation, warnings)(text), warnings.sentences.length];
}

describe('dates of cells', () => {
	it.each<[string, string, RowNotation['dates']]>([
		['2026-11-28', '2026-11-28', undefined],
		['2026/11/28', '2026-11-28', undefined],
		['2026-11-28T10:00:00+00:00', '2026-11-28T10:00:00Z', undefined],
		['2026-11-28T10:00:00.250+01:00', '2026-11-28T09:00:00.250Z', undefined],
		['2026-11-28T23:30:00-0800', '2026-11-29T07:30:00Z', undefined],
		['2026-11-28 10:00:00', '2026-11-28T10:00:00', undefined],
		['2026-11-28 10:00:00 UTC', '2026-11-28T10:00:00Z', undefined],
		['2026-11-28 10:00:00 PST', '2026-11-28T18:00:00Z', undefined],
		['2026/11/28 10:00:00 JST', '2026-11-28T01:00:00Z', undefined],
		['28.11.2026 10:00:00 UTC', '2026-11-28T10:00:00Z', undefined],
		['1.2.2026', '2026-02-01', 'monthFirst'],
		['28/11/2026', '2026-11-28', undefined],
		['11/28/2026', '2026-11-28', undefined],
		['11/11/2026', '2026-11-11', undefined],
		['02/03/2026', '2026-03-02', 'dayFirst'],
		['02/03/2026', '2026-02-03', 'monthFirst'],
		['11/28/26', '2026-11-28', 'monthFirst'],
		['28-Nov-2026', '2026-11-28', undefined],
		['28 Nov 2026 10:00:00 GMT', '2026-11-28T10:00:00Z', undefined],
		['Nov 8, 2026 1:05:00 PM PDT', '2026-11-08T20:05:00Z', undefined],
		['Nov 8, 2026 12:05:00 AM', '2026-11-08T00:05:00', undefined],
	])('%s is %s (%s)', (text, iso, style) => {
		expect(toIsoText(text, style)).toEqual({ iso });
	});

	it.each(['02/03/2026', '02-03-2026 10:00', '1/2/26'])('%s can be read in two ways', (text) => {
		expect(toIsoText(text, undefined)).toBe('ambiguous');
	});

	it.each([
		...['', 'soon', '2026', '2026-13-01', '2026-02-30', '31.02.2026', '2026-11-28 25:00:00', '20261128'],
		...['2026-11-28 10:00:00 XYZ', '28-Foo-2026', '302-1234567-1234567', '2026-11-28 tomorrow', '1.2.3'],
	])('%j is none', (text) => {
		expect(toIsoText(text, 'dayFirst')).toBeUndefined();
	});

	it('are the same moments as Node reads', () => {
		const times = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(times, (time) => {
				const iso = `${time.toISOString().slice(0, 19)}Z`;
				expect(toIsoText(iso, undefined)).toEqual({ iso });
				const [year, month, day] = iso.slice(0, 10).split('-');
				expect(toIsoText(`${day}/${month}/${year} ${iso.slice(11, 19)} UTC`, 'dayFirst')).toEqual({ iso });
				expect(toIsoText(`${month}/${day}/${year} ${iso.slice(11, 19)} UTC`, 'monthFirst')).toEqual({ iso });
			}),
		);
	});
});

describe('typed cells', () => {
	it.each<[string, string, CellValue, RowNotation]>([
		['quantity', '5', 5, {}],
		['quantity', '-5', -5, {}],
		['price', '19.90', 19.9, {}],
		['price', '1,299.50', 1299.5, { decimals: 'point' }],
		['price', '1.299,50', 1299.5, { decimals: 'comma' }],
		['price', '95,00', 95, { decimals: 'comma' }],
		['price', '12.99', 12.99, { decimals: 'comma' }],
		['price', '0', 0, {}],
		['price', '0.5', 0.5, {}],
		['amount', '123456789012.34', 123456789012.34, {}],
		['number-of-items', '3', 3, {}],
		['purchase-date', '28.11.2026', '2026-11-28', {}],
		['purchase-date', '11/28/26', '2026-11-28', {}],
	])('%s %s is %j', (column, text, value, notation) => {
		expect(typed(column, text, notation)).toEqual([value, 0]);
	});

	it.each<[string, string]>([
		['seller-sku', '12345'],
		['Händler-SKU', '12345'],
		['order-id', '12345'],
		['buyer-phone-number', '491701234'],
		['ship-postal-code', '10115'],
		['Postleitzahl', '10115'],
		['EAN', '12345678'],
		['item-name', '501'],
		['anything', '00501'],
		['anything', '4006381333931'],
		['anything', '1234567890'],
		['amount', '1234567890123456.78'],
		['anything', '+5'],
		['anything', '5 %'],
		['anything', '1e5'],
		['anything', 'NaN'],
		['size', '10-11-12'],
		['anything', '12,99'],
		['anything', ''],
	])('%s %s stays text', (column, text) => {
		expect(typed(column, text)).toEqual([text, 0]);
	});

	it.each<[string, RowNotation]>([
		['1.299', {}],
		['1.299', { decimals: 'comma' }],
		['02/03/2026', {}],
	])('%s can be read in two ways: it stays text, and that is told', (text, notation) => {
		expect(typed('price', text, notation)).toEqual([text, 1]);
	});

	it('are numbers with the digits of their texts', () => {
		const digits = fc.tuple(fc.nat(999_999_999), fc.integer({ min: 1, max: 6 }), fc.nat(999_999));
		fc.assert(
			fc.property(digits, ([whole, places, fraction]) => {
				const text = `${whole}.${String(fraction).padStart(6, '0').slice(0, places)}`;
				const [value] = typed('amount', text, { decimals: 'point' });
				expect(value).toBe(Number(text));
			}),
		);
	});

	it('are off unless they are wanted', async () => {
		const text = 'sku\tprice\tdate\n007\t5,00\t28.11.2026\n';
		expect((await read(text)).given).toEqual([{ sku: '007', price: '5,00', date: '28.11.2026' }]);
		const { given } = await read(text, { isTyped: true, notation: { decimals: 'comma' } });
		expect(given).toEqual([{ sku: '007', price: 5, date: '2026-11-28' }]);
		const xml = await read('<R><N><p>5.5</p></N></R>', { isTyped: true });
		expect(xml.given).toEqual([{ p: 5.5 }]);
	});
});
