import type { AmazonSale } from '../fixtures/stores/amazonSale';
import { shopifyFulfillment } from '../fixtures/stores/shopifyOrders';
import { shopifyWebhook } from '../fixtures/stores/shopify';
import { forgeries } from '../fixtures/stores/signedRequest';
import { wooPing, wooWebhook } from '../fixtures/stores/wooCommerce';
import {
	wooOrder,
	wooRefundedOrder,
	wooShippedOrder,
	wooTracking,
} from '../fixtures/stores/wooCommerceOrders';
import type { WooOrder, WooTrackingItem } from '../fixtures/stores/wooOrder';
import { storeSecrets } from '../stores';
import { PROGRESS, SHIPMENTS } from './exampleWorld';
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
} from './sendBackWorld';
import { changeSetting } from './settings';

const FILE = 'shipments-to-amazon';
const SHOPIFY_START = 'Shipped in Shopify';
const PUT = 'Put Into the Table';
const NUMBER = '00340434161094042557';

let world: SendBackWorld;
let sale: AmazonSale;

beforeEach(async () => {
	world = await startSendBackWorld();
	sale = world.buy();
	world.note(sale);
});
afterEach(async () => await world.stop());

const rows = () => world.rows(SHIPMENTS);
const packages = () => world.atAmazon(sale).order.packages ?? [];
const confirmed = () => world.calls('confirmShipment');

/** A parcel of today. */
const parcel = (overrides: Partial<WooTrackingItem> = {}) =>
	wooTracking({ date_shipped: String(Math.floor(Date.now() / 1000)), ...overrides });
const wooShips = async (...parcels: WooTrackingItem[]) =>
	await world.wooTells(FILE, wooShippedOrder(sale, parcels));

/** As the import marks an order that leaves from Amazon's warehouse. */
const shippedByAmazon = (order: WooOrder): WooOrder => ({
	...order,
	meta_data: [...order.meta_data, { id: 90_004, key: '_amazon_channel', value: 'AFN' }],
});

