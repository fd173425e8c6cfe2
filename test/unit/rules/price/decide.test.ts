import { decidePrice, type PriceConfig } from '../../../../nodes/rules/price/decide';
import { stepsText } from '../../../../nodes/rules/verdict/stepsText';
import type { Item } from '../../../../nodes/rules/verdict/verdict';

const NOW = Date.UTC(2026, 0, 15);

function decide(config: Partial<PriceConfig>, item: Item) {
	return decidePrice({ source: 'price', currency: 'USD', ...config })(item, NOW);
}

function priceOf(config: Partial<PriceConfig>, item: Item): string {
	const verdict = decide(config, item);
	return verdict.kind === 'change' ? verdict.change.price : verdict.reason;
}

describe('source', () => {
	it.each([
		['a number', 100, '100.00'],
		['a text', '1234.50', '1234.50'],
		['spaces around', ' 12 ', '12.00'],
		['half a cent', '0.005', '0.01'],
		['less than half a cent', '0.004', 'price-not-positive'],
		['nothing', undefined, 'no-price'],
		['null', null, 'no-price'],
		['an empty text', '', 'no-price'],
		['a thousands separator', '1,234', 'price-not-a-number'],
		['a decimal comma', '1.234,50', 'price-not-a-number'],
		['a currency sign', '12 €', 'price-not-a-number'],
		['an exponent', '1e3', 'price-not-a-number'],
		['other digits', '٣', 'price-not-a-number'],
		['NaN', NaN, 'price-not-a-number'],
		['Infinity', Infinity, 'price-not-a-number'],
		['a very long text', '9'.repeat(500), 'price-not-a-number'],
		['true', true, 'price-not-a-number'],
		['a list', [12], 'price-not-a-number'],
		['zero', 0, 'price-not-positive'],
		['a negative', '-5', 'price-not-positive'],
	])('%s', (_label, price, expected) => {
		expect(priceOf({}, { price })).toBe(expected);
	});

	it('reads a mapped attribute', () => {
		expect(priceOf({ source: 'variants.0.price' }, { variants: [{ price: '7.5' }] })).toBe('7.50');
	});

	it('names the value and the remedy, and cuts a long one', () => {
		expect(decide({}, { price: '1,234' })).toMatchObject({
			message: 'price is "1,234": write it with digits and a decimal point only, like 1234.50',
		});
		const long = decide({}, { price: 'x'.repeat(5000) });
		expect(long.kind === 'hold' && long.message.length).toBeLessThan(200);
	});

	it('does not lift a price of 0 to the floor', () => {
		expect(priceOf({ limits: { floor: { fixed: 5 } } }, { price: 0 })).toBe('price-not-positive');
	});
});

