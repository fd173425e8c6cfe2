import { request } from 'node:http';
import { wooProduct } from '../../fixtures/stores/wooCommerce';
import { readExampleWorkflows } from '../../n8n/exampleWorkflows';
import { startSimulator, type Simulator } from '../../simulator';
import { amazonSide, startDemoStore, storeSecrets, type DemoStore } from '../../stores';
import { exampleWebhooks } from '../../stores/webhooks/webhook';
import { callers } from './askStore';
import { startFakeN8n, type FakeN8n } from './fakeN8n';
import { formsIn, StoreBrowser } from './storeBrowser';

const DE = 'A1PA6795UKMFR9';
const SELLER = 'ASIMULATOREU1';

let store: DemoStore;
let n8n: FakeN8n;
let browser: StoreBrowser;
let answer: { status: number; text: string };

beforeEach(async () => {
	answer = { status: 200, text: 'OK' };
	n8n = await startFakeN8n(() => answer);
	store = await startDemoStore({ wooProducts: [wooProduct(1, { sku: 'DEMO-0002', stock_quantity: 9 })] });
	browser = new StoreBrowser(store);
});
afterEach(async () => {
	await store.stop();
	await n8n.stop();
});

const save = async (price = '12.00') => await browser.pressOn('/products', '/products/1001', { price });
const price = () => store.wooProducts[0]?.price;

describe('what n8n says to a message', () => {
	it.each([
		[200, 'n8n answered 200.'],
		[401, 'n8n answered 401, the signature is wrong'],
		[404, 'n8n answered 404, n8n knows no such webhook: publish the workflow'],
		[500, 'n8n answered 500, the workflow failed'],
	])('%i stands on the page', async (status, words) => {
		answer = { status, text: '' };
		store.tellN8n(n8n.url);
		expect((await save()).page).toContain(words);
		expect(price()).toBe('12.00');
	});

	it('is nothing while it is down: the store keeps what was done, and does not repeat the message', async () => {
		store.tellN8n(n8n.url);
		await n8n.stop();
		const { page } = await save();
		expect(page).toMatch(/n8n answered nothing \(.*ECONNREFUSED.*\)\. It is not told again\./);
		expect(price()).toBe('12.00');
		expect(await browser.open('/messages')).toContain('failed 1 times in a row');
	});

	it('may be nothing for want of an n8n', async () => {
		const { page } = await save();
		expect(page).toContain('No n8n is connected: nobody is told.');
		expect(price()).toBe('12.00');
	});
});

describe('a webhook of WooCommerce', () => {
	it('is disabled once it has failed more than five times in a row, until a person activates it', async () => {
		answer = { status: 404, text: '' };
		store.tellN8n(n8n.url);
		for (let turn = 1; turn <= 7; turn += 1) await save(`${turn}.00`);
		expect(n8n.received).toHaveLength(6);
		expect(await browser.open('/messages')).toContain('disabled');
		answer = { status: 200, text: 'OK' };
		await browser.pressOn('/messages', '/messages/1/activate');
		await save('8.00');
		expect(n8n.received).toHaveLength(7);
	});

	it('counts anew after a success', async () => {
		store.tellN8n(n8n.url);
		for (let turn = 1; turn <= 8; turn += 1) {
			answer = { status: turn === 4 ? 200 : 500, text: '' };
			await save(`${turn}.00`);
		}
		expect(n8n.received).toHaveLength(8);
	});

	it('follows no redirect', async () => {
		answer = { status: 302, text: '' };
		store.tellN8n(n8n.url);
		expect((await save()).page).toContain('n8n answered 302.');
		expect(n8n.received).toHaveLength(1);
	});
});

it('an order that takes stock is told as a change of the product, one that is created unpaid as no change', async () => {
	store.tellN8n(n8n.url);
	await callers(store).woo('POST', 'orders', { line_items: [{ sku: 'DEMO-0002', quantity: 2 }] });
	await store.settled();
	expect(n8n.received).toEqual([]);
	expect(await callers(store).woo('PUT', 'orders/5001', { status: 'processing' })).toMatchObject({
		status: 200,
	});
	await store.settled();
	const topics = n8n.received.map(({ headers }) => headers['x-wc-webhook-topic']);
	expect(topics).toEqual([...Array(3).fill('order.updated'), 'product.updated']);
	expect(n8n.received[3]?.body).toMatchObject({ sku: 'DEMO-0002', stock_quantity: 7 });
});