describe('WooCommerce ships', () => {
	it('a completed order with a tracking number is confirmed to Amazon at once', async () => {
		const result = await wooShips(parcel());
		expectAnswered(result);
		expect(rows()).toMatchObject([
			{
				...{ shipment: 'woocommerce/5001/1', amazonOrderId: sale.amazonOrderId, store: 'woocommerce' },
				...{ carrier: 'dhl-de', trackingNumber: NUMBER, items: '' },
				...{ status: 'confirmed', reason: '', message: '', feedId: null },
			},
		]);
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
		expect(packages()).toMatchObject([
			{ carrier: 'DHL', trackingNumber: NUMBER, packageItems: [{ quantity: 2 }, { quantity: 1 }] },
		]);
		expect(world.orders()).toMatchObject([{ shipped: 'yes' }]);
		expect(result.run?.json(NOTICE)).toEqual([]);
	});

	it('is answered when the row is written, before Amazon is asked', async () => {
		const { order = [] } = (await wooShips(parcel())).run ?? {};
		const at = (name: string) => order.indexOf(name);
		expect(at('Answer 200 (Written Down)')).toBeGreaterThan(at('Put Into the Table'));
		expect(at('Confirm to Amazon')).toBeGreaterThan(at('Answer 200 (Written Down)'));
	});

	it('the same message again does nothing new', async () => {
		await wooShips(parcel());
		expectAnswered(await wooShips(parcel()));
		expect(rows()).toHaveLength(1);
		expect(confirmed()).toBe(1);
	});

	it('the same message twice at the same moment makes one row and one package', async () => {
		const parcels = [parcel()];
		const results = await Promise.all([wooShips(...parcels), wooShips(...parcels)]);
		for (const result of results) expectAnswered(result);
		expect(rows()).toMatchObject([{ status: expect.stringMatching(/^(confirmed|done)$/) }]);
		expect(packages()).toHaveLength(1);
	});

	it('a corrected tracking number replaces the wrong one at Amazon', async () => {
		await wooShips(parcel({ tracking_number: 'WRONG-1' }));
		await wooShips(parcel({ tracking_id: 'another', tracking_number: 'RIGHT-1' }));
		expect(rows()).toMatchObject([{ status: 'confirmed', trackingNumber: 'RIGHT-1' }]);
		expect(packages()).toMatchObject([
			{ trackingNumber: 'RIGHT-1', packageItems: [{ quantity: 2 }, { quantity: 1 }] },
		]);
	});

	it('completed without a tracking number it is held and told once, until the number comes', async () => {
		const { run } = await wooShips();
		expect(rows()).toMatchObject([
			{
				...{ shipment: 'woocommerce/5001/1', amazonOrderId: sale.amazonOrderId, status: 'held' },
				...{ reason: 'no-tracking-number', message: expect.stringContaining('has no tracking number') },
			},
		]);
		expect(run?.json(NOTICE)).toMatchObject([{ text: expect.stringContaining('has no tracking number') }]);
		expect((await wooShips()).run?.json(NOTICE)).toEqual([]);
		const refunded = { ...wooRefundedOrder(sale), status: 'completed' };
		expect((await world.wooTells(FILE, refunded)).run?.json(NOTICE)).toEqual([]);
		expect(confirmed()).toBe(0);
		await wooShips(parcel());
		expect(rows()).toMatchObject([{ status: 'confirmed', reason: '', message: '', trackingNumber: NUMBER }]);
		expect(packages()).toMatchObject([{ carrier: 'DHL', trackingNumber: NUMBER }]);
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
	});

	it('completed without a tracking number, but confirmed in Seller Central, it is done', async () => {
		world.simulator.changeOrder(sale.amazonOrderId, { action: 'ship' });
		const { run } = await wooShips();
		expect(rows()).toMatchObject([{ shipment: 'woocommerce/5001/1', status: 'done' }]);
		expect(run?.json(NOTICE)).toEqual([]);
	});

	it('a carrier of the shop goes by its name', async () => {
		await wooShips(parcel({ tracking_provider: '', custom_tracking_provider: 'Mein Bote' }));
		expect(packages()).toMatchObject([{ carrier: 'Mein Bote' }]);
	});

	it('a second parcel finds nothing left, and a person is told', async () => {
		const { run } = await wooShips(parcel(), parcel({ tracking_number: 'SECOND' }));
		expect(rows()).toMatchObject([
			{ status: 'confirmed', trackingNumber: NUMBER },
			{ shipment: 'woocommerce/5001/2', status: 'held', reason: 'nothing-left-to-ship' },
		]);
		expect(packages()).toHaveLength(1);
		expect(run?.json(NOTICE)).toMatchObject([
			{
				subject: '1 shipment did not get to Amazon',
				text: expect.stringContaining(`- ${sale.amazonOrderId} (woocommerce/5001/2): `),
			},
		]);
	});

	it('a second parcel that comes later is done: Amazon has the shipment', async () => {
		await wooShips(parcel());
		const { run } = await wooShips(parcel(), parcel({ tracking_number: 'SECOND' }));
		expect(rows()).toMatchObject([{ status: 'confirmed' }, { status: 'done' }]);
		expect(run?.json(NOTICE)).toEqual([]);
	});

	it.each([
		{ what: 'is not completed', order: () => ({ ...wooShippedOrder(sale), status: 'processing' }) },
		{ what: 'Amazon ships', order: () => shippedByAmazon(wooShippedOrder(sale, [])) },
		{ what: "is not Amazon's", order: () => ({ ...wooShippedOrder(sale), meta_data: [] }) },
		{ what: 'is new', order: () => wooOrder(sale) },
	])('an order that $what goes no further', async ({ order }) => {
		const result = await world.wooTells(FILE, order());
		expectAnswered(result);
		expect(result.run?.json('Not an Amazon Order, or Not Shipped')).toHaveLength(1);
		expect(rows()).toEqual([]);
		expect(world.simulator.calls()).toEqual([]);
	});

	it('the unsigned test call is answered 200 and ignored', async () => {
		const { response, run } = await world.harness.webhook(world.workflow(FILE), WOO_START, wooPing());
		expect(response.statusCode).toBe(200);
		expect(run?.order.at(-1)).toBe('Answer the Test Call');
	});
});

