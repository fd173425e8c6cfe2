import type { AmazonSale } from '../fixtures/stores/amazonSale';
import { sum } from '../fixtures/stores/amounts';
import { shopifyWebhook } from '../fixtures/stores/shopify';
import { shopifyRefund } from '../fixtures/stores/shopifyOrders';
import { forgeries } from '../fixtures/stores/signedRequest';
import { wooPing, wooWebhook } from '../fixtures/stores/wooCommerce';
import { wooRefundedOrder } from '../fixtures/stores/wooCommerceOrders';
import type { WooOrder } from '../fixtures/stores/wooOrder';
import { storeSecrets } from '../stores';
import { PROGRESS, REFUNDS, type OfferRow } from './exampleWorld';
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
} from './sendBackWorld';
import { textOf } from './exampleSteps';
import { changeSetting } from './settings';

const FILE = 'refunds-to-amazon';
const SHOPIFY_START = 'Refunded in Shopify';
const PUT = 'Put Into the Table';
const SEND = 'Send by Hand';
const NOTHING = 'Not an Amazon Order, or No Refund';

let world: SendBackWorld;
let sale: AmazonSale;

beforeEach(async () => {
	world = await startSendBackWorld();
	sale = world.buy();
	world.note(sale);
});
afterEach(async () => await world.stop());

const rows = () => world.rows(REFUNDS);
const ship = () => world.simulator.changeOrder(sale.amazonOrderId, { action: 'ship' });
const send = async (): Promise<RunResult> => await world.run(FILE, SEND);
const collect = async () => await world.poll('order-feed-results', 'When Amazon Has Finished an Order Feed');
/** What Amazon gave back, as `line component amount`, lines counted from 1. */
const given = () =>
	world.atAmazon(sale).refunds.flatMap(({ orderItemId, components }) => {
		const line = sale.lines.findIndex(({ itemId }) => itemId === orderItemId) + 1;
		return components.map(({ type, amount }) => `${line} ${type} ${amount}`);
	});
const total = () =>
	sum(world.atAmazon(sale).refunds.flatMap(({ components }) => components.map(({ amount }) => amount)));

