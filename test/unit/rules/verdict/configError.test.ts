import { decidePrice } from '../../../../nodes/rules/price/decide';
import { decideStock } from '../../../../nodes/rules/stock/decide';
import { ConfigError } from '../../../../nodes/rules/verdict/verdict';

/** Configurations come from forms and JSON: what the types forbid still arrives. */
function errorOf(compile: (config: never) => unknown, config: unknown): ConfigError {
	try {
		compile(config as never);
	} catch (error) {
		if (error instanceof ConfigError) return error;
		throw error;
	}
	throw new Error('the configuration was accepted');
}

const fixed = (value: unknown) => ({ fixed: value });

describe('bad price configuration', () => {
	it.each([
		['source', { source: '' }, 'the name of a field'],
		['currency', { currency: 'EURO' }, 'three letters'],
		['storeCurrency', { storeCurrency: '€' }, 'three letters'],
		['itemCurrency', { exchange: { rates: { 'EUR>USD': 1 } } }, 'storeCurrency'],
		['exchange.rates', { itemCurrency: 'c', exchange: { rates: { EURUSD: 1 } } }, 'EUR>GBP'],
		['exchange.rates.EUR>USD', { itemCurrency: 'c', exchange: { rates: { 'EUR>USD': 0 } } }, 'above 0'],
		['modifiers[0].kind', { modifiers: [{ kind: 'double', value: fixed(1) }] }, 'addFixed, subtractFixed'],
		['modifiers[0].kind', { modifiers: [{ kind: 'toString', value: fixed(1) }] }, 'addFixed, subtractFixed'],
		[
			'modifiers[1].value',
			{
				modifiers: [
					{ kind: 'addFixed', value: fixed(1) },
					{ kind: 'addFixed', value: fixed('1,5') },
				],
			},
			'0 or more',
		],
		['modifiers[0].value', { modifiers: [{ kind: 'subtractPercent', value: fixed(100) }] }, 'below 100'],
		['modifiers[0].value', { modifiers: [{ kind: 'addFixed' }] }, 'a fixed number or a field'],
		[
			'modifiers[0].value.attribute',
			{ modifiers: [{ kind: 'addFixed', value: { attribute: '' } }] },
			'the name of a field',
		],
		['tax.kind', { tax: { kind: 'keep', percent: fixed(1) } }, 'add, remove'],
		['tax.percent', { tax: { kind: 'add', percent: fixed(101) } }, '0 to 100'],
		['rounding.kind', { rounding: { kind: 'odd' } }, 'none, cents, whole, ending, step'],
		[
			'rounding.kind',
			{ currency: 'JPY', rounding: { kind: 'ending', ending: '99', direction: 'up' } },
			'without cents',
		],
		['rounding.ending', { rounding: { kind: 'ending', ending: '9', direction: 'up' } }, 'two digits'],
		['rounding.direction', { rounding: { kind: 'ending', ending: '99', direction: 'down' } }, 'nearest, up'],
		['rounding.direction', { rounding: { kind: 'whole' } }, 'up, down, nearest'],
		['rounding.step', { rounding: { kind: 'step', step: '0', direction: 'up' } }, 'above 0'],
		['rounding.step', { rounding: { kind: 'step', step: '0.005', direction: 'up' } }, 'at most 2 decimals'],
		['limits.floor', { limits: { floor: fixed(-1) } }, '0 or more'],
		['limits.floor', { limits: { floor: 5 } }, 'a fixed number'],
		['limits.ceiling.percentOfSource', { limits: { ceiling: { percentOfSource: 0 } } }, 'above 0'],
		['limits.onCrossing', { limits: { onCrossing: 'ignore' } }, 'clamp, hold'],
		['brakePercent', { brakePercent: 0, lastPrice: 'l' }, 'above 0'],
		['lastPrice', { brakePercent: 50 }, 'when brakePercent is set'],
		['lastPrice', { onlyChanges: true }, 'when onlyChanges is on'],
		['lastSale', { onlyChanges: true, lastPrice: 'l', sale: { source: 's' } }, 'when onlyChanges is on'],
		['lastBusiness', { onlyChanges: true, lastPrice: 'l', business: { source: 's' } }, 'onlyChanges'],
		['lastBounds', { onlyChanges: true, lastPrice: 'l', bounds: {} }, 'onlyChanges'],
		['sale.source', { sale: { source: '' } }, 'the name of a field'],
		['sale.lastsDays', { sale: { source: 's', lastsDays: 0 } }, '1 to 3650'],
		['business', { business: {} }, 'a source field, or percentOff'],
		['business', { business: { source: 'b', percentOff: fixed(5) } }, 'not source and percentOff together'],
		['business.percentOff', { business: { percentOff: fixed(100) } }, 'below 100'],
		[
			'business.tiers',
			{
				business: {
					tiers: [
						{ quantity: 5, price: 9 },
						{ quantity: 4, price: 8 },
					],
				},
			},
			'rising quantities',
		],
		['business.tiers', { business: { tiers: [{ quantity: 5, price: '9.999' }] } }, 'more decimals'],
		['business.tiers', { business: { tiers: [{ quantity: 5 }] } }, 'is not {quantity, price}'],
		['bounds.minimum', { bounds: { minimum: fixed(0) } }, 'above 0'],
		['bounds.maximum.percentOfSource', { bounds: { maximum: { percentOfSource: 0 } } }, 'above 0'],
		['bounds.clear', { bounds: { clear: ['middle'] } }, 'a list of minimum, maximum'],
		['bounds.clear', { bounds: { clear: 'minimum' } }, 'a list of minimum, maximum'],
		['timeZone', { timeZone: 'CEST/Berlin' }, 'Europe/Berlin'],
		['decimalStyle', { decimalStyle: 'dot' }, 'auto, point, comma'],
	])('%s: %j', (field, config, allowed) => {
		const error = errorOf(decidePrice, { source: 'price', currency: 'USD', ...config });
		expect(error.field).toBe(field);
		expect(error.allowed).toContain(allowed);
		expect(error.message).toContain(field);
	});
});

