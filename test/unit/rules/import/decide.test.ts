import fc from 'fast-check';

import type { MarketplaceOrder } from '../../../../nodes/rules/order/marketplaceOrder';
import { addUp, aLine, anOrder, imported, judge, skuMapOf } from '../order/orders';
import { unitLedger } from '../../../../nodes/rules/verdict/runLedger';

type Order = Partial<MarketplaceOrder>;
type Config = Parameters<typeof judge>[1];
type Context = NonNullable<Parameters<typeof judge>[2]>;

const codes = (verdict: ReturnType<typeof judge>) => imported(verdict).findings.map(({ code }) => code);

describe('which orders are wanted', () => {
	it.each<{
		name: string;
		order?: Order;
		config?: Config;
		context?: Partial<Context>;
		reason: string;
		says: RegExp;
	}>([
		{
			name: 'a status that is not chosen',
			order: { status: 'PENDING' },
			reason: 'status-not-wanted',
			says: /PENDING; wanted: UNSHIPPED/,
		},
		{
			name: "Amazon's own shipping",
			order: { channel: 'AFN' },
			config: { filter: { channel: 'MFN' } },
			reason: 'channel-not-wanted',
			says: /shipped by Amazon \(AFN\)/,
		},
		{
			name: "the merchant's shipping",
			config: { filter: { channel: 'AFN' } },
			reason: 'channel-not-wanted',
			says: /merchant \(MFN\)/,
		},
		{
			name: 'a marketplace that is not chosen',
			config: { filter: { marketplaceIds: ['A1PA6795UKMFR9'] } },
			reason: 'marketplace-not-wanted',
			says: /placed in US/,
		},
		{
			name: 'an order that was not placed on Amazon',
			order: { salesChannel: 'NON_AMAZON', channel: 'AFN' },
			reason: 'not-an-amazon-order',
			says: /your own shop that Amazon's warehouse ships.+Include Multi-Channel Orders/,
		},
		{
			name: 'an old order',
			order: { purchasedAt: '2026-09-01T00:00:00Z' },
			reason: 'too-old',
			says: /2026-09-01, more than 30 days/,
		},
		{
			name: 'an order the store has',
			context: { inStore: new Set(['111-1111111-1111111']) },
			reason: 'already-in-store',
			says: /has 111-1111111-1111111 already/,
		},
		{
			name: 'a pending order without amounts',
			order: { status: 'PENDING', total: undefined, lines: [aLine({ unitPrice: undefined, amounts: {} })] },
			config: { filter: { statuses: [] } },
			reason: 'no-amounts',
			says: /not paid yet/,
		},
		{
			name: 'a cancelled order without amounts',
			order: { status: 'CANCELLED', total: undefined, lines: [aLine({ unitPrice: undefined, amounts: {} })] },
			config: { filter: { statuses: [] } },
			reason: 'no-amounts',
			says: /it is cancelled/,
		},
		{
			name: 'an order whose lines are all cancelled',
			order: { lines: [aLine({ cancelled: 2 }), aLine({ ordered: 0 })] },
			reason: 'nothing-to-import',
			says: /Every line/,
		},
	])('skips $name', ({ order, config, context, reason, says }) => {
		expect(judge(order, config, context)).toMatchObject({
			kind: 'skip',
			reason,
			message: expect.stringMatching(says),
		});
	});

	it('looks back without end when told so', () => {
		expect(judge({ purchasedAt: '2020-01-01T00:00:00Z' }, { filter: { lookBackDays: 0 } }).kind).toBe(
			'import',
		);
	});

	it.each([undefined, 'AMAZON', 'AMAZON_SOMETHING_NEW'])(
		'takes an order from the channel %s',
		(salesChannel) => {
			imported(judge({ salesChannel }));
		},
	);

	it('takes every status when none is named', () => {
		expect(judge({ status: 'UNFULFILLABLE' }, { filter: { statuses: [] } }).kind).toBe('import');
	});
});

