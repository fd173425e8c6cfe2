import { wooProduct, wooVariation, type WooProduct } from '../../fixtures/stores/wooCommerce';
import { ask } from '../../simulator/client';
import { startDemoStore, WOO_CONSUMER_KEY, type DemoStore } from '../../stores';
import { callers, type Callers } from './askStore';

const AMAZON_ID = '302-1234567-7654321';
const PRODUCTS = (): WooProduct[] => [
	wooProduct(1, { sku: 'A', price: '10.00', stock_quantity: 5 }),
	wooProduct(2, { sku: 'B', price: '3.33', stock_quantity: 1 }),
	wooProduct(3, { sku: 'PARENT', type: 'variable', manage_stock: true, stock_quantity: 8 }),
	wooVariation(3, 'S', { manage_stock: 'parent', stock_quantity: null }),
	wooProduct(4, { sku: 'DIGITAL', manage_stock: false, stock_quantity: null }),
];

let nowMs = Date.parse('2026-11-20T10:00:00Z');
let store: DemoStore;
let woo: Callers['woo'];

beforeEach(async () => {
	nowMs = Date.parse('2026-11-20T10:00:00Z');
	store = await startDemoStore({ wooProducts: PRODUCTS(), nowMs: () => nowMs });
	({ woo } = callers(store));
});
afterEach(() => store.stop());

const stockOf = (sku: string) => store.wooProducts.find((product) => product.sku === sku)?.stock_quantity;
const line = { product_id: 1001, quantity: 2, subtotal: '20.00', total: '20.00' };
const order = {
	...{ status: 'processing', currency: 'EUR', transaction_id: AMAZON_ID },
	billing: { first_name: 'Erika', last_name: 'Mustermann', email: 'buyer@amazon.example' },
	line_items: [{ ...line, meta_data: [{ key: '_amazon_order_item_id', value: '11' }] }],
	shipping_lines: [{ method_id: 'flat_rate', method_title: 'Standard', total: '4.99' }],
	meta_data: [
		{ key: '_amazon_order_id', value: AMAZON_ID },
		{ key: 'is_vat_exempt', value: 'yes' },
	],
};
const create = async (changes: object = {}) =>
	(await woo('POST', 'orders', { ...order, ...changes })).json as Record<string, unknown>;

