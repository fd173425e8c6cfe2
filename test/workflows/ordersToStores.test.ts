import { DEFAULT_SELLERS } from '../simulator';
import { ODD_KINDS, type OddKind } from '../simulator/orders/generateOdd';
import { storeSecrets, type ArrivedOrder } from '../stores';
import { ORDERS, type OfferRow } from './exampleWorld';
import { IMPORTS, startOrderImport, type ImportName, type OrderImport } from './orderImport';
import type { RunResult } from './harness';

const LATER = /^The store could not be reached \(.+\); tried again by Catch Up$/;
const MESSAGES = 'Connect Your E-Mail or Slack Here';

/** Kinds of odd orders that are not to be imported: not yet, no more, or impossible where the seller sells. */
const LEFT_OUT: readonly OddKind[] = [
	...(['pending', 'cancelled', 'shipped-by-amazon', 'jpy', 'us-state-name', 'us-state-code'] as const),
	...(['cash-on-delivery', 'gift-card-and-cash-on-delivery', 'street-in-parts'] as const),
	...(['shipping-tax-only', 'tax-collected-by-amazon', 'multi-channel', 'removal'] as const),
];
/** Kinds that nobody can book. */
const FAILING: readonly OddKind[] = ['mixed-currencies', 'no-sku'];
const ODD_ORDERS = ODD_KINDS.filter((kind) => !LEFT_OUT.includes(kind));

/** How each kind of store says that it has made the order, over another total. */
const ROUNDED: Record<Exclude<ImportName, 'orders-to-webhook'>, object> = {
	'orders-to-woocommerce': { id: 5001, number: '5001', total: '20' },
	'orders-to-magento': { entity_id: 5001, increment_id: '5001', grand_total: 20 },
	'orders-to-shopify': {
		data: {
			orderCreate: {
				order: {
					...{ id: 'gid://shopify/Order/5001', name: '5001' },
					totalPriceSet: { shopMoney: { amount: '20.0', currencyCode: 'EUR' } },
				},
				userErrors: [],
			},
		},
	},
};

/** How each kind of store says no. */
const REFUSALS: Record<ImportName, { status: number; body: object }> = {
	'orders-to-woocommerce': { status: 400, body: { code: 'no', message: 'This country is not served' } },
	'orders-to-magento': { status: 400, body: { message: 'This %1 is not served', parameters: ['country'] } },
	'orders-to-shopify': {
		status: 200,
		body: {
			data: {
				orderCreate: { order: null, userErrors: [{ field: null, message: 'This country is not served' }] },
			},
		},
	},
	'orders-to-webhook': { status: 422, body: { message: 'This country is not served' } },
};

let shop: OrderImport;

const amazon = () => shop.world.simulator;
const amazonTotal = (orderId: string) => amazon().order(orderId).order.proceeds?.grandTotal?.amount;
const feedsSent = () =>
	amazon()
		.calls()
		.filter(({ operation }) => operation === 'createFeed').length;
const idsIn = (orders: readonly ArrivedOrder[]) => orders.map(({ amazonOrderId }) => amazonOrderId).sort();

/** A run that went to its end. */
async function done(running: Promise<RunResult | undefined>): Promise<RunResult> {
	const run = await running;
	if (run === undefined) throw new Error('The trigger found nothing');
	expect(run.error).toBeUndefined();
	return run;
}

