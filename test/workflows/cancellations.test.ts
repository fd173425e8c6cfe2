import type { AmazonSale } from '../fixtures/stores/amazonSale';
import { shopifyWebhook } from '../fixtures/stores/shopify';
import { shopifyCancelledOrder } from '../fixtures/stores/shopifyOrders';
import { forgeries } from '../fixtures/stores/signedRequest';
import { wooPing, wooWebhook } from '../fixtures/stores/wooCommerce';
import { wooCancelledOrder, wooOrder } from '../fixtures/stores/wooCommerceOrders';
import { storeSecrets } from '../stores';
import { ORDERS, PROGRESS, REFUNDS } from './exampleWorld';
import type { RunResult } from './harness';
import {
	expectAnswered,
	MAGENTO_START,
	NOTICE,
	SHOPIFY_SECRET,
	startSendBackWorld,
	withoutTable,
	WOO_SECRET,
	WOO_START,
	type SendBackWorld,
	type StoreName,
} from './sendBackWorld';

const FILE = 'cancellations';
const TRIGGER = 'When an Order Is Cancelled at Amazon';
const SHOPIFY_START = 'Cancelled in the Shopify Admin';
const AGAIN = 'Every Hour: What Is Left';
const NOTHING = 'Not an Amazon Order, or Not Cancelled';

const SHIP = `mutation Ship($fulfillment: FulfillmentInput!) {
	fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { message } }
}`;

let world: SendBackWorld;
let sale: AmazonSale;

beforeEach(async () => {
	world = await startSendBackWorld();
	sale = world.buy();
});
afterEach(async () => await world.stop());

/** The order as its import leaves it: in the store and in the table. */
const imported = async (store: StoreName) => {
	const storeOrderId = await world.importInto(store, sale);
	world.note(sale, { store, storeOrderId });
	return storeOrderId;
};
const row = () => world.order(sale.amazonOrderId);
const inStore = () => world.store.orders[0]?.status;
const amazonCancels = () => world.simulator.changeOrder(sale.amazonOrderId, { action: 'cancel' });
/** Lets the trigger look, and runs what follows; it has to find something. */
const look = async (): Promise<RunResult> => {
	const run = await world.poll(FILE, TRIGGER);
	if (run === undefined) throw new Error('The trigger found nothing');
	return run;
};
const send = async (): Promise<RunResult> => await world.run(FILE, 'Send by Hand');
const collect = async () => await world.poll('order-feed-results', 'When Amazon Has Finished an Order Feed');

