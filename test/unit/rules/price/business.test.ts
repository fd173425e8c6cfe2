import { decidePrice, type BusinessConfig, type PriceConfig } from '../../../../nodes/rules/price/decide';
import type { Item } from '../../../../nodes/rules/verdict/verdict';

function businessOf(business: BusinessConfig, item: Item, config: Partial<PriceConfig> = {}) {
	const decide = decidePrice({ source: 'price', currency: 'USD', business, ...config });
	const verdict = decide({ price: 100, ...item }, 0);
	return verdict.kind === 'change' ? verdict.change.business : verdict.reason;
}

describe('business price', () => {
	it.each([
		['its own source', { source: 'b2b' }, { b2b: '90' }, { price: '90.00' }],
		['equal to the price', { source: 'b2b' }, { b2b: '100' }, { price: '100.00' }],
		['none in the item', { source: 'b2b' }, {}, undefined],
		['above the price', { source: 'b2b' }, { b2b: '100.01' }, 'business-price-above-price'],
		['not a number', { source: 'b2b' }, { b2b: 'x' }, 'price-not-a-number'],
		['a percentage off', { percentOff: { fixed: '12.345' } }, {}, { price: '87.66' }],
		['a percentage of the item', { percentOff: { attribute: 'off' } }, { off: 5 }, { price: '95.00' }],
		['no percentage in the item', { percentOff: { attribute: 'off' } }, {}, undefined],
		['a percentage out of range', { percentOff: { attribute: 'off' } }, { off: 100 }, 'value-out-of-range'],
	] as Array<[string, BusinessConfig, Item, unknown]>)('%s', (_label, business, item, expected) => {
		expect(businessOf(business, item)).toEqual(expected);
	});

	it('goes through the same steps and limits', () => {
		const modifiers: PriceConfig['modifiers'] = [{ kind: 'addPercent', value: { fixed: 10 } }];
		expect(businessOf({ source: 'b2b' }, { b2b: 90 }, { modifiers })).toEqual({ price: '99.00' });
		const limits = { floor: { fixed: 95 } };
		expect(businessOf({ source: 'b2b' }, { b2b: 90 }, { limits })).toEqual({ price: '95.00' });
		expect(businessOf({ percentOff: { fixed: 10 } }, {}, { limits })).toEqual({ price: '95.00' });
		const holding = { limits: { ...limits, onCrossing: 'hold' as const } };
		expect(businessOf({ percentOff: { fixed: 10 } }, {}, holding)).toBe('below-floor');
	});
});

