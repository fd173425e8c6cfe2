import fc from 'fast-check';

import {
	compileFeedProblems,
	compileOfferProblems,
	FEED_SCHEMA,
	MESSAGE_SCHEMA,
	OFFER_SCHEMA,
	type Problems,
} from './schemas';
import { offerMessageText } from '../../../../nodes/amazon/feeds/message';
import { pack } from '../../../../nodes/amazon/feeds/pack';
import { toPatches, type OfferChange, type Patch } from '../../../../nodes/amazon/listings/patches';
import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import type { PriceChange, Tier } from '../../../../nodes/rules/price/config';
import type { StockChange } from '../../../../nodes/rules/stock/config';
import { describeWithModels } from '../../../contract/models';

const UK = 'A1F83G8C2ARO7P';

const cents = (value: number) => (value / 100).toFixed(2);
const amount = fc.integer({ min: 1, max: 99_999_999 }).map(cents);
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const sale = fc.tuple(amount, instant, instant).map(([price, one, other]) => {
	const [start, end] = one < other ? [one, other] : [other, one];
	return { price, startAt: start.toISOString(), endAt: end.toISOString() };
});
const quantities = fc.uniqueArray(fc.integer({ min: 2, max: 5000 }), { minLength: 1, maxLength: 5 });
const tiers: fc.Arbitrary<Tier[]> = fc.oneof(
	fc.tuple(quantities, amount).map(([list, price]) => list.map((quantity) => ({ quantity, price }))),
	fc
		.tuple(quantities, fc.integer({ min: 1, max: 9900 }).map(cents))
		.map(([list, percentOff]) => list.map((quantity) => ({ quantity, percentOff }))),
);
const bound = fc.oneof(amount, fc.constant(null));
const bounds = fc.record({ minimum: bound, maximum: bound }, { requiredKeys: [] });
const consumerPrice: fc.Arbitrary<PriceChange> = fc.record(
	{ price: amount, currency: fc.constant('GBP'), sale: fc.oneof(sale, fc.constant(null)), bounds },
	{ requiredKeys: ['price', 'currency'] },
);
const businessPrice: fc.Arbitrary<PriceChange> = fc
	.tuple(consumerPrice, fc.record({ price: amount, tiers }, { requiredKeys: [] }))
	.map(([change, business]) => ({ ...change, business }));

const base = { lowStock: fc.boolean(), realQuantity: fc.nat() };
const merchantStock: fc.Arbitrary<StockChange> = fc.record(
	{
		...base,
		channel: fc.constant('MFN' as const),
		quantity: fc.nat({ max: 2 ** 31 - 1 }),
		handlingDays: fc.integer({ min: 1, max: 30 }),
		restockDate: instant.map((date) => date.toISOString().slice(0, 10)),
		switchFrom: fc.constant('AFN' as const),
	},
	{ requiredKeys: ['channel', 'quantity', 'lowStock', 'realQuantity'] },
);
const amazonStock: fc.Arbitrary<StockChange> = fc.record({
	...base,
	channel: fc.constant('AFN' as const),
	switchFrom: fc.constant('MFN' as const),
});
const anyStock = fc.oneof(merchantStock, amazonStock);

/** A merge of null takes a part away. */
const holdsNull = (value: object) => Object.values(value).includes(null);

/** The offer that a listing has after the patches: what they set, with what every offer has besides. */
function offerAfter(patches: readonly Patch[]): Record<string, unknown> {
	const set = patches
		.filter(({ op, value = [] }) => op !== 'delete' && !value.some(holdsNull))
		.map(({ path, value }) => [path.split('/').pop() ?? '', value] as const);
	return {
		merchant_suggested_asin: [{ value: 'B000000001', marketplace_id: UK }],
		condition_type: [{ value: 'new_new', marketplace_id: UK }],
		merchant_shipping_group: [{ value: 'Migrated Template', marketplace_id: UK }],
		fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', quantity: 1 }],
		...Object.fromEntries(set),
	};
}

describeWithModels("offers under Amazon's schemas", [FEED_SCHEMA, MESSAGE_SCHEMA, OFFER_SCHEMA], () => {
	let problemsOfFeed: Problems;
	let problemsOfOffer: Problems;
	let problemsOfBusinessOffer: Problems;

	beforeAll(() => {
		problemsOfFeed = compileFeedProblems();
		problemsOfOffer = compileOfferProblems({ withBusiness: false });
		problemsOfBusinessOffer = compileOfferProblems({ withBusiness: true });
	});

	const check = (change: OfferChange, problems: Problems) => {
		const packing = { marketplaceIdOf: () => UK, textOf: () => offerMessageText('SKU', change, UK) };
		const settings = {
			sellerId: 'S',
			feedType: JSON_LISTINGS_FEED,
			chunkSize: 1,
			separateMarketplaces: true,
		};
		const bodies = [...pack([change], packing, settings)].map(({ body }): unknown =>
			JSON.parse(body.toString()),
		);
		expect(bodies.flatMap(problemsOfFeed)).toEqual([]);
		expect(problems(offerAfter(toPatches(change, UK)))).toEqual([]);
	};

	it('every price for consumers is valid', () => {
		fc.assert(fc.property(consumerPrice, (price) => check({ price }, problemsOfOffer)));
	});

	it('every price with a business price or tiers is valid', () => {
		fc.assert(fc.property(businessPrice, (price) => check({ price }, problemsOfBusinessOffer)));
	});

	it('every stock is valid', () => {
		fc.assert(fc.property(anyStock, (stock) => check({ stock }, problemsOfOffer)));
	});

	it('price and stock in one message are valid', () => {
		fc.assert(
			fc.property(consumerPrice, anyStock, (price, stock) => check({ price, stock }, problemsOfOffer)),
		);
	});

	it.each([
		{ name: 'an amount as text', offer: { our_price: [{ schedule: [{ value_with_tax: '1.00' }] }] } },
		{ name: 'an unknown field', offer: { price: 1 } },
		{
			name: 'a sale without its end',
			offer: {
				our_price: [{ schedule: [{ value_with_tax: 2 }] }],
				discounted_price: [{ schedule: [{ value_with_tax: 1, start_at: '2026-01-01' }] }],
			},
		},
	])('the schema does object to $name', ({ offer }) => {
		const value = [{ marketplace_id: UK, currency: 'GBP', audience: 'ALL', ...offer }];
		expect(
			problemsOfOffer(offerAfter([{ op: 'replace', path: '/attributes/purchasable_offer', value }])),
		).not.toEqual([]);
	});

	it('the schema does object to two offers for the same audience', () => {
		const [{ value = [] } = {}] = toPatches({ price: { price: '1.00', currency: 'GBP' } }, UK);
		const twice: Patch = {
			op: 'replace',
			path: '/attributes/purchasable_offer',
			value: [...value, ...value],
		};
		expect(problemsOfOffer(offerAfter([twice])).join()).toContain('maxUniqueItems');
	});
});
