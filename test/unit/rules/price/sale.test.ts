import { decidePrice, type PriceConfig } from '../../../../nodes/rules/price/decide';
import { parseMoment, toIso } from '../../../../nodes/rules/item/moment';
import type { Item } from '../../../../nodes/rules/verdict/verdict';

const NOW = Date.parse('2026-01-15T12:00:00Z');
const SALE = { source: 'special', start: 'from', end: 'to' };

function decide(item: Item, config: Partial<PriceConfig> = {}) {
	return decidePrice({ source: 'price', currency: 'USD', sale: SALE, ...config })(
		{ price: 100, ...item },
		NOW,
	);
}

function saleOf(item: Item, config?: Partial<PriceConfig>) {
	const verdict = decide(item, config);
	return verdict.kind === 'change' ? verdict.change.sale : verdict.reason;
}

describe('sale price', () => {
	it.each([
		[
			'start and end',
			{ special: 80, from: '2026-01-10', to: '2026-02-01T00:00:00Z' },
			{ price: '80.00', startAt: '2026-01-10T00:00:00.000Z', endAt: '2026-02-01T00:00:00.000Z' },
		],
		[
			'a last day counts to its end',
			{ special: 80, from: '2026-01-10', to: '2026-01-15' },
			{ price: '80.00', startAt: '2026-01-10T00:00:00.000Z', endAt: '2026-01-16T00:00:00.000Z' },
		],
		[
			'without an end: 30 days from the start',
			{ special: 80, from: '2026-01-10' },
			{ price: '80.00', startAt: '2026-01-10T00:00:00.000Z', endAt: '2026-02-09T00:00:00.000Z' },
		],
		[
			'without a start: now',
			{ special: 80, to: '2026-02-01T00:00:00Z' },
			{ price: '80.00', startAt: '2026-01-15T12:00:00.000Z', endAt: '2026-02-01T00:00:00.000Z' },
		],
		[
			'without both: now, for 30 days',
			{ special: 80 },
			{ price: '80.00', startAt: '2026-01-15T12:00:00.000Z', endAt: '2026-02-14T12:00:00.000Z' },
		],
		[
			'a sale to come',
			{ special: 80, from: '2026-03-01', to: '2026-03-02' },
			{ price: '80.00', startAt: '2026-03-01T00:00:00.000Z', endAt: '2026-03-03T00:00:00.000Z' },
		],
	])('%s', (_label, item, expected) => {
		expect(saleOf(item)).toEqual(expected);
	});

	it.each([
		['no sale price', {}, 'the item has no sale price'],
		['zero', { special: 0 }, 'special is 0; a price must be above 0, correct it in the store'],
		['equal to the price', { special: '100.00' }, 'the sale price 100.00 is not below the regular price'],
		['above the price', { special: 120 }, 'the sale price 120.00 is not below the regular price'],
		['not a number', { special: '8,0' }, 'special is "8,0": write it with digits'],
		[
			'past',
			{ special: 80, from: '2025-01-01', to: '2025-02-01' },
			'the sale ended 2025-02-02T00:00:00.000Z',
		],
		['ends now', { special: 80, from: '2026-01-01', to: NOW }, 'the sale ended 2026-01-15T12:00:00.000Z'],
		['past by its days', { special: 80, from: '2025-01-01' }, 'the sale ended 2025-01-31T00:00:00.000Z'],
		[
			'ends before it starts',
			{ special: 80, from: '2026-03-02', to: '2026-03-01' },
			'the sale ends 2026-03-02',
		],
		['an unreadable start', { special: 80, from: 'soon' }, `the sale's start "soon" is not a date`],
		['an unreadable end', { special: 80, to: '31.01.2026' }, `the sale's end "31.01.2026" is not a date`],
	])('goes without the sale: %s', (_label, item, why) => {
		const verdict = decide(item);
		expect(verdict).toMatchObject({ kind: 'change', change: { price: '100.00' } });
		expect(saleOf(item)).toBeUndefined();
		const last = verdict.trace.at(-1);
		expect(last).toMatchObject({ step: 'sale', after: 'no sale' });
		expect(last?.note).toContain(why);
	});

	it.each([
		['an unreadable price', { special: '8,0' }, 'The sale is not sent: special is "8,0"'],
		['an unreadable start', { special: 80, from: 'soon' }, `The sale is not sent: the sale's start "soon"`],
		['an unreadable end', { special: 80, to: '31.1.' }, `The sale is not sent: the sale's end "31.1."`],
		['above the price', { special: 120 }, 'The sale is not sent: the sale price 120.00 is not below'],
	])('says so when the sale is not sent: %s', (_label, item, message) => {
		expect(decide(item)).toMatchObject({
			change: {
				findings: [{ code: 'sale-not-sent', message: expect.stringContaining(message) as unknown }],
			},
		});
	});

	it.each([
		['none', {}],
		['0 for none', { special: 0 }],
		['the regular price for none', { special: 100 }],
		['over', { special: 80, from: '2025-01-01', to: '2025-02-01' }],
	])('needs no words when the store has no sale: %s', (_label, item) => {
		expect(decide(item)).not.toHaveProperty('change.findings');
	});

	describe('with the brake', () => {
		const braked: Partial<PriceConfig> = { brakePercent: 50, lastPrice: 'last', lastSale: 'lastSale' };
		const lastSale = {
			price: '40.00',
			startAt: '2026-01-10T00:00:00.000Z',
			endAt: '2026-02-01T00:00:00.000Z',
		};

		it.each([
			['far below the regular price', { special: 0.01 }, undefined],
			['a clearance, as far below as is allowed', { special: 20 }, '20.00'],
			['a cent beyond it', { special: 19.99 }, undefined],
			['not far below the last sale', { special: 30, lastSale }, '30.00'],
			['far below the last sale, which goes on', { special: 0.01, lastSale }, '40.00'],
		])('%s', (_label, item, expected) => {
			const sale = saleOf({ last: 100, ...item }, braked);
			expect(sale === undefined ? sale : (sale as { price: string }).price).toBe(expected);
		});

		it('says so with both figures, and sends the regular price', () => {
			const config = { source: 'price', currency: 'USD', sale: SALE, ...braked };
			expect(decidePrice(config)({ price: 100, last: 100, special: 0.01 }, NOW)).toMatchObject({
				change: {
					price: '100.00',
					findings: [
						{
							message: expect.stringContaining(
								'The sale price 0.01 USD is 100 % below the regular 100.00',
							) as unknown,
						},
					],
				},
			});
		});
	});

	it('takes its own source through the same steps', () => {
		const config: Partial<PriceConfig> = {
			modifiers: [{ kind: 'addPercent', value: { fixed: 10 } }],
			rounding: { kind: 'ending', ending: '99', direction: 'nearest' },
			limits: { floor: { fixed: 60 } },
		};
		expect(saleOf({ special: 70 }, config)).toMatchObject({ price: '76.99' });
		expect(saleOf({ special: 50 }, config)).toMatchObject({ price: '60.00' });
		const holding: Partial<PriceConfig> = { limits: { floor: { fixed: 60 }, onCrossing: 'hold' } };
		expect(saleOf({ special: 50 }, holding)).toBeUndefined();
	});

	it('lasts as many days as asked', () => {
		expect(saleOf({ special: 80, from: '2026-01-15' }, { sale: { ...SALE, lastsDays: 1 } })).toMatchObject({
			endAt: '2026-01-16T00:00:00.000Z',
		});
	});

	it('is left out below the minimum allowed price', () => {
		expect(saleOf({ special: 80 }, { bounds: { minimum: { fixed: 90 } } })).toBeUndefined();
		expect(saleOf({ special: 90 }, { bounds: { minimum: { fixed: 90 } } })).toMatchObject({ price: '90.00' });
	});
});

