import { startOrderImport, type OrderImport } from './orderImport';

describe('orders-to-webhook', () => {
	let shop: OrderImport;
	beforeEach(async () => {
		shop = await startOrderImport('orders-to-webhook');
	});
	afterEach(async () => await shop.stop());

	it('takes an order that the system says it has already', async () => {
		const { orderId } = shop.buy();
		await shop.killedAfter('Create the Order');
		shop.passTime();
		shop.world.store.faults.add({ kind: 'status', status: 200, body: [], operation: 'findOrders' });
		await shop.catchUp();
		const [arrived, ...others] = shop.arrived();
		expect(others).toEqual([]);
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'imported',
			storeOrderNumber: arrived?.number,
		});
	});

	it('goes without a number where the system has none', async () => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({ kind: 'status', status: 201, body: { id: 77 }, operation: 'createOrder' });
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({ storeOrderId: '77', storeOrderNumber: '77' });
	});

	it('sends nothing to an address that does not say what it has', async () => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({ kind: 'status', status: 200, body: 'OK', operation: 'findOrders' });
		await shop.poll();
		expect(shop.asked('createOrder')).toBe(0);
		expect(shop.world.order(orderId)).toMatchObject({
			message: 'The store could not be reached (its answer is not understood); tried again by Catch Up',
		});
	});

	it('takes every SKU as it is', async () => {
		const { orderId } = shop.buy({ lines: [{ sku: 'NOBODY-KNOWS' }] });
		await shop.poll();
		expect(shop.world.order(orderId)).toMatchObject({ status: 'imported' });
	});
});
