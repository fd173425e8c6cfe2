import fc from 'fast-check';

import type { StoreOrder } from '../../../../nodes/rules/import/storeOrder';
import { toWooCommerceOrder } from '../../../../nodes/rules/stores/wooCommerce/order';
import { WOOCOMMERCE_DEFAULTS } from '../../../../nodes/rules/stores/wooCommerce/rules';
import { arbitraryOrder } from './arbitraryOrder';
import { unknownFields, WOOCOMMERCE } from './documentedFields';
import {
	ADDRESS,
	AMAZON_ORDER_ID,
	contractTotal,
	ODD_ORDERS,
	promotedOrder,
	storeLine,
	storeOrder,
	taxedOrder,
	toUnits,
} from './orderBuilder';

const map = (changes: Partial<StoreOrder> = {}) => toWooCommerceOrder(storeOrder(changes));
const metaOf = (order: { meta_data: Array<{ key: string; value: string }> }) =>
	Object.fromEntries(order.meta_data.map(({ key, value }) => [key, value]));
const SEARCHABLE = { name: `Amazon order ${AMAZON_ORDER_ID}`, total: '0', tax_status: 'none' };

/** Fees but for the one that carries the order id. */
const feesOf = (order: StoreOrder) =>
	toWooCommerceOrder(order)
		.fee_lines.filter(({ name }) => name !== SEARCHABLE.name)
		.map(({ name, total }) => [name, total]);

it('maps a plain order', () => {
	expect(map({ comments: ['Delivery: at the back door', 'Gift message: Alles Gute 🎂'] })).toEqual({
		status: 'processing',
		currency: 'USD',
		customer_id: 0,
		set_paid: true,
		payment_method: 'amazon',
		payment_method_title: 'Paid on Amazon',
		transaction_id: AMAZON_ORDER_ID,
		customer_note: 'Delivery: at the back door\nGift message: Alles Gute 🎂',
		billing: {
			first_name: 'Jane',
			last_name: 'Doe',
			company: '',
			address_1: '1 Peach Street',
			address_2: '',
			city: 'Atlanta',
			state: 'GA',
			postcode: '30301',
			country: 'US',
			phone: '+1 404 555 0100',
		},
		shipping: expect.objectContaining({ first_name: 'Jane', state: 'GA' }),
		line_items: [
			{
				product_id: 41,
				name: 'Blue mug',
				quantity: 2,
				subtotal: '20.00',
				total: '20.00',
				meta_data: [
					{ key: '_amazon_order_item_id', value: '11111111111111' },
					{ key: '_amazon_sku', value: 'AMZ-MUG' },
					{ key: '_amazon_asin', value: 'B000000001' },
					{ key: '_amazon_tax', value: '0.00' },
				],
			},
		],
		shipping_lines: [{ method_id: 'flatrate_flatrate', method_title: 'Standard', total: '5.00' }],
		fee_lines: [SEARCHABLE],
		meta_data: expect.arrayContaining([
			{ key: 'is_vat_exempt', value: 'yes' },
			{ key: '_amazon_order_id', value: AMAZON_ORDER_ID },
		]),
	});
});

describe('products', () => {
	it.each([
		['a product', { productId: '41' }, { product_id: 41 }],
		['a variation', { productId: '41', variantId: '99' }, { product_id: 41, variation_id: 99 }],
		['by SKU alone', { productId: '' }, { sku: 'MUG' }],
		['to be created first', { productId: '', createProduct: true }, { sku: 'MUG' }],
		['without a SKU of the store', { productId: '', sku: '' }, { sku: 'AMZ-MUG' }],
		['with the ASIN only', { productId: '', sku: '', amazonSku: '' }, { sku: 'B000000001' }],
	])('%s', (_label, changes, expected) => {
		const [line] = map({ lines: [storeLine(changes)] }).line_items;
		const { product_id, variation_id, sku } = { product_id: undefined, sku: undefined, ...line } as Record<
			string,
			unknown
		>;
		expect({ product_id, variation_id, sku }).toEqual(expected);
	});

	it('marks backorders', () => {
		const [line] = map({ lines: [storeLine({ backordered: true })] }).line_items;
		expect(line?.meta_data).toContainEqual({ key: '_amazon_backordered', value: 'yes' });
	});
});

