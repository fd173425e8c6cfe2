import { startOrderImport, type OrderImport } from './orderImport';
import type { RunResult } from './harness';
import { ALTERNATE_SKU_ATTRIBUTE } from '../stores';

describe('orders-to-magento', () => {
	let shop: OrderImport;
	beforeEach(async () => {
		shop = await startOrderImport('orders-to-magento');
	});
	afterEach(async () => await shop.stop());

	const done = async (running: Promise<RunResult | undefined>) => {
		const run = await running;
		expect(run?.error).toBeUndefined();
	};
	const invoiced = () => shop.arrived().map(({ raw }) => Reflect.get(raw, 'total_invoiced'));

	it('makes one invoice for each order, also one that costs nothing', async () => {
		const paid = shop.buy({ lines: [{ sku: 'DEMO-0003', price: '10.00' }] }).orderId;
		const free = shop.buy({ odd: 'replacement' }).orderId;
		await done(shop.poll());
		await done(shop.catchUp());
		expect(shop.asked('createInvoice')).toBe(2);
		expect(invoiced()).toEqual([10, 0]);
		expect(shop.world.order(paid)).toMatchObject({ status: 'imported', message: '' });
		expect(shop.world.order(free)).toMatchObject({ status: 'imported', total: '0.00' });
	});

	it.each([
		{ step: 'Create the Order', what: 'makes the invoice that is still missing' },
		{ step: 'Create the Invoice', what: 'makes no second invoice' },
	])('$what when n8n was killed after "$step"', async ({ step }) => {
		const { orderId } = shop.buy();
		await shop.killedAfter(step);
		shop.passTime();
		await done(shop.catchUp());
		expect(shop.asked('createInvoice')).toBe(1);
		expect(shop.world.order(orderId)).toMatchObject({ status: 'imported', message: '' });
	});

	it.each([
		{
			what: 'refuses it',
			fault: {
				kind: 'status',
				status: 400,
				body: { message: '%1 is closed', parameters: ['The book'] },
			} as const,
			words: 'The book is closed',
		},
		{ what: 'fails', fault: { kind: 'status', status: 500 } as const, words: 'HTTP 500' },
		{ what: 'does not answer', fault: { kind: 'reset-before' } as const, words: 'ECONNRESET' },
	])(
		'imports an order all the same when the invoice cannot be made: Magento $what',
		async ({ fault, words }) => {
			const { orderId } = shop.buy();
			shop.world.store.faults.add({ ...fault, operation: 'createInvoice' });
			await done(shop.poll());
			expect(shop.world.order(orderId)).toMatchObject({
				...{ status: 'imported', message: `Its invoice may be missing: ${words}`, acknowledged: 'submitted' },
			});
			expect(shop.asked('createInvoice')).toBe(1);
		},
	);

	it('makes no invoice when that is switched off', async () => {
		shop.buy();
		shop.rule({ placement: { createInvoice: false } });
		await done(shop.poll());
		expect(shop.arrived()).toHaveLength(1);
		expect(shop.asked('createInvoice')).toBe(0);
	});

	it('creates orders in the store that is meant for the marketplace', async () => {
		shop.buy();
		shop.rule({ placement: { stores: 'DE: german' } });
		await done(shop.poll());
		expect(shop.world.store.calls.find(({ operation }) => operation === 'createOrder')?.path).toBe(
			'/rest/german/V1/orders',
		);
	});

	it('takes what other orders hold off the stock, and does not count what Magento does not', async () => {
		shop.buy({ lines: [{ sku: 'DEMO-0050', quantity: 500 }] });
		await done(shop.poll());
		expect(shop.arrived()).toHaveLength(1);
	});

	describe('products that Amazon knows by other SKUs', () => {
		it.each(['ALT-0005', 'ALT-0005-B'])('finds one by its alternate SKU %s', async (sku) => {
			const { orderId } = shop.buy({ lines: [{ sku }] });
			shop.setting('alternateSkuAttribute', ALTERNATE_SKU_ATTRIBUTE);
			await done(shop.poll());
			expect(shop.world.order(orderId)).toMatchObject({ status: 'imported' });
			expect(shop.arrived()).toMatchObject([{ lines: [{ sku: 'DEMO-0005' }] }]);
		});

		it('does not find it by its own SKU then, and others as ever', async () => {
			const own = shop.buy({ lines: [{ sku: 'DEMO-0005' }] }).orderId;
			const other = shop.buy({ lines: [{ sku: 'DEMO-0002' }] }).orderId;
			shop.setting('alternateSkuAttribute', ALTERNATE_SKU_ATTRIBUTE);
			await done(shop.poll());
			expect(shop.world.order(own)).toMatchObject({ status: 'failed', reason: 'sku-not-in-store' });
			expect(shop.world.order(other)).toMatchObject({ status: 'imported' });
		});

		it('looks at no attribute unless one is chosen', async () => {
			const { orderId } = shop.buy({ lines: [{ sku: 'ALT-0005' }] });
			await done(shop.poll());
			expect(shop.world.order(orderId)).toMatchObject({ status: 'failed', reason: 'sku-not-in-store' });
		});
	});

	it('judges nothing when Magento does not tell the stock', async () => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({ kind: 'status', status: 404, operation: 'salableQuantity', times: 3 });
		expect((await shop.poll())?.error?.message).toMatch(/salable quantity \(HTTP 404\)/);
		expect(shop.world.order(orderId)).toMatchObject({ status: 'importing' });
	});
});
