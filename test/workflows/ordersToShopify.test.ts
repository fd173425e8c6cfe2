import { startOrderImport, type OrderImport } from './orderImport';

const error = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

describe('orders-to-shopify', () => {
	let shop: OrderImport;
	beforeEach(async () => {
		shop = await startOrderImport('orders-to-shopify');
	});
	afterEach(async () => await shop.stop());

	const answer = (operation: string, body: object) =>
		shop.world.store.faults.add({ kind: 'status', status: 200, body, operation });

	it('fails an order with a value that Shopify does not take, in its words', async () => {
		const { orderId } = shop.buy();
		const message = 'Variable $order was provided invalid value for shippingAddress.countryCode';
		answer('createOrder', error('INVALID_VARIABLE', message));
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({
			...{ status: 'failed', reason: 'store-refused', message: `The store refused the order: ${message}` },
		});
	});

	it('fails an order that Shopify has something against, field by field', async () => {
		const { orderId } = shop.buy();
		const userErrors = [
			{ field: ['order', 'processedAt'], message: 'is in the future' },
			{ field: null, message: 'The shop is closed' },
		];
		answer('createOrder', { data: { orderCreate: { order: null, userErrors } } });
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({
			message: 'The store refused the order: order.processedAt: is in the future. The shop is closed',
		});
	});

	it.each([
		{ code: 'THROTTLED', message: 'Throttled' },
		{ code: 'ACCESS_DENIED', message: 'Access denied for orderCreate field' },
		{ code: 'INTERNAL_SERVER_ERROR', message: 'Internal error' },
	])('tries again by Catch Up after $code', async ({ code, message }) => {
		const { orderId } = shop.buy();
		answer('createOrder', error(code, message));
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({
			...{
				status: 'importing',
				message: `The store could not be reached (${message}); tried again by Catch Up`,
			},
		});
		shop.passTime();
		await shop.catchUp();
		expect(shop.arrived()).toHaveLength(1);
	});

	it.each([
		{ what: 'an error', body: error('THROTTLED', 'Throttled'), says: /Throttled/ },
		{
			what: 'a part of the products',
			body: { data: { productVariants: { nodes: [], pageInfo: { hasNextPage: true } } } },
			says: /More than 250/,
		},
	])('judges nothing when the look-up of products answers $what', async ({ body, says }) => {
		const { orderId } = shop.buy();
		answer('findProducts', body);
		expect((await shop.poll())?.error?.message).toMatch(says);
		expect(shop.world.order(orderId)).toMatchObject({ status: 'importing' });
	});
});
