import { ask } from '../../simulator/client';
import { startDemoStore, type DemoStore, type StoreFault } from '../../stores';
import { storeOrder } from '../rules/stores/orderBuilder';
import { callers, type Callers } from './askStore';

let store: DemoStore;
let webhook: Callers['webhook'];
let woo: Callers['woo'];
let magento: Callers['magento'];
let shopify: Callers['shopify'];

beforeEach(async () => {
	store = await startDemoStore();
	({ webhook, woo, magento, shopify } = callers(store));
});
afterEach(() => store.stop());

const create = () => webhook('POST', '/webhook/orders', storeOrder());
const look = () => webhook('GET', '/webhook/orders');

describe("the demo store's faults", () => {
	it('answers a status instead of the work, as often as it is told', async () => {
		store.faults.add({ kind: 'status', status: 503, times: 2 });
		expect(await create()).toMatchObject({ status: 503 });
		expect(await look()).toMatchObject({ status: 503 });
		expect(store.orders).toEqual([]);
		expect(await create()).toMatchObject({ status: 201 });
	});

	it('answers the body and headers that it is given', async () => {
		const body = { errors: [{ message: 'Throttled' }] };
		store.faults.add({ kind: 'status', status: 429, body, headers: { 'retry-after': '2' } });
		const answer = await create();
		expect(answer).toMatchObject({ status: 429, json: body });
		expect(answer.headers.get('retry-after')).toBe('2');
	});

	it.each<{ fault: StoreFault; kept: number }>([
		{ fault: { kind: 'reset-before' }, kept: 0 },
		{ fault: { kind: 'reset-after' }, kept: 1 },
	])('$fault.kind: $kept orders are kept and no answer comes', async ({ fault, kept }) => {
		store.faults.add({ ...fault, operation: 'createOrder' });
		expect(await look()).toMatchObject({ status: 200 });
		await expect(create()).rejects.toThrow();
		expect(store.orders).toHaveLength(kept);
		expect(await look()).toMatchObject({ status: 200 });
	});

	it('strikes one platform and one operation, whatever the address', async () => {
		store.faults.add({ kind: 'status', status: 500, platform: 'shopify', operation: 'createOrder' });
		expect(await create()).toMatchObject({ status: 201 });
		expect(await shopify('{ orders(first: 1) { nodes { id } } }')).toMatchObject({ status: 200 });
		const mutation = 'mutation { orderCreate(order: {}) { order { id } } }';
		expect(await shopify(mutation)).toMatchObject({ status: 500 });
		expect(await shopify(mutation)).toMatchObject({ status: 200 });
	});

	it('lets some pass first, and forgets its faults', async () => {
		store.faults.add({ kind: 'status', status: 500, after: 1, times: Number.POSITIVE_INFINITY });
		expect(await look()).toMatchObject({ status: 200 });
		expect(await look()).toMatchObject({ status: 500 });
		expect(await look()).toMatchObject({ status: 500 });
		store.faults.clear();
		expect(await look()).toMatchObject({ status: 200 });
	});
});