describe('the webhooks of the demo', () => {
	const workflows = readExampleWorkflows();

	it.each(exampleWebhooks().map((webhook) => [webhook.path, webhook] as const))(
		'%s leads to a step that knows the secret',
		(path, { platform, workflow: { id, name } }) => {
			const workflow = workflows.find((candidate) => candidate.id === id);
			expect(workflow?.name.split(':')[0]).toBe(name);
			const steps = workflow?.nodes ?? [];
			expect(steps.filter(({ parameters }) => parameters['path'] === path)).toHaveLength(1);
			const secrets = steps.flatMap(({ credentials }) => credentials?.['crypto']?.id ?? []);
			expect(secrets).toContain(`${platform}WebhookDemo`);
		},
	);
});

describe('a button', () => {
	const post = async (headers: Record<string, string>) => {
		const { values } = await browser.form('/products', '/products/1001');
		const body = new URLSearchParams({ ...values, price: '99.00' }).toString();
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		const options = { method: 'POST', headers: { ...type, ...headers } };
		return await new Promise<number | undefined>((resolve, reject) => {
			const sent = request(`${store.url}/products/1001`, options, (response) => {
				response.resume();
				resolve(response.statusCode);
			});
			sent.on('error', reject).end(body);
		});
	};

	it.each([
		['a page of another address', { origin: 'https://shop.example' }, 403],
		['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
		['a page without an address', { origin: 'null' }, 403],
		['nobody knows who', {}, 403],
		['a name that leads here', { host: 'shop.example', origin: 'http://shop.example' }, 421],
	])('is not pressed by %s', async (_who, headers, status) => {
		store.tellN8n(n8n.url);
		const before = price();
		expect(await post(headers as Record<string, string>)).toBe(status);
		expect(price()).toBe(before);
		expect(n8n.received).toEqual([]);
	});
});

describe('the pages', () => {
	const EVIL = '"><script>alert(1)</script>';

	it.each(['/', '/products', '/messages', '/amazon', '/shopify', '/shopify/products'])(
		'%s shows what stores hold as text, and no secret',
		async (path) => {
			answer = { status: 500, text: EVIL };
			store.tellN8n(n8n.url);
			Object.assign(store.wooProducts[0] ?? {}, { name: EVIL, sku: EVIL, status: EVIL });
			Object.assign(store.shopifyProducts[0] ?? {}, { title: EVIL });
			await callers(store).woo('POST', 'orders', {
				...{ status: 'processing', customer_note: EVIL, line_items: [{ sku: EVIL, quantity: 1 }] },
				meta_data: [{ key: '_amazon_order_id', value: EVIL }],
			});
			await store.settled();
			const page = await browser.open(
				`${path}?find=${encodeURIComponent(EVIL)}&done=${encodeURIComponent(EVIL)}`,
			);
			expect(page).toContain('<!doctype html>');
			expect(page).not.toContain('<script>');
			expect(storeSecrets().filter((secret) => page.includes(secret))).toEqual([]);
		},
	);

	it.each(['0', '-1', '2', 'x', '1e9'])('page %s of a list of one page is that page', async (page) => {
		expect(formsIn(await browser.open(`/products?page=${page}`)).length).toBeGreaterThan(1);
	});

	it('lead to n8n', async () => {
		const link = { name: 'Amazon Orders', url: 'http://127.0.0.1:5678/projects/p/datatables/t' };
		store.surround({ n8n: [link], workflowUrl: (id) => `http://127.0.0.1:5678/workflow/${id}` });
		store.tellN8n(n8n.url);
		const { page } = await save();
		expect(page).toContain(`href="${link.url}"`);
		expect(page).toContain('href="http://127.0.0.1:5678/workflow/amazonWooCommerceToQueue"');
	});
});

describe('Amazon beside the store', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator({ seed: { orders: [] } });
	});
	afterEach(() => simulator.stop());

	it('shows its offers and orders, and has no button', async () => {
		const { orderId } = simulator.addOrder({
			marketplaceId: DE,
			lines: [{ sku: 'DEMO-0002', price: '19.99' }],
		});
		store.surround({ n8n: [], amazon: amazonSide(simulator, SELLER, DE) });
		const amazon = await browser.open('/amazon');
		expect(amazon).toContain(orderId);
		expect(amazon).toContain('to be shipped');
		expect(amazon).toContain('19.99 EUR');
		expect(amazon).toContain('Simulated product DEMO-0002');
		expect(formsIn(amazon)).toEqual([]);
		expect(await browser.open('/products')).toMatch(/\d+\.\d\d EUR, \d+ in stock/);
	});
});