describe('WooCommerce gives back', () => {
	let id: string;

	beforeEach(async () => {
		id = await world.importInto('woocommerce', sale);
	});

	const order = () => world.store.orders.find(({ platform }) => platform === 'wooCommerce')?.raw as WooOrder;
	/** So many units per line, with their price, and the shipping if it is named. */
	const refund = async (quantities: number[], { shipping = '0', amount = '', reason = '' } = {}) => {
		const { line_items: lines, shipping_lines: shippingLines } = order();
		const { status } = await world.stores.woo('POST', `orders/${id}/refunds`, {
			...(amount !== '' && { amount }),
			reason,
			line_items: [
				...quantities.flatMap((quantity, index) => {
					const unit = sale.lines[index]?.unitPrice ?? '0';
					const total = sum(Array.from({ length: quantity }, () => unit));
					return quantity === 0 ? [] : [{ id: lines[index]?.id, quantity, refund_total: total }];
				}),
				...(shipping === '0' ? [] : [{ id: shippingLines[0]?.id, quantity: 0, refund_total: shipping }]),
			],
		});
		expect(status).toBe(201);
	};
	const tell = async () => await world.wooTells(FILE, order());

	it('a whole refund is written down, sent, and given back by Amazon to the cent', async () => {
		ship();
		await refund([2, 1], { shipping: '4.99', reason: 'damaged' });
		expectAnswered(await tell());
		const [line, other] = sale.lines;
		expect(rows()).toMatchObject([
			{
				...{ refund: 'woocommerce/5900', amazonOrderId: sale.amazonOrderId, store: 'woocommerce' },
				...{ amount: '49.97', currency: 'EUR', refundReason: 'damaged', status: 'waiting', reason: '' },
				items: JSON.stringify([
					{ itemId: line?.itemId, quantity: 2, amount: '39.98' },
					{ itemId: other?.itemId, quantity: 1, amount: '5.00' },
					{ shipping: '4.99' },
				]),
			},
		]);
		expect(world.simulator.calls()).toEqual([]);
		const run = await send();
		expect(rows()).toMatchObject([
			{
				...{ status: 'submitted', reason: '', message: 'Amazon was told CustomerReturn for "damaged"' },
				...{ feedId: expect.stringMatching(/./), messageId: 1 },
			},
		]);
		expect(JSON.parse(String(rows()[0]?.['refunded']))).toMatchObject([{ itemId: line?.itemId }, {}]);
		expect(run.json(NOTICE)).toEqual([]);
		await collect();
		expect(rows()).toMatchObject([
			{ status: 'accepted', message: 'Amazon was told CustomerReturn for "damaged"' },
		]);
		expect(given()).toEqual(['1 Principal 39.98', '1 Shipping 2.50', '2 Principal 5.00', '2 Shipping 2.49']);
		expect(world.atAmazon(sale).refunds).toMatchObject([{ reason: 'CustomerReturn', quantity: 2 }, {}]);
	});

	it('units go back one by one, then an amount for the rest', async () => {
		ship();
		for (let unit = 1; unit <= 2; unit++) {
			await refund([1, 0]);
			await tell();
			await send();
			await collect();
		}
		expect(given()).toEqual(['1 Principal 19.99', '1 Principal 19.99']);
		expect(rows()).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
		await refund([0, 0], { amount: '9.99' });
		await tell();
		const run = await send();
		expect(rows()[2]).toMatchObject({ amount: '9.99', items: '', status: 'submitted' });
		await collect();
		expect(total()).toBe('49.97');
		expect(run.json(NOTICE)).toEqual([]);
	});

	it('an amount without lines is shared out over the order', async () => {
		ship();
		await refund([], { amount: '4.50' });
		await tell();
		await send();
		await collect();
		expect(rows()).toMatchObject([{ amount: '4.50', items: '', status: 'accepted' }]);
		expect(total()).toBe('4.50');
	});

	it('parts that do not add up to the amount are left to Amazon to share out over the lines', async () => {
		ship();
		await refund([1, 0], { amount: '10.00' });
		await tell();
		expect(JSON.parse(String(rows()[0]?.['items']))).toEqual([
			{ itemId: sale.lines[0]?.itemId, quantity: 1 },
		]);
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 10.00']);
	});

	it('tax that the store names beside its lines belongs to what the buyer got', async () => {
		ship();
		const { line_items: lines } = order();
		await world.stores.woo('POST', `orders/${id}/refunds`, {
			line_items: [
				{
					id: lines[1]?.id,
					quantity: 1,
					refund_total: '4.20',
					refund_tax: [{ id: 1, refund_total: '0.80' }],
				},
			],
		});
		await tell();
		expect(JSON.parse(String(rows()[0]?.['items']))).toMatchObject([{ amount: '5.00' }]);
		await send();
		await collect();
		expect(given()).toEqual(['2 Principal 5.00']);
	});

	it('the same message again does nothing new', async () => {
		ship();
		await refund([1, 0]);
		expectAnswered(await tell());
		await send();
		expectAnswered(await tell());
		await send();
		await collect();
		expect(rows()).toHaveLength(1);
		expect(world.calls('createFeed')).toBe(1);
		expect(given()).toEqual(['1 Principal 19.99']);
	});

	it('a refund before the shipment is held, and a person is told', async () => {
		await refund([1, 0]);
		await tell();
		const run = await send();
		expect(rows()).toMatchObject([{ status: 'held', reason: 'not-shipped-yet' }]);
		expect(run.json(NOTICE)).toMatchObject([
			{
				subject: '1 refund did not go to Amazon',
				text: expect.stringContaining(`- ${sale.amazonOrderId} (woocommerce/5900), 19.99 EUR: `),
			},
		]);
		expect(world.calls('createFeed')).toBe(0);
	});

	it.each([
		{ what: 'without refunds', change: { refunds: [] } },
		{ what: "of the shop's own", change: { meta_data: [] } },
	])('an order $what goes no further, and the store is not asked', async ({ change }) => {
		await refund([1, 0]);
		const asked = world.store.calls.length;
		const result = await world.wooTells(FILE, { ...order(), ...change });
		expectAnswered(result);
		expect(result.run?.json(NOTHING)).toHaveLength(1);
		expect(rows()).toEqual([]);
		expect(world.store.calls).toHaveLength(asked);
	});

	it('is answered with an error when the refunds cannot be read; the next message does it', async () => {
		await refund([1, 0]);
		world.store.faults.add({ kind: 'status', platform: 'wooCommerce', status: 503, times: 3 });
		const { response } = await tell();
		expect(response.statusCode).toBe(500);
		expect(rows()).toEqual([]);
		expectAnswered(await tell());
		expect(rows()).toHaveLength(1);
	});

	it('the unsigned test call is answered 200 and ignored', async () => {
		const { response, run } = await world.harness.webhook(world.workflow(FILE), WOO_START, wooPing());
		expect(response.statusCode).toBe(200);
		expect(run?.order.at(-1)).toBe('Answer the Test Call');
	});
});