describe('bad stock configuration', () => {
	it.each([
		['sources', { sources: [] }, 'at least one field'],
		['sources[1]', { sources: ['a', ''] }, 'the name of a field'],
		['channel', { channel: 'FBA' }, 'MFN or AFN'],
		['handlingDays', { handlingDays: 0 }, '1 to 30'],
		['handlingDays', { handlingDays: 31 }, '1 to 30'],
		['handlingDays', { handlingDays: 1.5 }, '1 to 30'],
		['handlingDays', { channel: 'AFN', handlingDays: 31 }, '1 to 30'],
		['sharePercent', { sharePercent: 101 }, '0 to 100'],
		['buffer', { buffer: -1 }, '0 or more'],
		['buffer', { buffer: 1.5 }, '0 or more'],
		['unmanagedQuantity', { unmanagedQuantity: -1 }, '0 or more'],
		['threshold.breakpoint', { threshold: {} }, '0 or more'],
		['threshold.valueAbove', { threshold: { breakpoint: 1, valueAbove: -1 } }, '0 or more'],
		['minimumToList', { minimumToList: '5' }, '0 or more'],
		['maximumToShow', { maximumToShow: NaN }, '0 or more'],
		['lowStockAt', { lowStockAt: -1 }, '0 or more'],
		['lastQuantity', { onlyChanges: true }, 'when onlyChanges is on'],
	])('%s: %j', (field, config, allowed) => {
		const error = errorOf(decideStock, { sources: ['quantity'], channel: 'MFN', ...config });
		expect(error.field).toBe(field);
		expect(error.allowed).toContain(allowed);
	});

	it.each([[1], [30]])('accepts %i handling days', (handlingDays) => {
		expect(() => decideStock({ sources: ['quantity'], channel: 'MFN', handlingDays })).not.toThrow();
	});
});