describe.each(IMPORTS)('$name', ({ name, key }) => {
	beforeEach(async () => {
		shop = await startOrderImport(name);
	});
	afterEach(async () => await shop.stop());

	it('an order that Amazon gave incomplete keeps no other from the store, and is imported when it is whole and its row deleted', async () => {
		const good = shop.buy();
		const late = shop.buy();
		const news = await shop.news();
		const problem = 'Amazon listed an order without its orderItems.';
		const incomplete = { json: { amazonOrderId: late.orderId, problem } };
		await done(shop.start([incomplete, ...news.filter(({ json }) => json.amazonOrderId !== late.orderId)]));
		expect(idsIn(shop.arrived())).toEqual([good.orderId]);
		const rows = shop.world.harness.dataTables.rows(ORDERS);
		expect(rows.find(({ amazonOrderId }) => amazonOrderId === late.orderId)).toMatchObject({
			status: 'failed',
			message: problem,
		});
		await shop.forget(late.orderId);
		await done(shop.catchUp());
		expect(idsIn(shop.arrived())).toEqual([good.orderId, late.orderId].sort());
	});

	it('brings an order in, notes it in its row and tells Amazon its number', async () => {
		const lines = [{ sku: 'DEMO-0002', quantity: 2, shipping: '4.90', discount: '1.01' }];
		const { orderId } = shop.buy({ lines });
		const run = await done(shop.poll());
		const [arrived] = shop.arrived();
		expect(arrived).toMatchObject({ amazonOrderId: orderId, total: amazonTotal(orderId), currency: 'EUR' });
		expect(shop.world.order(orderId)).toMatchObject({
			...{ status: 'imported', reason: '', store: key, marketplace: 'DE', channel: 'MFN' },
			...{ storeOrderId: arrived?.id, storeOrderNumber: arrived?.number, total: amazonTotal(orderId) },
			...{ currency: 'EUR', amazonStatus: 'UNSHIPPED', acknowledged: 'submitted', acknowledgeMessageId: 1 },
			...{ shipped: '', cancellation: '' },
		});
		expect(amazon().order(orderId).order.orderAliases).toEqual([
			{ aliasId: arrived?.number, aliasType: 'SELLER_ORDER_ID' },
		]);
		expect(run.json(MESSAGES)).toMatchObject([
			{
				subject: '1 new Amazon order',
				text: expect.stringContaining(
					`${orderId} (DE), ${arrived?.total} EUR, your order ${arrived?.number}`,
				),
			},
		]);
	});

	it('imports many orders once and to the cent, and says of every other why not', async () => {
		const [seller] = DEFAULT_SELLERS;
		amazon().seedOrders({
			...{ sellerId: seller?.sellerId ?? '', count: 60, spanMs: 12 * 3_600_000, oddShare: 0.4, chance: 7 },
			...{ skus: { prefix: 'DEMO-', count: 200 }, lives: false },
		});
		await done(shop.poll());
		const wanted = amazon()
			.orders(seller?.sellerId ?? '')
			.filter(({ status }) => ['UNSHIPPED', 'PARTIALLY_SHIPPED'].includes(status))
			.filter(({ order }) => order.salesChannel.channelName === 'AMAZON')
			.filter(({ order }) => order.fulfillment.fulfilledBy === 'MERCHANT')
			.map(({ orderId }) => orderId);
		const rows = shop.world.orders();
		expect(rows.map((row) => String(row['amazonOrderId'])).sort()).toEqual(wanted.sort());
		const imported = rows.filter(({ status }) => status === 'imported');
		expect(imported.length).toBeGreaterThan(20);
		expect(idsIn(shop.arrived())).toEqual(imported.map((row) => String(row['amazonOrderId'])).sort());
		for (const { amazonOrderId, total } of shop.arrived()) expect(total).toBe(amazonTotal(amazonOrderId));
		for (const row of rows.filter(({ status }) => status !== 'imported'))
			expect(row).toMatchObject({ status: 'failed', reason: expect.stringMatching(/^[a-z-]+$/) });
	});

	it('books odd orders to the cent', async () => {
		const skuOf = (index: number) => `DEMO-${String(3 + 50 * (index % 4)).padStart(4, '0')}`;
		const bought = ODD_ORDERS.map((odd, index) => {
			const lines = [{ sku: skuOf(index) }, { sku: skuOf(index + 1), shipping: '3.99' }];
			return [odd, shop.buy({ odd, marketplaceId: undefined, lines }).orderId] as const;
		});
		await done(shop.poll());
		const fates = bought.map(([odd, orderId]) => [odd, shop.world.order(orderId)['status']]);
		expect(fates).toEqual(ODD_ORDERS.map((odd) => [odd, FAILING.includes(odd) ? 'failed' : 'imported']));
		for (const { amazonOrderId, total } of shop.arrived()) expect(total).toBe(amazonTotal(amazonOrderId));
	});

	if (name !== 'orders-to-webhook') {
		it('tells of an order that the store has made over another total', async () => {
			const { orderId } = shop.buy({ lines: [{ sku: 'DEMO-0002', quantity: 1, price: '19.99' }] });
			const body = ROUNDED[name];
			shop.world.store.faults.add({ kind: 'status', status: 200, body, operation: 'createOrder' });
			await done(shop.poll());
			expect(shop.world.order(orderId)).toMatchObject({
				...{ status: 'imported', storeOrderNumber: '5001' },
				message: expect.stringMatching(
					/The store makes the total 20(\.0)? EUR, Amazon 19\.99: correct the order/,
				),
			});
		});
	}

	it('imports nothing a second time', async () => {
		shop.buy();
		shop.buy();
		await done(shop.poll());
		expect(await shop.poll()).toBeUndefined();
		const again = await done(shop.catchUp());
		expect(again.items('Get Orders of the Last 3 Days')).toHaveLength(2);
		expect(again.items('Keep Orders Without a Row')).toEqual([]);
		expect(shop.asked('createOrder')).toBe(2);
		expect(shop.world.store.duplicates).toEqual([]);
	});

	it('catches up with orders that no run has seen, but leaves the newest to the trigger', async () => {
		const { orderId } = shop.buy();
		shop.buy({ createdAtMs: Date.now() - 60_000 });
		await done(shop.catchUp());
		expect(idsIn(shop.arrived())).toEqual([orderId]);
	});

	it('creates an order once that two runs take for new at the same moment', async () => {
		const orders = Array.from({ length: 5 }, () => shop.buy({ lines: [{ sku: 'DEMO-0003' }] }));
		const news = await shop.news();
		const runs = await Promise.all([done(shop.start(news)), done(shop.start(news))]);
		expect(runs.map((run) => run.items('Keep Orders Without a Row').length)).toEqual([5, 5]);
		expect(idsIn(shop.arrived())).toEqual(orders.map(({ orderId }) => orderId).sort());
		expect(shop.world.orders().map(({ status }) => status)).toEqual(orders.map(() => 'imported'));
	});

	describe('an import that takes longer than its claims', () => {
		const eight = () => Array.from({ length: 8 }, () => shop.buy({ lines: [{ sku: 'DEMO-0003' }] }));
		const everyOrderOnce = (orders: Array<{ orderId: string }>) => {
			expect(shop.world.store.duplicates).toEqual([]);
			expect(idsIn(shop.arrived())).toEqual(orders.map(({ orderId }) => orderId).sort());
			expect(shop.world.orders().map(({ status }) => status)).toEqual(orders.map(() => 'imported'));
		};

		it.each(['findOrders', 'createOrder'])(
			'loses no order and creates none twice when Catch Up comes during its %s',
			async (operation) => {
				const orders = eight();
				shop.world.store.faults.add({ kind: 'slow', delayMs: 150, operation, times: 8 });
				const importing = done(shop.start(await shop.news()));
				await until(() => shop.asked(operation) > 0);
				// Half an hour is over; what was renewed for as long as the creation may last is not.
				shop.passTime(30);
				await done(shop.catchUp());
				await importing;
				shop.passTime(24 * 60);
				await done(shop.catchUp());
				everyOrderOnce(orders);
			},
		);

		it('renews its claims right before the creation, for as long as that may last', async () => {
			const orders = eight();
			shop.world.store.faults.add({ kind: 'slow', delayMs: 150, operation: 'createOrder', times: 8 });
			const importing = done(shop.start(await shop.news()));
			await until(() => shop.asked('createOrder') > 0);
			const claimedAt = shop.world.orders().map((row) => Date.parse(String(row['claimedAt'])));
			expect(Math.min(...claimedAt)).toBeGreaterThan(Date.now() + orders.length * 15_000);
			await importing;
			everyOrderOnce(orders);
		});

		it('leaves what was freed meanwhile to whoever has it now', async () => {
			eight();
			shop.world.store.faults.add({ kind: 'slow', delayMs: 300, operation: 'findOrders', times: 8 });
			const importing = done(shop.start(await shop.news()));
			await until(() => shop.asked('findOrders') > 0);
			shop.world.harness.dataTables.updateAll(ORDERS, { claim: 'another run' });
			await importing;
			expect(shop.asked('createOrder')).toBe(0);
			expect(shop.world.orders().map(({ status }) => status)).toEqual(Array(8).fill('importing'));
		});
	});

	describe("another run's row of the same order, seen only after ours was written", () => {
		const others = { status: 'importing', store: 'another', claim: 'another run' };
		const isOursThere = (orderId: string) =>
			shop.world.orders().some((row) => row['amazonOrderId'] === orderId && row['store'] === key);
		/** Runs the import of one order; the other run's row shows up the moment that ours is there. */
		const importBeside = async (show: (orderId: string) => void) => {
			const { orderId } = shop.buy();
			const news = await shop.news();
			const { dataTables } = shop.world.harness;
			shop.set('Wait for the Others', { amount: 0 });
			dataTables.watch(() => {
				if (!isOursThere(orderId)) return;
				dataTables.watch(undefined);
				show(orderId);
			});
			await done(shop.start(news));
			expect(shop.asked('createOrder')).toBe(0);
			return shop.world.orders().map(({ claim, store, status }) => ({ claim, store, status }));
		};

		it('and theirs was first: ours goes, theirs stays', async () => {
			shop.world.harness.dataTables.insert(ORDERS, [{ amazonOrderId: 'not yet seen', ...others }]);
			const rows = await importBeside((amazonOrderId) =>
				shop.world.harness.dataTables.updateAll(ORDERS, { amazonOrderId }),
			);
			expect(rows).toEqual([others]);
		});

		it('and ours was first: it looks again, and gives way when theirs is still there', async () => {
			const rows = await importBeside((amazonOrderId) =>
				shop.world.harness.dataTables.insert(ORDERS, [{ amazonOrderId, ...others }]),
			);
			expect(rows).toEqual([others]);
		});

		it('of our own making, when a write is tried again: the order comes in once, with one row', async () => {
			const { orderId } = shop.buy();
			const news = await shop.news();
			const { dataTables } = shop.world.harness;
			dataTables.watch(() => {
				if (!isOursThere(orderId)) return;
				dataTables.watch(undefined);
				const [{ id: _id, ...row } = {}] = shop.world.orders();
				dataTables.insert(ORDERS, [row as OfferRow]);
			});
			await done(shop.start(news));
			expect(idsIn(shop.arrived())).toEqual([orderId]);
			expect(shop.world.orders()).toMatchObject([{ amazonOrderId: orderId, status: 'imported', claim: '' }]);
		});
	});

	it.each([
		'Write Down: Importing',
		'Keep the Orders That Are Ours',
		'Turn Into Store Orders',
		'Must It Be Created?',
		'Create the Order',
		'Note What Came of It',
	])('ends with one order when n8n is killed after "%s"', async (step) => {
		const { orderId } = shop.buy();
		await shop.killedAfter(step);
		expect(shop.world.order(orderId)).toMatchObject({ status: 'importing' });
		await done(shop.catchUp());
		expect(shop.world.order(orderId)).toMatchObject({ status: 'importing' });
		shop.passTime();
		await done(shop.catchUp());
		const [arrived, ...others] = shop.arrived();
		expect(others).toEqual([]);
		expect(shop.world.order(orderId)).toMatchObject({
			...{ status: 'imported', storeOrderId: arrived?.id, storeOrderNumber: arrived?.number },
			acknowledged: 'submitted',
		});
	});

	it('acknowledges with the next import what n8n was killed before', async () => {
		const first = shop.buy().orderId;
		await shop.killedAfter('Write Down What Came of It');
		expect(shop.world.order(first)).toMatchObject({ status: 'imported', acknowledged: '' });
		shop.buy();
		await done(shop.poll());
		expect(shop.world.orders()).toMatchObject([{ acknowledged: 'submitted' }, { acknowledged: 'submitted' }]);
		expect(feedsSent()).toBe(1);
	});

	it("finds the order again when only the store's answer was lost", async () => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({ kind: 'reset-after', operation: 'createOrder' });
		await done(shop.poll());
		expect(shop.arrived()).toHaveLength(1);
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'importing',
			message: expect.stringMatching(LATER),
		});
		shop.passTime();
		await done(shop.catchUp());
		const [arrived, ...others] = shop.arrived();
		expect(others).toEqual([]);
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'imported',
			storeOrderNumber: arrived?.number,
		});
		expect(shop.asked('createOrder')).toBe(1);
	});

	it('mixes orders that are there already with new ones, each under its own number', async () => {
		shop.world.store.faults.add({ kind: 'reset-after', operation: 'createOrder', after: 1 });
		const orders = Array.from({ length: 3 }, () => shop.buy({ lines: [{ sku: 'DEMO-0003' }] }));
		await done(shop.poll());
		expect(shop.world.orders().filter(({ status }) => status === 'importing')).toHaveLength(1);
		shop.buy({ lines: [{ sku: 'DEMO-0004' }] });
		shop.passTime();
		await done(shop.catchUp());
		expect(shop.arrived()).toHaveLength(orders.length + 1);
		for (const { amazonOrderId, id, number } of shop.arrived())
			expect(shop.world.order(amazonOrderId)).toMatchObject({
				...{ status: 'imported', storeOrderId: id, storeOrderNumber: number, acknowledged: 'submitted' },
			});
	});

	it.each([
		{ what: 'cannot be reached', fault: { kind: 'reset-before' } as const },
		{ what: 'fails', fault: { kind: 'status', status: 503 } as const },
		{ what: 'wants another password', fault: { kind: 'status', status: 401 } as const },
		{ what: 'has had too many calls', fault: { kind: 'status', status: 429 } as const },
	])('leaves an order to Catch Up while the store $what', async ({ fault }) => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({ ...fault, operation: 'createOrder' });
		const run = await done(shop.poll());
		expect(shop.arrived()).toEqual([]);
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'importing',
			message: expect.stringMatching(LATER),
		});
		expect(run.items('Tried Again by Catch Up')).toHaveLength(1);
		expect(run.items(MESSAGES)).toEqual([]);
		shop.passTime();
		await done(shop.catchUp());
		expect(shop.world.order(orderId)).toMatchObject({ status: 'imported', message: '' });
	});

	it('creates nothing while the store does not say what it has', async () => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({ kind: 'status', status: 502, operation: 'findOrders', times: 3 });
		await done(shop.poll());
		expect(shop.asked('createOrder')).toBe(0);
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'importing',
			message: expect.stringMatching(LATER),
		});
		shop.passTime();
		await done(shop.catchUp());
		expect(shop.arrived()).toHaveLength(1);
	});

	it('takes a page that is no answer for none', async () => {
		const { orderId } = shop.buy();
		shop.world.store.faults.add({
			kind: 'status',
			status: 200,
			body: '<html>Soon back</html>',
			operation: 'findOrders',
		});
		await done(shop.poll());
		expect(shop.asked('createOrder')).toBe(0);
		expect(shop.world.order(orderId)).toMatchObject({
			status: 'importing',
			message: expect.stringMatching(LATER),
		});
	});

	it("says in the store's words why it refused an order, and never has that cancelled", async () => {
		const { orderId } = shop.buy();
		shop.rule({ cancelOnFail: true });
		shop.world.store.faults.add({ kind: 'status', operation: 'createOrder', ...REFUSALS[name] });
		const run = await done(shop.poll());
		expect(shop.world.order(orderId)).toMatchObject({
			...{
				status: 'failed',
				reason: 'store-refused',
				message: 'The store refused the order: This country is not served',
			},
			cancellation: '',
		});
		expect(run.json(MESSAGES)).toMatchObject([
			{
				subject: '1 Amazon order could not be imported',
				text: expect.stringContaining('This country is not served'),
			},
		]);
		expect(feedsSent()).toBe(0);
	});

	it('fails an order that nobody can book, and tries it again once its row is deleted', async () => {
		const { orderId } = shop.buy({ odd: 'mixed-currencies' });
		const run = await done(shop.poll());
		expect(shop.world.order(orderId)).toMatchObject({ status: 'failed', reason: 'mixed-currencies' });
		expect(run.json(MESSAGES)).toMatchObject([
			{ subject: '1 Amazon order could not be imported', text: expect.stringContaining(orderId) },
		]);
		expect((await done(shop.catchUp())).items('Keep Orders Without a Row')).toEqual([]);
		await shop.forget(orderId);
		await done(shop.catchUp());
		expect(shop.world.order(orderId)).toMatchObject({ status: 'failed' });
	});

	it('keeps no row of an order that is not wanted', async () => {
		const own = shop.buy().orderId;
		shop.buy({ fulfilledBy: 'AMAZON' });
		shop.shippedBy('all');
		shop.rule({ fulfillmentChannel: 'MFN' });
		const run = await done(shop.poll());
		expect(run.json('Turn Into Store Orders', 2)).toMatchObject([{ reason: 'channel-not-wanted' }]);
		expect(shop.world.orders()).toMatchObject([{ amazonOrderId: own, status: 'imported' }]);
	});

	it('leaves out what Amazon ships, however the order is found, unless both are chosen', async () => {
		const { orderId } = shop.buy({ fulfilledBy: 'AMAZON' });
		expect(await shop.poll()).toBeUndefined();
		await done(shop.catchUp());
		expect([...shop.world.orders(), ...shop.arrived()]).toEqual([]);
		shop.shippedBy('all');
		await done(shop.catchUp());
		expect(shop.arrived()).toMatchObject([{ amazonOrderId: orderId }]);
	});

	it('sends no number for orders that Amazon ships itself, nor when that is switched off', async () => {
		shop.shippedBy('all');
		shop.buy({ fulfilledBy: 'AMAZON' });
		await done(shop.poll());
		shop.rule({ placement: { acknowledge: false } });
		shop.buy();
		await done(shop.poll());
		expect(shop.world.orders()).toMatchObject([
			{ status: 'imported', channel: 'AFN', acknowledged: 'no' },
			{ status: 'imported', channel: 'MFN', acknowledged: 'no' },
		]);
		expect(feedsSent()).toBe(0);
	});

	it('acknowledges with the next import what Amazon did not take', async () => {
		shop.buy();
		amazon().faults.add({ kind: 'status', status: 400, operation: 'createFeed' });
		const run = await done(shop.poll());
		expect(run.items('Acknowledged With the Next Import')).toHaveLength(1);
		expect(shop.world.orders()).toMatchObject([{ status: 'imported', acknowledged: '' }]);
		shop.buy();
		await done(shop.poll());
		expect(shop.world.orders()).toMatchObject([{ acknowledged: 'submitted' }, { acknowledged: 'submitted' }]);
	});

	it('sends no message about new orders when that is switched off', async () => {
		shop.buy();
		shop.rule({ placement: { notify: false } });
		expect((await done(shop.poll())).items(MESSAGES)).toEqual([]);
		expect(shop.arrived()).toHaveLength(1);
	});

	it('shows no secret in its run data, and no buyer in its messages', async () => {
		const { orderId } = shop.buy();
		const run = await done(shop.poll());
		const text = JSON.stringify(run.raw.data);
		expect(text).toContain(orderId);
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
		for (const secret of storeSecrets()) expect(text).not.toContain(secret);
		const buyer = String(shop.world.order(orderId)['buyer']);
		expect(buyer).toMatch(/\w/);
		expect(JSON.stringify(run.json(MESSAGES))).not.toContain(buyer);
	});
});