describe('promotions', () => {
	it('are between the subtotal and the total, and within the shipping', () => {
		expect(toWooCommerceOrder(promotedOrder())).toMatchObject({
			line_items: [{ subtotal: '20.00', total: '17.00' }],
			shipping_lines: [{ total: '4.00' }],
			fee_lines: [SEARCHABLE],
		});
	});

	it('above the price are a fee, after the charges', () => {
		const lines = [storeLine({ discount: '27.00' })];
		const order = promotedOrder({ lines, discount: '28.00', adjustment: '3.00' });
		expect(toWooCommerceOrder(order).line_items).toMatchObject([{ subtotal: '20.00', total: '0.00' }]);
		expect(feesOf(order)).toEqual([
			["Adjustment to Amazon's total", '3.00'],
			['Promotion', '-7.00'],
		]);
	});
});

describe('fees', () => {
	it.each([
		['gift wrap', storeOrder({ giftWrap: { amount: '3.49', tax: '0.00' } }), [['Gift wrap', '3.49']]],
		['cash on delivery', storeOrder({ codFee: '4.00' }), [['Cash on delivery', '4.00']]],
		['another fee', storeOrder({ otherFee: '0.30' }), [['Other fee', '0.30']]],
		['upwards', storeOrder({ adjustment: '0.01' }), [["Adjustment to Amazon's total", '0.01']]],
		['downwards', storeOrder({ adjustment: '-0.01' }), [["Adjustment to Amazon's total", '-0.01']]],
		['included tax', taxedOrder(), [['Gift wrap', '1.00']]],
		[
			'tax on top',
			taxedOrder({ taxIncluded: false }),
			[
				['Gift wrap', '1.00'],
				['Tax', '2.10'],
			],
		],
		[
			'tax that Amazon collects',
			taxedOrder({ taxIncluded: false, taxCollectedByAmazon: '1.60' }),
			[
				['Gift wrap', '1.00'],
				['Tax', '0.50'],
				['Tax collected by Amazon', '1.60'],
			],
		],
		[
			'a downward adjustment, after the charges',
			taxedOrder({ taxIncluded: false, adjustment: '-0.05' }),
			[
				['Gift wrap', '1.00'],
				['Tax', '2.10'],
				["Adjustment to Amazon's total", '-0.05'],
			],
		],
	])('%s', (_label, order, expected) => {
		expect(feesOf(order)).toEqual(expected);
	});

	it('are not taxed again', () => {
		const { fee_lines } = toWooCommerceOrder(taxedOrder({ taxIncluded: false }));
		expect(fee_lines.map(({ tax_status }) => tax_status)).toEqual(['none', 'none', 'none']);
	});
});

describe('meta data', () => {
	it('tell what WooCommerce has no field for', () => {
		const customer = { ...storeOrder().customer, vatNumber: 'DE123456789' };
		const order = taxedOrder({
			customer,
			business: true,
			prime: true,
			orderNumber: 'AMZ-1',
			purchaseOrderNumber: 'PO-7',
			shipBy: '2026-01-05T00:00:00Z',
			replacesOrderId: '111-0000000-0000000',
			taxCollectedByAmazon: '1.60',
		});
		expect(metaOf(toWooCommerceOrder(order))).toEqual({
			is_vat_exempt: 'yes',
			_amazon_order_id: AMAZON_ORDER_ID,
			_amazon_marketplace: 'US',
			_amazon_channel: 'MFN',
			_amazon_purchased_at: '2026-01-02T03:04:05Z',
			_amazon_tax: '2.10',
			_amazon_tax_included: 'yes',
			_amazon_tax_collected_by_amazon: '1.60',
			_amazon_ship_by: '2026-01-05T00:00:00Z',
			_amazon_replaces_order_id: '111-0000000-0000000',
			_amazon_purchase_order_number: 'PO-7',
			_amazon_buyer_email: 'buyer@marketplace.example',
			_amazon_business: 'yes',
			_amazon_prime: 'yes',
			_billing_vat_number: 'DE123456789',
			_order_number: 'AMZ-1',
		});
	});

	it.each([
		['AFN' as const, 'yes'],
		['MFN' as const, undefined],
	])('%s: the stock is counted already: %s', (channel, expected) => {
		expect(metaOf(map({ fulfillmentChannel: channel }))._order_stock_reduced).toBe(expected);
	});
});