describe('Shopify gives back', () => {
	let orderId: number;

	beforeEach(async () => {
		orderId = Number((await world.importInto('shopify', sale)).split('/').at(-1));
		ship();
	});

	const tell = async (overrides: object = {}, options: Parameters<typeof shopifyRefund>[1] = {}) =>
		await world.shopifyTells(FILE, SHOPIFY_START, 'refunds/create', {
			...shopifyRefund(sale, options),
			...{ order_id: orderId, ...overrides },
		});

	it('a whole refund goes back with its shipping', async () => {
		expectAnswered(await tell({}, { note: 'Wrong item' }));
		expect(rows()).toMatchObject([
			{ refund: 'shopify/930000000001', amount: '49.97', currency: 'EUR', refundReason: 'Wrong item' },
		]);
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 39.98', '1 Shipping 2.50', '2 Principal 5.00', '2 Shipping 2.49']);
		expect(world.atAmazon(sale).refunds).toMatchObject([{ reason: 'DifferentItem' }, {}]);
	});

	it('shipping is found where Shopify lists it since 2024-10, too', async () => {
		const money = (amount: string) => ({ shop_money: { amount, currency_code: 'EUR' } });
		const refund_shipping_lines = [
			{ id: 1, subtotal_amount_set: money('4.99'), tax_amount_set: money('0.00') },
		];
		const discrepancy = { kind: 'refund_discrepancy', amount: '1.00', tax_amount: '0.00' };
		await tell({ refund_shipping_lines, order_adjustments: [discrepancy] });
		const items = JSON.parse(String(rows()[0]?.['items'])) as object[];
		expect(items.at(-1)).toEqual({ shipping: '4.99' });
	});

	it('one unit goes back by its line', async () => {
		await tell({}, { quantities: [1, 0], shipping: false });
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 19.99']);
		expect(world.atAmazon(sale).refunds).toMatchObject([{ quantity: 1 }]);
	});

	it('more than was paid is held, and a person is told', async () => {
		const transactions = [{ kind: 'refund', status: 'success', amount: '99.00', currency: 'EUR' }];
		await tell({ transactions });
		const run = await send();
		expect(rows()).toMatchObject([{ amount: '99.00', status: 'held', reason: 'above-paid' }]);
		expect(run.json(NOTICE)).toMatchObject([{ refunds: 1 }]);
	});

	it.each([
		{ what: 'a return without money', overrides: { transactions: [] } },
		{
			what: 'a refund that failed',
			overrides: { transactions: [{ kind: 'refund', status: 'failure', amount: '5.00', currency: 'EUR' }] },
		},
		{ what: 'an order that Shopify does not have', overrides: { order_id: 1 } },
	])('$what goes no further', async ({ overrides }) => {
		const result = await tell(overrides);
		expectAnswered(result);
		expect(result.run?.json(NOTHING)).toHaveLength(1);
		expect(rows()).toEqual([]);
	});

	it('what a cancellation gives back goes no further: Amazon has charged nothing yet', async () => {
		const { raw } = world.store.orders.find(({ platform }) => platform === 'shopify') ?? {};
		Object.assign(raw ?? {}, { cancelledAt: '2026-11-21T10:00:00Z' });
		expectAnswered(await tell());
		expect(rows()).toEqual([]);
	});
});

