import { decideStock, type StockConfig } from '../../../../nodes/rules/stock/decide';
import { stepsText } from '../../../../nodes/rules/verdict/stepsText';
import type { Item } from '../../../../nodes/rules/verdict/verdict';

const NOW = Date.UTC(2026, 0, 15);

function decide(config: Partial<StockConfig>, item: Item) {
	return decideStock({ sources: ['quantity'], channel: 'MFN', ...config })(item, NOW);
}

function quantityOf(config: Partial<StockConfig>, item: Item): number | string | undefined {
	const verdict = decide(config, item);
	return verdict.kind === 'change' ? verdict.change.quantity : verdict.reason;
}

describe('source', () => {
	it.each([
		['a number', 12, 12],
		['a text', '12', 12],
		['Magento decimals', '12.0000', 12],
		['a fraction is floored', 12.9, 12],
		['a fraction as text', '0.99', 0],
		['zero', 0, 0],
		['nothing', undefined, 'no-quantity'],
		['an empty text', ' ', 'no-quantity'],
		['null', null, 'no-quantity'],
		['a word', 'many', 'stock-not-a-number'],
		['a separator', '1,000', 'stock-not-a-number'],
		['NaN', NaN, 'stock-not-a-number'],
		['Infinity', Infinity, 'stock-not-a-number'],
		['true', true, 'stock-not-a-number'],
		['a list', [3], 'stock-not-a-number'],
		['too much', '9'.repeat(30), 'stock-not-a-number'],
		['negative counts as 0', -1, 0],
		['negative text', '-1.0000', 0],
		['negative fraction', -0.5, 0],
		['minus zero', -0, 0],
	])('%s', (_label, quantity, expected) => {
		expect(quantityOf({}, { quantity })).toBe(expected);
	});

	it.each([
		['sums locations', { a: 3, b: '4' }, 7],
		['a missing location is 0', { a: 3 }, 3],
		['floors each location', { a: 0.6, b: 0.6 }, 0],
		['all missing', {}, 'no-quantity'],
		['one unreadable', { a: 3, b: 'x' }, 'stock-not-a-number'],
		['a negative location takes nothing from another', { a: 3, b: -1 }, 3],
		['a negative location first', { a: -2, b: 5 }, 5],
		['all negative', { a: -2, b: -1 }, 0],
		['one negative, one unreadable', { a: -2, b: 'x' }, 'stock-not-a-number'],
	])('%s', (_label, item, expected) => {
		expect(quantityOf({ sources: ['a', 'b'] }, item)).toBe(expected);
	});

	it('names a negative value and the remedy', () => {
		const verdict = decide({ sources: ['a', 'b', 'c'] }, { a: '-3', b: 2, c: -1 });
		expect(verdict).toMatchObject({
			change: {
				quantity: 2,
				realQuantity: 2,
				findings: [
					{ code: 'negative-stock', message: 'a is "-3": below 0 counts as 0; correct it in the store' },
					{ code: 'negative-stock', message: 'c is -1: below 0 counts as 0; correct it in the store' },
				],
			},
		});
		expect(verdict.trace[0]).toEqual({
			step: 'source',
			before: '-3 + 2 + -1',
			after: '2',
			note: 'from a + b + c, below 0 counts as 0',
			line: '-3 + 2 + -1, below 0 counts as 0 = 2',
		});
	});

	it('finds nothing where the quantity does not count, or is 0', () => {
		const flags = { managesStockAttribute: 'managed' };
		expect(decide(flags, { quantity: -3, managed: false })).not.toHaveProperty('change.findings');
		expect(decide(flags, { quantity: 0 })).not.toHaveProperty('change.findings');
	});
});