describe('currency', () => {
	const exchange = { rates: { 'EUR>GBP': '0.84', 'usd > gbp': 0.8 } };
	const config: Partial<PriceConfig> = { currency: 'GBP', itemCurrency: 'currency', exchange };

	it.each([
		['the rate of the table', config, { price: 100, currency: 'EUR' }, '84.00'],
		['small letters', config, { price: 100, currency: 'usd' }, '80.00'],
		['the same currency', config, { price: 100, currency: 'GBP' }, '100.00'],
		['no currency means the marketplace', config, { price: 100 }, '100.00'],
		['no rate', config, { price: 100, currency: 'SEK' }, 'no-exchange-rate'],
		['an unreadable currency', config, { price: 100, currency: 7 }, 'no-exchange-rate'],
		['the currency of the store', { ...config, storeCurrency: 'EUR' }, { price: 100 }, '84.00'],
		['the store only', { currency: 'GBP', storeCurrency: 'EUR', exchange }, { price: 100 }, '84.00'],
		[
			'the rate of the item before the table',
			{ ...config, exchange: { ...exchange, rateAttribute: 'rate' } },
			{ price: 100, currency: 'EUR', rate: '0.9' },
			'90.00',
		],
		[
			'the table where the item has no rate',
			{ ...config, exchange: { ...exchange, rateAttribute: 'rate' } },
			{ price: 100, currency: 'EUR' },
			'84.00',
		],
		[
			'a broken rate of the item',
			{ ...config, exchange: { ...exchange, rateAttribute: 'rate' } },
			{ price: 100, currency: 'EUR', rate: 0 },
			'no-exchange-rate',
		],
	])('%s', (_label, given, item, expected) => {
		expect(priceOf(given, item)).toBe(expected);
	});

	it.each([
		// rate, auto, point, comma
		['1.085', 'no-exchange-rate', '10.85', 'no-exchange-rate'],
		['1,085', 'no-exchange-rate', 'no-exchange-rate', '10.85'],
		['17.000', 'no-exchange-rate', '170.00', 'no-exchange-rate'],
		['1.0850', '10.85', '10.85', 'no-exchange-rate'],
		['1,0850', 'no-exchange-rate', 'no-exchange-rate', '10.85'],
		['0.920', '9.20', '9.20', 'no-exchange-rate'],
		[1.085, '10.85', '10.85', '10.85'],
	])(
		'a rate of %j is never a thousand times as much: %s, with a point %s, with a comma %s',
		(rate, ...expected) => {
			const rated = { ...config, exchange: { rateAttribute: 'rate' } };
			const prices = (['auto', 'point', 'comma'] as const).map((decimalStyle) =>
				priceOf({ ...rated, decimalStyle }, { price: 10, currency: 'EUR', rate }),
			);
			expect(prices).toEqual(expected);
		},
	);

	it('advises to no style for a rate that can be read in two ways', () => {
		const rated = { ...config, exchange: { rateAttribute: 'rate' } };
		expect(decide(rated, { price: 10, currency: 'EUR', rate: '1.085' })).toMatchObject({
			message:
				'The item\'s rate for EUR>GBP is "1.085"; it must be a number above 0: it can be read as thousands or as ' +
				'decimals; write it with four decimals, like 1.0850',
		});
	});

	it('names the missing pair', () => {
		expect(decide(config, { price: 1, currency: 'SEK' })).toMatchObject({
			message: 'There is no exchange rate for SEK>GBP; add it to the rates',
		});
	});
});

describe('modifiers', () => {
	it.each([
		['100 + 5 % = 105 (guide)', [{ kind: 'addPercent', value: { fixed: 5 } }], '105.00'],
		['100 - 5 % = 95 (guide)', [{ kind: 'subtractPercent', value: { fixed: 5 } }], '95.00'],
		['100 + 7.25', [{ kind: 'addFixed', value: { fixed: '7.25' } }], '107.25'],
		['100 - 7.25', [{ kind: 'subtractFixed', value: { fixed: '7.25' } }], '92.75'],
		['the value of an attribute', [{ kind: 'addPercent', value: { attribute: 'markup' } }], '112.50'],
		[
			'in the configured order',
			[
				{ kind: 'addFixed', value: { fixed: 10 } },
				{ kind: 'addPercent', value: { fixed: 10 } },
			],
			'121.00',
		],
		[
			'the other way round',
			[
				{ kind: 'addPercent', value: { fixed: 10 } },
				{ kind: 'addFixed', value: { fixed: 10 } },
			],
			'120.00',
		],
		['more off than there is', [{ kind: 'subtractFixed', value: { fixed: 100 } }], 'price-not-positive'],
		[
			'an attribute without a value',
			[{ kind: 'addFixed', value: { attribute: 'none' } }],
			'value-not-a-number',
		],
		[
			'an attribute that is no number',
			[{ kind: 'addFixed', value: { attribute: 'word' } }],
			'value-not-a-number',
		],
		[
			'an attribute out of range',
			[{ kind: 'subtractPercent', value: { attribute: 'much' } }],
			'value-out-of-range',
		],
	] as Array<[string, PriceConfig['modifiers'], string]>)('%s', (_label, modifiers, expected) => {
		expect(priceOf({ modifiers }, { price: 100, markup: '12.5', word: 'abc', much: 100 })).toBe(expected);
	});

	it('rounds once at the end, not between', () => {
		const fifth = { kind: 'addPercent' as const, value: { fixed: '0.3' } };
		expect(priceOf({ modifiers: [fifth, fifth, fifth] }, { price: '1' })).toBe('1.01');
	});

	it('keeps every digit where floats lose them', () => {
		expect(priceOf({ modifiers: [{ kind: 'addPercent', value: { fixed: '7.5' } }] }, { price: '1.40' })).toBe(
			'1.51',
		);
		expect(priceOf({ modifiers: [{ kind: 'addFixed', value: { fixed: '0.2' } }] }, { price: 0.1 })).toBe(
			'0.30',
		);
	});
});

