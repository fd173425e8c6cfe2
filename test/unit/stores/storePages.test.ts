import { wooProduct, wooVariableProduct, wooVariation, wooWebhook } from '../../fixtures/stores/wooCommerce';
import { wooOrder, wooRefund, wooTracking } from '../../fixtures/stores/wooCommerceOrders';
import type { WooOrder, WooRefund } from '../../fixtures/stores/wooOrder';
import { startDemoStore, storeSecret, type DemoStore } from '../../stores';
import { callers } from './askStore';
import { signatureOf, startFakeN8n, type FakeN8n } from './fakeN8n';
import { StoreBrowser } from './storeBrowser';

const SECRET = storeSecret('wooCommerceWebhookDemo');
const SHIP = '/orders/5001/ship';
const REFUND = '/orders/5001/refund';
const CANCEL = '/orders/5001/cancel';

let store: DemoStore;
let n8n: FakeN8n;
let browser: StoreBrowser;
let answer: { status: number; text: string };

beforeEach(async () => {
	answer = { status: 200, text: 'OK' };
	n8n = await startFakeN8n(() => answer);
	store = await startDemoStore({
		wooProducts: [
			wooProduct(0, { sku: 'A', stock_quantity: 10, regular_price: '10.00', price: '10.00' }),
			wooProduct(1, { sku: 'B', stock_quantity: 10 }),
			wooVariableProduct(2),
			wooVariation(2, 'S'),
			wooProduct(3, { sku: 'C', manage_stock: false, stock_quantity: null }),
		],
	});
	browser = new StoreBrowser(store);
});
afterEach(async () => {
	await store.stop();
	await n8n.stop();
});

/** An order of 2 x A and 1 x B, 29.99 with shipping, as the import creates it. */
async function importOrder(meta: Record<string, string> = {}): Promise<void> {
	const keys = { _amazon_order_id: '302-1234567-7654321', is_vat_exempt: 'yes', ...meta };
	await callers(store).woo('POST', 'orders', {
		...{ status: 'processing', set_paid: true, currency: 'EUR' },
		line_items: [
			{ sku: 'A', quantity: 2, total: '20.00' },
			{ sku: 'B', quantity: 1, total: '5.00' },
		],
		shipping_lines: [{ method_id: 'flat_rate', method_title: 'Standard', total: '4.99' }],
		meta_data: Object.entries(keys).map(([key, value]) => ({ key, value })),
	});
}

async function importAndConnect(meta: Record<string, string> = {}): Promise<void> {
	await importOrder(meta);
	store.tellN8n(n8n.url);
}

const order = () => store.orders[0]?.raw as WooOrder;
const stockOf = (sku: string) => store.wooProducts.find((product) => product.sku === sku)?.stock_quantity;
const topics = () =>
	n8n.received.map(({ path, headers }) => `${headers['x-wc-webhook-topic'] ?? ''} ${path}`);

const TO_ORDER_WORKFLOWS = ['shipments', 'refunds', 'cancellations'].map(
	(what) => `order.updated /webhook/amazon-${what}-woocommerce`,
);