describe('only changes, with a sale', () => {
	const config: Partial<PriceConfig> = { onlyChanges: true, lastPrice: 'last', lastSale: 'lastSale' };
	const sent = { price: '80.00', startAt: '2026-01-10T00:00:00.000Z', endAt: '2026-02-01T00:00:00.000Z' };
	const item = { special: 80, from: '2026-01-10', to: '2026-02-01T00:00:00Z', last: 100 };

	it.each([
		['the same', item, sent, 'unchanged'],
		['the same, kept as JSON', item, JSON.stringify(sent), 'unchanged'],
		['the same, kept as a number', item, { ...sent, price: 80 }, 'unchanged'],
		['a new sale', item, undefined, sent],
		['another price', item, { ...sent, price: '81.00' }, sent],
		['another end', item, { ...sent, endAt: '2026-01-20T00:00:00.000Z' }, sent],
		['the store ended the sale early', { last: 100 }, sent, null],
		['the sale is over', { last: 100 }, { ...sent, endAt: '2026-01-15T12:00:00.000Z' }, undefined],
		['a sale that cannot be read', { last: 100 }, { price: 'x' }, undefined],
		['never a sale', { last: 100 }, undefined, 'unchanged'],
		['never a sale, kept as JSON', { last: 100 }, 'null', 'unchanged'],
		['a sale without dates that runs already', { special: 80, last: 100 }, sent, 'unchanged'],
	])('%s', (_label, given, lastSale, expected) => {
		expect(saleOf({ ...given, lastSale }, config)).toEqual(expected);
	});

	it('goes on telling Amazon to have none while it may have one, whether or not only changes are wanted', () => {
		expect(saleOf({ lastSale: sent }, { lastSale: 'lastSale' })).toBeNull();
		expect(saleOf({ special: 120, lastSale: JSON.stringify(sent) }, { lastSale: 'lastSale' })).toBeNull();
		expect(saleOf({ special: 80, lastSale: sent }, { lastSale: 'lastSale' })).toMatchObject({
			price: '80.00',
		});
	});

	it.each([
		['a price that can be read in two ways', { special: '1.299' }],
		['a price with a currency', { special: 'EUR 80' }],
		['an unreadable start', { special: 80, from: '10.01.2026' }],
		['an unreadable end', { special: 80, to: 'soon' }],
	])('keeps a running sale when nobody can say what the store has: %s', (_label, given) => {
		expect(saleOf({ ...given, lastSale: sent }, { lastSale: 'lastSale' })).toEqual(sent);
		expect(saleOf({ ...given, last: 100, lastSale: sent }, config)).toBe('unchanged');
	});

	it('keeps no running sale that the price has fallen below', () => {
		const item = { price: 70, special: 'n/a', lastSale: sent };
		expect(saleOf(item, { lastSale: 'lastSale' })).toBeUndefined();
	});

	it('ends a running sale whose rule is gone, and is no news afterwards', () => {
		const decide = decidePrice({ source: 'price', currency: 'USD', ...config });
		const change = (lastSale: unknown) => decide({ price: 100, last: 100, lastSale }, NOW);
		expect(change(sent)).toMatchObject({ change: { sale: null } });
		expect(change(sent).trace).toContainEqual({
			...{
				step: 'sale',
				before: '100.00',
				after: 'no sale',
				note: 'ends the one last sent',
				line: expect.any(String) as unknown,
			},
		});
		for (const last of [null, undefined, '', { ...sent, endAt: '2026-01-15T12:00:00.000Z' }]) {
			expect(change(last)).toMatchObject({ reason: 'unchanged' });
		}
	});

	it('starts a sale without dates anew once the last one has ended', () => {
		const lastSale = { ...sent, endAt: '2026-01-15T12:00:00.000Z' };
		expect(saleOf({ special: 80, last: 100, lastSale }, config)).toMatchObject({ startAt: toIso(NOW) });
	});
});