describe('the demo store', () => {
	it('remembers what was asked', async () => {
		store.faults.add({ kind: 'reset-after', operation: 'createOrder' });
		await create().catch(() => undefined);
		await woo('GET', 'orders?search=1');
		await magento('GET', 'orders/7');
		await shopify('{ productVariants(first: 1) { nodes { id } } }');
		await ask(store.url, { path: '/nowhere' });
		expect(store.calls).toMatchObject([
			{ platform: 'webhook', operation: 'createOrder', method: 'POST', status: 0 },
			{ platform: 'wooCommerce', operation: 'findOrders', path: '/wp-json/wc/v3/orders?search=1' },
			{ platform: 'magento', operation: 'getOrder', status: 404 },
			{ platform: 'shopify', operation: 'findProducts', status: 200 },
			{ operation: 'unknown', status: 404 },
		]);
	});

	it('counts doubles per platform', async () => {
		const order = { line_items: [{ sku: 'DEMO-0002', quantity: 1 }] };
		const meta_data = [{ key: '_amazon_order_id', value: 'X' }];
		for (let turn = 0; turn < 2; turn += 1) await woo('POST', 'orders', { ...order, meta_data });
		await woo('POST', 'orders', order);
		await woo('POST', 'orders', order);
		await webhook('POST', '/webhook/orders', storeOrder({ amazonOrderId: 'X' }));
		expect(store.duplicates).toEqual([{ platform: 'wooCommerce', amazonOrderId: 'X', count: 2 }]);
	});

	it('shows the orders to a person, and what they hold as text', async () => {
		const empty = await ask(store.url, { path: '/' });
		expect(empty.headers.get('content-type')).toContain('text/html');
		expect(empty.text).toContain('No order has arrived yet.');
		await webhook('POST', '/webhook/orders', storeOrder({ comments: ['<script>'], orderNumber: 'A&B' }));
		const { text } = await ask(store.url, { path: '/' });
		expect(text).toContain('111-2222222-3333333');
		expect(text).toContain('25.00 USD');
		expect(text).toContain('2 × MUG');
		expect(text).toContain('A&#38;B');
		expect(text).not.toContain('<script>');
		expect(text).not.toContain('more than once');
	});

	it('warns a person of doubles', async () => {
		for (let turn = 0; turn < 2; turn += 1) {
			await woo('POST', 'orders', {
				line_items: [{ sku: 'DEMO-0002', quantity: 1 }],
				meta_data: [{ key: '_amazon_order_id', value: '302-1' }],
			});
		}
		const { text } = await ask(store.url, { path: '/' });
		expect(text).toContain('Arrived more than once: 302-1');
	});
});

describe("the demo's products", () => {
	it.each([
		['DEMO-0002', 'for sale'],
		['DEMO-0001', 'sold out'],
		['DEMO-0030', 'sold out'],
		['DEMO-0040', 'missing'],
		['DEMO-0050', 'not counted'],
		['DEMO-0060', 'disabled'],
		['DEMO-0199', 'for sale'],
		['DEMO-0201', 'missing'],
	])('%s is %s in every store', (sku, state) => {
		const { products, wooProducts, shopifyProducts } = store;
		const magentoProduct = products.find((product) => product.sku === sku);
		const wooProduct = wooProducts.find((product) => product.sku === sku);
		const shopifyProduct = shopifyProducts.find(({ variants }) => variants[0]?.sku === sku);
		const variant = shopifyProduct?.variants[0];
		const item = magentoProduct?.extension_attributes.stock_item;
		const states = [
			stateOf(magentoProduct && [magentoProduct.status === 1, item?.manage_stock, item?.qty]),
			stateOf(
				wooProduct && [
					wooProduct.status === 'publish',
					wooProduct.manage_stock === true,
					wooProduct.stock_quantity ?? 0,
				],
			),
			stateOf(
				shopifyProduct && [
					shopifyProduct.status === 'active',
					variant?.inventory_management === 'shopify',
					variant?.inventory_quantity,
				],
			),
		];
		expect(states).toEqual([state, state, state]);
	});

	function stateOf(product: [boolean, boolean | undefined, number | undefined] | undefined): string {
		if (product === undefined) return 'missing';
		const [isEnabled, isCounted, quantity = 0] = product;
		if (!isEnabled) return 'disabled';
		if (isCounted !== true) return 'not counted';
		return quantity > 0 ? 'for sale' : 'sold out';
	}

	it('come in variants, and under other SKUs', async () => {
		expect((await woo('GET', 'products?sku=DEMO-0020-S')).json).toMatchObject([{ type: 'variation' }]);
		const alternates = '||ALT-0005||ALT-0005-B||';
		expect((await woo('GET', 'products?sku=DEMO-0005')).json).toMatchObject([
			{ meta_data: [{ key: 'amazon_sku', value: alternates }] },
		]);
		const criteria =
			'searchCriteria[filter_groups][0][filters][0][field]=amazon_sku' +
			'&searchCriteria[filter_groups][0][filters][0][value]=%25||ALT-0005||%25' +
			'&searchCriteria[filter_groups][0][filters][0][condition_type]=like';
		expect((await magento('GET', `products?${criteria}`)).json).toMatchObject({
			...{ total_count: 1, items: [{ sku: 'DEMO-0005' }] },
		});
		const query = `{ productVariants(first: 1, query: "sku:DEMO-0005") {
		  nodes { metafield(namespace: "amazon", key: "amazon_sku") { value } } } }`;
		expect((await shopify(query)).json).toMatchObject({
			data: { productVariants: { nodes: [{ metafield: { value: alternates } }] } },
		});
	});
});
