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

	const toShopify = async (request: SignedRequest) =>
		await world.harness.webhook(world.workflow('shopify-to-queue'), 'Product Changed in Shopify', request);
	const toWoo = async (request: SignedRequest) =>
		await world.harness.webhook(
			world.workflow('woocommerce-to-queue'),
			'Product Changed in WooCommerce',
			request,
		);

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
			'Product Changed in WooCommerce',
			'Only the Test Call?',
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
		expect(world.offer('DE|SKU-000001')).toMatchObject({
			price: '12.00',
			updatedAtStore: '2026-11-20T12:00:00.000Z',
		});
	});

	it('a message that comes twice does not put a sent row back into the queue', async () => {
		await toShopify(shopifyUpdate(shopifyProduct(1)));
		await world.harness.run(world.workflow('queue-to-amazon'), { startNode: 'Run by Hand' });
		expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
		await toShopify(shopifyUpdate(shopifyProduct(1)));
		expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
	});

	it('a new change of a sent product waits again and keeps what Amazon was last sent', async () => {
		world.queue({
			sku: 'SKU-000001',
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