describe('WooCommerce in the demo store', () => {
	it.each([
		['no key', {}, 'woocommerce_rest_cannot_view'],
		['an unknown key', { authorization: `Basic ${btoa('ck_other:x')}` }, 'woocommerce_rest_cannot_view'],
		[
			'a wrong secret',
			{ authorization: `Basic ${btoa(`${WOO_CONSUMER_KEY}:x`)}` },
			'woocommerce_rest_authentication_error',
		],
	])('refuses %s', async (_label, headers, code) => {
		const answer = await ask(store.url, { path: '/wp-json/wc/v3/orders', headers });
		expect(answer).toMatchObject({ status: 401, json: { code, data: { status: 401 } } });
	});

	it('finds products and variations by SKU, and variations by nothing else', async () => {
		const found = await woo('GET', 'products?sku=A,SKU-000003-S,NOWHERE');
		expect(found.json).toMatchObject([
			{ sku: 'SKU-000003-S', type: 'variation', parent_id: 1003 },
			{ sku: 'A', id: 1001, price: '10.00', stock_quantity: 5, manage_stock: true, parent_id: 0 },
		]);
		const all = await woo('GET', 'products?per_page=3&page=2');
		expect(all.json).toMatchObject([{ sku: 'A' }]);
		expect(all.headers.get('x-wp-total')).toBe('4');
		expect(all.headers.get('x-wp-totalpages')).toBe('2');
	});

	it('adds nothing to an order that is exempt from VAT', async () => {
		expect(await create()).toMatchObject({
			...{ id: 5001, number: '5001', status: 'processing', total: '24.99', total_tax: '0.00' },
			...{ shipping_total: '4.99', prices_include_tax: false },
			line_items: [{ product_id: 1001, sku: 'A', price: 10, total: '20.00', total_tax: '0.00' }],
		});
		expect(store.orders).toMatchObject([
			{
				...{ platform: 'wooCommerce', id: '5001', number: '5001', amazonOrderId: AMAZON_ID },
				...{ currency: 'EUR', total: '24.99', status: 'processing' },
				lines: [{ amazonItemId: '11', sku: 'A', quantity: 2, total: '20.00' }],
			},
		]);
	});

	it.each([
		{
			what: 'goods and shipping',
			changes: {},
			// 20.00 + 3.80, 4.99 + 0.95
			expected: { total: '29.74', cart_tax: '3.80', shipping_tax: '0.95', total_tax: '4.75' },
		},
		{
			what: 'fees, but not those without tax',
			changes: {
				fee_lines: [
					{ name: 'Wrap', total: '1.00' },
					{ name: 'Free of it', total: '2.00', tax_status: 'none' },
				],
			},
			expected: { total: '32.93', cart_tax: '3.99' },
		},
		{
			what: 'what a discount leaves',
			changes: { line_items: [{ ...line, subtotal: '20.00', total: '15.00' }] },
			expected: { total: '23.79', discount_total: '5.00', discount_tax: '0.95' },
		},
		{
			what: 'reduced rates',
			changes: { line_items: [{ ...line, tax_class: 'reduced-rate' }], shipping_lines: [] },
			expected: { total: '21.40' },
		},
		{
			what: 'the catalogue price where no total is named',
			changes: { line_items: [{ sku: 'B', quantity: 3 }], shipping_lines: [] },
			// 9.99 + 1.90
			expected: { total: '11.89' },
		},
	])('adds 19 % tax of its own to $what', async ({ changes, expected }) => {
		expect(await create({ meta_data: [], ...changes })).toMatchObject(expected);
	});

	it('lets a negative fee take no more than there is', async () => {
		const fee_lines = [{ name: 'Discount', total: '-99.00' }];
		expect(await create({ fee_lines })).toMatchObject({ total: '0.00', fee_lines: [{ total: '-24.99' }] });
	});

	it.each([
		[{ status: 'shipped' }, 'rest_invalid_param', 'status', /^status is not one of auto-draft, pending/],
		[{ currency: 'EURO' }, 'rest_invalid_param', 'currency', /^currency is not one of .*EUR/],
		[{ billing: { email: '' } }, 'rest_invalid_param', 'billing', /^Invalid email address\.$/],
		[
			{ line_items: [{ ...line, total: 20 }] },
			...['rest_invalid_param', 'line_items'],
			/^line_items\[0\]\[total\] is not of type string\.$/,
		],
		[
			{ line_items: [{ ...line, quantity: '2 pieces' }] },
			...['rest_invalid_param', 'line_items'],
			/^line_items\[0\]\[quantity\] is not of type integer\.$/,
		],
		[{ line_items: line }, 'rest_invalid_param', 'line_items', /^line_items is not of type array\.$/],
		[{ amazonOrderId: '1' }, 'rest_invalid_param', 'amazonOrderId', /would ignore it/],
		[
			{ billing: { street: 'x' } },
			...['rest_invalid_param', 'billing'],
			/^WooCommerce has no billing\[street\]/,
		],
	] as Array<[object, string, string, RegExp]>)(
		'refuses the values of %j in WordPress words',
		async (changes, code, param, message) => {
			const answer = await woo('POST', 'orders', { ...order, ...changes });
			expect(answer).toMatchObject({
				status: 400,
				json: {
					...{ code, message: `Invalid parameter(s): ${param}` },
					data: { status: 400, params: { [param]: expect.stringMatching(message) } },
				},
			});
			expect(store.orders).toEqual([]);
		},
	);

	it('lists every parameter that is wrong', async () => {
		const answer = await woo('POST', 'orders', { ...order, status: 'x', currency: 'y' });
		expect(answer.json).toMatchObject({ message: 'Invalid parameter(s): status, currency' });
	});

	it.each([
		[{ line_items: [{ quantity: 1 }] }, 'woocommerce_rest_required_product_reference'],
		[{ line_items: [{ product_id: 1, quantity: 1 }] }, 'order_item_product_invalid_product_id'],
		[{ line_items: [{ sku: 'NOWHERE' }] }, 'order_item_product_invalid_product_id'],
		[{ line_items: [{ sku: 'PARENT' }] }, 'order_item_product_invalid_product_id'],
		[{ line_items: [{ ...line, tax_class: 'no-rate' }] }, 'order_item_product_invalid_tax_class'],
		[{ shipping_lines: [{ total: '1.00' }] }, 'woocommerce_rest_invalid_shipping_item'],
		[{ fee_lines: [{ total: '1.00' }] }, 'woocommerce_rest_invalid_fee_item'],
		[{ coupon_lines: [{ code: 'AMAZON' }] }, 'woocommerce_rest_invalid_coupon'],
		[{ customer_id: 77 }, 'woocommerce_rest_invalid_customer_id'],
		[{ id: 5001 }, 'woocommerce_rest_shop_order_exists'],
	])('refuses %j as %s', async (changes, code) => {
		const answer = await woo('POST', 'orders', { ...order, ...changes });
		expect(answer).toMatchObject({ status: 400, json: { code, data: { status: 400 } } });
		expect(store.orders).toEqual([]);
	});

	it('refuses what is no JSON', async () => {
		const answer = await woo('POST', 'orders', '{');
		expect(answer).toMatchObject({ status: 400, json: { code: 'rest_invalid_json' } });
	});

	it.each([
		{ status: 'pending', after: 5 },
		{ status: 'processing', after: 3 },
		{ status: 'on-hold', after: 3 },
		{ status: 'completed', after: 3 },
	])('takes stock when an order becomes $status: $after left of 5', async ({ status, after }) => {
		await create({ status });
		expect(stockOf('A')).toBe(after);
	});

	it('takes stock once, says so at the line, and gives it back at cancellation', async () => {
		await create();
		await woo('PUT', 'orders/5001', { status: 'completed' });
		expect(stockOf('A')).toBe(3);
		expect(store.orders[0]?.raw).toMatchObject({
			line_items: [{ meta_data: [{}, { key: '_reduced_stock', value: '2' }] }],
		});
		await woo('PUT', 'orders/5001', { status: 'cancelled' });
		await woo('PUT', 'orders/5001', { status: 'pending' });
		expect(stockOf('A')).toBe(5);
	});

	it('leaves stock alone that somebody else has counted, or nobody counts', async () => {
		const meta_data = [{ key: '_order_stock_reduced', value: 'yes' }];
		const created = await create({ meta_data });
		expect(created['meta_data']).toEqual([]);
		await woo('PUT', 'orders/5001', { status: 'completed' });
		await create({ line_items: [{ sku: 'DIGITAL', quantity: 2 }] });
		expect(stockOf('A')).toBe(5);
		expect(stockOf('DIGITAL')).toBeNull();
	});

	it('counts a variation at its parent, and sells out what is gone', async () => {
		await create({ line_items: [{ product_id: 1003, variation_id: 100_030, quantity: 8, total: '1.00' }] });
		expect(store.wooProducts[2]).toMatchObject({ stock_quantity: 0, stock_status: 'outofstock' });
		expect(store.orders[0]?.raw).toMatchObject({
			line_items: [{ product_id: 1003, variation_id: 100_030 }],
		});
	});

	it('takes a payment as reason to process the order', async () => {
		expect(await create({ status: 'pending', set_paid: true })).toMatchObject({
			...{ status: 'processing', date_paid: '2026-11-20T10:00:00' },
		});
		expect(await create({ status: 'completed', set_paid: true })).toMatchObject({ status: 'completed' });
	});

	it('finds an imported order by its transaction id, but never by meta', async () => {
		await create();
		await create({ transaction_id: '', meta_data: [{ key: '_amazon_order_id', value: '302-0-0' }] });
		expect((await woo('GET', `orders?search=${AMAZON_ID}`)).json).toMatchObject([{ id: 5001 }]);
		expect((await woo('GET', 'orders?search=302-0-0')).json).toEqual([]);
		expect((await woo('GET', 'orders?meta_key=_amazon_order_id&meta_value=302-0-0')).json).toHaveLength(2);
	});

	it.each([
		['5001', 1],
		['buyer@amazon', 1],
		['mustermann', 1],
		['product 1', 1],
		['STANDARD', 1],
		['1234567', 1],
		['amazon.example', 1],
		['nowhere', 0],
	])('searches for %s', async (term, count) => {
		await create();
		expect((await woo('GET', `orders?search=${encodeURIComponent(term)}`)).json).toHaveLength(count);
	});

	it('lists orders by status and time', async () => {
		await create();
		nowMs += 60_000;
		await create({ status: 'pending' });
		nowMs += 60_000;
		await woo('PUT', 'orders/5001', { status: 'completed', meta_data: [{ key: 'x', value: [1] }] });
		const ids = async (query: string) =>
			((await woo('GET', `orders?${query}`)).json as Array<{ id: number }>).map(({ id }) => id);
		expect(await ids('')).toEqual([5002, 5001]);
		expect(await ids('status=completed,processing')).toEqual([5001]);
		expect(await ids('after=2026-11-20T10:00:00')).toEqual([5002]);
		expect(await ids('modified_after=2026-11-20T10:01:00Z&status=any')).toEqual([5001]);
		expect(await ids('orderby=modified&order=asc')).toEqual([5002, 5001]);
		expect(await ids('per_page=1&page=2')).toEqual([5001]);
	});

	it.each([
		['status=shipped', 'status'],
		['after=yesterday', 'after'],
		['per_page=101', 'per_page'],
		['page=0', 'page'],
	])('refuses the list parameter %s', async (query, param) => {
		const answer = await woo('GET', `orders?${query}`);
		expect(answer).toMatchObject({
			status: 400,
			json: { code: 'rest_invalid_param', data: { params: { [param]: expect.any(String) } } },
		});
	});

	it('changes status and meta, and knows when it happened', async () => {
		await create();
		nowMs += 60_000;
		const meta_data = [
			{ key: '_amazon_order_id', value: 'other' },
			{ key: '_wc_shipment_tracking_items', value: [{ tracking_number: '1' }] },
		];
		const answer = await woo('PUT', 'orders/5001', { status: 'completed', meta_data });
		expect(answer).toMatchObject({
			status: 200,
			json: { status: 'completed', date_completed: '2026-11-20T10:01:00', total: '24.99' },
		});
		expect((await woo('GET', 'orders/5001')).json).toMatchObject({
			...{ date_modified_gmt: '2026-11-20T10:01:00' },
			meta_data: [{ key: '_amazon_order_id', value: 'other' }, { key: 'is_vat_exempt' }, meta_data[1]],
		});
	});

	it.each([
		['GET', 'orders/1', undefined, 404, 'woocommerce_rest_shop_order_invalid_id'],
		['PUT', 'orders/1', {}, 400, 'woocommerce_rest_shop_order_invalid_id'],
		['POST', 'orders/1/notes', { note: 'x' }, 404, 'woocommerce_rest_order_invalid_id'],
		['POST', 'orders/5001/notes', {}, 400, 'rest_missing_callback_param'],
		['POST', 'orders/5001/refunds', { amount: '25.00' }, 500, 'woocommerce_rest_cannot_create_order_refund'],
		['PUT', 'orders/5001', { line_items: [] }, 501, 'demo_store_not_supported'],
	])('refuses %s %s of %j', async (method, path, body, status, code) => {
		await create();
		expect(await woo(method, path, body)).toMatchObject({ status, json: { code, data: { status } } });
	});

	it('keeps notes', async () => {
		await create({ customer_note: 'Ring twice' });
		const answer = await woo('POST', 'orders/5001/notes', { note: 'Imported from Amazon' });
		expect(answer).toMatchObject({ status: 201, json: { note: 'Imported from Amazon' } });
		expect((await woo('GET', 'orders/5001/notes')).json).toHaveLength(1);
		expect(store.orders[0]?.comments).toEqual(['Ring twice', 'Imported from Amazon']);
	});

	it('gives back parts until all is refunded', async () => {
		await create();
		const line_items = [{ id: 500_100, quantity: 1, refund_total: '10.00' }];
		await woo('POST', 'orders/5001/refunds', { reason: 'Broken', line_items, api_refund: false });
		expect((await woo('GET', 'orders/5001/refunds')).json).toMatchObject([
			{
				...{ amount: '10.00', reason: 'Broken' },
				line_items: [
					{
						...{ quantity: -1, total: '-10.00', sku: 'A' },
						meta_data: [{ key: '_refunded_item_id', value: '500100' }],
					},
				],
			},
		]);
		expect(store.orders[0]).toMatchObject({ status: 'processing' });
		await woo('POST', 'orders/5001/refunds', { amount: '14.99' });
		expect(store.orders[0]).toMatchObject({
			...{ status: 'refunded', raw: { refunds: [{ total: '-10.00' }, { total: '-14.99' }] } },
		});
	});

	it("answers n8n's test of the credential", async () => {
		expect(await woo('GET', 'products/categories')).toMatchObject({ status: 200, json: [] });
	});
});