describe('availability', () => {
	const flags = {
		enabledAttribute: 'status',
		inStockAttribute: 'in_stock',
		managesStockAttribute: 'manage_stock',
	};

	it.each([
		['all absent counts as yes', {}, 7],
		['all yes', { status: 1, in_stock: true, manage_stock: 'yes' }, 7],
		['disabled', { status: 'disabled' }, 0],
		['Magento disabled', { status: 2 }, 0],
		['Magento disabled, as text', { status: '2' }, 0],
		['Shopify draft', { status: 'DRAFT' }, 0],
		['false', { status: false }, 0],
		['not in stock', { in_stock: '0' }, 0],
		['WooCommerce instock', { in_stock: 'instock' }, 7],
		['WooCommerce outofstock', { in_stock: 'outofstock' }, 0],
		['WooCommerce onbackorder', { in_stock: 'onbackorder' }, 0],
		['2 is no answer to in stock', { in_stock: 2 }, 'availability-unclear'],
		['unmanaged', { manage_stock: 'no' }, 100],
		['unmanaged without a quantity', { manage_stock: 0, quantity: null }, 100],
		['unmanaged with a negative quantity', { manage_stock: 0, quantity: -4 }, 100],
		['disabled and unmanaged', { status: 0, manage_stock: 0 }, 0],
		['not in stock and unmanaged', { in_stock: 0, manage_stock: 0 }, 0],
		['disabled without a quantity', { status: 0, quantity: '' }, 0],
		['an unclear answer', { status: 'maybe' }, 'availability-unclear'],
		['an unclear object', { status: {} }, 'availability-unclear'],
	])('%s', (_label, item, expected) => {
		expect(quantityOf(flags, { quantity: 7, ...item })).toBe(expected);
	});

	it('takes another unmanaged quantity', () => {
		expect(quantityOf({ ...flags, unmanagedQuantity: 5 }, { quantity: 7, manage_stock: false })).toBe(5);
	});

	it.each([
		['disabled', { status: 2 }, 7],
		['not in stock', { in_stock: 'outofstock' }, 7],
		['unmanaged', { manage_stock: 'no' }, 7],
		['an unclear answer', { status: 'maybe' }, 7],
		['unmanaged without a quantity', { manage_stock: 'no', quantity: null }, 'no-quantity'],
	])('override counts the plain quantity: %s', (_label, item, expected) => {
		expect(quantityOf({ ...flags, override: true }, { quantity: 7, ...item })).toBe(expected);
	});
});

describe('share, buffer, threshold, minimum, maximum, cap', () => {
	const threshold = { breakpoint: 10, valueAtOrBelow: 3, valueAbove: 8 };

	it.each([
		['half, floored', { sharePercent: 50 }, 7, 3],
		['a third', { sharePercent: '33.3' }, 10, 3],
		['no share', { sharePercent: 0 }, 10, 0],
		['the whole share', { sharePercent: 100 }, 10, 10],
		['29 % of 100 is not 28', { sharePercent: 29 }, 100, 29],
		['buffer', { buffer: 3 }, 10, 7],
		['buffer not below 0', { buffer: 3 }, 2, 0],
		['below the breakpoint', { threshold }, 9, 3],
		['at the breakpoint', { threshold }, 10, 3],
		['above the breakpoint', { threshold }, 11, 8],
		['at or below, left empty', { threshold: { breakpoint: 10, valueAbove: 8 } }, 9, 9],
		['above, left empty', { threshold: { breakpoint: 10, valueAtOrBelow: 0 } }, 11, 11],
		['at or below 0', { threshold: { breakpoint: 10, valueAtOrBelow: 0 } }, 10, 0],
		['a value above the real stock is capped', { threshold: { breakpoint: 10, valueAbove: 50 } }, 20, 20],
		['a value at or below is capped', { threshold: { breakpoint: 10, valueAtOrBelow: 5 } }, 2, 2],
		['the cap turned off', { threshold: { breakpoint: 10, valueAbove: 50 }, capAtRealStock: false }, 20, 50],
		['below the minimum to list', { minimumToList: 5 }, 4, 0],
		['at the minimum to list', { minimumToList: 5 }, 5, 5],
		['above the maximum to show', { maximumToShow: 10 }, 11, 10],
		['at the maximum to show', { maximumToShow: 10 }, 10, 10],
		['a maximum of 0', { maximumToShow: 0 }, 10, 0],
		['share, then buffer', { sharePercent: 50, buffer: 2 }, 10, 3],
		['buffer, then threshold', { buffer: 2, threshold }, 12, 3],
		['threshold, then minimum', { threshold, minimumToList: 5 }, 10, 0],
	])('%s', (_label, config, quantity, expected) => {
		expect(quantityOf(config, { quantity })).toBe(expected);
	});

	it('shows every step', () => {
		const config = {
			sources: ['a', 'b'],
			managesStockAttribute: 'managed',
			sharePercent: 50,
			buffer: 2,
			threshold: { breakpoint: 5, valueAbove: 50 },
			minimumToList: 2,
			maximumToShow: 40,
		};
		const verdict = decide(config, { a: '20.5', b: 10, managed: true });
		expect(verdict).toMatchObject({ change: { quantity: 30, realQuantity: 30 } });
		expect(stepsText(verdict.trace)).toBe(
			'20.5 + 10 = 30 > share 50 % = 15 > buffer 2 = 13 > threshold 5 = 50 > at least 2 ok > at most 40 = 40 > ' +
				'capped at the real stock = 30',
		);
		expect(verdict.trace).toMatchObject([
			{ step: 'source', before: '20.5 + 10', after: '30', note: 'from a + b' },
			{ step: 'share', before: '30', after: '15', note: 'share 50 %' },
			{ step: 'buffer', before: '15', after: '13', note: 'buffer 2' },
			{ step: 'threshold', before: '13', after: '50', note: 'threshold 5' },
			{ step: 'minimum to list', before: '50', after: '50', note: 'at least 2' },
			{ step: 'maximum to show', before: '50', after: '40', note: 'at most 40' },
			{ step: 'cap', before: '40', after: '30', note: 'capped at the real stock' },
		]);
		expect(decide({ managesStockAttribute: 'm' }, { m: 0 }).trace).toMatchObject([
			{ step: 'source', before: 'none', after: 'unusable', note: 'from quantity' },
			{ step: 'availability', before: 'unusable', after: '100', note: 'unmanaged' },
			{ step: 'cap', before: '100', after: '100', line: '' },
		]);
	});
});