describe('Ship', () => {
	it('completes the order with a parcel and tells n8n, which can believe it', async () => {
		await importAndConnect();
		const { page, status } = await browser.pressOn('/', SHIP, { trackingNumber: '0034' });
		expect(status).toBe(303);
		expect(topics()).toEqual(TO_ORDER_WORKFLOWS);
		for (const request of n8n.received)
			expect(request.headers['x-wc-webhook-signature']).toBe(signatureOf(request, SECRET));
		expect(n8n.received[0]?.body).toMatchObject({ id: 5001, status: 'completed' });
		expect(page).toContain('Order 5001 is shipped: dhl-de 0034.');
		expect(page.match(/n8n answered 200/g)).toHaveLength(3);
	});

	it('sends what WooCommerce and its plugin send', async () => {
		await importAndConnect();
		await browser.pressOn('/', SHIP);
		const [request] = n8n.received;
		const sent = request?.body as WooOrder;
		expect(Object.keys(sent).sort()).toEqual(Object.keys(wooOrder()).sort());
		const parcels = sent.meta_data.find(({ key }) => key === '_wc_shipment_tracking_items')
			?.value as object[];
		expect(parcels.map((parcel) => Object.keys(parcel))).toEqual([Object.keys(wooTracking())]);
		const { headers } = wooWebhook('updated', sent, SECRET, { resource: 'order' });
		expect(Object.keys(request?.headers ?? {})).toEqual(
			expect.arrayContaining(Object.keys(headers).map((name) => name.toLowerCase())),
		);
		expect(request?.headers).toMatchObject({
			'x-wc-webhook-source': `${store.url}/`,
			'x-wc-webhook-id': '2',
		});
	});

	it('pressed twice ships once', async () => {
		await importAndConnect();
		const form = await browser.form('/', SHIP);
		const [first, second] = await Promise.all([browser.press(form), browser.press(form)]);
		const pages = [first?.page ?? '', second?.page ?? ''];
		expect(pages.filter((page) => page.includes('has changed since this page was shown'))).toHaveLength(1);
		expect(n8n.received).toHaveLength(3);
		const parcels = order().meta_data.find(({ key }) => key === '_wc_shipment_tracking_items')?.value;
		expect(parcels).toHaveLength(1);
	});

	it('without a tracking number only completes the order', async () => {
		await importAndConnect();
		const { page } = await browser.pressOn('/', SHIP, { trackingNumber: ' ' });
		expect(page).toContain('is completed, without a tracking number');
		expect(order().meta_data.some(({ key }) => key === '_wc_shipment_tracking_items')).toBe(false);
	});

	it('names a carrier of its own as the plugin does', async () => {
		await importAndConnect();
		await browser.pressOn('/', SHIP, { carrier: 'Bike Express' });
		expect(n8n.received[0]?.rawBody).toContain(
			'"tracking_provider":"","custom_tracking_provider":"Bike Express"',
		);
	});

	it('is not offered for what Amazon ships', async () => {
		await importAndConnect({ _amazon_channel: 'AFN' });
		const page = await browser.open('/');
		expect(page).toContain('Amazon ships this one (FBA)');
		await expect(browser.form('/', SHIP)).rejects.toThrow('no form');
	});
});

describe('Refund', () => {
	it('of everything gives back what was paid, and the goods come back', async () => {
		await importAndConnect();
		expect(stockOf('A')).toBe(8);
		const { page } = await browser.pressOn('/', REFUND, { reason: 'Broken' });
		expect(page).toContain('29.99 EUR of order 5001 are refunded; the goods are back in stock.');
		expect([stockOf('A'), stockOf('B')]).toEqual([10, 10]);
		expect(order().status).toBe('refunded');
		const told = [...TO_ORDER_WORKFLOWS, ...Array(2).fill('product.updated /webhook/amazon-woocommerce')];
		expect(topics()).toEqual(told);
		const { json } = await callers(store).woo('GET', 'orders/5001/refunds');
		const [refund] = json as WooRefund[];
		expect(Object.keys(refund ?? {}).sort()).toEqual(Object.keys(wooRefund()).sort());
		expect(refund).toMatchObject({
			...{ amount: '29.99', reason: 'Broken', refunded_payment: false },
			line_items: [
				{ sku: 'A', quantity: -2, total: '-20.00' },
				{ sku: 'B', quantity: -1, total: '-5.00' },
			],
			shipping_lines: [{ total: '-4.99' }],
		});
	});

	it('of one unit of a line, and then of the rest to the cent', async () => {
		await importAndConnect();
		const line = String(order().line_items[0]?.id);
		await browser.pressOn('/', REFUND, { what: line, units: '1', restock: null });
		expect(order()).toMatchObject({ status: 'processing', refunds: [{ total: '-10.00' }] });
		expect(stockOf('A')).toBe(8);
		await browser.pressOn('/', REFUND);
		expect(order()).toMatchObject({
			status: 'refunded',
			refunds: [{ total: '-10.00' }, { total: '-19.99' }],
		});
		// One unit was written off with the first refund.
		expect(stockOf('A')).toBe(9);
	});

	it('pressed twice refunds once', async () => {
		await importAndConnect();
		const form = await browser.form('/', REFUND);
		const wish = { what: String(order().line_items[0]?.id), units: '1' };
		await browser.press(form, wish);
		const { page } = await browser.press(form, wish);
		expect(page).toContain('Nothing was done');
		expect(order().refunds).toHaveLength(1);
	});

	it.each(['0', '3', '-1', '1.5', ''])('of %j units is refused', async (units) => {
		await importAndConnect();
		const { page } = await browser.pressOn('/', REFUND, { what: String(order().line_items[0]?.id), units });
		expect(page).toContain('between 1 and 2 can be refunded');
		expect(order().refunds).toEqual([]);
	});
});

