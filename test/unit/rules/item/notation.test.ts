import fc from 'fast-check';

import type { DecimalStyle } from '../../../../nodes/rules/item/decimalStyle';
import { toShownText } from '../../../../nodes/rules/money/decimalText';
import { parseMoment, plusDays, toIso, toIsoDate } from '../../../../nodes/rules/item/moment';
import { compileNotation } from '../../../../nodes/rules/item/notation';
import { decidePrice, type PriceConfig } from '../../../../nodes/rules/price/decide';
import { decideStock } from '../../../../nodes/rules/stock/decide';
import type { Item } from '../../../../nodes/rules/verdict/verdict';

const NOW = Date.parse('2026-11-15T12:00:00Z');

describe('a number in a list', () => {
	const read = (value: unknown, decimalStyle?: DecimalStyle) => {
		const amount = compileNotation({ decimalStyle }).parseNumber(value);
		return amount === undefined ? 'none' : toShownText(amount, 0);
	};

	it.each<[unknown, string, string, string]>([
		// written, auto, point, comma
		['1299', '1299', '1299', '1299'],
		['12.50', '12.5', '12.5', 'none'],
		['12.0000', '12', '12', 'none'],
		['1.299', 'none', '1.299', '1299'],
		[' 1.000 ', 'none', '1', '1000'],
		['-1.299', 'none', '-1.299', '-1299'],
		['999.999', 'none', '999.999', '999999'],
		['0.299', '0.299', '0.299', 'none'],
		['.299', '0.299', '0.299', 'none'],
		['1234.500', '1234.5', '1234.5', 'none'],
		['12,50', 'none', 'none', '12.5'],
		['0,5', 'none', 'none', '0.5'],
		[',5', 'none', 'none', '0.5'],
		['-3,50', 'none', 'none', '-3.5'],
		['1,299', 'none', '1299', '1.299'],
		['1.299,00', 'none', 'none', '1299'],
		['1.234.567,89', 'none', 'none', '1234567.89'],
		['1,234.50', 'none', '1234.5', 'none'],
		['1,234,567.89', 'none', '1234567.89', 'none'],
		['12,34,567.89', 'none', '1234567.89', 'none'],
		['1 299,00', 'none', 'none', '1299'],
		['1\u00a0299,00', 'none', 'none', '1299'],
		['1\u202f299.00', 'none', '1299', 'none'],
		["1'299.00", 'none', '1299', 'none'],
		['1.29.9', 'none', 'none', 'none'],
		['1.2999,00', 'none', 'none', 'none'],
		['1.234 567,00', 'none', 'none', 'none'],
		['1,2,3', 'none', 'none', 'none'],
		['12 €', 'none', 'none', 'none'],
		['1e3', 'none', 'none', 'none'],
		['-', 'none', 'none', 'none'],
		['', 'none', 'none', 'none'],
		['9'.repeat(60), 'none', 'none', 'none'],
		// A number that is no text has been read before, and is never in doubt.
		[1.299, '1.299', '1.299', '1.299'],
		[-2, '-2', '-2', '-2'],
		[null, 'none', 'none', 'none'],
		[true, 'none', 'none', 'none'],
	])('%j is %s, with a point %s, with a comma %s', (value, auto, point, comma) => {
		expect([read(value), read(value, 'auto'), read(value, 'point'), read(value, 'comma')]).toEqual([
			auto,
			auto,
			point,
			comma,
		]);
	});

	it('is the same number written with a point or with a comma, grouped or not', () => {
		fc.assert(
			fc.property(fc.nat(99_999_999), fc.nat(99), (whole, cents) => {
				const decimals = String(cents).padStart(2, '0');
				const groups = (separator: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, separator);
				const expected = read(`${whole}.${decimals}`);
				expect(read(`${whole},${decimals}`, 'comma')).toBe(expected);
				expect(read(`${groups('.')},${decimals}`, 'comma')).toBe(expected);
				expect(read(`${groups(',')}.${decimals}`, 'point')).toBe(expected);
			}),
		);
	});

	it('is read the same way wherever a price comes from', () => {
		const config: PriceConfig = {
			source: 'price',
			currency: 'GBP',
			itemCurrency: 'currency',
			exchange: { rateAttribute: 'rate' },
			modifiers: [{ kind: 'addFixed', value: { attribute: 'shipping' } }],
			limits: { floor: { attribute: 'floor' } },
			bounds: { minimum: { attribute: 'least' } },
			sale: { source: 'special' },
			business: { source: 'business', tiers: { attribute: 'tiers' } },
			brakePercent: 50,
			lastPrice: 'last',
		};
		const item = {
			price: '1.299,00',
			currency: 'EUR',
			rate: '0,5',
			shipping: '1,50',
			floor: '640,00',
			least: '600,50',
			special: '1.250,00',
			business: '1.290,00',
			tiers: [{ quantity: '1.000', price: '1.280,00' }],
			last: '700,00',
		};
		expect(decidePrice({ ...config, decimalStyle: 'comma' })(item, NOW)).toMatchObject({
			change: {
				price: '651.00',
				sale: { price: '640.00' },
				business: { price: '646.50', tiers: [{ quantity: 1000, price: '641.50' }] },
				bounds: { minimum: '600.50' },
			},
		});
	});

	it.each<[string, Partial<PriceConfig>, Item, string]>([
		['a price', {}, { price: '1.299' }, 'price-not-a-number'],
		[
			'a markup',
			{ modifiers: [{ kind: 'addFixed', value: { attribute: 'x' } }] },
			{ x: '1.299' },
			'value-not-a-number',
		],
		['a floor', { limits: { floor: { attribute: 'x' } } }, { x: '1.299' }, 'value-not-a-number'],
		['a minimum', { bounds: { minimum: { attribute: 'x' } } }, { x: '1.299' }, 'value-not-a-number'],
		['a business price', { business: { source: 'x' } }, { x: '1.299' }, 'price-not-a-number'],
	])('holds %s that can be read in two ways, and names the option', (_name, config, item, reason) => {
		const verdict = decidePrice({ source: 'price', currency: 'GBP', ...config })({ price: 10, ...item }, NOW);
		expect(verdict).toMatchObject({ reason });
		if (verdict.kind === 'hold') expect(verdict.message).toContain('Decimal Style');
	});

	it.each<[string, DecimalStyle | undefined, unknown]>([
		['1.000', undefined, 'stock-not-a-number'],
		['1.000', 'point', 1],
		['1.000', 'comma', 1000],
		['1,5', 'comma', 1],
		['-1.000', 'comma', 0],
	])('stock %s with %s is %s', (quantity, decimalStyle, expected) => {
		const verdict = decideStock({ sources: ['q'], channel: 'MFN', decimalStyle })({ q: quantity }, NOW);
		expect(verdict.kind === 'change' ? verdict.change.quantity : verdict.reason).toBe(expected);
	});

	it('compares with what was last sent, as the list writes it or as we did', () => {
		const decide = decidePrice({
			...{ source: 'price', currency: 'EUR', decimalStyle: 'comma', onlyChanges: true, lastPrice: 'last' },
		});
		const reasonOf = (last: unknown) => decide({ price: '1.299,00', last }, NOW);
		for (const last of ['1.299,00', '1299.00', 1299]) {
			expect(reasonOf(last)).toMatchObject({ reason: 'unchanged' });
		}
		const stock = decideStock({
			...{ sources: ['q'], channel: 'MFN', decimalStyle: 'comma', onlyChanges: true, lastQuantity: 'last' },
		});
		expect(stock({ q: '1.000', last: '1.000' }, NOW)).toMatchObject({ reason: 'unchanged' });
		expect(stock({ q: '1.000', last: 1000 }, NOW)).toMatchObject({ reason: 'unchanged' });
	});

	it('refuses a style that does not exist', () => {
		expect(() => compileNotation({ decimalStyle: 'dot' as never })).toThrow(
			'decimalStyle is "dot", but it must be one of auto, point, comma',
		);
	});
});