describe('lines and products', () => {
	const mug = { sku: 'MUG', id: '7', enabled: true, quantity: 5, managesStock: true };

	it.each<{
		name: string;
		products: Array<Record<string, unknown>>;
		order?: Order;
		config?: Config;
		reason: string;
		says: RegExp;
	}>([
		{
			name: 'the store has no such product',
			products: [{ sku: 'CUP' }],
			reason: 'sku-not-in-store',
			says: /no product MUG; create it/,
		},
		{
			name: 'Amazon gives no SKU',
			products: [mug],
			order: { lines: [aLine({ sku: undefined })] },
			reason: 'sku-not-in-store',
			says: /no SKU of the item with ASIN B000000001/,
		},
		{
			name: 'two products claim the SKU',
			products: [
				{ sku: 'A', alternateSku: 'MUG' },
				{ sku: 'B', alternateSku: '||X||MUG||' },
			],
			reason: 'sku-claimed-twice',
			says: /two products of the store, A and B/,
		},
		...['variable', 'configurable'].map((type) => ({
			name: `the product is ${type}`,
			products: [{ ...mug, type }],
			reason: 'product-has-variations',
			says: /MUG is a product with variations in the store; give this SKU to the variation/,
		})),
		{
			name: 'the product is disabled',
			products: [{ ...mug, enabled: false }],
			reason: 'product-disabled',
			says: /MUG is disabled/,
		},
		{
			name: "Magento's disabled status",
			products: [{ ...mug, enabled: 2 }],
			reason: 'product-disabled',
			says: /MUG is disabled/,
		},
		{
			name: 'stock is short',
			products: [{ ...mug, quantity: 1 }],
			reason: 'out-of-stock',
			says: /MUG: 2 ordered, 1 in stock/,
		},
		{
			name: 'the store says out of stock',
			products: [{ ...mug, inStock: 'outofstock' }],
			reason: 'out-of-stock',
			says: /0 in stock/,
		},
		{
			name: 'the store sells no more than it has, in the words of any store',
			products: [{ ...mug, quantity: 0, backorders: 'deny' }],
			reason: 'out-of-stock',
			says: /0 in stock/,
		},
		{
			name: 'stock is negative',
			products: [{ ...mug, quantity: -3 }],
			reason: 'out-of-stock',
			says: /0 in stock/,
		},
		{
			name: 'two lines want the same last units',
			products: [{ ...mug, quantity: 3 }],
			order: { total: '50.00', lines: [aLine(), aLine({ itemId: '2' })] },
			reason: 'out-of-stock',
			says: /4 ordered, 3 in stock/,
		},
		{
			name: 'the stock is no number',
			products: [{ ...mug, quantity: 'many' }],
			reason: 'stock-not-a-number',
			says: /stock of MUG is no number/,
		},
		{
			name: 'all lines would be left out',
			products: [{ sku: 'CUP' }],
			config: { products: { whenMissing: 'drop' } },
			reason: 'sku-not-in-store',
			says: /None of the products/,
		},
	])('fails when $name', ({ products, order, config, reason, says }) => {
		const verdict = judge(order, config, { skuMap: skuMapOf(...products) });
		expect(verdict).toMatchObject({ kind: 'fail', reason, message: expect.stringMatching(says) });
	});

	it.each([
		{ name: 'WooCommerce', product: { quantity: 0, inStock: 'onbackorder', backorders: 'notify' } },
		{
			name: 'WooCommerce, without a notice',
			product: { quantity: 0, inStock: 'onbackorder', backorders: 'yes' },
		},
		{
			name: 'WooCommerce, by its stock status alone',
			product: { managesStock: false, inStock: 'onbackorder' },
		},
		{ name: 'Magento', product: { quantity: -2, inStock: true, backorders: 1 } },
		{ name: 'Magento, with a notice', product: { quantity: 0, inStock: true, backorders: 2 } },
		{ name: 'Shopify', product: { quantity: 0, backorders: 'CONTINUE' } },
	])('imports what the store sells on backorder: $name', ({ product }) => {
		const verdict = imported(judge({}, {}, { skuMap: skuMapOf({ sku: 'MUG', ...product }) }));
		expect(verdict.findings).toMatchObject([{ code: 'backordered' }]);
		expect(verdict.order.lines).toMatchObject([{ backordered: true }]);
	});

	it.each<{
		name: string;
		product: Record<string, unknown>;
		order?: Order;
		config?: Config;
		line: object;
		finding?: string;
	}>([
		{ name: 'a product of the store', product: mug, line: { sku: 'MUG', productId: '7', variantId: '' } },
		{ name: 'a variation', product: { ...mug, parentId: '3' }, line: { productId: '3', variantId: '7' } },
		{
			name: 'a product by its alternate SKU',
			product: { ...mug, sku: 'STORE-1', alternateSku: '|| AMZ || MUG ||' },
			line: { sku: 'STORE-1', amazonSku: 'MUG' },
		},
		{
			name: 'a product whose stock is not managed',
			product: { ...mug, managesStock: false, quantity: 0 },
			line: { backordered: false },
		},
		{
			name: 'a fraction of stock that is enough',
			product: { ...mug, quantity: '2.9' },
			line: { backordered: false },
		},
		{
			name: 'a backorder',
			product: { ...mug, quantity: 0 },
			config: { products: { whenOutOfStock: 'backorder' } },
			line: { backordered: true },
			finding: 'backordered',
		},
		{
			name: 'a product to be created',
			product: { sku: 'CUP' },
			config: { products: { whenMissing: 'create' } },
			line: { createProduct: true, sku: 'MUG', productId: '' },
			finding: 'product-to-create',
		},
		{
			name: 'a disabled product, if told so',
			product: { ...mug, enabled: false },
			config: { products: { whenDisabled: 'import' } },
			line: { sku: 'MUG' },
		},
		{
			name: 'an order that Amazon ships, whatever the stock',
			product: { ...mug, quantity: 0 },
			order: { channel: 'AFN' },
			line: { backordered: false },
		},
	])('imports $name', ({ product, order, config, line, finding }) => {
		const verdict = imported(judge(order, config, { skuMap: skuMapOf(product) }));
		expect(verdict.order.lines[0]).toMatchObject(line);
		expect(verdict.findings.map(({ code }) => code)).toEqual(finding === undefined ? [] : [finding]);
	});

	it('leaves a missing line out, and the total is still what was paid', () => {
		const order = {
			total: '35.00',
			lines: [aLine(), aLine({ itemId: '2', sku: 'GONE', amounts: { item: '10.00' } })],
		};
		const verdict = imported(judge(order, { products: { whenMissing: 'drop' } }, { skuMap: skuMapOf(mug) }));
		expect(verdict.order).toMatchObject({ total: '35.00', adjustment: '10.00', lines: [{ sku: 'MUG' }] });
		expect(verdict.findings.map(({ code }) => code)).toEqual(['line-dropped', 'totals-differ']);
	});

	it('never gives the same last units to two orders of a run', () => {
		const context = { skuMap: skuMapOf({ ...mug, quantity: 3 }), stock: unitLedger() };
		expect(judge({}, {}, context).kind).toBe('import');
		expect(judge({ orderId: '222-2222222-2222222' }, {}, context)).toMatchObject({
			kind: 'fail',
			reason: 'out-of-stock',
		});
	});

	it('takes no stock for an order that fails later', () => {
		const context = { skuMap: skuMapOf({ ...mug, quantity: 2 }), stock: unitLedger() };
		expect(judge({ total: '1.00' }, { onTotalsDiffer: 'fail' }, context).kind).toBe('fail');
		expect(judge({}, {}, context).kind).toBe('import');
	});

	it('imports a list of products without any as a store without products', () => {
		expect(judge({}, {}, { skuMap: skuMapOf() })).toMatchObject({ kind: 'fail', reason: 'sku-not-in-store' });
	});
});