describe('tax', () => {
	it.each([
		['adds', { kind: 'add', percent: { fixed: 20 } }, 100, '120.00'],
		['removes', { kind: 'remove', percent: { fixed: 20 } }, 120, '100.00'],
		['removes 19 %', { kind: 'remove', percent: { fixed: 19 } }, 100, '84.03'],
		['removes nothing at 0 %', { kind: 'remove', percent: { fixed: 0 } }, 100, '100.00'],
		['reads the rate of the item', { kind: 'add', percent: { attribute: 'vat' } }, 100, '107.00'],
	] as Array<[string, PriceConfig['tax'], number, string]>)('%s', (_label, tax, price, expected) => {
		expect(priceOf({ tax }, { price, vat: 7 })).toBe(expected);
	});
});

describe('rounding', () => {
	const ending = (digits: string, direction: 'nearest' | 'up') =>
		({ kind: 'ending', ending: digits, direction }) as const;
	const whole = (direction: 'up' | 'down' | 'nearest') => ({ kind: 'whole', direction }) as const;
	const step = (size: string, direction: 'up' | 'down' | 'nearest') =>
		({ kind: 'step', step: size, direction }) as const;

	it.each([
		['none', { kind: 'none' }, 'USD', '10.125', '10.13'],
		['to cents', { kind: 'cents' }, 'USD', '10.124', '10.12'],
		['to cents of three decimals', { kind: 'cents' }, 'BHD', '10.125', '10.130'],
		['none with three decimals', { kind: 'none' }, 'BHD', '10.1255', '10.126'],
		['none without decimals', { kind: 'none' }, 'JPY', '1234.5', '1235'],
		['to cents without decimals', { kind: 'cents' }, 'JPY', '1234.4', '1234'],
		['whole up', whole('up'), 'USD', '10.01', '11.00'],
		['whole up stays', whole('up'), 'USD', '10.00', '10.00'],
		['whole down', whole('down'), 'USD', '10.99', '10.00'],
		['whole down to nothing', whole('down'), 'USD', '0.99', 'price-not-positive'],
		['whole nearest, half', whole('nearest'), 'USD', '10.50', '11.00'],
		['whole nearest, below half', whole('nearest'), 'USD', '10.49', '10.00'],
		['.99 nearest below', ending('99', 'nearest'), 'USD', '10.20', '9.99'],
		['.99 nearest above', ending('99', 'nearest'), 'USD', '10.60', '10.99'],
		['.99 nearest halfway goes up', ending('99', 'nearest'), 'USD', '10.49', '10.99'],
		['.99 nearest just below halfway', ending('99', 'nearest'), 'USD', '10.4899', '9.99'],
		['.99 nearest on it', ending('99', 'nearest'), 'USD', '10.99', '10.99'],
		['.99 nearest at a whole', ending('99', 'nearest'), 'USD', '11.00', '10.99'],
		['.99 up', ending('99', 'up'), 'USD', '10.01', '10.99'],
		['.99 up on it', ending('99', 'up'), 'USD', '10.99', '10.99'],
		['.99 up just above', ending('99', 'up'), 'USD', '10.991', '11.99'],
		['.99 has nothing below it', ending('99', 'nearest'), 'USD', '0.10', '0.99'],
		['.95', ending('95', 'nearest'), 'USD', '10.30', '9.95'],
		['.90 with its point', ending('.90', 'nearest'), 'USD', '10.50', '10.90'],
		['.00', ending('00', 'nearest'), 'USD', '0.30', '1.00'],
		['.99 of three decimals', ending('99', 'up'), 'BHD', '1.001', '1.990'],
		['to 0.05 nearest', step('0.05', 'nearest'), 'USD', '10.025', '10.05'],
		['to 0.05 down', step('0.05', 'down'), 'USD', '10.0499', '10.00'],
		['to 0.05 up', step('0.05', 'up'), 'USD', '10.001', '10.05'],
		['to 10 yen', step('10', 'nearest'), 'JPY', '1235', '1240'],
	] as Array<[string, PriceConfig['rounding'], string, string, string]>)(
		'%s',
		(_label, rounding, currency, price, expected) => {
			expect(priceOf({ rounding, currency, decimalStyle: 'point' }, { price })).toBe(expected);
		},
	);
});