describe('a date in a list', () => {
	it.each<[string, string, 'start' | 'end', string, string]>([
		['a day in Los Angeles', '2026-11-20', 'start', 'America/Los_Angeles', '2026-11-20T08:00:00.000Z'],
		['a day in Tokyo', '2026-11-20', 'start', 'Asia/Tokyo', '2026-11-19T15:00:00.000Z'],
		['a time in Los Angeles', '2026-11-20 10:00', 'start', 'America/Los_Angeles', '2026-11-20T18:00:00.000Z'],
		['a time in Tokyo', '2026-11-20T10:00:00', 'start', 'Asia/Tokyo', '2026-11-20T01:00:00.000Z'],
		['until a day: its end', '2026-11-30', 'end', 'Europe/Berlin', '2026-11-30T23:00:00.000Z'],
		['until a time: that time', '2026-11-30 20:00', 'end', 'Europe/Berlin', '2026-11-30T19:00:00.000Z'],
		['a last day at midnight', '2026-11-30 00:00:00', 'end', 'Europe/Berlin', '2026-11-30T23:00:00.000Z'],
		[
			'until the day of the change in spring',
			'2026-03-29',
			'end',
			'Europe/Berlin',
			'2026-03-29T22:00:00.000Z',
		],
		[
			'until the day of the change in autumn',
			'2026-10-25',
			'end',
			'Europe/Berlin',
			'2026-10-25T23:00:00.000Z',
		],
		[
			'a skipped hour counts from before',
			'2026-03-29 02:30',
			'start',
			'Europe/Berlin',
			'2026-03-29T01:30:00.000Z',
		],
		[
			'a repeated hour starts the first time',
			'2026-10-25 02:30',
			'start',
			'Europe/Berlin',
			'2026-10-25T00:30:00.000Z',
		],
		[
			'a repeated hour ends the second time',
			'2026-10-25 02:30',
			'end',
			'Europe/Berlin',
			'2026-10-25T01:30:00.000Z',
		],
		['a midnight that is skipped', '2026-03-08', 'start', 'America/Havana', '2026-03-08T05:00:00.000Z'],
		['Z says its zone', '2026-11-20T10:00:00Z', 'start', 'Asia/Tokyo', '2026-11-20T10:00:00.000Z'],
		[
			'an offset says its zone',
			'2026-11-20T10:00:00+02:00',
			'start',
			'Asia/Tokyo',
			'2026-11-20T08:00:00.000Z',
		],
		['an offset in SQL', '2026-11-20 10:00:00 +01:00', 'start', 'Asia/Tokyo', '2026-11-20T09:00:00.000Z'],
		['Unix time says its zone', '1769853600', 'start', 'Asia/Tokyo', '2026-01-31T10:00:00.000Z'],
		['UTC', '2026-11-20', 'start', 'UTC', '2026-11-20T00:00:00.000Z'],
	])('%s', (_name, value, edge, zone, expected) => {
		expect(toIso(parseMoment(value, edge, zone) ?? 0)).toBe(expected);
	});

	it('is the same on every day it is read', () => {
		const texts = ['2026-10-25 02:30', '2026-03-29 02:30', '2026-07-01'];
		const read = (today: string) => {
			jest.useFakeTimers({ now: Date.parse(today) });
			const moments = texts.map((text) => parseMoment(text, 'start', 'Europe/Berlin'));
			jest.useRealTimers();
			return moments;
		};
		expect(read('2026-01-15T00:00:00Z')).toEqual(read('2026-07-15T00:00:00Z'));
	});

	const SALE: PriceConfig = {
		...{ source: 'price', currency: 'USD', timeZone: 'America/Los_Angeles' },
		sale: { source: 'special', start: 'from', end: 'to' },
	};

	it('says when a sale runs', () => {
		const item = { price: 100, special: 80, from: '2026-11-20', to: '2026-11-30' };
		expect(decidePrice(SALE)(item, NOW)).toMatchObject({
			change: { sale: { startAt: '2026-11-20T08:00:00.000Z', endAt: '2026-12-01T08:00:00.000Z' } },
		});
	});

	it('lasts whole days of the calendar, whatever the clocks do', () => {
		expect(decidePrice(SALE)({ price: 100, special: 80, from: '2026-10-20' }, NOW)).toMatchObject({
			change: { sale: { startAt: '2026-10-20T07:00:00.000Z', endAt: '2026-11-19T08:00:00.000Z' } },
		});
		const start = Date.parse('2026-10-20T07:00:00Z');
		expect(toIso(plusDays(start, 30, 'America/Los_Angeles'))).toBe('2026-11-19T08:00:00.000Z');
	});

	it.each([
		['a day stays that day', '2026-12-01', 'Asia/Tokyo', '2026-12-01'],
		['a day stays that day in the west', '2026-12-01', 'America/Los_Angeles', '2026-12-01'],
		['a moment is the day it has there', '2026-12-01T20:00:00Z', 'Asia/Tokyo', '2026-12-02'],
	])('restock: %s', (_name, back, timeZone, expected) => {
		const decide = decideStock({ sources: ['q'], channel: 'MFN', restockDate: 'back', timeZone });
		expect(decide({ q: 1, back }, NOW)).toMatchObject({ change: { restockDate: expected } });
		expect(toIsoDate(parseMoment(back, 'start', timeZone) ?? 0, timeZone)).toBe(expected);
	});

	it('refuses a zone that does not exist', () => {
		expect(() => compileNotation({ timeZone: 'Mars/Olympus' })).toThrow(
			'timeZone is "Mars/Olympus", but it must be the name of a time zone, such as Europe/Berlin',
		);
	});
});
