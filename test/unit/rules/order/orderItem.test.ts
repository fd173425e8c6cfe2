import type { MarketplaceOrder } from '../../../../nodes/rules/order/marketplaceOrder';
import { fromOrderItem, toOrderItem } from '../../../../nodes/rules/order/orderItem';
import { aLine, anOrder } from './orders';

const HEAD = [
	...['amazonOrderId', 'status', 'total', 'currency', 'purchasedAt', 'buyer', 'city', 'country'],
	...['products', 'shipBy', 'fulfillmentChannel'],
];

const BARE = anOrder({
	...{ total: undefined, currency: undefined, shipBy: undefined, address: undefined, buyer: {}, lines: [] },
});

describe('an order as an item', () => {
	it.each<[string, MarketplaceOrder]>([
		['with everything', anOrder({ shipBy: '2026-01-05T00:00:00Z' })],
		['with hardly anything', BARE],
	])('begins with what a person reads, each a text: %s', (_, order) => {
		const item = toOrderItem(order);
		expect(Object.keys(item).slice(0, HEAD.length)).toEqual(HEAD);
		for (const name of HEAD) expect(typeof item[name as keyof typeof item]).toBe('string');
	});

	it.each<[string, MarketplaceOrder]>([
		['with everything', anOrder({ shipBy: '2026-01-05T00:00:00Z', storeOrderNumber: '7' })],
		['with hardly anything', BARE],
	])('is the same order again: %s', (_, order) => {
		expect(JSON.stringify(sorted(fromOrderItem(toOrderItem(order))))).toBe(JSON.stringify(sorted(order)));
	});

	it('names the buyer, or else who gets the parcel', () => {
		const address = { name: 'Ben', lines: [], city: 'Bath', country: 'GB' };
		expect(toOrderItem(anOrder({ buyer: { name: 'Ann' }, address }))).toMatchObject({
			...{ buyer: 'Ann', city: 'Bath', country: 'GB', buyerDetails: { name: 'Ann' } },
		});
		expect(toOrderItem(anOrder({ buyer: {}, address })).buyer).toBe('Ben');
	});

	it.each([
		[
			'what is left of the lines',
			[
				[3, 1],
				[1, 0],
			],
			'2 x MUG, 1 x CUP',
		],
		[
			'no line that is cancelled',
			[
				[3, 3],
				[1, 0],
			],
			'1 x CUP',
		],
		[
			'what was bought, when all is cancelled',
			[
				[3, 3],
				[1, 1],
			],
			'3 x MUG, 1 x CUP',
		],
	])('tells the products in one line: %s', (_, [mug = [], cup = []], products) => {
		const lines = [
			aLine({ sku: 'MUG', ordered: mug[0], cancelled: mug[1] }),
			aLine({ itemId: '2', sku: 'CUP', ordered: cup[0], cancelled: cup[1] }),
		];
		expect(toOrderItem(anOrder({ lines })).products).toBe(products);
	});

	it('names a product without a SKU by its ASIN or item', () => {
		const lines = [
			aLine({ sku: undefined, asin: 'B01', ordered: 1 }),
			aLine({ itemId: '2', sku: undefined, asin: undefined, ordered: 2 }),
		];
		expect(toOrderItem(anOrder({ lines })).products).toBe('1 x B01, 2 x 2');
	});
});

function sorted(order: object): object {
	return Object.fromEntries(Object.entries(order).sort(([one], [other]) => (one < other ? -1 : 1)));
}
