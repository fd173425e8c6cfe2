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

	it("keeps the buyer's e-mail address without mailing to it", async () => {
		shop.buy({ buyer: { buyerEmail: 'x1@marketplace.amazon.de' } });
		await shop.poll();
		const meta_data = expect.arrayContaining([
			expect.objectContaining({ key: '_amazon_buyer_email', value: 'x1@marketplace.amazon.de' }),
		]) as unknown;
		expect(shop.arrived()).toMatchObject([{ raw: { billing: { email: '' }, meta_data } }]);
	});

	it('imports what is sold out here, and can be ordered all the same', async () => {
		const product = shop.world.store.wooProducts.find(({ sku }) => sku === 'DEMO-0003');
		Object.assign(product ?? {}, { stock_quantity: 0, stock_status: 'onbackorder', backorders: 'notify' });
		const { orderId } = shop.buy({ lines: [{ sku: 'DEMO-0003', quantity: 2 }] });
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'imported',
			message: 'Backordered: DEMO-0003: 2 ordered, 0 in stock',
		});
	});

	it('says that a product with variations cannot be sold itself, before the store refuses it', async () => {
		const product = shop.world.store.wooProducts.find(({ sku }) => sku === 'DEMO-0003');
		Object.assign(product ?? {}, { type: 'variable' });
		const { orderId } = shop.buy({ lines: [{ sku: 'DEMO-0003', quantity: 1 }] });
		await shop.poll();
		expect(shop.asked('createOrder')).toBe(0);
		expect(shop.world.order(orderId)).toMatchObject({ status: 'failed', reason: 'product-has-variations' });
	});

	it('takes the stock of what was sold', async () => {
		const stock = () => shop.world.store.wooProducts.find(({ sku }) => sku === 'DEMO-0003')?.stock_quantity;
		const before = Number(stock());
		shop.buy({ lines: [{ sku: 'DEMO-0003', quantity: 2 }] });
		await shop.poll();
		expect(stock()).toBe(before - 2);
	});
});
