import { startOrderImport, type OrderImport } from './orderImport';

describe('orders-to-woocommerce', () => {
	let shop: OrderImport;
	beforeEach(async () => {
		shop = await startOrderImport('orders-to-woocommerce');
	});
	afterEach(async () => await shop.stop());

	it('does not take an order for another that only names it', async () => {
		const first = shop.buy().orderId;
		await shop.poll();
		const [arrived] = shop.arrived();
		Object.assign(arrived?.raw ?? {}, {
			meta_data: [{ id: 1, key: '_amazon_replaces_order_id', value: first }],
		});
		await shop.forget(first);
		await shop.catchUp();
		expect(shop.asked('createOrder')).toBe(2);
		expect(shop.world.order(first)).toMatchObject({ status: 'imported', storeOrderId: '5002' });
	});

	it("repeats the store's words about each field", async () => {
		const { orderId } = shop.buy();
		const params = { billing: 'billing.email is not a valid email' };
		const body = { message: 'Invalid parameter(s): billing', data: { status: 400, params } };
		shop.world.store.faults.add({ kind: 'status', status: 400, body, operation: 'createOrder' });
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({
			message:
				'The store refused the order: Invalid parameter(s): billing. billing.email is not a valid email',
		});
	});

	it('sends the mails of WooCommerce to the shop when there is one customer for all', async () => {
		shop.buy();
		shop.rule({ customerRules: { kind: 'default', email: 'amazon@shop.example' } });
		await shop.poll();
		expect(shop.arrived()).toMatchObject([{ raw: { billing: { email: 'amazon@shop.example' } } }]);
	});

	it('takes the stock of what was sold', async () => {
		const stock = () => shop.world.store.wooProducts.find(({ sku }) => sku === 'DEMO-0003')?.stock_quantity;
		const before = Number(stock());
		shop.buy({ lines: [{ sku: 'DEMO-0003', quantity: 2 }] });
		await shop.poll();
		expect(stock()).toBe(before - 2);
	});
});
