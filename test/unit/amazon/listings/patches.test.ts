import { patchesText, toPatches, type Patch } from '../../../../nodes/amazon/listings/patches';
import type { PriceChange } from '../../../../nodes/rules/price/config';
import type { StockChange } from '../../../../nodes/rules/stock/config';

const DE = 'A1PA6795UKMFR9';
const US = 'ATVPDKIKX0DER';
const JP = 'A1VC38T7YXB528';
const price = (value: number) => [{ schedule: [{ value_with_tax: value }] }];
const consumer = { marketplace_id: DE, currency: 'EUR', audience: 'ALL', our_price: price(10) };
const business = { marketplace_id: DE, currency: 'EUR', audience: 'B2B' };

const PRICES: Array<{ name: string; change: Partial<PriceChange>; offers: object[] }> = [
	{ name: 'a price', change: {}, offers: [consumer] },
	{ name: 'a price in cents', change: { price: '0.30' }, offers: [{ ...consumer, our_price: price(0.3) }] },
	{
		name: 'a sale',
		change: {
			sale: { price: '8.99', startAt: '2026-11-24T00:00:00.000Z', endAt: '2026-11-30T23:59:59.000Z' },
		},
		offers: [
			{
				...consumer,
				discounted_price: [
					{
						schedule: [
							{
								start_at: '2026-11-24T00:00:00.000Z',
								end_at: '2026-11-30T23:59:59.000Z',
								value_with_tax: 8.99,
							},
						],
					},
				],
			},
		],
	},
	{
		name: 'bounds for repricing',
		change: { bounds: { minimum: '9.00', maximum: '12.00' } },
		offers: [
			{ ...consumer, minimum_seller_allowed_price: price(9), maximum_seller_allowed_price: price(12) },
		],
	},
	{
		name: 'one bound',
		change: { bounds: { minimum: '9.00' } },
		offers: [{ ...consumer, minimum_seller_allowed_price: price(9) }],
	},
	{
		name: 'a business price',
		change: { business: { price: '9.50' } },
		offers: [consumer, { ...business, our_price: price(9.5) }],
	},
	{
		name: 'percentage tiers',
		change: {
			business: {
				price: '9.50',
				tiers: [
					{ quantity: 5, percentOff: '3' },
					{ quantity: 10, percentOff: '7.5' },
				],
			},
		},
		offers: [
			consumer,
			{
				...business,
				our_price: price(9.5),
				quantity_discount_plan: [
					{
						schedule: [
							{
								discount_type: 'percent',
								levels: [
									{ lower_bound: 5, value: 3 },
									{ lower_bound: 10, value: 7.5 },
								],
							},
						],
					},
				],
			},
		],
	},
	{
		name: 'fixed tiers without a business price: the regular one stands for it',
		change: { business: { tiers: [{ quantity: 5, price: '9.00' }] } },
		offers: [
			consumer,
			{
				...business,
				our_price: price(10),
				quantity_discount_plan: [
					{ schedule: [{ discount_type: 'fixed', levels: [{ lower_bound: 5, value: 9 }] }] },
				],
			},
		],
	},
];

describe('patches of a price', () => {
	it.each(PRICES)('$name', ({ change, offers }) => {
		const patches = toPatches({ price: { price: '10.00', currency: 'EUR', ...change } }, DE);
		expect(patches).toEqual([{ op: 'replace', path: '/attributes/purchasable_offer', value: offers }]);
	});

	it('deletes the offer for business customers alone, by its selectors', () => {
		const change = { price: '10.00', currency: 'EUR', business: null };
		expect(toPatches({ price: change }, DE)).toEqual([
			{ op: 'replace', path: '/attributes/purchasable_offer', value: [consumer] },
			{ op: 'delete', path: '/attributes/purchasable_offer', value: [business] },
		]);
	});

	it.each([
		{
			name: 'one bound',
			bounds: { minimum: '9.00', maximum: null },
			offer: { ...consumer, minimum_seller_allowed_price: price(9) },
			cleared: { maximum_seller_allowed_price: null },
		},
		{
			name: 'both bounds',
			bounds: { minimum: null, maximum: null },
			offer: consumer,
			cleared: { minimum_seller_allowed_price: null, maximum_seller_allowed_price: null },
		},
		{ name: 'a sale', sale: null, offer: consumer, cleared: { discounted_price: null } },
	])('clear $name by merging null', ({ bounds, sale, offer, cleared }) => {
		const { our_price: _, ...selectors } = consumer;
		const path = '/attributes/purchasable_offer';
		expect(toPatches({ price: { price: '10.00', currency: 'EUR', bounds, sale } }, DE)).toEqual([
			{ op: 'replace', path, value: [offer] },
			{ op: 'merge', path, value: [{ ...selectors, ...cleared }] },
		]);
	});

	it.each(['0.10', '0.29', '1.005', '19.99', '90071992547409931.25', '1234567'])(
		'writes %s to the last digit',
		(text) => {
			const json = patchesText({ price: { price: text, currency: 'EUR' } }, DE);
			expect(json).toContain(`"value_with_tax":${text}}`);
		},
	);
});