describe('Amazon cancels', () => {
	it.each<{ store: StoreName; status: string }>([
		{ store: 'woocommerce', status: 'cancelled' },
		{ store: 'magento', status: 'canceled' },
		{ store: 'shopify', status: 'cancelled' },
	])('$store: its order is cancelled, and the row says so', async ({ store, status }) => {
		await imported(store);
		expect(inStore()).not.toBe(status);
		amazonCancels();
		const run = await look();
		expect(inStore()).toBe(status);
		expect(row()).toMatchObject({
			...{ status: 'cancelled', amazonStatus: 'CANCELLED', cancellation: '', reason: '' },
			message: 'Cancelled at Amazon and in the store',
		});
		expect(run.json(NOTICE)).toEqual([]);
	});

	it('the same news again does nothing new', async () => {
		await imported('woocommerce');
		amazonCancels();
		await look();
		const calls = world.store.calls.length;
		const run = await look();
		expect(run.json('Find Its Row')).toHaveLength(1);
		expect(world.store.calls).toHaveLength(calls);
		expect(row()).toMatchObject({ status: 'cancelled', message: 'Cancelled at Amazon and in the store' });
	});

	it('an order that the table does not know is left alone', async () => {
		await world.importInto('woocommerce', sale);
		const calls = world.store.calls.length;
		amazonCancels();
		const run = await look();
		expect(run.order.at(-1)).toBe('Find Its Row');
		expect(world.store.calls).toHaveLength(calls);
		expect(world.orders()).toEqual([]);
		expect(inStore()).toBe('processing');
	});

	it('an order that never got into the store is only noted', async () => {
		world.note(sale, { status: 'failed', reason: 'sku-unknown', storeOrderId: '' });
		amazonCancels();
		await look();
		expect(row()).toMatchObject({ status: 'cancelled', reason: '', message: 'Cancelled at Amazon' });
		expect(world.store.calls).toEqual([]);
	});

	it('an order that is being imported is left to its import, and a person is told', async () => {
		world.note(sale, { status: 'importing', storeOrderId: '', storeOrderNumber: '' });
		amazonCancels();
		const run = await look();
		expect(row()).toMatchObject({ status: 'importing' });
		expect(run.json(NOTICE)).toMatchObject([
			{ kind: 'importing', orders: 1, text: expect.stringContaining(`- ${sale.amazonOrderId} `) },
		]);
	});

	it('while the store cannot be reached the row says so, and the hourly look tells it', async () => {
		await imported('woocommerce');
		amazonCancels();
		world.store.faults.add({ kind: 'status', platform: 'wooCommerce', status: 503, times: 20 });
		const run = await look();
		expect(row()).toMatchObject({
			...{ status: 'cancelled', reason: 'cancelling', message: expect.stringContaining('HTTP 503') },
		});
		expect(run.json(NOTICE)).toEqual([]);
		expect(inStore()).toBe('processing');
		world.store.faults.clear();
		await world.run(FILE, AGAIN);
		expect(inStore()).toBe('cancelled');
		expect(row()).toMatchObject({ reason: '', message: 'Cancelled at Amazon and in the store' });
	});

	it.each<{ store: StoreName; ship: (id: string) => Promise<unknown>; status: string; words: RegExp }>([
		{
			store: 'woocommerce',
			ship: async (id) => await world.stores.woo('PUT', `orders/${id}`, { status: 'completed' }),
			...{ status: 'completed', words: /completed there/ },
		},
		{
			store: 'magento',
			ship: async (id) => {
				await world.stores.magento('POST', `order/${id}/invoice`, { capture: true });
				await world.stores.magento('POST', `order/${id}/ship`, {});
			},
			...{ status: 'complete', words: /shipped there/ },
		},
		{
			store: 'shopify',
			ship: async () => {
				const { raw } = world.store.orders[0] ?? {};
				const [open] = (raw as { fulfillmentOrders: Array<{ id: string }> }).fulfillmentOrders;
				const fulfillment = { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: open?.id }] };
				await world.stores.shopify(SHIP, { fulfillment });
			},
			...{ status: 'fulfilled', words: /has fulfillments/ },
		},
	])('$store: what has left the house stays, and a person is told', async ({ store, ship, ...after }) => {
		await ship(await imported(store));
		amazonCancels();
		const run = await look();
		expect(inStore()).toBe(after.status);
		expect(row()).toMatchObject({
			...{ status: 'cancelled', reason: 'not-cancelled-in-store' },
			message: expect.stringMatching(after.words),
		});
		expect(run.json(NOTICE)).toMatchObject([
			{ subject: 'Cancelled at Amazon, but not in the store: 1 order', kind: 'store' },
		]);
	});

	it('Magento: what is invoiced gets a credit memo, which is no refund for Amazon', async () => {
		const id = await imported('magento');
		await world.stores.magento('POST', `order/${id}/invoice`, { capture: true });
		amazonCancels();
		const run = await look();
		expect(inStore()).toBe('closed');
		expect(row()).toMatchObject({ status: 'cancelled', reason: '' });
		expect(run.json(NOTICE)).toEqual([]);
		await world.run('refunds-to-amazon', MAGENTO_START);
		expect(world.rows(REFUNDS)).toEqual([]);
	});

	it('Magento: a credit memo whose answer was lost is not made twice', async () => {
		const id = await imported('magento');
		await world.stores.magento('POST', `order/${id}/invoice`, { capture: true });
		amazonCancels();
		world.store.faults.add({ kind: 'reset-after', operation: 'createRefund' });
		await look();
		expect(row()).toMatchObject({ status: 'cancelled', reason: 'cancelling' });
		await world.run(FILE, AGAIN);
		expect(row()).toMatchObject({ status: 'cancelled', reason: '' });
		expect(world.store.calls.filter(({ operation }) => operation === 'createRefund')).toHaveLength(1);
	});

	it('any other store is told by deleting the order', async () => {
		await imported('webhook');
		amazonCancels();
		await look();
		expect(inStore()).toBe('cancelled');
		expect(row()).toMatchObject({ status: 'cancelled', reason: '' });
	});

	it('an order that any other store does not know reaches a person', async () => {
		world.note(sale, { store: 'webhook', storeOrderId: '7' });
		amazonCancels();
		const run = await look();
		expect(world.store.calls).toMatchObject([{ method: 'DELETE', path: '/webhook/orders/7' }]);
		expect(row()).toMatchObject({
			reason: 'not-cancelled-in-store',
			message: expect.stringContaining('404'),
		});
		expect(run.json(NOTICE)).toMatchObject([{ kind: 'store' }]);
	});

	it('an order that somebody cancelled in the store before is simply noted', async () => {
		const id = await imported('woocommerce');
		await world.stores.woo('PUT', `orders/${id}`, { status: 'cancelled' });
		amazonCancels();
		await look();
		expect(row()).toMatchObject({ status: 'cancelled', reason: '' });
		expect(world.store.calls.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	it('a buyer who only asks: nothing is cancelled, and a person is told once', async () => {
		await imported('woocommerce');
		world.simulator.changeOrder(sale.amazonOrderId, { action: 'request-cancel', reason: 'Too late' });
		const run = await look();
		expect(row()).toMatchObject({ status: 'imported', cancellation: 'asked', reason: 'buyer-asked' });
		expect(run.json(NOTICE)).toMatchObject([{ subject: 'Buyers ask to cancel: 1 order' }]);
		expect((await look()).json(NOTICE)).toEqual([]);
		await send();
		expect(inStore()).toBe('processing');
		expect(world.calls('createFeed')).toBe(0);
	});
});

describe('a store cancels', () => {
	it('WooCommerce: the row is written, Amazon is asked in a feed, and cancels', async () => {
		const id = await imported('woocommerce');
		await world.stores.woo('PUT', `orders/${id}`, { status: 'cancelled' });
		expectAnswered(await world.wooTells(FILE, world.store.orders[0]?.raw ?? {}));
		expect(row()).toMatchObject({
			...{ status: 'imported', cancellation: 'asked', reason: 'store-cancelled' },
		});
		expect(world.simulator.calls()).toEqual([]);
		const run = await send();
		expect(row()).toMatchObject({
			...{ status: 'imported', cancellation: 'submitted', reason: '' },
			...{ cancelFeedId: expect.stringMatching(/./), cancelMessageId: 1 },
		});
		expect(run.json(NOTICE)).toEqual([]);
		await collect();
		expect(world.atAmazon(sale).status).toBe('CANCELLED');
		expect(row()).toMatchObject({ status: 'cancelled', cancellation: 'yes' });
	});

	it.each([
		{ given: 'customer', reason: 'BuyerCanceled' },
		{ given: 'inventory', reason: 'NoInventory' },
		{ given: 'other', reason: 'GeneralAdjustment' },
	])('Shopify: its reason "$given" is $reason at Amazon', async ({ given, reason }) => {
		await imported('shopify');
		const payload = shopifyCancelledOrder(sale, given);
		expectAnswered(await world.shopifyTells(FILE, SHOPIFY_START, 'orders/cancelled', payload));
		expect(row()).toMatchObject({ cancellation: 'asked', reason: `store-cancelled: ${given}` });
		await send();
		await collect();
		expect(row()).toMatchObject({ status: 'cancelled', cancellation: 'yes' });
		expect(JSON.stringify(world.atAmazon(sale).order.orderItems)).toContain(reason);
	});

	it("Magento: is asked what was cancelled, notes how far it got, and leaves the shop's own orders alone", async () => {
		const id = await imported('magento');
		await world.importInto('magento', { ...sale, amazonOrderId: 'POS-1' });
		for (const order of world.store.orders)
			await world.stores.magento('POST', `orders/${order.id}/cancel`, {});
		expect(world.store.orders.map(({ status }) => status)).toEqual(['canceled', 'canceled']);
		const run = await world.run(FILE, MAGENTO_START);
		expect(row()).toMatchObject({ cancellation: 'asked', reason: 'store-cancelled', storeOrderId: id });
		expect(run.json(NOTHING)).toHaveLength(1);
		expect(run.responses).toEqual([]);
		expect(world.rows(PROGRESS)).toMatchObject([{ store: 'magento-cancellations' }]);
		await send();
		expect(row()).toMatchObject({ cancellation: 'submitted' });
	});

	it('all that is asked for goes in one feed', async () => {
		const other = world.buy();
		for (const one of [sale, other]) {
			world.note(one);
			await world.wooTells(FILE, wooCancelledOrder(one));
		}
		await send();
		expect(world.calls('createFeed')).toBe(1);
		expect(world.orders()).toMatchObject([{ cancelMessageId: 1 }, { cancelMessageId: 2 }]);
	});

	it('the same message again asks nothing twice', async () => {
		world.note(sale);
		await world.wooTells(FILE, wooCancelledOrder(sale));
		await send();
		expectAnswered(await world.wooTells(FILE, wooCancelledOrder(sale)));
		await send();
		expect(world.calls('createFeed')).toBe(1);
		expect(row()).toMatchObject({ cancellation: 'submitted' });
	});

	it('two runs at the same moment ask Amazon once', async () => {
		world.note(sale);
		await world.wooTells(FILE, wooCancelledOrder(sale));
		await Promise.all([send(), send()]);
		expect(world.calls('createFeed')).toBe(1);
		expect(row()).toMatchObject({ cancellation: 'submitted', claim: '' });
	});

	it.each([
		{ what: 'carried it out', kind: 'reset-after' as const, cancelled: true },
		{ what: 'did not get it', kind: 'reset-before' as const, cancelled: false },
	])(
		'when the answer is lost and Amazon $what, it looks again once the claim is free',
		async ({ kind, cancelled }) => {
			world.note(sale);
			await world.wooTells(FILE, wooCancelledOrder(sale));
			world.simulator.faults.add({ kind, operation: 'createFeed' });
			await send();
			expect(row()).toMatchObject({
				cancellation: 'asked',
				message: expect.stringContaining('in half an hour'),
			});
			await send();
			expect(world.calls('createFeed')).toBe(1);
			world.harness.dataTables.updateAll(ORDERS, { claim: '' });
			await send();
			await collect();
			expect(row()).toMatchObject({ status: 'cancelled', cancellation: 'yes' });
			expect(world.atAmazon(sale).status).toBe('CANCELLED');
			expect(world.calls('createFeed')).toBe(cancelled ? 1 : 2);
		},
	);

	it('a shipped order is not cancelled any more, and a person is told', async () => {
		world.note(sale);
		world.simulator.changeOrder(sale.amazonOrderId, { action: 'ship' });
		await world.wooTells(FILE, wooCancelledOrder(sale));
		const run = await send();
		expect(row()).toMatchObject({
			...{ status: 'imported', cancellation: 'rejected', reason: 'already-shipped' },
			message: expect.stringMatching(/shipped/),
		});
		expect(run.json(NOTICE)).toMatchObject([
			{
				...{ subject: 'Cancelled in the store, but not at Amazon: 1 order', kind: 'amazon' },
				text: expect.stringContaining(String(row()['message'])),
			},
		]);
		expect(world.calls('createFeed')).toBe(0);
		await world.wooTells(FILE, wooCancelledOrder(sale));
		expect((await send()).order).not.toContain('Cancel at Amazon');
	});

	it.each([
		{ what: 'Amazon cannot be asked about the order', operation: 'getOrder', status: 403 },
		{ what: 'Amazon refuses the feed', operation: 'createFeed', status: 400 },
	])('when $what it is still asked for, and goes with the next run', async ({ operation, status }) => {
		world.note(sale);
		await world.wooTells(FILE, wooCancelledOrder(sale));
		world.simulator.faults.add({ kind: 'status', status, operation, times: null });
		await send();
		expect(row()).toMatchObject({
			...{ cancellation: 'asked', reason: 'store-cancelled', cancelFeedId: null },
			message: expect.stringMatching(/could not be asked: (?!undefined)\w/),
		});
		world.simulator.faults.clear();
		await send();
		expect(row()).toMatchObject({ cancellation: 'submitted', reason: '' });
	});

	it.each([
		{ what: 'is not cancelled', order: () => wooOrder(sale) },
		{ what: "is not Amazon's", order: () => ({ ...wooCancelledOrder(sale), meta_data: [] }) },
	])('an order that $what goes no further', async ({ order }) => {
		world.note(sale);
		const result = await world.wooTells(FILE, order());
		expectAnswered(result);
		expect(result.run?.json(NOTHING)).toHaveLength(1);
		expect(row()).toMatchObject({ cancellation: '', reason: '' });
	});

	it('an order that the table does not know is answered, and left alone', async () => {
		expectAnswered(await world.wooTells(FILE, wooCancelledOrder(sale)));
		expect(world.orders()).toEqual([]);
		expect((await send()).order).toEqual(['Send by Hand', 'Read What Is Asked For']);
		expect(world.simulator.calls()).toEqual([]);
	});

	it('the unsigned test call is answered 200 and ignored', async () => {
		const { response, run } = await world.harness.webhook(world.workflow(FILE), WOO_START, wooPing());
		expect(response.statusCode).toBe(200);
		expect(run?.order.at(-1)).toBe('Answer the Test Call');
	});

	it.each([
		...forgeries('WooCommerce', WOO_START, WOO_SECRET, (secret) =>
			wooWebhook('updated', wooCancelledOrder(sale), secret, { resource: 'order' }),
		),
		...forgeries('Shopify', SHOPIFY_START, SHOPIFY_SECRET, (secret) =>
			shopifyWebhook('orders/cancelled', shopifyCancelledOrder(sale), secret),
		),
	])('$what: is answered 401 and nothing is written', async ({ start, request }) => {
		world.note(sale);
		const { response, run } = await world.harness.webhook(world.workflow(FILE), start, request());
		expect(response.statusCode).toBe(401);
		expect(run?.error).toBeUndefined();
		expect(row()).toMatchObject({ status: 'imported', cancellation: '', reason: '' });
	});

	it('is answered with an error when the row cannot be written', async () => {
		const workflow = withoutTable(world.workflow(FILE), 'Ask for the Cancellation');
		const request = wooWebhook('updated', wooCancelledOrder(sale), WOO_SECRET, { resource: 'order' });
		const { response, run } = await world.harness.webhook(workflow, WOO_START, request);
		expect(response.statusCode).toBe(500);
		expect(run?.responses).toEqual([]);
	});
});

describe('the two directions do not chase each other', () => {
	it("what Amazon cancelled: the store's own message about it goes no further", async () => {
		await imported('woocommerce');
		amazonCancels();
		await look();
		expectAnswered(await world.wooTells(FILE, world.store.orders[0]?.raw ?? {}));
		await send();
		expect(world.calls('createFeed')).toBe(0);
		expect(row()).toMatchObject({ status: 'cancelled', cancellation: '', reason: '' });
	});

	it.each([
		{ first: 'the news of the order', steps: async () => [await look(), await collect()] },
		{ first: "the feed's result", steps: async () => [await collect(), await look()] },
	])("what the store cancelled: Amazon's news goes no further, $first first", async ({ steps }) => {
		const id = await imported('woocommerce');
		await world.stores.woo('PUT', `orders/${id}`, { status: 'cancelled' });
		await world.wooTells(FILE, wooCancelledOrder(sale));
		await send();
		// Amazon works through its feeds when it is asked about them.
		await world.harness.poll(world.workflow('order-feed-results'), 'When Amazon Has Finished an Order Feed');
		const calls = world.store.calls.length;
		const runs = await steps();
		expect(runs).not.toContain(undefined);
		expect(world.store.calls).toHaveLength(calls);
		expect(row()).toMatchObject({ status: 'cancelled', cancellation: 'yes', reason: '' });
		await send();
		expect(world.calls('createFeed')).toBe(1);
	});

	it('both at once: what Amazon has as cancelled is simply noted', async () => {
		world.note(sale);
		await world.wooTells(FILE, wooCancelledOrder(sale));
		amazonCancels();
		const run = await send();
		expect(row()).toMatchObject({ status: 'cancelled', cancellation: 'yes', reason: '' });
		expect(run.json(NOTICE)).toEqual([]);
		expect(world.calls('createFeed')).toBe(0);
	});
});

it('keeps secrets and tokens out of the run data', async () => {
	await imported('woocommerce');
	const runs = [
		(await world.wooTells(FILE, wooCancelledOrder(sale))).run,
		(await world.shopifyTells(FILE, SHOPIFY_START, 'orders/cancelled', shopifyCancelledOrder(sale))).run,
		await world.run(FILE, MAGENTO_START),
		await send(),
	];
	const text = JSON.stringify(runs.map((run) => run?.raw.data));
	expect(text).toContain(sale.amazonOrderId);
	expect(storeSecrets().filter((secret) => text.includes(secret))).toEqual([]);
	expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
});