describe('Magento gives back', () => {
	let id: string;

	beforeEach(async () => {
		id = await world.importInto('magento', sale);
		await world.stores.magento('POST', `order/${id}/invoice`, { capture: true });
		ship();
	});

	const refund = async (body: object = {}) => {
		const { status } = await world.stores.magento('POST', `order/${id}/refund`, body);
		expect(status).toBe(200);
	};
	const itemId = () => {
		const { raw } = world.store.orders.find(({ platform }) => platform === 'magento') ?? {};
		return (raw as { items: Array<{ item_id: number }> }).items[0]?.item_id;
	};
	const look = async () => await world.run(FILE, MAGENTO_START);

	it('a credit memo for everything goes back with its shipping', async () => {
		await refund();
		await look();
		expect(rows()).toMatchObject([
			{ refund: 'magento/1', amount: '49.97', currency: 'EUR', store: 'magento' },
		]);
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 39.98', '1 Shipping 2.50', '2 Principal 5.00', '2 Shipping 2.49']);
	});

	it('a credit memo for one unit goes back by its line', async () => {
		await refund({ items: [{ order_item_id: itemId(), qty: 1 }], arguments: { shipping_amount: 0 } });
		await look();
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 19.99']);
	});

	it('a correction is part of the amount', async () => {
		await refund({
			items: [{ order_item_id: itemId(), qty: 1 }],
			arguments: { shipping_amount: 0, adjustment_negative: 4.99 },
		});
		await look();
		expect(JSON.parse(String(rows()[0]?.['items']))).toEqual([
			{ itemId: sale.lines[0]?.itemId, quantity: 1 },
		]);
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 15.00']);
	});

	it('reads again what is a few minutes old, and does nothing new', async () => {
		await refund();
		await look();
		await look();
		expect(rows()).toHaveLength(1);
		expect(world.rows(PROGRESS)).toMatchObject([{ store: 'magento-refunds' }]);
	});

	it("the shop's own credit memos end as such", async () => {
		const own = await world.importInto('magento', { ...sale, amazonOrderId: 'POS-1' });
		await world.stores.magento('POST', `order/${own}/invoice`, { capture: true });
		await world.stores.magento('POST', `order/${own}/refund`, {});
		const run = await look();
		expect(run.json(NOTHING)).toHaveLength(1);
		expect(rows()).toEqual([]);
		expect(run.responses).toEqual([]);
	});

	it('does not move on when the rows could not be written', async () => {
		await refund();
		const workflow = withoutTable(world.workflow(FILE), PUT);
		const run = await world.harness.run(workflow, { startNode: MAGENTO_START });
		expect(run.error).toMatchObject({ node: 'Put Into the Table' });
		expect(world.rows(PROGRESS)).toEqual([]);
	});
});