const MFN: StockChange = { channel: 'MFN', quantity: 7, lowStock: false, realQuantity: 7 };
const AFN: StockChange = { channel: 'AFN', switchFrom: 'MFN', lowStock: false, realQuantity: 0 };
const path = '/attributes/fulfillment_availability';
const one = (op: Patch['op'], value: object): Patch => ({ op, path, value: [value] });

const STOCKS: Array<{ name: string; change: StockChange; marketplaceId?: string; patches: Patch[] }> = [
	{
		name: 'a quantity is merged, so that the handling time and the restock date of the listing stay',
		change: MFN,
		patches: [one('merge', { fulfillment_channel_code: 'DEFAULT', quantity: 7 })],
	},
	{
		name: 'sold out',
		change: { ...MFN, quantity: 0 },
		patches: [one('merge', { fulfillment_channel_code: 'DEFAULT', quantity: 0 })],
	},
	{
		name: 'handling time and restock date',
		change: { ...MFN, handlingDays: 2, restockDate: '2026-12-01' },
		patches: [
			one('replace', {
				fulfillment_channel_code: 'DEFAULT',
				quantity: 7,
				lead_time_to_ship_max_days: 2,
				restock_date: '2026-12-01',
			}),
		],
	},
	{
		name: 'a handling time alone replaces',
		change: { ...MFN, handlingDays: 2 },
		patches: [
			one('replace', { fulfillment_channel_code: 'DEFAULT', quantity: 7, lead_time_to_ship_max_days: 2 }),
		],
	},
	{
		name: 'a restock date alone replaces',
		change: { ...MFN, restockDate: '2026-12-01' },
		patches: [
			one('replace', { fulfillment_channel_code: 'DEFAULT', quantity: 7, restock_date: '2026-12-01' }),
		],
	},
	{
		name: 'from Amazon to the merchant',
		change: { ...MFN, switchFrom: 'AFN' },
		patches: [
			one('add', { fulfillment_channel_code: 'DEFAULT', quantity: 7 }),
			one('delete', { fulfillment_channel_code: 'AMAZON_EU' }),
		],
	},
	{
		name: 'from the merchant to Amazon in the United States',
		change: AFN,
		marketplaceId: US,
		patches: [
			one('add', { fulfillment_channel_code: 'AMAZON_NA' }),
			one('delete', { fulfillment_channel_code: 'DEFAULT' }),
		],
	},
	{
		name: 'from the merchant to Amazon in Japan',
		change: AFN,
		marketplaceId: JP,
		patches: [
			one('add', { fulfillment_channel_code: 'AMAZON_JP' }),
			one('delete', { fulfillment_channel_code: 'DEFAULT' }),
		],
	},
];

describe('patches of a stock', () => {
	it.each(STOCKS)('$name', ({ change, marketplaceId = DE, patches }) => {
		expect(toPatches({ stock: change }, marketplaceId)).toEqual(patches);
	});
});

describe('patches of an offer', () => {
	it('puts price and stock into one message, the price first', () => {
		const price = { price: '10.00', currency: 'EUR' };
		expect(toPatches({ price, stock: MFN }, DE).map((patch) => patch.path)).toEqual([
			'/attributes/purchasable_offer',
			'/attributes/fulfillment_availability',
		]);
	});

	it('is empty without a change', () => {
		expect(toPatches({}, DE)).toEqual([]);
	});
});