describe('Shopify ships', () => {
	let orderId: number;

	beforeEach(async () => {
		orderId = Number((await world.importInto('shopify', sale)).split('/').at(-1));
	});

	const fulfillment = (overrides: object = {}, quantities?: number[]) =>
		shopifyFulfillment(
			sale,
			{ order_id: orderId, created_at: new Date().toISOString(), ...overrides },
			quantities,
		);
	const ships = async (overrides: object = {}, quantities?: number[]) =>
		await world.shopifyTells(FILE, SHOPIFY_START, 'fulfillments/create', fulfillment(overrides, quantities));

	it('a fulfilment is confirmed with its lines', async () => {
		expectAnswered(await ships());
		expect(rows()).toMatchObject([
			{
				...{ shipment: 'shopify/5500000000001', amazonOrderId: sale.amazonOrderId, store: 'shopify' },
				...{ carrier: 'DHL Express', trackingNumber: NUMBER, status: 'confirmed' },
				items: JSON.stringify(sale.lines.map(({ itemId, quantity }) => ({ itemId, quantity }))),
			},
		]);
		expect(packages()).toMatchObject([{ carrier: 'DHL Express', trackingNumber: NUMBER }]);
		expect(world.orders()).toMatchObject([{ shipped: 'yes' }]);
	});

	it('an order leaves in two packages', async () => {
		await ships({ id: 5_500_000_000_007, tracking_numbers: ['FIRST'] }, [1, 0]);
		expect(world.atAmazon(sale).status).toBe('PARTIALLY_SHIPPED');
		await ships({ id: 5_500_000_000_008, tracking_numbers: ['SECOND'] }, [1, 1]);
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
		expect(packages()).toMatchObject([
			{ trackingNumber: 'FIRST', packageItems: [{ quantity: 1 }] },
			{ trackingNumber: 'SECOND', packageItems: [{ quantity: 1 }, { quantity: 1 }] },
		]);
		expect(rows()).toMatchObject([{ status: 'confirmed' }, { status: 'confirmed' }]);
	});

	it('more than is left is held, and a person is told', async () => {
		await ships({ id: 1 }, [2, 0]);
		const { run } = await ships({ id: 2, tracking_numbers: ['SECOND'] }, [1, 1]);
		expect(rows()[1]).toMatchObject({ status: 'held', reason: 'more-than-ordered' });
		expect(run?.json(NOTICE)).toHaveLength(1);
	});

	it('without a tracking number it is held until the number comes', async () => {
		await ships({ tracking_number: null, tracking_numbers: [] });
		expect(rows()).toMatchObject([{ status: 'held', reason: 'no-tracking-number' }]);
		await world.shopifyTells(FILE, SHOPIFY_START, 'fulfillments/update', fulfillment());
		expect(rows()).toMatchObject([{ status: 'confirmed', reason: '', trackingNumber: NUMBER }]);
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
	});

	it('a line that Shopify has in two parts is one at Amazon, and fees are left out', async () => {
		const [line, other] = fulfillment().line_items;
		const fee = { ...other, sku: '', properties: [] };
		await ships({ line_items: [{ ...line, quantity: 1 }, { ...line, quantity: 1 }, fee] });
		expect(JSON.parse(String(rows()[0]?.['items']))).toEqual([
			{ itemId: sale.lines[0]?.itemId, quantity: 2 },
		]);
		expect(packages()).toMatchObject([{ packageItems: [{ quantity: 2 }] }]);
	});

	it('lines without an id of Amazon go by their SKU', async () => {
		const lines = fulfillment().line_items.map((line) => ({ ...line, properties: [] }));
		await ships({ line_items: lines });
		expect(rows()).toMatchObject([{ status: 'confirmed' }]);
	});

	it.each([
		{ what: 'a cancelled fulfilment', overrides: () => ({ status: 'cancelled' }) },
		{ what: 'an order that Shopify does not have', overrides: () => ({ order_id: 1 }) },
	])('$what goes no further', async ({ overrides }) => {
		expectAnswered(await ships(overrides()));
		expect(rows()).toEqual([]);
		expect(world.simulator.calls()).toEqual([]);
	});

	it("an order of the shop's own goes no further", async () => {
		const own = await world.importInto('shopify', { ...sale, amazonOrderId: 'POS-1' });
		const result = await ships({ order_id: Number(own.split('/').at(-1)) });
		expectAnswered(result);
		expect(result.run?.json('Not an Amazon Order, or Not Shipped')).toHaveLength(1);
		expect(rows()).toEqual([]);
	});

	it('is answered with an error when the order cannot be looked up; the next message does it', async () => {
		world.store.faults.add({ kind: 'status', platform: 'shopify', status: 503, times: 3 });
		const { response } = await ships();
		expect(response.statusCode).toBe(500);
		expect(rows()).toEqual([]);
		expectAnswered(await ships());
		expect(rows()).toMatchObject([{ status: 'confirmed' }]);
	});
});

