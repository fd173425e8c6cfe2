import type { AmazonSale } from '../fixtures/stores/amazonSale';
import { amazonSide, type DemoStore } from '../stores';
import { exampleWebhooks } from '../stores/webhooks/webhook';
import { startFakeN8n, type FakeN8n, type Received } from '../unit/stores/fakeN8n';
import { StoreBrowser } from '../unit/stores/storeBrowser';
import { REFUNDS, SHIPMENTS } from './exampleWorld';
import { startSendBackWorld, type SendBackWorld } from './sendBackWorld';

const DE = 'A1PA6795UKMFR9';
const SELLER = 'ASIMULATOREU1';
const FILES: Readonly<Record<string, string>> = {
	amazonWooCommerceToQueue: 'woocommerce-to-queue',
	amazonShopifyToQueue: 'shopify-to-queue',
	amazonShipmentsToAmazon: 'shipments-to-amazon',
	amazonRefundsToAmazon: 'refunds-to-amazon',
	amazonCancellations: 'cancellations',
};

let world: SendBackWorld;
let store: DemoStore;
let n8n: FakeN8n;
let browser: StoreBrowser;
let sale: AmazonSale;

beforeEach(async () => {
	world = await startSendBackWorld();
	store = world.store;
	n8n = await startFakeN8n(runWorkflow);
	browser = new StoreBrowser(store);
	sale = world.buy();
});
afterEach(async () => {
	await world.stop();
	await n8n.stop();
});

/** What n8n does with a message: it runs the workflow that is waiting for it, and answers what that says. */
async function runWorkflow({ path, headers, rawBody, body }: Received) {
	const webhook = exampleWebhooks().find((candidate) => path === `/webhook/${candidate.path}`);
	const workflow = world.workflow(FILES[webhook?.workflow.id ?? ''] ?? '');
	const step = workflow.nodes.find(({ parameters }) => parameters['path'] === webhook?.path);
	const { response } = await world.harness.webhook(workflow, step?.name ?? '', { headers, rawBody, body });
	return { status: response.statusCode, text: String(response.body) };
}

/** The order is in the store, and the table knows it. */
async function imported(where: 'woocommerce' | 'shopify'): Promise<string> {
	const storeOrderId = await world.importInto(where, sale);
	world.note(sale, { store: where, storeOrderId });
	store.tellN8n(n8n.url);
	store.surround({ n8n: [], amazon: amazonSide(world.simulator, SELLER, DE) });
	return where === 'woocommerce'
		? `/orders/${storeOrderId}`
		: `/shopify/orders/${storeOrderId.split('/').at(-1) ?? ''}`;
}

describe.each([
	{ where: 'woocommerce' as const, page: '/' },
	{ where: 'shopify' as const, page: '/shopify' },
])("a button of $where's page reaches Amazon", ({ where, page }) => {
	it('Ship: the order is shipped there, with its parcel', async () => {
		const order = await imported(where);
		const pressed = await browser.pressOn(page, `${order}/ship`, { trackingNumber: '00340434161094042557' });
		expect(pressed.page).toContain('n8n answered 200.');
		expect(world.rows(SHIPMENTS)).toMatchObject([{ status: 'confirmed', store: where }]);
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
		const shown = await browser.open(page);
		expect(shown).toContain('<b>shipped</b>');
		expect(shown).toMatch(/DHL.* 00340434161094042557/);
	});

	it('Refund: everything that was paid goes back, once', async () => {
		const order = await imported(where);
		await browser.pressOn(page, `${order}/ship`);
		await browser.pressOn(page, `${order}/refund`);
		await store.settled();
		expect(world.rows(REFUNDS)).toMatchObject([{ status: 'waiting', amount: '49.97', store: where }]);
		await world.run('refunds-to-amazon', 'Send by Hand');
		const [, total, refunded] = /(49\.97 EUR)<.*?>(49\.97 EUR)</s.exec(await browser.open('/amazon')) ?? [];
		expect([total, refunded]).toEqual(['49.97 EUR', '49.97 EUR']);
		expect(await browser.open(page)).toContain('<br />refunded 49.97 EUR');
	});

	it('Refund: a line of several', async () => {
		const order = await imported(where);
		await browser.pressOn(page, `${order}/ship`);
		const { values } = await browser.form(page, `${order}/refund`);
		expect(values['what']).toBe('everything');
		const line = /<option value="(\d+)">DEMO-0002/.exec(await browser.open(page))?.[1] ?? '';
		await browser.pressOn(page, `${order}/refund`, { what: line, units: '1' });
		await store.settled();
		await world.run('refunds-to-amazon', 'Send by Hand');
		expect(world.atAmazon(sale).refunds).toMatchObject([
			{ components: [{ type: 'Principal', amount: '19.99', currency: 'EUR' }] },
		]);
		expect(await browser.open(page)).toContain('refunded 19.99 EUR');
	});

	it('Cancel: Amazon is asked to cancel', async () => {
		const order = await imported(where);
		await browser.pressOn(page, `${order}/cancel`);
		await store.settled();
		await world.run('cancellations', 'Every 5 Minutes: Send');
		expect(world.atAmazon(sale).status).toBe('CANCELLED');
		expect(await browser.open(page)).toContain('<b>cancelled</b>');
	});
});

it.each([
	{ path: '/products', action: '/products/1001' },
	{ path: '/shopify/products', action: '/shopify/products/45000000010' },
])('a price and a stock changed on $path are at Amazon after the queue has run', async ({ path, action }) => {
	await imported('woocommerce');
	await browser.pressOn(path, action, { price: '17.50', stock: '31' });
	expect(world.offer('DE|DEMO-0002')).toMatchObject({ status: 'pending', price: '17.50', quantity: 31 });
	await world.run('queue-to-amazon', 'Run by Hand');
	expect(await browser.open(path)).toContain('17.50 EUR, 31 in stock');
});
