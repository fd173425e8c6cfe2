import fc from 'fast-check';
import { parseDecimal } from '../../../nodes/rules/money/decimalText';
import { toWide } from '../../../nodes/rules/money/money';
import { decidePrice, type PriceConfig, type Rounding } from '../../../nodes/rules/price/decide';
import { decideStock, type StockConfig } from '../../../nodes/rules/stock/decide';
import type { Item, TraceStep } from '../../../nodes/rules/verdict/verdict';

const amountText = fc
	.tuple(fc.nat(99_999), fc.nat(99))
	.map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
const percentText = fc.nat(9999).map((hundredths) => (hundredths / 100).toFixed(2));
const value = (numbers: fc.Arbitrary<string>, attribute: string) =>
	fc.oneof(
		numbers.map((fixed) => ({ fixed })),
		fc.constant({ attribute }),
	);
const direction = fc.constantFrom('up' as const, 'down' as const, 'nearest' as const);
const rounding: fc.Arbitrary<Rounding> = fc.oneof(
	fc.constantFrom({ kind: 'none' as const }, { kind: 'cents' as const }),
	direction.map((towards) => ({ kind: 'whole' as const, direction: towards })),
	fc.tuple(fc.nat(99), fc.constantFrom('up' as const, 'nearest' as const)).map(([digits, towards]) => ({
		kind: 'ending' as const,
		ending: String(digits).padStart(2, '0'),
		direction: towards,
	})),
	fc
		.tuple(fc.constantFrom('0.05', '0.1', '2'), direction)
		.map(([step, towards]) => ({ kind: 'step' as const, step, direction: towards })),
);
const config: fc.Arbitrary<PriceConfig> = fc.record(
	{
		source: fc.constantFrom('price', 'a.b', '0'),
		currency: fc.constantFrom('USD', 'BHD'),
		itemCurrency: fc.constant('currency'),
		modifiers: fc.array(
			fc.record({
				kind: fc.constantFrom(
					'addFixed' as const,
					'subtractFixed' as const,
					'addPercent' as const,
					'subtractPercent' as const,
				),
				value: value(percentText, 'markup'),
			}),
			{ maxLength: 3 },
		),
		tax: fc.record({
			kind: fc.constantFrom('add' as const, 'remove' as const),
			percent: value(percentText, 'vat'),
		}),
		rounding,
		limits: fc.record(
			{
				floor: value(amountText, 'floor'),
				ceiling: value(amountText, 'ceiling'),
				minimumAdvertised: percentText
					.filter((text) => Number(text) > 0)
					.map((percentOfSource) => ({ percentOfSource })),
				onCrossing: fc.constantFrom('clamp' as const, 'hold' as const),
			},
			{ requiredKeys: [] },
		),
		sale: fc.constant({ source: 'sale', start: 'start', end: 'end' }),
		business: fc.constantFrom(
			{ source: 'business', tiers: { attribute: 'tiers' } },
			{ percentOff: { fixed: 5 }, tiers: [{ quantity: 2, percentOff: 3 }] },
		),
	},
	{ requiredKeys: ['source', 'currency'] },
);
const anything = fc.oneof(
	amountText,
	fc.double(),
	fc.jsonValue(),
	fc.constantFrom('2026-01-01', '2027-01-01', 'EUR', 'USD'),
);
const keys = [
	'price',
	'currency',
	'markup',
	'vat',
	'floor',
	'ceiling',
	'sale',
	'start',
	'end',
	'business',
	'tiers',
	'quantity',
];
const item: fc.Arbitrary<Item> = fc.oneof(
	fc.dictionary(fc.constantFrom(...keys, 'a.b', '__proto__'), anything, { noNullPrototype: true }),
	fc.record({
		price: amountText,
		'a.b': amountText,
		'0': amountText,
		sale: amountText,
		markup: percentText,
		vat: percentText,
		floor: amountText,
	}),
	fc.jsonValue().map((json) => ({ a: json, price: json })),
);
const NOW = Date.UTC(2026, 5, 1);
const exact = (text: string) => {
	const parsed = parseDecimal(text);
	if (parsed === undefined) throw new Error(`${text} is not an amount`);
	return toWide(parsed);
};