describe('limits', () => {
	const fixed = (value: string) => ({ fixed: value });

	it.each([
		['floor clamps', { floor: fixed('50') }, 40, '50.00'],
		['floor holds', { floor: fixed('50'), onCrossing: 'hold' }, 40, 'below-floor'],
		['at the floor is not crossing', { floor: fixed('40'), onCrossing: 'hold' }, 40, '40.00'],
		['ceiling clamps', { ceiling: fixed('30') }, 40, '30.00'],
		['ceiling holds', { ceiling: fixed('30'), onCrossing: 'hold' }, 40, 'above-ceiling'],
		['minimum advertised clamps', { minimumAdvertised: fixed('45') }, 40, '45.00'],
		['minimum advertised holds', { minimumAdvertised: fixed('45'), onCrossing: 'hold' }, 40, 'below-map'],
		['an attribute', { floor: { attribute: 'cost' } }, 40, '60.00'],
		['an attribute the item lacks', { floor: { attribute: 'none' } }, 40, '40.00'],
		['an attribute that is no number', { floor: { attribute: 'word' } }, 40, 'value-not-a-number'],
		['a percentage of the source', { floor: { percentOfSource: '110' } }, 40, '44.00'],
		['a floor of half cents is not undercut', { floor: fixed('49.995') }, 40, '50.00'],
		['a ceiling of half cents is not exceeded', { ceiling: fixed('29.995') }, 40, '29.99'],
		['floor above ceiling', { floor: fixed('50'), ceiling: { attribute: 'cap' } }, 40, 'above-ceiling'],
	] as Array<[string, PriceConfig['limits'], number, string]>)('%s', (_label, limits, price, expected) => {
		expect(priceOf({ limits }, { price, cost: 60, cap: 45, word: 'x' })).toBe(expected);
	});

	it('compares what would be sent: half-up may reach the floor but not leave it', () => {
		const limits = { floor: { fixed: 10 }, onCrossing: 'hold' } as const;
		expect(priceOf({ limits }, { price: 9.995 })).toBe('10.00');
		expect(priceOf({ limits }, { price: '9.9949' })).toBe('below-floor');
	});

	it('takes the percentage of the source after the exchange', () => {
		const config: Partial<PriceConfig> = {
			currency: 'GBP',
			storeCurrency: 'EUR',
			exchange: { rates: { 'EUR>GBP': '0.5' } },
			modifiers: [{ kind: 'subtractPercent', value: { fixed: 50 } }],
			limits: { floor: { percentOfSource: 80 } },
		};
		expect(priceOf(config, { price: 100 })).toBe('40.00');
	});

	it('applies after the rounding, so a clamped price keeps the limit and not the ending', () => {
		const rounding = { kind: 'ending', ending: '99', direction: 'nearest' } as const;
		expect(priceOf({ rounding, limits: { floor: { fixed: '50' } } }, { price: 40 })).toBe('50.00');
	});

	it('shows both values', () => {
		const verdict = decide({ limits: { floor: { fixed: 50 }, onCrossing: 'hold' } }, { price: 40 });
		expect(verdict).toMatchObject({
			message:
				'The price 40.00 is below the floor 50.00; correct the price in the store, or change the limit',
		});
	});
});

