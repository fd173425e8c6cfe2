import type { StoreOrder } from '../../../nodes/rules/import/storeOrder';
import { toMagentoCart, toMagentoOrder } from '../../../nodes/rules/stores/magento/order';
import { toShopifyCall } from '../../../nodes/rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../../nodes/rules/stores/wooCommerce/order';
import { WOOCOMMERCE_DEFAULTS } from '../../../nodes/rules/stores/wooCommerce/rules';
import { times } from '../../fixtures/stores/amounts';
import { ask } from '../../simulator/client';
import { startDemoStore, type DemoStore } from '../../stores';
import { ODD_ORDERS, storeLine, storeOrder } from '../rules/stores/orderBuilder';
import { callers, type Callers } from './askStore';

const SEARCH = 'query Find($query: String!) { orders(first: 5, query: $query) { nodes { id } } }';

let store: DemoStore;
let woo: Callers['woo'];
let magento: Callers['magento'];
let shopify: Callers['shopify'];

beforeEach(async () => {
	store = await startDemoStore();
	({ woo, magento, shopify } = callers(store));
});
afterEach(() => store.stop());

/** The same order for products that the store has. */
function forDemo(order: StoreOrder): StoreOrder {
	const lines = order.lines.map((line) => ({ ...line, sku: 'DEMO-0002', productId: '', variantId: '' }));
	return { ...order, lines };
}

const decimalsLeft = (order: StoreOrder) => times(order.total, 1);

describe.each(ODD_ORDERS)('an order with %s', (_label, odd) => {
	const order = forDemo(odd);
	const arrived = () => {
		expect(store.orders).toMatchObject([
			...[{ amazonOrderId: order.amazonOrderId, currency: order.currency, total: decimalsLeft(order) }],
		]);
	};

	it('arrives in WooCommerce to the cent', async () => {
		expect(await woo('POST', 'orders', toWooCommerceOrder(order))).toMatchObject({ status: 201 });
		arrived();
		const found = await woo('GET', `orders?search=${order.amazonOrderId}`);
		expect(found.json).toHaveLength(1);
	});

	it('arrives in Magento to the cent', async () => {
		expect(await magento('POST', 'orders', toMagentoOrder(order))).toMatchObject({ status: 200 });
		arrived();
	});

	it('arrives in Shopify to the cent', async () => {
		const { query, variables } = toShopifyCall(order);
		const { json } = await shopify(query, variables);
		expect(json).toMatchObject({ data: { orderCreate: { userErrors: [] } } });
		arrived();
		const found = await shopify(SEARCH, { query: `source_identifier:"${order.amazonOrderId}"` });
		expect(found.json).toMatchObject({ data: { orders: { nodes: [{}] } } });
	});
});

it("an order arrives through Magento's cart", async () => {
	const order = storeOrder({
		...{ lines: [storeLine({ sku: 'DEMO-0002' })], comments: ['From Amazon'] },
		payment: { method: 'checkmo', title: '' },
	});
	const answers: Record<string, string> = {};
	for (const call of toMagentoCart(order)) {
		const fill = (text: string) =>
			text.replace(/\{(\w+Id)\}/g, (_whole, name: string) => answers[name] ?? '');
		const headers: Record<string, string> = call.asGuest ? {} : { authorization: 'Bearer demo-store-token' };
		const answer = await ask(store.url, {
			...{ method: call.method, path: fill(call.path), headers },
			body: JSON.parse(fill(JSON.stringify(call.body))),
		});
		expect(answer).toMatchObject({ status: 200 });
		if (call.answers !== undefined) answers[call.answers] = answer.json as string;
	}
	expect(store.orders).toMatchObject([
		{ amazonOrderId: order.amazonOrderId, lines: [{ sku: 'DEMO-0002' }], comments: ['From Amazon'] },
	]);
});

it("arrives in WooCommerce with the shop's own tax on every line, if wanted", async () => {
	const order = storeOrder({
		lines: [storeLine({ rowTotal: '23.80', tax: '3.80' })],
		shipping: { ...storeOrder().shipping, amount: '5.95', tax: '0.95' },
		giftWrap: { amount: '1.19', tax: '0.19' },
		tax: '4.94',
	});
	const payload = toWooCommerceOrder(forDemo(order), { ...WOOCOMMERCE_DEFAULTS, tax: 'store' });
	expect(await woo('POST', 'orders', payload)).toMatchObject({
		status: 201,
		json: {
			...{ total: order.total, total_tax: '4.94', shipping_tax: '0.95' },
			line_items: [{ total: '20.00', total_tax: '3.80' }],
		},
	});
});

it('finds the stock untouched for an order that Amazon ships', async () => {
	const stock = () => store.wooProducts.find(({ sku }) => sku === 'DEMO-0002')?.stock_quantity;
	const before = stock();
	await woo(
		'POST',
		'orders',
		toWooCommerceOrder(forDemo(storeOrder({ fulfillmentChannel: 'AFN', shipped: true }))),
	);
	expect(stock()).toBe(before);
	await woo('POST', 'orders', toWooCommerceOrder(forDemo(storeOrder())));
	expect(stock()).toBe(Number(before) - 2);
});