describe('parseMoment', () => {
	it.each([
		['a date', '2026-01-31', 'start', '2026-01-31T00:00:00.000Z'],
		['the end of a date', '2026-01-31', 'end', '2026-02-01T00:00:00.000Z'],
		['an end with a time', '2026-01-31T10:00:00', 'end', '2026-01-31T10:00:00.000Z'],
		['the end of a day as Magento keeps it', '2026-01-31 00:00:00', 'end', '2026-02-01T00:00:00.000Z'],
		['the end of a day at midnight', '2026-01-31T00:00', 'end', '2026-02-01T00:00:00.000Z'],
		['an end at the midnight of a zone', '2026-01-31T00:00:00Z', 'end', '2026-01-31T00:00:00.000Z'],
		['an end just after midnight', '2026-01-31 00:00:01', 'end', '2026-01-31T00:00:01.000Z'],
		['a start at midnight', '2026-01-31 00:00:00', 'start', '2026-01-31T00:00:00.000Z'],
		['Magento', '2026-01-31 10:00:00', 'start', '2026-01-31T10:00:00.000Z'],
		['an offset', '2026-01-31T10:00:00+02:00', 'start', '2026-01-31T08:00:00.000Z'],
		['Unix seconds', 1769853600, 'start', '2026-01-31T10:00:00.000Z'],
		['Unix milliseconds', 1769853600000, 'start', '2026-01-31T10:00:00.000Z'],
		['Unix seconds as text', '1769853600', 'start', '2026-01-31T10:00:00.000Z'],
	] as const)('%s', (_label, value, edge, expected) => {
		expect(toIso(parseMoment(value, edge) ?? 0)).toBe(expected);
	});

	it.each([
		['2026-02-30'],
		['31.01.2026'],
		['01/31/2026'],
		['soon'],
		['2026'],
		['99999-01-01'],
		[NaN],
		[1e300],
		[-5],
		[true],
		[null],
		[{}],
	])('refuses %j', (value) => {
		expect(parseMoment(value, 'start')).toBeUndefined();
	});
});