describe('addresses', () => {
	it.each([
		['three lines', { street: ['1', '2', '3'] }, { address_1: '1', address_2: '2, 3' }],
		['no line', { street: [] }, { address_1: '', address_2: '' }],
		['no region', { region: '', regionCode: '', country: 'DE' }, { state: '', country: 'DE' }],
		['a region without code', { region: 'Kent', regionCode: '' }, { state: 'Kent' }],
		['no phone', { phone: '' }, { phone: '' }],
		['one letter', { firstName: 'X', lastName: '' }, { first_name: 'X', last_name: '' }],
		['unicode', { firstName: 'Zoë', city: 'Łódź' }, { first_name: 'Zoë', city: 'Łódź' }],
	])('%s', (_label, changes, expected) => {
		const address = { ...ADDRESS, ...changes };
		const order = map({ billingAddress: address, shippingAddress: address });
		expect(order.billing).toMatchObject(expected);
		expect(order.shipping).toMatchObject(expected);
	});

	it('leave an empty e-mail address out, which WooCommerce would refuse', () => {
		const order = storeOrder({ customer: { ...storeOrder().customer, email: '' } });
		const rules = { ...WOOCOMMERCE_DEFAULTS, mailsBuyers: true };
		expect(toWooCommerceOrder(order, rules).billing).not.toHaveProperty('email');
	});
});

describe('mails of WooCommerce', () => {
	const EMAIL = 'buyer@marketplace.example';
	it.each([
		['a guest', 'guest' as const, false, undefined, EMAIL],
		['the buyer with an account', 'buyer' as const, false, undefined, EMAIL],
		['a guest, if wanted', 'guest' as const, true, EMAIL, undefined],
		["the shop's own default customer", 'default' as const, false, EMAIL, undefined],
	])('%s', (_label, kind, mailsBuyers, mailed, kept) => {
		const order = storeOrder({ customer: { ...storeOrder().customer, kind } });
		const payload = toWooCommerceOrder(order, { ...WOOCOMMERCE_DEFAULTS, mailsBuyers });
		expect(payload.billing.email).toBe(mailed);
		expect(metaOf(payload)._amazon_buyer_email).toBe(kept);
	});
});

describe('tax that WooCommerce is to add per line', () => {
	const BY_STORE = { ...WOOCOMMERCE_DEFAULTS, tax: 'store' as const };
	const included = promotedOrder({
		lines: [storeLine({ rowTotal: '23.80', discount: '11.90', tax: '1.90' })],
		shipping: { ...storeOrder().shipping, amount: '5.95', discount: '0.00', tax: '0.95' },
		giftWrap: { amount: '1.19', tax: '0.19' },
		discount: '11.90',
		tax: '3.04',
	});

	it('is taken out of prices that include it, before promotions too', () => {
		const order = toWooCommerceOrder(included, BY_STORE);
		expect(order).toMatchObject({
			line_items: [{ subtotal: '20.00', total: '10.00' }],
			shipping_lines: [{ total: '5.00' }],
			fee_lines: [{ name: 'Gift wrap', total: '1.00', tax_status: 'taxable' }, SEARCHABLE],
		});
		expect(metaOf(order)).not.toHaveProperty('is_vat_exempt');
	});

	it('is no fee where it comes on top', () => {
		const order = toWooCommerceOrder(taxedOrder({ taxIncluded: false }), BY_STORE);
		expect(order).toMatchObject({
			line_items: [{ subtotal: '20.00', total: '20.00' }],
			fee_lines: [{ name: 'Gift wrap', total: '1.00', tax_status: 'taxable' }, SEARCHABLE],
		});
	});

	it('is a fee where promotions leave less of the line than it', () => {
		const lines = [storeLine({ rowTotal: '100.00', discount: '95.00', tax: '10.00' })];
		const order = storeOrder({ lines, discount: '95.00', tax: '10.00', taxIncluded: true });
		expect(toWooCommerceOrder(order, BY_STORE)).toMatchObject({
			line_items: [{ subtotal: '100.00', total: '0.00' }],
			fee_lines: [{ name: 'Promotion', total: '-5.00', tax_status: 'none' }, SEARCHABLE],
		});
	});

	it('never makes an amount worth less than nothing', () => {
		fc.assert(
			fc.property(arbitraryOrder, ({ currency, ...rest }) => {
				const order = { ...rest, currency, taxIncluded: true };
				const payload = toWooCommerceOrder(order, BY_STORE);
				for (const { total } of [...payload.line_items, ...payload.shipping_lines])
					expect(toUnits(total, currency)).toBeGreaterThanOrEqual(0);
				const taxes = [...order.lines, order.shipping, order.giftWrap].map(({ tax }) =>
					toUnits(tax, currency),
				);
				const withoutTax = toUnits(contractTotal(order), currency) - taxes.reduce((a, b) => a + b, 0);
				const parts = [...payload.line_items, ...payload.shipping_lines, ...payload.fee_lines];
				const priced = parts.filter(({ total }) => total !== '0');
				const sum = priced.map(({ total }) => toUnits(total, currency)).reduce((a, b) => a + b, 0);
				expect(sum).toBe(withoutTax);
			}),
		);
	});

	it('leaves a line alone that costs nothing', () => {
		const free = storeOrder({ lines: [storeLine({ discount: '20.00' })], discount: '20.00' });
		expect(toWooCommerceOrder(free, BY_STORE).line_items).toMatchObject([
			{ subtotal: '20.00', total: '0.00' },
		]);
	});
});