describe.each(IMPORTS.filter(({ looksUpProducts }) => looksUpProducts))(
	'$name and the products',
	({ name }) => {
		beforeEach(async () => {
			shop = await startOrderImport(name);
		});
		afterEach(async () => await shop.stop());

		const FAILURES = [
			{ why: 'is missing', sku: 'DEMO-0999', reason: 'sku-not-in-store' },
			{ why: 'is sold out', sku: 'DEMO-0001', reason: 'out-of-stock' },
			{ why: 'is oversold', sku: 'DEMO-0030', reason: 'out-of-stock' },
			{ why: 'is disabled', sku: 'DEMO-0060', reason: 'product-disabled' },
		];

		it.each(FAILURES)(
			'fails an order whose product $why, and cancels nothing by itself',
			async ({ sku, reason }) => {
				const { orderId } = shop.buy({ lines: [{ sku }] });
				const run = await done(shop.poll());
				expect(shop.world.order(orderId)).toMatchObject({
					...{ status: 'failed', reason, message: expect.stringContaining(sku), cancellation: '' },
				});
				expect(run.json(MESSAGES)).toMatchObject([{ text: expect.stringContaining(sku) }]);
				expect(shop.asked('createOrder')).toBe(0);
				expect(feedsSent()).toBe(0);
			},
		);

		it.each(FAILURES)(
			'has an order cancelled whose product $why, when that is switched on',
			async ({ sku, reason }) => {
				const { orderId } = shop.buy({ lines: [{ sku, quantity: 2 }, { sku: 'DEMO-0002' }] });
				shop.rule({ cancelOnFail: true });
				await done(shop.poll());
				expect(shop.world.order(orderId)).toMatchObject({
					...{ status: 'failed', reason, cancellation: 'submitted', cancelMessageId: 1 },
					...{ cancelFeedId: expect.stringMatching(/^\d+$/), message: expect.stringContaining(sku) },
				});
				expect(amazon().order(orderId)).toMatchObject({ status: 'CANCELLED' });
			},
		);

		it('says so when Amazon could not be asked to cancel', async () => {
			const { orderId } = shop.buy({ lines: [{ sku: 'DEMO-0001' }] });
			shop.rule({ cancelOnFail: true });
			amazon().faults.add({ kind: 'status', status: 400, operation: 'createFeed' });
			await done(shop.poll());
			expect(shop.world.order(orderId)).toMatchObject({
				...{ status: 'failed', reason: 'out-of-stock', cancellation: '', cancelFeedId: '' },
				message: expect.stringMatching(/Too little stock.+Amazon was not asked to cancel it: \w/),
			});
		});

		it('imports a failed order once its cause is put right and its row deleted', async () => {
			const { orderId } = shop.buy({ lines: [{ sku: 'DEMO-0001' }] });
			await done(shop.poll());
			shop.restock('DEMO-0001');
			await done(shop.catchUp());
			expect(shop.arrived()).toEqual([]);
			await shop.forget(orderId);
			await done(shop.catchUp());
			expect(shop.world.order(orderId)).toMatchObject({ status: 'imported', reason: '', message: '' });
			expect(idsIn(shop.arrived())).toEqual([orderId]);
		});

		it.each([
			{ what: 'fails', status: 503, times: 3 },
			{ what: 'answers with a page', status: 200, times: 1 },
		])('judges nothing while the look-up of products $what', async ({ status, times }) => {
			const missing = shop.buy({ lines: [{ sku: 'DEMO-0999' }] }).orderId;
			const there = shop.buy().orderId;
			shop.rule({ cancelOnFail: true });
			const body = '<html>Soon back</html>';
			shop.world.store.faults.add({ kind: 'status', status, body, operation: 'findProducts', times });
			const run = await shop.poll();
			expect(run?.error?.message).toMatch(/\w{3}/);
			expect(shop.world.orders()).toMatchObject([{ status: 'importing' }, { status: 'importing' }]);
			expect(feedsSent()).toBe(0);
			shop.passTime();
			await done(shop.catchUp());
			expect(shop.world.order(missing)).toMatchObject({ status: 'failed', reason: 'sku-not-in-store' });
			expect(shop.world.order(there)).toMatchObject({ status: 'imported' });
		});

		it('tries the look-up of products three times', async () => {
			shop.buy();
			shop.world.store.faults.add({ kind: 'status', status: 503, operation: 'findProducts', times: 2 });
			await done(shop.poll());
			expect(shop.arrived()).toHaveLength(1);
		});

		it('looks up many products with few calls, odd SKUs too', async () => {
			for (let index = 2; index < 47; index += 1)
				shop.buy({ lines: [{ sku: `DEMO-${String(index).padStart(4, '0')}` }] });
			shop.buy({ lines: [{ sku: 'A, "B" & C' }] });
			await done(shop.poll());
			expect(shop.asked('findProducts')).toBe(4);
			expect(shop.world.orders().filter(({ status }) => status === 'imported').length).toBeGreaterThan(35);
		});
	},
);

describe('two stores', () => {
	beforeEach(async () => {
		shop = await startOrderImport('orders-to-woocommerce');
	});
	afterEach(async () => await shop.stop());

	it('never both take an order, also when they see it at the same moment', async () => {
		const orders = Array.from({ length: 4 }, () => shop.buy({ lines: [{ sku: 'DEMO-0003' }] }));
		const news = await shop.news();
		const runs = await Promise.all([
			done(shop.start(news)),
			done(shop.besides('orders-to-magento').start(news)),
		]);
		expect(runs.map((run) => run.items('Keep Orders Without a Row').length)).toEqual([4, 4]);
		expect(idsIn(shop.world.store.orders)).toEqual(orders.map(({ orderId }) => orderId).sort());
		expect(shop.world.orders().map(({ status }) => status)).toEqual(orders.map(() => 'imported'));
	});
});

async function until(isReached: () => boolean): Promise<void> {
	while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
}