describe('more pieces than anybody has', () => {
	it.each([
		['an EAN', 4006381333931],
		['an EAN as text', '4006381333931'],
		['an EAN-8', 40063813],
		['what nobody can count', 1e15],
	])('%s is held', (_label, quantity) => {
		const verdict = decide({}, { quantity });
		expect(verdict).toMatchObject({ reason: 'stock-not-a-number' });
		expect(verdict).toMatchObject({ message: expect.stringMatching(/EAN|digits/) as unknown });
	});

	it('counts the sum of all locations, up to seven digits', () => {
		const sources = ['north', 'south'];
		expect(quantityOf({ sources }, { north: 9_999_998, south: 1 })).toBe(9_999_999);
		expect(quantityOf({ sources }, { north: 9_999_999, south: 1 })).toBe('stock-not-a-number');
	});
});

describe('low stock, handling time, restock date', () => {
	it.each([
		[4, true],
		[5, true],
		[6, false],
	])('%i is low at 5: %s', (quantity, lowStock) => {
		expect(decide({ lowStockAt: 5 }, { quantity })).toMatchObject({ change: { lowStock } });
	});

	it('measures the real stock, not what is shown', () => {
		expect(decide({ lowStockAt: 5, buffer: 8 }, { quantity: 10 })).toMatchObject({
			change: { lowStock: false, quantity: 2, realQuantity: 10 },
		});
		expect(decide({}, { quantity: 0 })).toMatchObject({ change: { lowStock: false } });
	});

	it('sends handling time and restock date', () => {
		const config = { handlingDays: 30, restockDate: 'back' };
		expect(decide(config, { quantity: 1, back: '2026-05-01 10:00:00' })).toMatchObject({
			change: { handlingDays: 30, restockDate: '2026-05-01' },
		});
		const unreadable = decide(config, { quantity: 1, back: 'soon' });
		expect(unreadable).toMatchObject({ change: { channel: 'MFN', quantity: 1, handlingDays: 30 } });
		expect(unreadable.trace.at(-1)).toMatchObject({ step: 'restock date', before: '"soon"', after: 'none' });
	});

	it.each([
		['2026-01-14', undefined, undefined],
		['2026-01-15', undefined, '2026-01-15'],
		['2025-12-24T10:00:00Z', undefined, undefined],
		['2026-01-14', 'America/New_York', '2026-01-14'],
		['2026-01-14', 'Pacific/Auckland', undefined],
	])(
		'of restock %s in the time zone %s sends %s: a day that is over says nothing',
		(back, timeZone, sent) => {
			const verdict = decide({ restockDate: 'back', timeZone }, { quantity: 3, back });
			expect(verdict).toMatchObject({ change: { quantity: 3 } });
			expect(verdict.kind === 'change' && verdict.change.restockDate).toBe(sent);
			expect(verdict.trace.some(({ note }) => note === 'in the past, left out')).toBe(sent === undefined);
		},
	);
});

describe('channel', () => {
	it('holds what Amazon counts itself', () => {
		expect(decide({ channel: 'AFN' }, { quantity: 5 })).toMatchObject({
			kind: 'hold',
			reason: 'amazon-holds-the-stock',
		});
	});

	it('moves an offer to Amazon without a quantity, whatever the store counts', () => {
		const verdict = decide({ channel: 'AFN', switchChannel: true }, { quantity: 'x' });
		expect(verdict).toMatchObject({
			change: { channel: 'AFN', switchFrom: 'MFN', lowStock: false, realQuantity: 0 },
		});
		expect(verdict.kind === 'change' && 'quantity' in verdict.change).toBe(false);
	});

	it('moves an offer back with its quantity, even an unchanged one', () => {
		const config = { switchChannel: true, onlyChanges: true, lastQuantity: 'last' };
		expect(decide(config, { quantity: 5, last: 5 })).toMatchObject({
			change: { channel: 'MFN', switchFrom: 'AFN', quantity: 5 },
		});
	});
});

describe('only changes', () => {
	const config = { onlyChanges: true, lastQuantity: 'last', buffer: 1 };

	it.each([
		['the same', 4, 'unchanged'],
		['the same as text', '4', 'unchanged'],
		['another', 5, 4],
		['never sent', undefined, 4],
		['unreadable', 'x', 4],
	])('%s', (_label, last, expected) => {
		expect(quantityOf(config, { quantity: 5, last })).toBe(expected);
	});
});