describe('quantity tiers', () => {
	const prices = [
		{ quantity: 5, price: '90' },
		{ quantity: 10, price: '80.5' },
	];
	const percents = [
		{ quantity: 5, percentOff: 5 },
		{ quantity: 10, percentOff: '7.50' },
	];
	const fromItem = { tiers: { attribute: 'tiers' } };

	it.each([
		[
			'written prices',
			{ tiers: prices },
			{},
			{
				tiers: [
					{ quantity: 5, price: '90.00' },
					{ quantity: 10, price: '80.50' },
				],
			},
		],
		[
			'written percentages',
			{ tiers: percents },
			{},
			{
				tiers: [
					{ quantity: 5, percentOff: '5' },
					{ quantity: 10, percentOff: '7.5' },
				],
			},
		],
		[
			'of the item',
			fromItem,
			{ tiers: prices },
			{
				tiers: [
					{ quantity: 5, price: '90.00' },
					{ quantity: 10, price: '80.50' },
				],
			},
		],
		[
			'of the item, as JSON',
			fromItem,
			{ tiers: JSON.stringify(percents) },
			{
				tiers: [
					{ quantity: 5, percentOff: '5' },
					{ quantity: 10, percentOff: '7.5' },
				],
			},
		],
		['none in the item', fromItem, {}, undefined],
		['an empty list', fromItem, { tiers: [] }, undefined],
		[
			'with a business price',
			{ source: 'b2b', tiers: prices },
			{ b2b: 95 },
			{
				price: '95.00',
				tiers: [
					{ quantity: 5, price: '90.00' },
					{ quantity: 10, price: '80.50' },
				],
			},
		],
		['not below the business price', { source: 'b2b', tiers: prices }, { b2b: 90 }, 'tiers-invalid'],
		['not below the price', { tiers: [{ quantity: 2, price: 100 }] }, {}, 'tiers-invalid'],
		[
			'quantities not rising',
			fromItem,
			{
				tiers: [
					{ quantity: 5, price: 90 },
					{ quantity: 5, price: 80 },
				],
			},
			'tiers-invalid',
		],
		[
			'prices not falling',
			fromItem,
			{
				tiers: [
					{ quantity: 5, price: 90 },
					{ quantity: 6, price: 90 },
				],
			},
			'tiers-invalid',
		],
		[
			'percentages not rising',
			fromItem,
			{
				tiers: [
					{ quantity: 5, percentOff: 6 },
					{ quantity: 6, percentOff: 5 },
				],
			},
			'tiers-invalid',
		],
		[
			'mixed',
			fromItem,
			{
				tiers: [
					{ quantity: 5, price: 90 },
					{ quantity: 6, percentOff: 50 },
				],
			},
			'tiers-invalid',
		],
		[
			'six',
			fromItem,
			{ tiers: [2, 3, 4, 5, 6, 7].map((quantity) => ({ quantity, price: 100 - quantity })) },
			'tiers-invalid',
		],
		['quantity of one', fromItem, { tiers: [{ quantity: 1, price: 90 }] }, 'tiers-invalid'],
		['a broken quantity', fromItem, { tiers: [{ quantity: 2.5, price: 90 }] }, 'tiers-invalid'],
		['a price of 0', fromItem, { tiers: [{ quantity: 2, price: 0 }] }, 'tiers-invalid'],
		['100 percent off', fromItem, { tiers: [{ quantity: 2, percentOff: 100 }] }, 'tiers-invalid'],
		[
			'price and percentage',
			fromItem,
			{ tiers: [{ quantity: 2, price: 5, percentOff: 5 }] },
			'tiers-invalid',
		],
		['not a list', fromItem, { tiers: '5:90' }, 'tiers-invalid'],
		['a list of nothing', fromItem, { tiers: [null] }, 'tiers-invalid'],
	] as Array<[string, BusinessConfig, Item, unknown]>)('%s', (_label, business, item, expected) => {
		expect(businessOf(business, item)).toEqual(expected);
	});

	it('takes prices of the item through the steps, and those written down as they are', () => {
		const modifiers: PriceConfig['modifiers'] = [{ kind: 'subtractPercent', value: { fixed: 50 } }];
		const tiers = [{ quantity: 5, price: 40 }];
		expect(businessOf(fromItem, { tiers }, { modifiers })).toEqual({
			tiers: [{ quantity: 5, price: '20.00' }],
		});
		expect(businessOf({ tiers }, {}, { modifiers })).toEqual({ tiers: [{ quantity: 5, price: '40.00' }] });
	});

	it.each([
		['written prices', { tiers: [{ quantity: 5, price: 40 }] }],
		['percentages', { tiers: [{ quantity: 5, percentOff: 60 }] }],
	] as Array<[string, BusinessConfig]>)('never goes below the floor: %s', (_label, business) => {
		expect(businessOf(business, {}, { limits: { floor: { fixed: 50 } } })).toBe('below-floor');
	});

	it('shows the tiers in the trace', () => {
		const decide = decidePrice({
			source: 'price',
			currency: 'USD',
			business: { source: 'b2b', tiers: percents },
		});
		expect(decide({ price: 100, b2b: 95 }, 0).trace).toMatchObject([
			{ step: 'source', before: '100', after: '100.00', note: 'from price' },
			{ step: 'business source', before: '95', after: '95.00', note: 'from b2b' },
			{ step: 'business', before: '100.00', after: '95.00', note: '5: -5 %, 10: -7.5 %' },
		]);
	});
});

describe('only changes, with a business price', () => {
	const config = { onlyChanges: true, lastPrice: 'last', lastBusiness: 'lastBusiness' };
	const tiers = [{ quantity: 5, price: '90' }];

	it.each([
		['the same', { price: '95.00', tiers: [{ quantity: 5, price: '90.00' }] }, 'unchanged'],
		['another price', { price: '94.00', tiers: [{ quantity: 5, price: '90.00' }] }, 'object'],
		['another tier', { price: '95.00', tiers: [{ quantity: 6, price: '90.00' }] }, 'object'],
		['a tier less', { price: '95.00' }, 'object'],
		['never sent', undefined, 'object'],
	])('%s', (_label, lastBusiness, expected) => {
		const sent = businessOf({ source: 'b2b', tiers }, { b2b: 95, last: 100, lastBusiness }, config);
		expect(typeof sent === 'string' ? sent : typeof sent).toBe(expected);
	});

	it('ends one whose rule is gone, and is no news afterwards', () => {
		const decide = decidePrice({ source: 'price', currency: 'USD', ...config });
		const change = (lastBusiness: unknown) => decide({ price: 100, last: 100, lastBusiness }, 0);
		expect(change({ price: '95.00' })).toMatchObject({ change: { business: null } });
		expect(change('{"tiers":[{"quantity":5,"price":"90.00"}]}').trace).toContainEqual({
			...{
				step: 'business',
				before: '100.00',
				after: 'no business price',
				note: 'ends the one last sent',
				line: expect.any(String) as unknown,
			},
		});
		for (const last of [null, undefined, '', 'null', {}]) {
			expect(change(last)).toMatchObject({ reason: 'unchanged' });
		}
	});
});