describe('Magento ships', () => {
	let id: string;

	beforeEach(async () => {
		id = await world.importInto('magento', sale);
		await world.stores.magento('POST', `order/${id}/invoice`, { capture: true });
	});

	const itemIds = () =>
		world.store.orders
			.filter(({ platform }) => platform === 'magento')
			.flatMap(({ raw }) => (raw as { items: Array<{ item_id: number }> }).items)
			.map(({ item_id }) => item_id);
	const ship = async (quantities: number[], number = NUMBER, order = id) => {
		const ids = itemIds();
		const items = quantities.map((qty, index) => ({ order_item_id: ids[index], qty }));
		const tracks = [{ track_number: number, title: 'DHL Paket', carrier_code: 'dhl' }];
		const { status } = await world.stores.magento('POST', `order/${order}/ship`, { items, tracks });
		expect(status).toBe(200);
	};
	const look = async () => await world.run(FILE, MAGENTO_START);

	it('two shipments of an order are confirmed, each with its lines', async () => {
		await ship([1, 0], 'FIRST');
		await ship([1, 1], 'SECOND');
		await look();
		expect(rows()).toMatchObject([
			{
				...{ shipment: 'magento/1', carrier: 'DHL Paket', status: 'confirmed', store: 'magento' },
				items: JSON.stringify([{ itemId: sale.lines[0]?.itemId, quantity: 1 }]),
			},
			{ shipment: 'magento/2', status: 'confirmed' },
		]);
		expect(packages()).toMatchObject([
			{ trackingNumber: 'FIRST', packageItems: [{ quantity: 1 }] },
			{ trackingNumber: 'SECOND', packageItems: [{ quantity: 1 }, { quantity: 1 }] },
		]);
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
		expect(world.orders()).toMatchObject([{ shipped: 'yes' }]);
	});

	it('reads again what is a few minutes old, and does nothing new', async () => {
		await ship([2, 1]);
		await look();
		await look();
		expect(rows()).toHaveLength(1);
		expect(confirmed()).toBe(1);
		expect(world.rows(PROGRESS)).toMatchObject([{ store: 'magento-shipments' }]);
		const since = Date.parse(String(world.rows(PROGRESS)[0]?.['changedSince']));
		expect(Date.now() - since).toBeLessThan(60_000);
	});

	it("the shop's own orders end as such, and those of Amazon go on", async () => {
		const own = await world.importInto('magento', { ...sale, amazonOrderId: 'POS-1' });
		await world.stores.magento('POST', `order/${own}/invoice`, { capture: true });
		await world.stores.magento('POST', `order/${own}/ship`, {
			tracks: [{ track_number: 'OWN', title: 'DHL', carrier_code: 'dhl' }],
		});
		await ship([2, 1]);
		const run = await look();
		expect(run.json('Not an Amazon Order, or Not Shipped')).toHaveLength(1);
		expect(rows()).toMatchObject([{ shipment: 'magento/2', status: 'confirmed' }]);
		expect(run.responses).toEqual([]);
	});

	it('asks for the orders of many shipments in one question', async () => {
		await ship([1, 0], 'FIRST');
		await ship([1, 1], 'SECOND');
		await look();
		expect(world.store.calls.filter(({ operation }) => operation === 'findOrders')).toHaveLength(1);
	});

	it('looks back a day the first time', async () => {
		await ship([2, 1]);
		const asked = world.store.calls.length;
		await look();
		const { path } = world.store.calls[asked] ?? { path: '' };
		const since = new URL(path, world.store.url).searchParams.get(
			'searchCriteria[filter_groups][0][filters][0][value]',
		);
		expect(Date.now() - Date.parse(`${since}Z`)).toBeGreaterThan(23 * 3_600_000);
		expect(Date.now() - Date.parse(`${since}Z`)).toBeLessThan(25 * 3_600_000);
	});

	it('moves on although nothing was shipped', async () => {
		await look();
		expect(world.rows(PROGRESS)).toHaveLength(1);
		expect(rows()).toEqual([]);
	});

	it('does not move on when the rows could not be written', async () => {
		await ship([2, 1]);
		const workflow = withoutTable(world.workflow(FILE), PUT);
		const run = await world.harness.run(workflow, { startNode: MAGENTO_START });
		expect(run.error).toMatchObject({ node: 'Put Into the Table' });
		expect(world.rows(PROGRESS)).toEqual([]);
	});
});

