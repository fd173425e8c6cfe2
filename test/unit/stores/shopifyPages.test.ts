import { shopifyProduct, shopifyWebhook } from '../../fixtures/stores/shopify';
import {
	shopifyCancelledOrder,
	shopifyFulfillment,
	shopifyRefund,
} from '../../fixtures/stores/shopifyOrders';
import { startDemoStore, storeSecret, type DemoStore } from '../../stores';
import { callers } from './askStore';
import { signatureOf, startFakeN8n, type FakeN8n } from './fakeN8n';
import { StoreBrowser } from './storeBrowser';

const SECRET = storeSecret('shopifyWebhookDemo');
const ORDER = '/shopify/orders/6000000000001';
const EUR = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
const CREATE = `mutation Create($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
	orderCreate(order: $order, options: $options) { order { id } userErrors { message } } }`;

let store: DemoStore;
let n8n: FakeN8n;
let browser: StoreBrowser;

beforeEach(async () => {
	n8n = await startFakeN8n();
	store = await startDemoStore({ shopifyProducts: [shopifyProduct(1), shopifyProduct(2)] });
	browser = new StoreBrowser(store);
	await importOrder();
	store.tellN8n(n8n.url);
});
afterEach(async () => {
	await store.stop();
	await n8n.stop();
});

/** An order of 2 x 19.99 and 1 x 5.00, with 4.99 for shipping. */
async function importOrder(): Promise<void> {
	const [first, second] = store.shopifyProducts.map(({ variants }) => variants[0]?.admin_graphql_api_id);
	const properties = [{ name: '_amazon_order_item_id', value: '10000000000011' }];
	const order = {
		...{
			currency: 'EUR',
			sourceIdentifier: '302-1234567-7654321',
			financialStatus: 'PAID',
			tags: ['Amazon'],
		},
		lineItems: [
			{ variantId: first, quantity: 2, priceSet: EUR('19.99'), properties },
			{ variantId: second, quantity: 1, priceSet: EUR('5.00') },
		],
		shippingLines: [{ title: 'Standard', code: 'standard', priceSet: EUR('4.99') }],
	};
	const options = { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' };
	const { json } = await callers(store).shopify(CREATE, { order, options });
	expect(json).toMatchObject({ data: { orderCreate: { userErrors: [] } } });
}

const stocks = () => store.shopifyProducts.map(({ variants }) => variants[0]?.inventory_quantity);
const told = (topic: string) => n8n.received.filter(({ headers }) => headers['x-shopify-topic'] === topic);

/** The names of an object's fields, and of those below, the first of each list. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
	if (typeof value !== 'object' || value === null) return '';
	const fields = Object.entries(value).map(([name, field]) => [name, shapeOf(field)] as const);
	return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}

it('Ship tells of a fulfillment as Shopify does', async () => {
	await browser.pressOn('/shopify', `${ORDER}/ship`, { carrier: 'DPD', trackingNumber: '0123' });
	const [request, ...others] = told('fulfillments/create');
	expect(others).toEqual([]);
	expect(shapeOf(request?.body)).toEqual(shapeOf(shopifyFulfillment()));
	expect(request?.body).toMatchObject({
		tracking_company: 'DPD',
		tracking_numbers: ['0123'],
		status: 'success',
	});
	const { headers } = shopifyWebhook('fulfillments/create', {}, SECRET);
	expect(Object.keys(request?.headers ?? {})).toEqual(
		expect.arrayContaining(Object.keys(headers).map((name) => name.toLowerCase())),
	);
	for (const received of n8n.received)
		expect(received.headers['x-shopify-hmac-sha256']).toBe(signatureOf(received, SECRET));
});

it('Refund of everything tells of a refund as Shopify does, and the goods come back', async () => {
	const before = stocks();
	await browser.pressOn('/shopify', `${ORDER}/refund`, { reason: 'Broken' });
	await store.settled();
	const [request] = told('refunds/create');
	expect(shapeOf(request?.body)).toEqual(shapeOf(shopifyRefund()));
	expect(request?.body).toMatchObject({
		...{ note: 'Broken', restock: true, transactions: [{ amount: '49.97' }] },
		refund_line_items: [
			{ quantity: 2, subtotal: '39.98' },
			{ quantity: 1, subtotal: '5.00' },
		],
		order_adjustments: [{ kind: 'shipping_refund', amount: '-4.99' }],
	});
	expect(stocks()).toEqual([(before[0] ?? 0) + 2, (before[1] ?? 0) + 1]);
	expect(told('products/update')).toHaveLength(2);
});

it('Refund of a unit, and of the rest, gives back what was paid to the cent', async () => {
	const what = '60000000000010';
	await browser.pressOn('/shopify', `${ORDER}/refund`, { what, units: '1', restock: null });
	await browser.pressOn('/shopify', `${ORDER}/refund`);
	expect(told('refunds/create').map(({ body }) => body)).toMatchObject([
		{ restock: false, transactions: [{ amount: '19.99' }], order_adjustments: [] },
		{ transactions: [{ amount: '29.98' }], refund_line_items: [{ quantity: 1 }, { quantity: 1 }] },
	]);
	await expect(browser.form('/shopify', `${ORDER}/refund`)).rejects.toThrow('no form');
});

it('Cancel tells of the refund and of the cancellation as Shopify does', async () => {
	await browser.pressOn('/shopify', `${ORDER}/cancel`);
	await store.settled();
	const [request] = told('orders/cancelled');
	expect(shapeOf(request?.body)).toMatchObject(shapeOf(shopifyCancelledOrder()) as object);
	expect(request?.body).toMatchObject({
		cancel_reason: 'inventory',
		refunds: [{ transactions: [{ amount: '49.97' }] }],
	});
	expect(told('refunds/create')).toHaveLength(1);
});

it('each button acts once, however often it is pressed', async () => {
	for (const button of ['refund', 'ship']) {
		const form = await browser.form('/shopify', `${ORDER}/${button}`);
		const wish: Record<string, string> = button === 'refund' ? { what: '60000000000010', units: '1' } : {};
		await browser.press(form, wish);
		expect((await browser.press(form, wish)).page).toContain('Nothing was done');
	}
	expect([told('refunds/create').length, told('fulfillments/create').length]).toEqual([1, 1]);
});

it('a variant gets another price and stock', async () => {
	const { page } = await browser.pressOn('/shopify/products', '/shopify/products/45000000010', {
		...{ price: '9.9', stock: '4' },
	});
	expect(page).toContain('SKU-000001 is saved: 9.90, 4 in stock.');
	const [request] = told('products/update');
	expect(shapeOf(request?.body)).toEqual(shapeOf(shopifyProduct(1)));
	expect(request?.body).toMatchObject({ variants: [{ price: '9.90', inventory_quantity: 4 }] });
});

it('what is not published is named', async () => {
	await n8n.stop();
	n8n = await startFakeN8n(() => ({ status: 404, text: '' }));
	store.tellN8n(n8n.url);
	const { page } = await browser.pressOn('/shopify', `${ORDER}/ship`);
	expect(page).toContain('Shopify told Amazon 7: fulfillments/create, order #1001.');
	expect(page).toContain('publish the workflow');
});
