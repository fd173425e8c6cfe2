import {
	shopifyDeletedProduct,
	shopifyProduct,
	shopifyProductWithVariants,
	shopifyProducts,
	shopifyVariant,
	shopifyWebhook,
} from '../fixtures/stores/shopify';
import { tampered, type SignedRequest } from '../fixtures/stores/signedRequest';
import {
	oddWooProducts,
	wooDeletedProduct,
	wooPing,
	wooProduct,
	wooSale,
	wooVariation,
	wooWebhook,
} from '../fixtures/stores/wooCommerce';
import { storeSecret } from '../stores';
import { startExampleWorld, type ExampleWorld } from './exampleWorld';

const FEEDS = 'When Amazon Has Finished a Feed';
const shopifySecret = storeSecret('shopifyWebhookDemo');
const wooSecret = storeSecret('wooCommerceWebhookDemo');

const shopifyUpdate = (product: object) => shopifyWebhook('products/update', product, shopifySecret);
const wooUpdate = (product: object) => wooWebhook('updated', product, wooSecret);

describe('a store tells about its products', () => {
	let world: ExampleWorld;

	beforeEach(async () => {
		world = await startExampleWorld();
	});
	afterEach(async () => await world.stop());

	const toShopify = async (request: SignedRequest, workflow = world.workflow('shopify-to-queue')) =>
		await world.harness.webhook(workflow, 'Product Changed in Shopify', request);
	const toWoo = async (request: SignedRequest, workflow = world.workflow('woocommerce-to-queue')) =>
		await world.harness.webhook(workflow, 'Product Changed in WooCommerce', request);
	const drain = async () => {
		const run = await world.harness.run(world.workflow('queue-to-amazon'), { startNode: 'Run by Hand' });
		expect(run.error).toBeUndefined();
	};

	it.each([
		{ store: 'Shopify', send: toShopify, request: shopifyUpdate(shopifyProduct(1, { title: 'Tür' })) },
		{ store: 'WooCommerce', send: toWoo, request: wooUpdate(wooProduct(1, { name: 'Tür' })) },
	])('$store: a genuine change is answered 200 and waits in the table', async ({ send, request }) => {
		const { response, run } = await send(request);
		expect(run?.error).toBeUndefined();
		expect(response).toMatchObject({ statusCode: 200, body: 'OK' });
		expect(world.offer('DE|SKU-000001')).toMatchObject({
			...{ sku: 'SKU-000001', marketplace: 'DE', price: '11.37', currency: 'EUR', quantity: 7 },
			...{ enabled: true, inStock: true, managesStock: true, status: 'pending', reason: '' },
			updatedAtStore: expect.stringMatching(/^2026-11-20T\d\d:30:00\.000Z$/),
		});
	});

	it.each([
		{
			store: 'Shopify',
			fault: 'changed on its way',
			send: toShopify,
			request: tampered(shopifyUpdate(shopifyProduct(1))),
		},
		{
			...{ store: 'Shopify', fault: 'signed with another secret', send: toShopify },
			request: shopifyWebhook('products/update', shopifyProduct(1), 'another secret'),
		},
		{
			...{ store: 'Shopify', fault: 'not signed', send: toShopify },
			request: { ...shopifyUpdate(shopifyProduct(1)), headers: { 'Content-Type': 'application/json' } },
		},
		{
			store: 'WooCommerce',
			fault: 'changed on its way',
			send: toWoo,
			request: tampered(wooUpdate(wooProduct(1))),
		},
		{
			...{ store: 'WooCommerce', fault: 'not signed', send: toWoo },
			request: { ...wooUpdate(wooProduct(1)), headers: { 'Content-Type': 'application/json' } },
		},
		{
			...{ store: 'WooCommerce', fault: 'signed with another secret, looking like a test call', send: toWoo },
			request: wooWebhook('updated', { ...wooProduct(1), webhook_id: 7 }, 'another secret'),
		},
	])('$store: a message $fault is answered 401 and nothing is queued', async ({ send, request }) => {
		const { response, run } = await send(request);
		expect(response.statusCode).toBe(401);
		expect(run?.error).toBeUndefined();
		expect(world.offers()).toEqual([]);
	});

	it('WooCommerce: the unsigned test call is answered 200 and ignored', async () => {
		const { response, run } = await toWoo(wooPing());
		expect(response.statusCode).toBe(200);
		expect(run?.order).toEqual([
			...['Product Changed in WooCommerce', 'Compute the Signature', 'What Is It?'],
			'Answer the Test Call',
		]);
		expect(world.offers()).toEqual([]);
	});

	it('keeps the secrets out of the run data', async () => {
		const runs = [await toShopify(shopifyUpdate(shopifyProduct(1))), await toWoo(wooUpdate(wooProduct(1)))];
		for (const { run } of runs) {
			const text = JSON.stringify(run?.raw.data);
			expect(text).toContain('SKU-000001');
			expect(text).not.toContain(shopifySecret);
			expect(text).not.toContain(wooSecret);
		}
	});

	it('the newest change wins, in whatever order the messages come', async () => {
		const at = (time: string, price: string) =>
			shopifyUpdate(
				shopifyProduct(1, { updated_at: `2026-11-20T${time}Z`, variants: [shopifyVariant(1, { price })] }),
			);
		await toShopify(at('10:00:00', '10.00'));
		await toShopify(at('12:00:00', '12.00'));
		await toShopify(at('11:00:00', '11.00'));
		const newest = { price: '12.00', updatedAtStore: '2026-11-20T12:00:00.000Z' };
		expect(world.offers()).toMatchObject([newest, { price: '11.00', status: 'pending' }]);
		await drain();
		expect(world.offers()).toMatchObject([{ ...newest, status: 'submitted', lastPrice: '12.00' }]);
	});

	it('a late message does not put what was sent back into the queue', async () => {
		const at = (time: string) => shopifyUpdate(shopifyProduct(1, { updated_at: `2026-11-20T${time}Z` }));
		await toShopify(at('12:00:00'));
		await drain();
		await toShopify(at('11:00:00'));
		const submitted = world.simulator.calls().length;
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
		expect(world.simulator.calls()).toHaveLength(submitted);
	});

	it('a change after a late message leaves the row that knows what Amazon was last sent', async () => {
		const at = (time: string, price: string) =>
			shopifyUpdate(
				shopifyProduct(1, { updated_at: `2026-11-20T${time}Z`, variants: [shopifyVariant(1, { price })] }),
			);
		await toShopify(at('12:00:00', '12.00'));
		await drain();
		await toShopify(at('11:00:00', '11.00'));
		await toShopify(at('13:00:00', '99.00'));
		await drain();
		expect(world.offers()).toMatchObject([
			{ price: '99.00', lastPrice: '12.00', reason: 'price-moved-too-far' },
		]);
	});

	it('a message that comes twice makes no second row and is not sent twice', async () => {
		await toShopify(
			shopifyUpdate(shopifyProduct(1, { variants: [shopifyVariant(1, { sku: 'DEMO-0001' })] })),
		);
		await drain();
		await toShopify(
			shopifyUpdate(shopifyProduct(1, { variants: [shopifyVariant(1, { sku: 'DEMO-0001' })] })),
		);
		const feeds = () => world.simulator.calls().filter(({ operation }) => operation === 'createFeed');
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'unchanged', feedId: expect.stringMatching(/./) }]);
		expect(feeds()).toHaveLength(1);
		const { json } = await world.harness.poll(world.workflow('feed-results'), FEEDS);
		await world.harness.run(world.workflow('feed-results'), { startNode: FEEDS, items: json });
		expect(world.offers()).toMatchObject([{ status: 'accepted' }]);
	});

	it.each([
		{
			store: 'Shopify',
			send: toShopify,
			name: 'shopify-to-queue',
			request: shopifyUpdate(shopifyProduct(1)),
		},
		{ store: 'WooCommerce', send: toWoo, name: 'woocommerce-to-queue', request: wooUpdate(wooProduct(1)) },
	])(
		'$store: is answered with an error when the change cannot be queued',
		async ({ send, name, request }) => {
			const workflow = world.workflow(name);
			const put = workflow.nodes.find((node) => node.name === 'Put Into the Queue');
			Object.assign(put?.parameters ?? {}, { dataTableId: { __rl: true, mode: 'name', value: 'Gone' } });
			const { response, run } = await send(request, workflow);
			expect(run?.error).toMatchObject({ node: 'Put Into the Queue' });
			expect(response).toMatchObject({ statusCode: 500 });
			expect(run?.responses).toEqual([]);
		},
	);

	it.each([
		{ store: 'Shopify', send: toShopify, request: shopifyUpdate(shopifyProduct(1)) },
		{ store: 'WooCommerce', send: toWoo, request: wooUpdate(wooProduct(1)) },
	])('$store: is answered once the change is queued', async ({ send, request }) => {
		const { run } = await send(request);
		expect(run?.order.slice(-2)).toEqual(['Put Into the Queue', 'Answer 200 (Queued)']);
	});

	it.each([
		{
			...{ store: 'Shopify', send: toShopify },
			request: shopifyUpdate(shopifyProduct(1, { variants: [] })),
		},
		{
			...{ store: 'WooCommerce', send: toWoo },
			request: wooUpdate(wooProduct(1, { type: 'variable' })),
		},
		{
			...{ store: 'Shopify', send: toShopify },
			request: shopifyWebhook('products/delete', shopifyDeletedProduct(77), shopifySecret),
		},
	])('$store: a message with nothing to queue is answered 200', async ({ send, request }) => {
		const { response, run } = await send(request);
		expect(run?.error).toBeUndefined();
		expect(response).toMatchObject({ statusCode: 200, body: 'OK' });
		expect(run?.responses).toHaveLength(1);
		expect(world.offers()).toEqual([]);
	});

	it('a product that gets another SKU keeps its row and is sent in full', async () => {
		const as = (sku: string, time: string) =>
			shopifyUpdate(
				shopifyProduct(1, { updated_at: `2026-11-20T${time}Z`, variants: [shopifyVariant(1, { sku })] }),
			);
		await toShopify(as('DEMO-0001', '10:00:00'));
		await drain();
		await toShopify(as('DEMO-0002', '11:00:00'));
		expect(world.offers()).toMatchObject([
			{ key: 'DE|DEMO-0002', sku: 'DEMO-0002', status: 'pending', lastSku: 'DEMO-0001', lastPrice: '11.37' },
		]);
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted', lastSku: 'DEMO-0002', messageId: 1 }]);
	});

	it('a new change of a sent product waits again and keeps what Amazon was last sent', async () => {
		world.queue({
			...{ sku: 'SKU-000001', storeItem: 'shopify/8000000001/45000000010/DE' },
			status: 'accepted',
			lastPrice: '9.99',
			lastQuantity: 4,
			feedId: 'f',
			messageId: 3,
		});
		await toShopify(shopifyUpdate(shopifyProduct(1)));
		expect(world.offer('DE|SKU-000001')).toMatchObject({
			...{ status: 'pending', price: '11.37', lastPrice: '9.99', lastQuantity: 4, feedId: 'f', messageId: 3 },
		});
	});

	it('Shopify: every variant gets its own row', async () => {
		await toShopify(shopifyUpdate(shopifyProductWithVariants(3)));
		expect(world.offers().map(({ sku, product }) => ({ sku, product }))).toEqual([
			{ sku: 'SKU-000003-S', product: 'Product 3 / S' },
			{ sku: 'SKU-000003-L', product: 'Product 3 / L' },
		]);
	});

	it.each([
		{
			store: 'Shopify',
			send: toShopify,
			without: shopifyUpdate(shopifyProduct(9, { variants: [shopifyVariant(9, { sku: '' })] })),
			withSku: shopifyUpdate(shopifyProduct(9)),
		},
		{
			store: 'WooCommerce',
			send: toWoo,
			without: wooUpdate(oddWooProducts.noSku(9)),
			withSku: wooUpdate(wooProduct(9)),
		},
	])('$store: a product without SKU stays visible until it has one', async ({ send, without, withSku }) => {
		await send(without);
		await send(without);
		expect(world.offers()).toMatchObject([
			{ sku: '', status: 'held', reason: 'no-sku', product: 'Product 9' },
		]);
		const { run } = await send(withSku);
		expect(run?.error).toBeUndefined();
		expect(world.offers()).toMatchObject([{ sku: 'SKU-000009', status: 'pending', reason: '' }]);
	});

	it.each([
		{
			...{ store: 'Shopify', send: toShopify, update: shopifyUpdate(shopifyProductWithVariants(3)), rows: 2 },
			remove: shopifyWebhook('products/delete', shopifyDeletedProduct(3), shopifySecret),
		},
		{
			...{ store: 'WooCommerce', send: toWoo, update: wooUpdate(wooVariation(3, 'S')), rows: 1 },
			remove: wooWebhook('deleted', wooDeletedProduct(3), wooSecret),
		},
	])('$store: a deleted product is taken off sale', async ({ send, update, remove, rows }) => {
		await send(update);
		const { run } = await send(remove);
		expect(run?.error).toBeUndefined();
		expect(world.offers()).toEqual(
			Array.from({ length: rows }, () =>
				expect.objectContaining({ enabled: false, status: 'pending', priority: 10 }),
			),
		);
	});

	it.each([
		{ what: 'a draft', product: wooProduct(2, { status: 'draft' }), row: { enabled: false, priority: 10 } },
		{
			what: 'oversold stock',
			product: oddWooProducts.negativeStock(2),
			row: { quantity: 0, inStock: false },
		},
		{
			what: 'stock that is not managed',
			product: oddWooProducts.unmanaged(2),
			row: { managesStock: false, quantity: null },
		},
		{
			what: 'a price nobody can read',
			product: oddWooProducts.ambiguousPrice(2),
			row: { price: '1,234', status: 'pending' },
		},
		{
			what: 'a sale',
			product: wooProduct(2, wooSale),
			row: {
				price: '100.00',
				salePrice: '50.00',
				saleStart: '2026-10-31T23:00:00Z',
				saleEnd: '2026-11-30T22:59:59Z',
			},
		},
		{
			what: 'a sale without an end',
			product: wooProduct(2, { ...wooSale, date_on_sale_to_gmt: null }),
			row: { price: '50.00', salePrice: '', saleEnd: '' },
		},
	])('WooCommerce: $what is taken over as it is', async ({ product, row }) => {
		const { run } = await toWoo(wooUpdate(product));
		expect(run?.error).toBeUndefined();
		expect(world.offers()).toMatchObject([row]);
	});

	it('Shopify: no variant of a mixed range gets lost', async () => {
		const products = shopifyProducts(60);
		for (const product of products) await toShopify(shopifyUpdate(product));
		const variants = products.flatMap((product) => product.variants);
		expect(world.offers()).toHaveLength(variants.length);
		expect(world.offers().filter(({ reason }) => reason === 'no-sku')).toHaveLength(
			variants.filter(({ sku }) => !sku).length,
		);
	});
});