describe('what waits goes to Amazon', () => {
	/** A refund of one unit of the first line, as a store's message leaves it. */
	const wait = (row: OfferRow = {}) =>
		world.harness.dataTables.insert(REFUNDS, [
			{
				...{ refund: 'shopify/1', amazonOrderId: sale.amazonOrderId, amount: '19.99', currency: 'EUR' },
				items: JSON.stringify([{ itemId: sale.lines[0]?.itemId, quantity: 1, amount: '19.99' }]),
				...{ refundReason: '', status: 'waiting', reason: '', message: '', refunded: '', store: 'shopify' },
				...row,
			},
		]);

	beforeEach(() => void ship());

	it('several refunds of an order in one run are weighed together', async () => {
		wait();
		wait({ refund: 'shopify/2' });
		wait({ refund: 'shopify/3' });
		await send();
		expect(rows()).toMatchObject([
			{ status: 'submitted' },
			{ status: 'submitted' },
			{ status: 'held', reason: 'more-than-ordered' },
		]);
		expect(world.calls('createFeed')).toBe(1);
	});

	it.each([
		{ before: 'accepted', status: 'held', reason: 'more-than-ordered' },
		{ before: 'submitted', status: 'held', reason: 'more-than-ordered' },
		{ before: 'rejected', status: 'submitted', reason: '' },
		{ before: 'held', status: 'submitted', reason: '' },
	])('after an earlier refund that was $before, both units are $status', async ({ before, ...row }) => {
		const { itemId } = sale.lines[0] ?? {};
		const components = [{ component: 'Principal', amount: '19.99' }];
		wait({ status: before, refunded: JSON.stringify([{ itemId, quantity: 1, components }]) });
		const items = JSON.stringify([{ itemId, quantity: 2, amount: '39.98' }]);
		wait({ refund: 'shopify/2', amount: '39.98', items });
		await send();
		expect(rows()).toMatchObject([{ status: before }, row]);
	});

	it('two runs at the same moment send a refund once', async () => {
		wait();
		await Promise.all([send(), send()]);
		await collect();
		expect(given()).toEqual(['1 Principal 19.99']);
		expect(rows()).toMatchObject([{ status: 'accepted' }]);
	});

	it('another currency is held', async () => {
		wait({ currency: 'USD' });
		await send();
		expect(rows()).toMatchObject([{ status: 'held', reason: 'currency-differs' }]);
	});

	it.each([
		{ what: 'Amazon cannot be asked about the order', operation: 'getOrder', status: 403 },
		{ what: 'Amazon refuses the feed', operation: 'createFeed', status: 400 },
	])('when $what it waits, and goes with the next run', async ({ operation, status }) => {
		wait();
		world.simulator.faults.add({ kind: 'status', status, operation, times: null });
		const run = await send();
		expect(rows()).toMatchObject([
			{ status: 'waiting', reason: 'not-sent', message: expect.stringMatching(/\w{3}/), feedId: null },
		]);
		expect(run.json(NOTICE)).toEqual([]);
		world.simulator.faults.clear();
		await send();
		await collect();
		expect(given()).toEqual(['1 Principal 19.99']);
	});

	it.each([
		{ what: 'Amazon has it', fault: { kind: 'reset-after', operation: 'createFeed' }, feeds: 1 },
		{ what: 'Amazon has not', fault: { kind: 'status', status: 500, operation: 'createFeed' }, feeds: 0 },
	] as const)(
		'when the answer is lost and $what, nobody knows: it is never sent again by itself',
		async ({ fault, feeds }) => {
			wait();
			world.simulator.faults.add(fault);
			const run = await send();
			expect(rows()).toMatchObject([
				{
					status: 'unclear',
					reason: 'answer-lost',
					message: expect.stringContaining('Seller Central'),
					feedId: null,
				},
			]);
			expect(run.json(NOTICE)).toMatchObject([{ refunds: 1 }]);
			await send();
			expect(world.simulator.state.feeds.list()).toHaveLength(feeds);
		},
	);

	it("another run's refund that Amazon took at the same moment is not taken for a lost one", async () => {
		const other = world.buy();
		world.note(other);
		world.simulator.changeOrder(other.amazonOrderId, { action: 'ship' });
		const [line] = other.lines;
		const items = JSON.stringify([{ itemId: line?.itemId, quantity: 1, amount: '19.99' }]);
		wait();
		world.simulator.faults.add({ kind: 'reset-before', operation: 'createFeed' });
		await send();
		wait({ refund: 'shopify/2', amazonOrderId: other.amazonOrderId, items });
		await send();
		await collect();
		expect(rows()).toMatchObject([{ status: 'unclear' }, { status: 'accepted' }]);
		expect(given()).toEqual([]);
	});

	it('what may have been given back counts: another refund of the order goes no further than what was paid', async () => {
		wait();
		world.simulator.faults.add({ kind: 'reset-after', operation: 'createFeed' });
		await send();
		const { itemId } = sale.lines[0] ?? {};
		const items = JSON.stringify([{ itemId, quantity: 2, amount: '39.98' }]);
		wait({ refund: 'shopify/2', amount: '39.98', items });
		await send();
		expect(rows()).toMatchObject([{ status: 'unclear' }, { status: 'held', reason: 'more-than-ordered' }]);
	});

	it('a refund that was cut off on its way is unclear, and a person is told', async () => {
		wait({ status: 'sending' });
		expect((await send()).json(NOTICE)).toEqual([]);
		expect(rows()).toMatchObject([{ status: 'sending' }]);
		const workflow = world.workflow(FILE);
		changeSetting(workflow, 'cutOffAfterMinutes', -1);
		const run = await world.harness.run(workflow, { startNode: SEND });
		expect(rows()).toMatchObject([{ status: 'unclear', reason: 'cut-off' }]);
		expect(run.json(NOTICE)).toMatchObject([{ refunds: 1 }]);
		expect(world.calls('createFeed')).toBe(0);
	});

	describe('a refund that is in the table twice', () => {
		const once = async () => {
			await collect();
			expect(given()).toEqual(['1 Principal 19.99']);
			expect(rows()).toMatchObject([{ refund: 'shopify/1', status: 'accepted' }]);
		};

		it('is sent once, and the copy goes', async () => {
			wait();
			wait();
			await send();
			await once();
		});

		it('is not sent again when its copy comes late', async () => {
			wait();
			await send();
			wait();
			await send();
			expect(world.calls('createFeed')).toBe(1);
			await once();
		});

		it.each(['held', 'rejected', 'unclear'])('does not go round its copy that is %s', async (status) => {
			wait({ status });
			wait();
			await send();
			expect(rows()).toMatchObject([{ status }]);
			expect(world.calls('createFeed')).toBe(0);
		});

		it('waits while another run has its copy', async () => {
			wait({ status: 'sending', claim: 'another run' });
			wait();
			await send();
			expect(rows()).toMatchObject([{ status: 'sending' }, { status: 'waiting', claim: '' }]);
			expect(world.calls('createFeed')).toBe(0);
		});
	});

	it('a message that comes late does not set a refund back that was sent meanwhile', async () => {
		const orderId = Number((await world.importInto('shopify', sale)).split('/').at(-1));
		const tell = async () =>
			await world.shopifyTells(FILE, SHOPIFY_START, 'refunds/create', {
				...shopifyRefund(sale),
				order_id: orderId,
			});
		await tell();
		await send();
		const [row] = rows();
		// A run that looked before the row was there, and writes now.
		world.harness.dataTables.insert(
			REFUNDS,
			[{ ...row, id: undefined, status: 'waiting', feedId: null, claim: '' }].map(
				({ id: _id, ...copy }) => copy as OfferRow,
			),
		);
		await send();
		expect(world.calls('createFeed')).toBe(1);
		expect(rows()).toMatchObject([{ status: 'submitted' }]);
		const put = world.workflow(FILE).nodes.find(({ name }) => name === PUT);
		expect(put?.parameters['operation']).toBe('insert');
	});

	it.each(['x', '[null]', '{}', '"a"', '[1]'])('a row whose lines are %s is held alone', async (items) => {
		const other = world.buy();
		world.note(other);
		world.simulator.changeOrder(other.amazonOrderId, { action: 'ship' });
		wait({ items, refund: 'shopify/1' });
		wait({ refund: 'shopify/2', amazonOrderId: other.amazonOrderId, items: '' });
		const run = await send();
		expect(rows()).toMatchObject([
			{ status: 'held', reason: 'not-readable', claim: '' },
			{ status: 'submitted' },
		]);
		expect(run.json(NOTICE)).toMatchObject([{ refunds: 1 }]);
	});

	it('after a refund of which nobody knows what it gave back, the next of the order is held', async () => {
		wait({ status: 'unclear', reason: 'cut-off', refunded: '' });
		wait({ refund: 'shopify/2' });
		await send();
		expect(rows()).toMatchObject([
			{ status: 'unclear' },
			{ status: 'held', reason: 'earlier-refund-unknown' },
		]);
		expect(world.calls('createFeed')).toBe(0);
	});

	it('rows without a name, made by hand, are no copies of each other', async () => {
		const other = world.buy();
		world.note(other);
		world.simulator.changeOrder(other.amazonOrderId, { action: 'ship' });
		wait({ refund: '' });
		wait({ refund: '', amazonOrderId: other.amazonOrderId, items: '' });
		await send();
		expect(rows()).toMatchObject([{ status: 'submitted' }, { status: 'submitted' }]);
	});

	it('waits while another run gives back for the same order', async () => {
		wait({ status: 'sending', claim: 'another run', refund: 'shopify/2' });
		wait();
		await send();
		expect(rows()).toMatchObject([{ status: 'sending' }, { status: 'waiting' }]);
	});

	it('a run whose row was given to somebody else writes nothing into it', async () => {
		wait();
		const workflow = world.workflow(FILE);
		await world.harness.run(workflow, { startNode: SEND, destinationNode: 'Sort Them' });
		expect(rows()).toMatchObject([{ status: 'sending', claim: expect.stringMatching(/./) }]);
		await send();
		expect(rows()).toMatchObject([{ status: 'sending' }]);
		expect(world.calls('createFeed')).toBe(0);
	});

	it('does nothing at all while nothing waits', async () => {
		expect((await send()).order).toEqual([
			...['Send by Hand', 'Settings', 'Hold Refunds That Were Cut Off', 'Read Waiting Refunds'],
		]);
	});
});