describe('what is not paid yet', () => {
	it.each([
		['nothing', '0.00', 'on-hold' as const, { status: 'processing', set_paid: true }],
		['all of it', '25.00', 'on-hold' as const, { status: 'on-hold', set_paid: false }],
		['a part', '20.00', 'on-hold' as const, { status: 'on-hold', set_paid: false }],
		['with a status of its own', '25.00', 'processing' as const, { status: 'processing', set_paid: false }],
	])('%s', (_label, toCollect, unpaidStatus, expected) => {
		const payload = toWooCommerceOrder(storeOrder({ toCollect }), { ...WOOCOMMERCE_DEFAULTS, unpaidStatus });
		expect(payload).toMatchObject(expected);
		expect(metaOf(payload)._amazon_to_collect).toBe(toCollect === '0.00' ? undefined : toCollect);
	});

	it('is not completed by its shipment', () => {
		expect(map({ shipped: true, toCollect: '25.00' })).toMatchObject({ status: 'on-hold', set_paid: false });
	});
});

it.each([
	['flat_rate', { method_id: 'flat_rate' }],
	['flat_rate:3', { method_id: 'flat_rate', instance_id: '3' }],
	['', { method_id: 'other' }],
])('the shipping method "%s"', (method, expected) => {
	const shipping = { ...storeOrder().shipping, method };
	expect(map({ shipping }).shipping_lines).toEqual([
		{ ...expected, method_title: 'Standard', total: '5.00' },
	]);
});

it('is completed when shipped', () => {
	expect(map({ shipped: true })).toMatchObject({ status: 'completed', set_paid: true });
});

it('prints yen without decimals', () => {
	const yen = ODD_ORDERS.find(([label]) => label === 'yen')?.[1] ?? storeOrder();
	expect(toWooCommerceOrder(yen)).toMatchObject({
		currency: 'JPY',
		line_items: [{ subtotal: '1000', total: '950', quantity: 3 }],
		shipping_lines: [{ total: '400' }],
		fee_lines: [{ total: '330' }, { total: '0' }],
	});
});

it.each(ODD_ORDERS)('names only fields that WooCommerce takes: %s', (_label, order) => {
	const payload = toWooCommerceOrder(order);
	const unknown = [
		...unknownFields(payload, WOOCOMMERCE.order),
		...payload.line_items.flatMap((line) => unknownFields(line, WOOCOMMERCE.lineItem)),
		...payload.shipping_lines.flatMap((line) => unknownFields(line, WOOCOMMERCE.shippingLine)),
		...payload.fee_lines.flatMap((line) => unknownFields(line, WOOCOMMERCE.feeLine)),
		...unknownFields(payload.billing, WOOCOMMERCE.billing),
		...unknownFields(payload.shipping, WOOCOMMERCE.shipping),
	];
	expect(unknown).toEqual([]);
});