describe('whatever the store', () => {
	it.each([
		...forgeries('WooCommerce', WOO_START, WOO_SECRET, (secret) =>
			wooWebhook('updated', wooShippedOrder(sale), secret, { resource: 'order' }),
		),
		...forgeries('Shopify', SHOPIFY_START, SHOPIFY_SECRET, (secret) =>
			shopifyWebhook('fulfillments/create', shopifyFulfillment(sale), secret),
		),
	])('$what: is answered 401 and nothing is written', async ({ start, request }) => {
		const { response, run } = await world.harness.webhook(world.workflow(FILE), start, request());
		expect(response.statusCode).toBe(401);
		expect(run?.error).toBeUndefined();
		expect(rows()).toEqual([]);
		expect(world.store.calls).toEqual([]);
	});

	it('is answered with an error when the row cannot be written', async () => {
		const workflow = withoutTable(world.workflow(FILE), PUT);
		const request = wooWebhook('updated', wooShippedOrder(sale, [parcel()]), WOO_SECRET, {
			resource: 'order',
		});
		const { response, run } = await world.harness.webhook(workflow, WOO_START, request);
		expect(response.statusCode).toBe(500);
		expect(run?.responses).toEqual([]);
		expect(confirmed()).toBe(0);
	});

	it('what Amazon refuses is rejected in its words, and a person is told', async () => {
		world.simulator.faults.add({ kind: 'status', status: 400, operation: 'confirmShipment' });
		const { run } = await wooShips(parcel());
		expect(rows()).toMatchObject([{ status: 'rejected', message: expect.stringMatching(/request id/i) }]);
		expect(run?.json(NOTICE)).toMatchObject([{ shipments: 1 }]);
		expect(world.orders()).toMatchObject([{ shipped: '' }]);
	});

	it('what could not be sent keeps waiting, is not reported, and goes with the bulk feed', async () => {
		world.simulator.faults.add({ kind: 'status', status: 403, operation: 'confirmShipment', times: null });
		const result = await wooShips(parcel());
		expectAnswered(result);
		expect(rows()).toMatchObject([
			{ status: 'waiting', reason: 'not-sent', message: expect.stringMatching(/\w{3}/) },
		]);
		expect(result.run?.json(NOTICE)).toEqual([]);
		world.simulator.faults.clear();
		await world.run('shipments-in-bulk', 'Run by Hand');
		expect(rows()).toMatchObject([{ status: 'submitted', reason: '' }]);
		await world.poll('order-feed-results', 'When Amazon Has Finished an Order Feed');
		expect(world.atAmazon(sale).status).toBe('SHIPPED');
		expect(rows()).toMatchObject([{ status: 'accepted' }]);
	});

	it('with sendNow off, packages wait for the bulk feed', async () => {
		const workflow = world.workflow(FILE);
		changeSetting(workflow, 'sendNow', false);
		const request = wooWebhook('updated', wooShippedOrder(sale, [parcel()]), WOO_SECRET, {
			resource: 'order',
		});
		expectAnswered(await world.harness.webhook(workflow, WOO_START, request));
		expect(rows()).toMatchObject([{ status: 'waiting', reason: '' }]);
		expect(world.simulator.calls()).toEqual([]);
	});

	it('a cancelled order is held: it must not be shipped', async () => {
		world.simulator.changeOrder(sale.amazonOrderId, { action: 'cancel' });
		await wooShips(parcel());
		expect(rows()).toMatchObject([{ status: 'held', reason: 'order-cancelled' }]);
	});

	it('keeps secrets and tokens out of the run data', async () => {
		const orderId = Number((await world.importInto('shopify', sale)).split('/').at(-1));
		const payload = shopifyFulfillment(sale, { order_id: orderId, created_at: new Date().toISOString() });
		const runs = [
			(await world.shopifyTells(FILE, SHOPIFY_START, 'fulfillments/create', payload)).run,
			(await wooShips(parcel())).run,
			await world.run(FILE, MAGENTO_START),
		];
		const text = JSON.stringify(runs.map((run) => run?.raw.data));
		expect(text).toContain(sale.amazonOrderId);
		expect(storeSecrets().filter((secret) => text.includes(secret))).toEqual([]);
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
	});
});