describe('price rules, for any configuration and any item', () => {
	it('never throw, and say the same whether or not the trace is read', () => {
		fc.assert(
			fc.property(config, item, (settings, given) => {
				const decide = decidePrice(settings);
				const verdict = decide(given, NOW);
				const [first] = verdict.trace;
				expect(first?.step).toBe('source');
				const { trace: _trace, ...decided } = decide(given, NOW);
				expect(verdict).toMatchObject(decided);
				if (verdict.kind === 'hold') expect(verdict.message).toMatch(/\S/);
			}),
			{ numRuns: 500 },
		);
	});

	it('send a price above 0 with the decimals of its currency, at which the trace ends', () => {
		let changes = 0;
		fc.assert(
			fc.property(config, item, (settings, given) => {
				const verdict = decidePrice(settings)(given, NOW);
				if (verdict.kind === 'hold') return;
				changes++;
				const { price, sale, business } = verdict.change;
				expect(price).toMatch(settings.currency === 'BHD' ? /^\d+\.\d{3}$/ : /^\d+\.\d{2}$/);
				expect(exact(price).gt(0)).toBe(true);
				expect(regularSteps(verdict.trace).at(-1)?.after).toBe(price);
				if (sale) expect(exact(sale.price).gt(0) && exact(sale.price).lt(exact(price))).toBe(true);
				if (sale) expect(sale.startAt < sale.endAt && Date.parse(sale.endAt) > NOW).toBe(true);
				if (business?.price) expect(exact(business.price).lte(exact(price))).toBe(true);
			}),
			{ numRuns: 1000 },
		);
		expect(changes).toBeGreaterThan(100);
	});

	it('stay within fixed limits', () => {
		fc.assert(
			fc.property(config, amountText, amountText, item, (settings, floor, ceiling, given) => {
				const limits = { floor: { fixed: floor }, ceiling: { fixed: ceiling } };
				const verdict = decidePrice({ ...settings, limits })(given, NOW);
				if (verdict.kind === 'hold') return;
				const price = exact(verdict.change.price);
				expect(price.gte(exact(floor)) && price.lte(exact(ceiling))).toBe(true);
			}),
		);
	});

	it('give the same result in integers and in decimals', () => {
		// Forty decimals of nothing push every amount onto the decimal path.
		const long = (text: string): string => `${text}${'0'.repeat(25)}`;
		fc.assert(
			fc.property(config, amountText, percentText, (settings, price, markup) => {
				const decide = decidePrice({ ...settings, source: 'price', sale: undefined, business: undefined });
				const short = decide({ price, markup, vat: markup }, NOW);
				const wide = decide({ price: long(price), markup: long(markup), vat: long(markup) }, NOW);
				expect(wide.kind).toBe(short.kind);
				if (short.kind === 'change') expect(wide).toMatchObject({ change: short.change });
				else expect(wide).toMatchObject({ reason: short.reason });
			}),
			{ numRuns: 500 },
		);
	});
});

function regularSteps(trace: TraceStep[]): TraceStep[] {
	return trace.filter(({ step }) => !/^(sale|business|tier)\b/.test(step));
}

describe('stock rules, for any configuration and any item', () => {
	const whole = fc.nat(200);
	const stockConfig: fc.Arbitrary<StockConfig> = fc.record(
		{
			sources: fc.constantFrom(['quantity'], ['quantity', 'a.b'], ['0']),
			channel: fc.constantFrom('MFN' as const, 'AFN' as const),
			enabledAttribute: fc.constant('enabled'),
			inStockAttribute: fc.constant('inStock'),
			managesStockAttribute: fc.constant('managed'),
			override: fc.boolean(),
			unmanagedQuantity: whole,
			sharePercent: percentText,
			buffer: whole,
			threshold: fc.record(
				{ breakpoint: whole, valueAtOrBelow: whole, valueAbove: whole },
				{ requiredKeys: ['breakpoint'] },
			),
			minimumToList: whole,
			maximumToShow: whole,
			restockDate: fc.constant('start'),
			switchChannel: fc.boolean(),
		},
		{ requiredKeys: ['sources', 'channel'] },
	);
	const stockItem: fc.Arbitrary<Item> = fc.oneof(
		item,
		fc.record(
			{
				quantity: fc.oneof(whole, whole.map(String), amountText),
				'a.b': whole,
				'0': whole,
				enabled: fc.boolean(),
				managed: fc.boolean(),
			},
			{ requiredKeys: ['quantity'] },
		),
	);

	it('never throw, never promise more than there is, never less than 0', () => {
		let changes = 0;
		fc.assert(
			fc.property(stockConfig, stockItem, (settings, given) => {
				const verdict = decideStock(settings)(given, NOW);
				const { trace } = verdict;
				if (verdict.kind === 'hold') return;
				const { channel, quantity, realQuantity } = verdict.change;
				if (channel === 'AFN') return expect(quantity).toBeUndefined();
				changes++;
				expect(Number.isInteger(quantity) && Number(quantity) >= 0).toBe(true);
				expect(quantity).toBeLessThanOrEqual(realQuantity);
				expect(trace[0]?.step).toBe('source');
				const last = trace.filter(({ step }) => step !== 'channel' && step !== 'restock date').at(-1);
				expect(last?.after).toBe(String(quantity));
			}),
			{ numRuns: 1000 },
		);
		expect(changes).toBeGreaterThan(100);
	});
});