describe('brake', () => {
	const config = { brakePercent: 50, lastPrice: 'last' };

	it.each([
		['within', 120, 100, '120.00'],
		['exactly the limit up', 150, 100, '150.00'],
		['exactly the limit down', 50, 100, '50.00'],
		['a cent more up', '150.01', 100, 'price-moved-too-far'],
		['a cent more down', '49.99', 100, 'price-moved-too-far'],
		['never sent', 1, undefined, '1.00'],
		['an unreadable last price', 1, 'abc', 'value-not-a-number'],
		['a last price with its currency', 1, 'EUR 20', 'value-not-a-number'],
		['a last price with a comma where points are written', 1, '20,00', 'value-not-a-number'],
		['a last price that can be read in two ways', 1, '1.299', 'value-not-a-number'],
		['a last price that is an object', 1, { price: 20 }, 'value-not-a-number'],
		['a last price of 0', 1, 0, '1.00'],
	])('%s', (_label, price, last, expected) => {
		expect(priceOf(config, { price, last })).toBe(expected);
	});

	it('shows both prices and the move', () => {
		const verdict = decide(config, { price: '0.01', last: '100' });
		expect(verdict.kind === 'hold' && verdict.message).toContain(
			'from 100.00 to 0.01 USD (100 %), more than the 50 % allowed',
		);
	});

	it('names the field of a last price that cannot be read', () => {
		expect(decide(config, { price: 1, last: 'EUR 20' })).toMatchObject({
			message:
				'last is "EUR 20": what was last sent cannot be read; write it with digits and a decimal point only, ' +
				'like 1234.50, or clear it',
		});
	});

	it('reads the last price as the list writes its prices', () => {
		const comma: Partial<PriceConfig> = { ...config, decimalStyle: 'comma' };
		expect(priceOf(comma, { price: '1.299', last: '1.299' })).toBe('1299.00');
		expect(priceOf(comma, { price: '20,00', last: '20.00' })).toBe('20.00');
	});
});

describe('brake on the prices for business customers', () => {
	const config: Partial<PriceConfig> = { brakePercent: 50, lastPrice: 'last', lastBusiness: 'lastBusiness' };
	const business = { source: 'business', tiers: { attribute: 'tiers' } };

	it.each([
		['within', { business: 18 }, '20.00'],
		['exactly the limit', { business: 4 }, '20.00'],
		['a cent beyond it', { business: 3.99 }, 'price-moved-too-far'],
		['far below the regular price', { business: 0.02 }, 'price-moved-too-far'],
		['as it was last sent', { business: 8, lastBusiness: { price: '8.00' } }, '20.00'],
		['far below its last', { business: '8.99', lastBusiness: { price: '18.00' } }, 'price-moved-too-far'],
		['a tier far below', { tiers: [{ quantity: 5, price: '0.01' }] }, 'price-moved-too-far'],
		['a percentage far off', { tiers: [{ quantity: 5, percentOff: 99 }] }, 'price-moved-too-far'],
		[
			'a tier as it was last sent',
			{ tiers: [{ quantity: 5, price: 8 }], lastBusiness: { tiers: [{ quantity: 5, price: '8.00' }] } },
			'20.00',
		],
		[
			'a percentage as it was last sent',
			{
				tiers: [{ quantity: 5, percentOff: 60 }],
				lastBusiness: { price: '20.00', tiers: [{ quantity: 5, percentOff: '60' }] },
			},
			'20.00',
		],
	])('%s', (_label, item, expected) => {
		expect(priceOf({ ...config, business }, { price: 20, last: 20, ...item })).toBe(expected);
	});

	it('shows both figures', () => {
		expect(decide({ ...config, business }, { price: 20, business: 0.02 })).toMatchObject({
			message:
				'The business price 0.02 USD is 99.9 % below the regular 20.00, more than the 80 % allowed; ' +
				'check it, then raise the brake',
		});
	});
});