describe('cancellation of failed orders', () => {
	const context = () => ({ skuMap: skuMapOf({ sku: 'CUP' }) });

	it('asks for it with the lines and the reason', () => {
		expect(judge({}, { cancelOnFail: true }, context())).toMatchObject({
			kind: 'fail',
			cancel: { reason: 'NoInventory', lines: [{ itemId: '12345678901234', sku: 'MUG', quantity: 2 }] },
		});
	});

	it.each<{ name: string; order?: Order; config?: Config }>([
		{ name: 'not unless told', config: { cancelOnFail: false } },
		{ name: 'not for orders that Amazon ships', order: { channel: 'AFN' } },
		{ name: 'not when a part is shipped', order: { status: 'PARTIALLY_SHIPPED' } },
		{ name: 'not for reasons other than the goods', order: { currencies: ['USD', 'EUR'] } },
	])('$name', ({ order, config }) => {
		expect(judge(order, { cancelOnFail: true, ...config }, context())).toMatchObject({
			kind: 'fail',
			cancel: undefined,
		});
	});
});

describe('buyer and address', () => {
	it.each<{
		name: string;
		order: Order;
		config?: Config;
		address?: object;
		customer?: object;
		findings?: string[];
	}>([
		{
			name: 'no address',
			order: { address: undefined },
			address: {
				firstName: 'Ann',
				street: ['Withheld by Amazon'],
				city: 'Withheld by Amazon',
				country: 'US',
			},
			findings: ['placeholder-used', 'placeholder-used', 'region-unknown'],
		},
		{
			name: 'no buyer',
			order: { buyer: {} },
			customer: {
				email: 'amazon-111-1111111-1111111@customer.invalid',
				firstName: 'Ann',
				lastName: 'Example',
			},
			findings: ['placeholder-used'],
		},
		{
			name: 'nothing personal at all',
			order: { buyer: {}, address: undefined, marketplace: 'UK' },
			address: { firstName: 'Amazon', lastName: 'Customer', country: 'GB', region: '' },
			customer: { firstName: 'Amazon', lastName: 'Customer' },
			findings: ['placeholder-used', 'placeholder-used', 'placeholder-used', 'placeholder-used'],
		},
		{
			name: 'a name of one letter',
			order: { buyer: { name: 'X', email: 'a@b.c' } },
			customer: { firstName: 'X', lastName: '' },
		},
		{
			name: 'a name of one word',
			order: { buyer: { name: ' 山田太郎 ', email: 'a@b.c' } },
			customer: { firstName: '山田太郎', lastName: '' },
		},
		{
			name: 'a name of many words',
			order: { buyer: { name: 'Mary  Ann\u00a0van Dyke', email: 'a@b.c' } },
			customer: { firstName: 'Mary Ann van', lastName: 'Dyke' },
		},
		{
			name: 'three address lines',
			order: { address: { ...anOrder().address, lines: ['A', 'B', 'C'] } },
			address: { street: ['A', 'B', 'C'] },
		},
		{
			name: 'a state by its name',
			order: { address: { ...anOrder().address, lines: ['A'], region: 'georgia' } },
			address: { region: 'Georgia', regionCode: 'GA' },
		},
		{
			name: 'a state with a point',
			order: { address: { ...anOrder().address, lines: ['A'], region: 'N.C.' } },
			address: { region: 'North Carolina', regionCode: 'NC' },
		},
		{
			name: 'a country without regions',
			order: { address: { lines: ['A'], city: 'Leeds', country: 'GB', region: 'West Yorkshire' } },
			address: { region: 'West Yorkshire', regionCode: '' },
		},
		{
			name: 'a country without cities',
			order: { address: { lines: ['1 Queen Street'], country: 'HK' } },
			address: { street: ['1 Queen Street'], city: '' },
		},
		{
			name: 'a street that Amazon withholds, the city it does not',
			order: { address: { lines: [], city: 'Atlanta', region: 'GA', country: 'US' } },
			address: { street: ['Withheld by Amazon'], city: 'Atlanta' },
			findings: ['placeholder-used'],
		},
		{
			name: 'a country that does without regions, and an unknown one',
			order: { address: { lines: ['A'], city: 'Ulm', country: 'DE', region: 'Alb-Donau-Kreis' } },
			address: { region: 'Alb-Donau-Kreis', regionCode: '' },
		},
		{
			name: "a region in the country's own script",
			order: { address: { lines: ['A'], city: '渋谷区', country: 'JP', region: '東京都' } },
			address: { region: '東京都', regionCode: '13' },
		},
		{
			name: 'an unknown region without a default',
			order: { address: { ...anOrder().address, lines: ['A'], region: 'Narnia' } },
			address: { region: 'Narnia', regionCode: '' },
			findings: ['region-unknown'],
		},
		{
			name: 'a country without regions and no region',
			order: { address: { lines: ['A'], city: 'Paris', country: 'FR' } },
			address: { region: '', regionCode: '' },
		},
		{
			name: 'an accent in the region',
			order: { address: { lines: ['A'], city: 'São Paulo', country: 'BR', region: 'SAO PAULO' } },
			address: { regionCode: 'SP' },
		},
		{
			name: 'an unknown region with a default',
			order: { address: { ...anOrder().address, lines: ['A'], region: 'Narnia' } },
			config: { address: { defaultRegion: 'fl' } },
			address: { region: 'Florida', regionCode: 'FL' },
			findings: ['region-defaulted'],
		},
		{
			name: 'a missing region with a default',
			order: { address: { lines: ['A'], city: 'X', country: 'US' } },
			config: { address: { defaultRegion: 'NC' } },
			address: { regionCode: 'NC' },
			findings: ['region-defaulted'],
		},
		{
			name: 'an unknown region that is to be created',
			order: { address: { ...anOrder().address, lines: ['A'], region: 'Narnia' } },
			config: { address: { whenRegionUnknown: 'create' } },
			address: { region: 'Narnia', regionCode: '' },
			findings: ['region-to-create'],
		},
		{
			name: 'the default customer',
			order: {},
			config: { customer: { kind: 'default', email: 'shop@example.com' } },
			customer: { kind: 'default', email: 'shop@example.com' },
		},
		{
			name: 'a company with VAT number',
			order: {
				buyer: {
					name: 'A B',
					email: 'a@b.c',
					company: 'Example GmbH',
					vatNumber: 'DE123456789',
					purchaseOrderNumber: 'PO 7',
				},
			},
			customer: { company: 'Example GmbH', vatNumber: 'DE123456789' },
		},
	])('$name', ({ order, config, address = {}, customer = {}, findings = [] }) => {
		const verdict = imported(judge(order, config));
		expect(verdict.order.shippingAddress).toMatchObject(address);
		expect(verdict.order.customer).toMatchObject(customer);
		expect(verdict.findings.map(({ code }) => code)).toEqual(findings);
	});

	it('asks for the regions that the store lacks', () => {
		const order = { address: { ...anOrder().address, lines: ['A'], region: 'Narnia' } };
		const verdict = imported(judge(order, { address: { whenRegionUnknown: 'create' } }));
		expect(verdict.createRegions).toEqual([{ country: 'US', region: 'Narnia' }]);
	});

	it.each([
		{ name: 'unknown', region: 'Narnia', says: /names a region that is unknown in US/ },
		{ name: 'missing', region: undefined, says: /has no region, and US needs one/ },
	])('fails for a region that is $name, if told so', ({ region, says }) => {
		const order = { address: { ...anOrder().address, lines: ['A'], region } };
		expect(judge(order, { address: { whenRegionUnknown: 'fail' } })).toMatchObject({
			kind: 'fail',
			reason: 'region-unknown',
			message: expect.stringMatching(says),
		});
	});

	it("uses the default customer's own billing address", () => {
		const billingAddress = { ...imported(judge()).order.billingAddress, city: 'Head Office' };
		const config = { customer: { kind: 'default' as const, email: 'a@b.c', billingAddress } };
		const { order } = imported(judge({}, config));
		expect([order.billingAddress.city, order.shippingAddress.city]).toEqual(['Head Office', 'Atlanta']);
	});

	it('writes down what the buyer wrote', () => {
		const order = {
			replacesOrderId: '999-9999999-9999999',
			address: { ...anOrder().address, lines: ['A'], kind: 'PICKUP_POINT', instructions: 'Ring twice' },
			lines: [aLine({ giftMessage: 'Happy birthday', giftWrapLevel: 'Paper', cancelRequest: 'Too late' })],
		};
		expect(imported(judge(order)).order.comments).toEqual([
			'Gift wrap for MUG: Paper',
			'Gift message for MUG: Happy birthday',
			'Why MUG is to be cancelled: Too late',
			'Delivery: Ring twice',
			'To be delivered to a pick-up point',
			'Replaces the Amazon order 999-9999999-9999999',
			'The buyer asks to cancel MUG',
		]);
	});
});

