import { startOrderImport, type OrderImport } from './orderImport';

describe('orders-to-magento', () => {
	let shop: OrderImport;
	beforeEach(async () => {
		shop = await startOrderImport('orders-to-magento');
	});
	afterEach(async () => await shop.stop());

	it('prints', async () => {
		for (const fault of [
			{ kind: 'reset-before' as const },
			{ kind: 'status' as const, status: 401 },
			{ kind: 'status' as const, status: 503, body: '<html>x' },
		])
			for (const operation of ['createOrder', 'findOrders', 'createInvoice']) {
				shop.buy();
				shop.world.store.faults.add({ ...fault, operation, times: operation === 'findOrders' ? 3 : 1 });
				await shop.poll();
				console.log(
					fault,
					operation,
					shop.world.orders().at(-1)?.['status'],
					shop.world.orders().at(-1)?.['message'],
				);
			}
	});
});