describe('Cancel', () => {
	it('cancels, and the goods come back', async () => {
		await importAndConnect();
		const { page } = await browser.pressOn('/', CANCEL);
		expect(page).toContain('Order 5001 is cancelled.');
		expect(n8n.received[2]?.body).toMatchObject({ status: 'cancelled' });
		expect(stockOf('A')).toBe(10);
	});

	it('is not offered once the order has left', async () => {
		await importAndConnect();
		const form = await browser.form('/', CANCEL);
		await browser.pressOn('/', SHIP);
		expect((await browser.press(form)).page).toContain('Nothing was done');
		await expect(browser.form('/', CANCEL)).rejects.toThrow('no form');
	});
});

describe('a product', () => {
	it('gets another price and stock, and n8n hears of it', async () => {
		store.tellN8n(n8n.url);
		const { page } = await browser.pressOn('/products', '/products/1000', { price: '12.5', stock: '0' });
		expect(page).toContain('A is saved: 12.50 EUR, 0 in stock.');
		expect(topics()).toEqual(['product.updated /webhook/amazon-woocommerce']);
		expect(n8n.received[0]?.body).toMatchObject({
			...{ sku: 'A', price: '12.50', regular_price: '12.50', stock_quantity: 0, stock_status: 'outofstock' },
		});
		expect(Object.keys(n8n.received[0]?.body ?? {})).toEqual(Object.keys(wooProduct(0)));
	});

	it.each([
		[{ price: '1,234' }, 'is not a price'],
		[{ price: '-1' }, 'is not a price'],
		[{ stock: 'many' }, 'is not a number of pieces'],
		[{ stock: '1.5' }, 'is not a number of pieces'],
	])('is not saved with %j', async (changed, reason) => {
		store.tellN8n(n8n.url);
		const { page } = await browser.pressOn('/products', '/products/1000', changed);
		expect(page).toContain(reason);
		expect(n8n.received).toEqual([]);
		expect(store.wooProducts[0]).toMatchObject({ price: '10.00', stock_quantity: 10 });
	});

	it('may be a variation, but is never its parent', async () => {
		store.tellN8n(n8n.url);
		await browser.pressOn('/products', '/products/100020', { price: '3.00' });
		expect(n8n.received[0]?.body).toMatchObject({ type: 'variation', parent_id: 1002, price: '3.00' });
		await expect(browser.form('/products', '/products/1002')).rejects.toThrow('no form');
	});

	it('whose stock is not counted has only a price', async () => {
		const { values } = await browser.form('/products', '/products/1003');
		expect(Object.keys(values).sort()).toEqual(['find', 'page', 'price', 'seen']);
		const { page } = await browser.pressOn('/products', '/products/1003', { price: '3' });
		expect(page).toContain('C is saved: 3.00 EUR.');
	});

	it('is found by its SKU', async () => {
		const page = await browser.open('/products?find=SKU-000002-s');
		expect(page).toContain('/products/100020');
		expect(page).not.toContain('/products/1000"');
	});

	it('all of them are saved at once', async () => {
		store.tellN8n(n8n.url);
		const { page } = await browser.pressOn('/products', '/products');
		await store.settled();
		expect(page).toContain('All products and variations are saved.');
		expect(n8n.received.map(({ body }) => (body as { sku: string }).sku)).toEqual([
			...['A', 'B', 'SKU-000002', 'SKU-000002-S', 'C'],
		]);
	});
});