describe('whatever the store', () => {
	it.each([
		...forgeries('WooCommerce', WOO_START, WOO_SECRET, (secret) =>
			wooWebhook('updated', wooRefundedOrder(sale), secret, { resource: 'order' }),
		),
		...forgeries('Shopify', SHOPIFY_START, SHOPIFY_SECRET, (secret) =>
			shopifyWebhook('refunds/create', { ...shopifyRefund(sale), id: 1 }, secret),
		),
	])('$what: is answered 401 and nothing is written', async ({ start, request }) => {
		const { response, run } = await world.harness.webhook(world.workflow(FILE), start, request());
		expect(response.statusCode).toBe(401);
		expect(run?.error).toBeUndefined();
		expect(rows()).toEqual([]);
		expect(world.store.calls).toEqual([]);
	});

	it('is answered with an error when the row cannot be written', async () => {
		const orderId = Number((await world.importInto('shopify', sale)).split('/').at(-1));
		const payload = { ...shopifyRefund(sale), order_id: orderId };
		const request = shopifyWebhook('refunds/create', payload, SHOPIFY_SECRET);
		const workflow = withoutTable(world.workflow(FILE), PUT);
		const { response, run } = await world.harness.webhook(workflow, SHOPIFY_START, request);
		expect(response.statusCode).toBe(500);
		expect(run?.responses).toEqual([]);
	});

	it('the three lists make the same rows', () => {
		const marker = "/** Amazon's order id, or nothing";
		const ends = world
			.workflow(FILE)
			.nodes.filter(({ name }) => /^List .*Refunds?$/.test(name))
			.map((node) => textOf(node, 'jsCode').split(marker)[1]);
		expect(ends).toHaveLength(3);
		expect(ends[0]).toContain('function toRow');
		expect(new Set(ends).size).toBe(1);
	});

	it('keeps secrets and tokens out of the run data', async () => {
		ship();
		const orderId = Number((await world.importInto('shopify', sale)).split('/').at(-1));
		const payload = { ...shopifyRefund(sale), order_id: orderId };
		const runs = [
			(await world.shopifyTells(FILE, SHOPIFY_START, 'refunds/create', payload)).run,
			await world.run(FILE, MAGENTO_START),
			await send(),
		];
		const text = JSON.stringify(runs.map((run) => run?.raw.data));
		expect(text).toContain(sale.amazonOrderId);
		expect(storeSecrets().filter((secret) => text.includes(secret))).toEqual([]);
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
	});
});
