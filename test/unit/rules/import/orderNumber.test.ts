import { orderNumberOf } from '../../../../nodes/rules/import/orderNumber';
import { parseAlternateSkus } from '../../../../nodes/rules/import/skuMap';
import { imported, judge, skuMapOf } from '../order/orders';

const order = { orderId: '111-1111111-1111111', channel: 'AFN' as const, marketplace: 'US' };
type Rules = Parameters<typeof orderNumberOf>[1];

describe('order number', () => {
	it.each<{ rules: Partial<Rules>; number: string }>([
		{ rules: { base: 'nextNumber', prefix: 'AMZN' }, number: 'AMZN-1100001' },
		{ rules: { base: 'nextNumber', addMarketplace: true }, number: 'US-1100001' },
		{ rules: { base: 'nextNumber', addChannel: true }, number: 'AFN-1100001' },
		{ rules: { base: 'amazonOrderId' }, number: '111-1111111-1111111' },
		{
			rules: { base: 'amazonOrderId', prefix: 'AMZ', addChannel: true, addMarketplace: true },
			number: 'AMZ-AFN-US-111-1111111-1111111',
		},
		{ rules: { base: 'store', prefix: 'AMZ', addChannel: true }, number: '' },
	])('$number', ({ rules, number }) => {
		const all = { base: 'store' as const, prefix: '', addChannel: false, addMarketplace: false, ...rules };
		expect(orderNumberOf(order, all, { nextNumber: '1100001', taken: new Map() })).toEqual({ number });
	});

	const byId = { base: 'amazonOrderId' as const, prefix: '', addChannel: false, addMarketplace: false };

	it('counts on when another Amazon order has the number', () => {
		const taken = new Map([
			['111-1111111-1111111', '222-2222222-2222222'],
			['111-1111111-1111111-2', ''],
		]);
		expect(orderNumberOf(order, byId, { nextNumber: '', taken })).toEqual({
			number: '111-1111111-1111111-3',
			taken: '111-1111111-1111111',
		});
	});

	it('keeps the number that belongs to the same Amazon order', () => {
		const taken = new Map([['111-1111111-1111111', '111-1111111-1111111']]);
		expect(orderNumberOf(order, byId, { nextNumber: '', taken })).toEqual({ number: '111-1111111-1111111' });
	});

	it('fails the order when the next number is missing', () => {
		expect(judge({}, { orderNumber: { base: 'nextNumber' } })).toMatchObject({
			kind: 'fail',
			reason: 'order-number-missing',
		});
	});

	it('tells of a taken number', () => {
		const taken = new Map([['111-1111111-1111111', 'other']]);
		const verdict = imported(judge({}, { orderNumber: { base: 'amazonOrderId' } }, { taken }));
		expect(verdict.findings).toEqual([
			{
				code: 'order-number-taken',
				message: 'The number 111-1111111-1111111 is taken; this order gets 111-1111111-1111111-2',
			},
		]);
	});
});

describe('SKU map', () => {
	it.each<{ value: unknown; skus: string[] }>([
		{ value: 'AMZ-1', skus: ['AMZ-1'] },
		{ value: '||AMZ-SKU-1||AMZ-SKU2||AMZ-SKU-3||', skus: ['AMZ-SKU-1', 'AMZ-SKU2', 'AMZ-SKU-3'] },
		{ value: '|| A || || B||', skus: ['A', 'B'] },
		{ value: '||A||A||', skus: ['A'] },
		{ value: 'A|B', skus: ['A|B'] },
		{ value: 4711, skus: ['4711'] },
		{ value: '', skus: [] },
		{ value: null, skus: [] },
		{ value: ['A'], skus: [] },
	])('reads $value', ({ value, skus }) => {
		expect(parseAlternateSkus(value)).toEqual(skus);
	});

	it("finds by the store's own SKU only without an alternate one", () => {
		const map = skuMapOf({ sku: 'OWN', alternateSku: 'AMZ' }, { sku: 'PLAIN' });
		expect([map.find('OWN').kind, map.find('AMZ').kind, map.find('PLAIN').kind]).toEqual([
			'missing',
			'product',
			'product',
		]);
	});

	it('knows a product that is listed twice as one', () => {
		expect(skuMapOf({ sku: 'A', id: 1 }, { sku: 'A', id: 1 }).conflicts).toEqual([]);
	});

	it('names the products that claim one SKU', () => {
		const map = skuMapOf({ sku: 'A', alternateSku: 'X' }, { sku: 'X' });
		expect(map.conflicts).toEqual([{ amazonSku: 'X', by: ['A', 'X'] }]);
	});

	it('says which fields are there when no product has a SKU', () => {
		expect(() => skuMapOf({ article: 'A', price: 1 }, { article: 'B' })).toThrow(
			/SKU Field of the store products is "sku", .*none of the 2 has it \(they have: article, price\)/,
		);
	});

	it('passes over single products without SKU', () => {
		expect(skuMapOf({ sku: '' }, { sku: 'A' }).find('A').kind).toBe('product');
	});
});