describe('only changes', () => {
	const config: Partial<PriceConfig> = { onlyChanges: true, lastPrice: 'last' };

	it.each([
		['the same', '10', 'unchanged'],
		['the same in other decimals', '10.0', 'unchanged'],
		['the same in decimals that could be thousands', '10.000', '10.00'],
		['another', '10.01', '10.00'],
		['never sent', undefined, '10.00'],
		['unreadable', 'n/a', '10.00'],
	])('%s', (_label, last, expected) => {
		expect(priceOf(config, { price: 10, last })).toBe(expected);
	});

	it('notes a last price that cannot be read', () => {
		expect(decide(config, { price: 10, last: 'n/a' })).toMatchObject({
			change: {
				findings: [
					{ code: 'last-value-unreadable', message: expect.stringMatching(/^last is "n\/a"/) as unknown },
				],
			},
		});
	});

	it('is off by default', () => {
		expect(priceOf({ lastPrice: 'last' }, { price: 10, last: 10 })).toBe('10.00');
	});
});

describe('repricing bounds', () => {
	const bounds = { minimum: { fixed: 8 }, maximum: { attribute: 'max' } };

	it('go along when they enclose the price', () => {
		expect(decide({ bounds }, { price: 10, max: '12.5' })).toMatchObject({
			change: { price: '10.00', bounds: { minimum: '8.00', maximum: '12.50' } },
		});
		expect(decide({ bounds }, { price: 8 })).toMatchObject({ change: { bounds: { minimum: '8.00' } } });
	});

	it.each([
		['below', 7.99, 12, 'outside-bounds'],
		['above', 12.01, 12, 'outside-bounds'],
		['on the edge', 12, 12, '12.00'],
		['not a number', 10, 'x', 'value-not-a-number'],
		['not above 0', 10, 0, 'value-out-of-range'],
	])('%s', (_label, price, max, expected) => {
		expect(priceOf({ bounds }, { price, max })).toBe(expected);
	});

	it('are a percentage of the source, in the currency of the marketplace', () => {
		const exchanged: Partial<PriceConfig> = {
			...{ currency: 'GBP', storeCurrency: 'EUR', exchange: { rates: { 'EUR>GBP': '0.84' } } },
			modifiers: [{ kind: 'addPercent', value: { fixed: 5 } }],
			bounds: { minimum: { percentOfSource: 80 }, maximum: { percentOfSource: '120.5' } },
		};
		expect(decide(exchanged, { price: 100 })).toMatchObject({
			change: { price: '88.20', bounds: { minimum: '67.20', maximum: '101.22' } },
		});
	});

	describe('that are cleared', () => {
		const clear = ['minimum', 'maximum'] as const;

		it.each<[string, PriceConfig['bounds'], Item, unknown]>([
			['both', { clear }, {}, { minimum: null, maximum: null }],
			['the one that is not given', { ...bounds, clear }, {}, { minimum: '8.00', maximum: null }],
			['none when both are given', { ...bounds, clear }, { max: 12 }, { minimum: '8.00', maximum: '12.00' }],
			['one', { clear: ['maximum'] }, {}, { maximum: null }],
			['what was last sent', { clear }, { last: { minimum: '11.00' } }, { minimum: null, maximum: null }],
		])('%s', (_label, given, item, expected) => {
			expect(decide({ bounds: given, lastBounds: 'last' }, { price: 10, ...item })).toMatchObject({
				change: { price: '10.00', bounds: expected },
			});
		});

		it('are news once', () => {
			const config = { bounds: { clear }, onlyChanges: true, lastPrice: 'lastPrice', lastBounds: 'last' };
			const item = { price: 10, lastPrice: 10 };
			expect(priceOf(config, { ...item, last: { minimum: '5.00' } })).toBe('10.00');
			expect(priceOf(config, { ...item, last: { minimum: null, maximum: null } })).toBe('unchanged');
			expect(priceOf(config, item)).toBe('10.00');
		});
	});

	describe('that Amazon was last sent', () => {
		it.each<[string, unknown, PriceConfig['bounds'], string]>([
			['hold a price below', { minimum: '10.01' }, undefined, 'outside-bounds'],
			['hold a price above', JSON.stringify({ maximum: 9.99 }), undefined, 'outside-bounds'],
			['let a price between them go', { minimum: '9.00', maximum: '11.00' }, undefined, '10.00'],
			['give way to a new one', { minimum: '10.01' }, { minimum: { fixed: 9 } }, '10.00'],
			['stay beside a new one', { maximum: '9.00' }, { minimum: { fixed: 8 } }, 'outside-bounds'],
			['were cleared', { minimum: null }, undefined, '10.00'],
			['cannot be read', 'n/a', undefined, '10.00'],
		])('%s', (_label, last, given, expected) => {
			expect(priceOf({ bounds: given, lastBounds: 'last' }, { price: 10, last })).toBe(expected);
		});

		it('are not sent again by themselves', () => {
			const verdict = decide({ lastBounds: 'last' }, { price: 10, last: { minimum: '9.00' } });
			expect(verdict).not.toHaveProperty('change.bounds');
		});

		it('leave out a sale below them', () => {
			const sale = { source: 'special' };
			const item = { price: 10, special: 8.5, last: { minimum: '9.00' } };
			expect(decide({ sale, lastBounds: 'last' }, item)).not.toHaveProperty('change.sale');
		});
	});
});