const US_TAX = {
	amounts: { item: '25.00', shipping: '5.00' },
	tax: { total: '2.40', item: '2.00', shipping: '0.40' },
};
const EU: Order = {
	marketplace: 'DE',
	currency: 'EUR',
	currencies: ['EUR'],
	address: { lines: ['A'], city: 'Berlin', country: 'DE' },
};

describe('tax and totals', () => {
	it.each<{ name: string; order: Order; config?: Config; want: object; findings?: string[] }>([
		{
			name: 'no tax',
			order: {},
			want: { total: '25.00', tax: '0.00', taxIncluded: true, adjustment: '0.00' },
		},
		{
			name: 'tax on top',
			order: { total: '32.40', lines: [aLine(US_TAX)] },
			want: {
				total: '32.40',
				tax: '2.40',
				taxIncluded: false,
				shipping: { tax: '0.40' },
				lines: [{ tax: '2.00' }],
			},
		},
		{
			name: 'tax on top, never taken over',
			order: { total: '32.40', lines: [aLine(US_TAX)] },
			config: { tax: { items: 'never', shipping: false } },
			want: { total: '30.00', tax: '0.00', adjustment: '0.00' },
			findings: ['tax-left-out'],
		},
		{
			name: 'shipping tax only',
			order: { total: '32.40', lines: [aLine(US_TAX)] },
			config: { tax: { items: 'never', shipping: true } },
			want: { total: '30.40', tax: '0.40' },
			findings: ['tax-left-out'],
		},
		{
			name: 'a listed state',
			order: { total: '32.40', lines: [aLine(US_TAX)] },
			config: { tax: { items: 'listedStates' } },
			want: { total: '32.40', tax: '2.40' },
		},
		{
			name: 'a state that is not listed',
			order: { total: '32.40', lines: [aLine(US_TAX)] },
			config: { tax: { items: 'listedStates', states: ['NY'], shipping: false } },
			want: { total: '30.00', tax: '0.00' },
			findings: ['tax-left-out'],
		},
		{
			name: 'tax in the price',
			order: { ...EU, lines: [aLine({ tax: { total: '3.99' } })] },
			want: { total: '25.00', tax: '3.99', taxIncluded: true },
		},
		{
			name: 'tax in the price, never taken over',
			order: { ...EU, lines: [aLine({ tax: { total: '3.99' } })] },
			config: { tax: { items: 'never', shipping: false } },
			want: { total: '25.00', tax: '0.00', taxIncluded: true },
		},
		{
			name: 'tax that Amazon collects, in the total',
			order: { total: '32.40', lines: [aLine({ ...US_TAX, taxCollectedByAmazon: true })] },
			want: { total: '32.40', tax: '2.40', taxCollectedByAmazon: '2.40' },
		},
		{
			name: 'tax that Amazon collects, outside of the total',
			order: { total: '30.00', lines: [aLine({ ...US_TAX, taxCollectedByAmazon: true })] },
			want: { total: '30.00', tax: '0.00', adjustment: '0.00' },
			findings: ['tax-paid-by-amazon'],
		},
		{
			name: 'tax that Amazon collects for one line, outside of the total',
			order: {
				total: '62.40',
				lines: [aLine({ ...US_TAX, taxCollectedByAmazon: true }), aLine({ ...US_TAX, itemId: '2' })],
			},
			want: { total: '62.40', tax: '2.40', adjustment: '0.00' },
		},
		{
			name: 'gift wrap and its tax',
			order: {
				total: '29.32',
				lines: [
					aLine({ amounts: { item: '25.00', giftWrap: '4.00' }, tax: { total: '0.32', giftWrap: '0.32' } }),
				],
			},
			want: { giftWrap: { amount: '4.00', tax: '0.32' }, total: '29.32', lines: [{ tax: '0.00' }] },
		},
		{
			name: 'tax as parts only',
			order: { total: '27.00', lines: [aLine({ tax: { item: '2.50', discount: '0.50' } })] },
			want: { total: '27.00', tax: '2.00' },
		},
		{
			name: 'a promotion',
			order: { total: '20.00', lines: [aLine({ amounts: { item: '25.00', discount: '5.00' } })] },
			want: { total: '20.00', discount: '5.00', lines: [{ rowTotal: '25.00', discount: '5.00' }] },
		},
		{
			name: 'a promotion on shipping',
			order: {
				total: '25.00',
				lines: [
					aLine({ amounts: { item: '25.00', shipping: '5.00', discount: '5.00', shippingDiscount: '5.00' } }),
				],
			},
			want: {
				total: '25.00',
				discount: '5.00',
				shipping: { amount: '5.00', discount: '5.00' },
				lines: [{ discount: '0.00' }],
			},
		},
		{
			name: 'a promotion equal to the price',
			order: { total: '0.00', lines: [aLine({ amounts: { item: '25.00', discount: '25.00' } })] },
			want: { total: '0.00', adjustment: '0.00' },
		},
		{
			name: 'a promotion above the price',
			order: { total: '0.00', lines: [aLine({ amounts: { item: '25.00', discount: '26.00' } })] },
			want: { total: '0.00', adjustment: '1.00' },
			findings: ['totals-differ'],
		},
		{
			name: 'a promotion above the price, and no total',
			order: { total: undefined, lines: [aLine({ amounts: { item: '25.00', discount: '26.00' } })] },
			want: { total: '0.00', adjustment: '1.00' },
			findings: ['total-missing', 'totals-differ'],
		},
		{
			name: 'a free item',
			order: { total: '0.00', lines: [aLine({ unitPrice: '0.00', amounts: { item: '0.00' } })] },
			want: { total: '0.00', lines: [{ unitPrice: '0.00' }] },
		},
		{
			name: 'a replacement without amounts',
			order: {
				total: undefined,
				currency: undefined,
				currencies: [],
				replacesOrderId: '999-9999999-9999999',
				lines: [aLine({ unitPrice: undefined, amounts: {} })],
			},
			want: { total: '0.00', currency: 'USD' },
			findings: ['total-missing'],
		},
		{
			name: 'cash on delivery and another fee',
			order: {
				total: '28.00',
				lines: [aLine({ amounts: { item: '25.00', codFee: '2.00', other: '1.00' } })],
			},
			want: { codFee: '2.00', otherFee: '1.00', total: '28.00' },
		},
		{
			name: 'yen',
			order: {
				marketplace: 'JP',
				currency: 'JPY',
				currencies: ['JPY'],
				total: '5980',
				lines: [aLine({ ordered: 3, unitPrice: '1993', amounts: { item: '5980' } })],
			},
			want: { total: '5980', lines: [{ unitPrice: '1993', rowTotal: '5980' }] },
		},
		{
			name: 'no item amount but a unit price',
			order: { lines: [aLine({ amounts: {} })] },
			want: { total: '25.00', adjustment: '0.00' },
		},
		{
			name: 'a total that Amazon does not name',
			order: { total: undefined },
			want: { total: '25.00' },
			findings: ['total-missing'],
		},
		{
			name: 'a total below the lines',
			order: { total: '24.99' },
			want: { total: '24.99', adjustment: '-0.01' },
			findings: ['totals-differ'],
		},
		{
			name: 'units cancelled, the amount for all of them',
			order: { total: '12.50', lines: [aLine({ cancelled: 1 })] },
			want: { total: '12.50', adjustment: '0.00', lines: [{ quantity: 1, rowTotal: '12.50' }] },
			findings: ['line-cancelled'],
		},
		{
			name: 'units cancelled, the amount for the rest',
			order: { total: '12.50', lines: [aLine({ cancelled: 1, amounts: { item: '12.50' } })] },
			want: { total: '12.50', adjustment: '0.00' },
			findings: ['line-cancelled'],
		},
		{
			name: 'units cancelled, part of the shipping too: the total fits neither',
			order: {
				total: '26.66',
				lines: [
					aLine({
						...{ ordered: 3, cancelled: 1, unitPrice: '10.00' },
						amounts: { item: '30.00', shipping: '9.99' },
					}),
				],
			},
			want: {
				total: '26.66',
				adjustment: '-3.33',
				lines: [{ quantity: 2, unitPrice: '10.00', rowTotal: '20.00' }],
			},
			findings: ['line-cancelled', 'totals-differ'],
		},
		{
			name: 'units cancelled, no total at all',
			order: { total: undefined, lines: [aLine({ cancelled: 1 })] },
			want: { total: '12.50', lines: [{ quantity: 1, rowTotal: '12.50' }] },
			findings: ['line-cancelled', 'total-missing'],
		},
		...[
			{ name: 'no unit price', unitPrice: undefined, item: '30.00', total: '20.00' },
			{ name: 'a unit price of more decimals', unitPrice: '9.999', item: '30.00', total: '20.00' },
			{ name: 'a unit price that was rounded', unitPrice: '9.99', item: '29.98', total: '19.98' },
			{ name: 'a unit price without tax', unitPrice: '8.40', item: '30.00', total: '20.00' },
		].map(({ name, unitPrice, item, total }) => ({
			name: `units cancelled, ${name}`,
			order: { total, lines: [aLine({ ordered: 3, cancelled: 1, unitPrice, amounts: { item } })] },
			want: { total, adjustment: '0.00', lines: [{ quantity: 2, rowTotal: total }] },
			findings: ['line-cancelled'],
		})),
		{
			name: 'units cancelled, with the tax and the promotions of all of them',
			order: {
				...EU,
				total: '18.00',
				lines: [
					aLine({
						...{ ordered: 3, cancelled: 1, unitPrice: '10.00' },
						amounts: { item: '30.00', shipping: '1.00', discount: '4.00', shippingDiscount: '1.00' },
						tax: { total: '4.95', item: '4.79', shipping: '0.16' },
					}),
				],
			},
			want: {
				...{ total: '18.00', adjustment: '0.00', discount: '3.00', tax: '3.35', taxIncluded: true },
				lines: [{ quantity: 2, rowTotal: '20.00', discount: '2.00', tax: '3.19' }],
			},
			findings: ['line-cancelled'],
		},
		{
			name: 'units cancelled, with the tax on top of all of them',
			order: {
				total: '21.40',
				lines: [
					aLine({
						...{ ordered: 3, cancelled: 1, unitPrice: '10.00' },
						...{ amounts: { item: '30.00' }, tax: { item: '2.10' } },
					}),
				],
			},
			want: { total: '21.40', adjustment: '0.00', tax: '1.40', lines: [{ rowTotal: '20.00', tax: '1.40' }] },
			findings: ['line-cancelled'],
		},
		{
			name: 'units of two lines cancelled, one named for the rest and one for all',
			order: {
				total: '50.00',
				lines: [
					aLine({ ordered: 3, cancelled: 1, unitPrice: '10.00', amounts: { item: '20.00' } }),
					aLine({ itemId: '2', ordered: 3, cancelled: 1, unitPrice: '15.00', amounts: { item: '45.00' } }),
				],
			},
			want: {
				...{ total: '50.00', adjustment: '0.00' },
				lines: [{ rowTotal: '20.00' }, { rowTotal: '30.00' }],
			},
			findings: ['line-cancelled', 'line-cancelled'],
		},
		{
			name: 'units of two lines cancelled without unit prices, told by the totals of the lines',
			order: {
				total: '50.00',
				lines: [
					aLine({
						...{ ordered: 3, cancelled: 1, unitPrice: undefined },
						amounts: { item: '20.00', total: '20.00' },
					}),
					aLine({
						...{ itemId: '2', ordered: 3, cancelled: 1, unitPrice: undefined },
						amounts: { item: '45.00', total: '30.00' },
					}),
				],
			},
			want: {
				...{ total: '50.00', adjustment: '0.00' },
				lines: [{ rowTotal: '20.00' }, { rowTotal: '30.00' }],
			},
			findings: ['line-cancelled', 'line-cancelled'],
		},
		{
			name: 'a line of no units',
			order: { lines: [aLine(), aLine({ itemId: '2', ordered: 0, amounts: {} })] },
			want: { total: '25.00', adjustment: '0.00' },
		},
		{
			name: 'units cancelled, the total for all of them',
			order: { total: '25.00', lines: [aLine({ cancelled: 1 })] },
			want: { total: '25.00', adjustment: '0.00', lines: [{ quantity: 1, rowTotal: '25.00' }] },
			findings: ['line-cancelled'],
		},
	])('$name', ({ order, config, want, findings = [] }) => {
		const verdict = imported(judge(order, config));
		expect(verdict.order).toMatchObject(want);
		expect(verdict.findings.map(({ code }) => code)).toEqual(findings);
		const decimals = verdict.order.currency === 'JPY' ? 0 : 2;
		expect(addUp(verdict, decimals)).toBe(Math.round(Number(verdict.order.total) * 10 ** decimals));
	});

	it.each<{ name: string; order: Order; config?: Config; reason: string; says: RegExp }>([
		{
			name: 'several currencies',
			order: { currencies: ['USD', 'CAD'] },
			reason: 'mixed-currencies',
			says: /USD and CAD; book it by hand/,
		},
		{
			name: 'an amount that is no number',
			order: { lines: [aLine({ amounts: { item: '25,00' } })] },
			reason: 'amount-not-a-number',
			says: /item of item 12345678901234 is "25,00"/,
		},
		{
			name: 'a total that is no number',
			order: { total: 'free' },
			reason: 'amount-not-a-number',
			says: /the total is "free"/,
		},
		{
			name: 'totals that differ, if told so',
			order: { total: '24.00' },
			config: { onTotalsDiffer: 'fail' },
			reason: 'totals-differ',
			says: /lines make 25.00, Amazon's total is 24.00 USD/,
		},
	])('fails for $name', ({ order, config, reason, says }) => {
		expect(judge(order, config)).toMatchObject({
			kind: 'fail',
			reason,
			message: expect.stringMatching(says),
		});
	});

	it('adds up to the total for whatever Amazon says', () => {
		const money = fc.integer({ min: 0, max: 500_00 }).map((cents) => (cents / 100).toFixed(2));
		const line = fc.record({
			amounts: fc.record({
				item: money,
				shipping: money,
				giftWrap: money,
				discount: money,
				shippingDiscount: money,
			}),
			tax: fc.record({ total: money, shipping: money, giftWrap: money }),
			taxCollectedByAmazon: fc.boolean(),
			ordered: fc.integer({ min: 1, max: 9 }),
		});
		fc.assert(
			fc.property(
				fc.array(line, { minLength: 1, maxLength: 4 }),
				fc.option(money, { nil: undefined }),
				fc.constantFrom('US', 'DE'),
				fc.constantFrom('always' as const, 'never' as const, 'listedStates' as const),
				fc.boolean(),
				(lines, total, marketplace, items, shipping) => {
					const order = { total, marketplace, lines: lines.map((changes) => aLine(changes)) };
					const verdict = imported(judge(order, { tax: { items, shipping } }));
					expect(addUp(verdict)).toBe(Math.round(Number(verdict.order.total) * 100));
					if (total !== undefined && verdict.order.taxIncluded) expect(verdict.order.total).toBe(total);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('the rest of the order', () => {
	it('carries what the workflow is told to do, and where', () => {
		const verdict = judge(
			{
				marketplace: 'DE',
				status: 'SHIPPED',
				programs: ['PRIME', 'AMAZON_BUSINESS'],
				shipBy: '2026-11-26T22:00:00Z',
			},
			{
				stores: { default: '1', byMarketplace: { DE: '4' } },
				then: { createInvoice: false, acknowledge: true, notify: false },
				orderNumber: { base: 'amazonOrderId', prefix: 'AMZ' },
			},
		);
		expect(imported(verdict).order).toMatchObject({
			store: '4',
			orderNumber: 'AMZ-111-1111111-1111111',
			then: { createInvoice: false, acknowledge: true, notify: false },
			shipped: true,
			prime: true,
			business: true,
			shipBy: '2026-11-26T22:00:00Z',
		});
	});

	it('shows every step', () => {
		const { trace } = judge({ total: '26.00' });
		expect(trace.map(({ step, after }) => [step, after])).toEqual([
			['filter', 'wanted'],
			['lines', '1 to import'],
			['region', 'recognised'],
			['total', '26.00'],
			['number', "the store's own"],
		]);
	});

	it('is the same for the same order', () => {
		expect(codes(judge())).toEqual(codes(judge()));
		expect(judge()).toEqual(judge());
	});
});