describe('trace', () => {
	it('shows each step that ran, from the source to the result', () => {
		const verdict = decide(
			{
				currency: 'GBP',
				storeCurrency: 'EUR',
				exchange: { rates: { 'EUR>GBP': '0.84' } },
				modifiers: [{ kind: 'addPercent', value: { fixed: 5 } }],
				tax: { kind: 'add', percent: { fixed: 20 } },
				rounding: { kind: 'ending', ending: '99', direction: 'nearest' },
				limits: { floor: { fixed: 150 } },
				brakePercent: 50,
				lastPrice: 'last',
			},
			{ price: '100', last: 120 },
		);
		expect(verdict.trace).toMatchObject([
			{ step: 'source', before: '100', after: '100.00', note: 'from price' },
			{ step: 'exchange', before: '100.00', after: '84.00', note: 'EUR to GBP at 0.84' },
			{ step: 'addPercent', before: '84.00', after: '88.20', note: '+5 %' },
			{ step: 'addTax', before: '88.20', after: '105.84', note: '+20 % VAT' },
			{ step: 'round to ending', before: '105.84', after: '105.99', note: 'ends in .99' },
			{ step: 'floor', before: '105.99', after: '150.00', note: 'floor' },
			{ step: 'brake', before: '120.00', after: '150.00', note: 'within 50 % of the last price' },
		]);
		expect(verdict.trace).toHaveLength(7);
		expect(stepsText(verdict.trace)).toBe(
			'100.00 > EUR to GBP at 0.84 = 84.00 > +5 % = 88.20 > +20 % VAT = 105.84 > ends in .99 = 105.99 > ' +
				'floor = 150.00 > within 50 % of the last price',
		);
	});

	it('shows what a held price was', () => {
		const { trace } = decide({}, { price: '12 €' });
		expect(trace).toMatchObject([{ step: 'source', before: '12 €', after: 'unusable', note: 'from price' }]);
		expect(stepsText(trace)).toBe('12 € unusable');
	});

	it('fits a cell', () => {
		const config: Partial<PriceConfig> = {
			modifiers: [{ kind: 'addPercent', value: { fixed: 5 } }],
			rounding: { kind: 'ending', ending: '99', direction: 'nearest' },
			limits: { floor: { fixed: 5 }, ceiling: { attribute: 'top' } },
			sale: { source: 'special' },
			business: { percentOff: { fixed: 10 } },
		};
		expect(stepsText(decide(config, { price: '19.9', special: 15 }).trace)).toBe(
			'19.90 > +5 % = 20.895 > ends in .99 = 20.99 > no ceiling > floor 5.00 ok > ' +
				'sale 15.00 > sale +5 % = 15.75 > sale ends in .99 = 15.99 > sale no ceiling > sale floor 5.00 ok > ' +
				'sale price 15.99 from 2026-01-15 to 2026-02-14 > ' +
				'business no ceiling > business floor 5.00 ok > business price 18.89',
		);
	});
});
