import type { AmazonSale } from '../fixtures/stores/amazonSale';
import { orderFeed, signIn, submitFeed, submitOrderFeed, type Session } from '../simulator/client';
import { ORDERS, REFUNDS, SHIPMENTS, type OfferRow } from './exampleWorld';
import type { RunResult } from './harness';
import { NOTICE, startSendBackWorld, type SendBackWorld } from './sendBackWorld';
import { changeSetting } from './settings';

const FILE = 'order-feed-results';
const TRIGGER = 'When Amazon Has Finished an Order Feed';

let world: SendBackWorld;
let session: Session;

beforeEach(async () => {
	world = await startSendBackWorld();
	session = await signIn(world.simulator.url);
});
afterEach(async () => await world.stop());

const buyThree = (): [AmazonSale, AmazonSale, AmazonSale] => [world.buy(), world.buy(), world.buy()];
const cancelAtAmazon = ({ amazonOrderId }: AmazonSale) =>
	world.simulator.changeOrder(amazonOrderId, { action: 'cancel' });
/** Lets the trigger look, and runs what follows; it has to find something. */
const collect = async (): Promise<RunResult> => {
	const run = await world.poll(FILE, TRIGGER);
	if (run === undefined) throw new Error('The trigger found nothing');
	return run;
};

describe('shipments', () => {
	const rows = () => world.rows(SHIPMENTS);
	const wait = (sale: AmazonSale, row: OfferRow = {}) =>
		world.harness.dataTables.insert(SHIPMENTS, [
			{
				...{ shipment: `shopify/${sale.amazonOrderId}`, amazonOrderId: sale.amazonOrderId, carrier: 'DHL' },
				...{ service: '', trackingNumber: 'T-1', shipDate: '', items: '', store: 'shopify' },
				...{ status: 'waiting', reason: '', message: '', ...row },
			},
		]);
	/** Three packages in one feed, which looks no order up: the second one is cancelled. */
	const ship = async () => {
		const sales = buyThree();
		for (const sale of sales) {
			world.note(sale);
			wait(sale);
		}
		cancelAtAmazon(sales[1]);
		await world.run('shipments-in-bulk', 'Run by Hand');
		return sales;
	};

	it('accepted and rejected ones are told apart, with the words of Amazon', async () => {
		const [first, second] = await ship();
		const run = await collect();
		expect(rows()).toMatchObject([
			{ status: 'accepted', reason: '', message: '' },
			{ status: 'rejected', reason: '18021', message: expect.stringContaining('could be fulfilled') },
			{ status: 'accepted' },
		]);
		expect(world.orders()).toMatchObject([{ shipped: 'yes' }, { shipped: 'rejected' }, { shipped: 'yes' }]);
		expect(world.atAmazon(first).status).toBe('SHIPPED');
		expect(run.json(NOTICE)).toEqual([
			expect.objectContaining({
				subject: 'Amazon did not take 1 shipment',
				text: expect.stringContaining(`- ${second.amazonOrderId}: The quantities you provided`),
			}),
		]);
	});

	it('no message when Amazon accepted everything', async () => {
		const sale = world.buy();
		wait(sale);
		await world.run('shipments-in-bulk', 'Run by Hand');
		expect((await collect()).json(NOTICE)).toEqual([]);
		expect(rows()).toMatchObject([{ status: 'accepted' }]);
	});

	it('one message names all that was rejected in a feed', async () => {
		for (let index = 0; index < 60; index++) {
			const sale = world.buy();
			wait(sale);
			cancelAtAmazon(sale);
		}
		await world.run('shipments-in-bulk', 'Run by Hand');
		const [message, ...others] = (await collect()).json(NOTICE);
		expect(others).toEqual([]);
		expect(message).toMatchObject({ subject: 'Amazon did not take 60 shipments', rejected: 60 });
		const text = JSON.stringify(message?.['text']);
		expect(text.split('\\n')).toHaveLength(53);
		expect(text).toContain('... and 10 more');
	});

	it('FATAL without a report: some may be shipped, so all are unclear', async () => {
		world.simulator.faults.add({ kind: 'feed-fatal', operation: 'createFeed' });
		await ship();
		const run = await collect();
		const unclear = {
			status: 'unclear',
			reason: 'no-report',
			message: expect.stringMatching(/^Amazon gave up on feed/),
		};
		expect(rows()).toMatchObject([unclear, unclear, unclear]);
		expect(run.json(NOTICE)).toMatchObject([{ rejected: 3 }]);
	});

	it('CANCELLED: all of the feed wait and are sent again', async () => {
		world.simulator.faults.add({ kind: 'feed-cancelled', operation: 'createFeed' });
		await ship();
		const run = await collect();
		expect(rows()).toMatchObject([{ status: 'waiting' }, { status: 'waiting' }, { status: 'waiting' }]);
		expect(world.orders()).toMatchObject([{ shipped: '' }, {}, {}]);
		expect(run.json(NOTICE)).toEqual([]);
		await world.run('shipments-in-bulk', 'Run by Hand');
		await collect();
		expect(rows()).toMatchObject([{ status: 'accepted' }, { status: 'rejected' }, { status: 'accepted' }]);
	});

	it('one message in a wrong form, and Amazon takes none of the feed', async () => {
		const [first, second] = buyThree();
		const good = `<AmazonOrderID>${first.amazonOrderId}</AmazonOrderID><FulfillmentDate>2026-11-25T10:00:00Z</FulfillmentDate>`;
		const bad = `<AmazonOrderID>${second.amazonOrderId}</AmazonOrderID>`;
		const feedId = await submitOrderFeed(session, 'OrderFulfillment', [good, bad]);
		wait(first, { status: 'submitted', feedId, messageId: 1 });
		wait(second, { status: 'submitted', feedId, messageId: 2 });
		await collect();
		expect(rows()).toMatchObject([
			{ status: 'rejected', message: expect.stringMatching(/^Amazon refused feed \d+ as a whole/) },
			{ status: 'rejected', reason: '5000', message: expect.stringContaining('XML Parsing Error') },
		]);
		expect(world.atAmazon(first).status).toBe('UNSHIPPED');
	});

	it('a row that waits again meanwhile, and rows of other feeds, stay as they are', async () => {
		await ship();
		world.harness.dataTables.updateAll(SHIPMENTS, { status: 'waiting', trackingNumber: 'NEW' });
		wait(world.buy(), { status: 'submitted', feedId: 'another', messageId: 1 });
		await collect();
		expect(rows()).toMatchObject([
			...[{ status: 'waiting' }, { status: 'waiting' }, { status: 'waiting' }, { status: 'submitted' }],
		]);
		expect(world.orders()).toMatchObject([{ shipped: 'submitted' }, {}, {}]);
	});

	it('an order that is shipped for sure does not become rejected', async () => {
		const [, second] = await ship();
		world.harness.dataTables.updateAll(ORDERS, { shipped: 'yes' });
		await collect();
		expect(world.order(second.amazonOrderId)).toMatchObject({ shipped: 'yes' });
	});

	it('a report that cannot be read changes nothing and is left to the hourly look', async () => {
		await ship();
		world.simulator.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: null });
		await world.run(FILE, TRIGGER, [{ feedId: String(rows()[0]?.['feedId']), status: 'unclear' }]);
		expect(rows()).toMatchObject([{ status: 'submitted' }, { status: 'submitted' }, { status: 'submitted' }]);
	});
});

describe('refunds', () => {
	const component = (amount: string) =>
		`<Component><Type>Principal</Type><Amount currency="EUR">${amount}</Amount></Component>`;
	const message = ({ amazonOrderId, lines: [line] }: AmazonSale, amount: string) =>
		`<AmazonOrderID>${amazonOrderId}</AmazonOrderID><AdjustedItem><AmazonOrderItemCode>${line?.itemId}</AmazonOrderItemCode>` +
		`<AdjustmentReason>CustomerReturn</AdjustmentReason><ItemPriceAdjustments>${component(amount)}</ItemPriceAdjustments></AdjustedItem>`;
	const note = (sale: AmazonSale, feedId: string, messageId: number) =>
		world.harness.dataTables.insert(REFUNDS, [
			{
				...{
					refund: `shopify/${messageId}`,
					amazonOrderId: sale.amazonOrderId,
					amount: '5.00',
					currency: 'EUR',
				},
				...{
					status: 'submitted',
					reason: '',
					message: '',
					refunded: '[]',
					feedId,
					messageId,
					store: 'shopify',
				},
			},
		]);

	it('accepted and rejected ones are told apart, and a person hears of the latter', async () => {
		const [first, second] = buyThree();
		for (const { amazonOrderId } of [first, second])
			world.simulator.changeOrder(amazonOrderId, { action: 'ship' });
		const contents = [message(first, '5.00'), message(second, '500.00')];
		const feedId = await submitOrderFeed(session, 'OrderAdjustment', contents);
		note(first, feedId, 1);
		note(second, feedId, 2);
		const run = await collect();
		expect(world.rows(REFUNDS)).toMatchObject([
			{ status: 'accepted' },
			{ status: 'rejected', message: expect.stringContaining('exceeds the balance') },
		]);
		expect(world.atAmazon(first).refunds).toHaveLength(1);
		expect(run.json(NOTICE)).toMatchObject([{ subject: 'Amazon did not take 1 refund' }]);
	});

	it('refunds of other feeds stay as they are', async () => {
		const [first, second] = buyThree();
		world.simulator.changeOrder(first.amazonOrderId, { action: 'ship' });
		const feedId = await submitOrderFeed(session, 'OrderAdjustment', [message(first, '5.00')]);
		note(first, feedId, 1);
		note(second, 'another', 1);
		await collect();
		expect(world.rows(REFUNDS)).toMatchObject([{ status: 'accepted' }, { status: 'submitted' }]);
	});

	it('CANCELLED: they wait and are sent again', async () => {
		world.simulator.faults.add({ kind: 'feed-cancelled', operation: 'createFeed' });
		const sale = world.buy();
		const feedId = await submitOrderFeed(session, 'OrderAdjustment', [message(sale, '5.00')]);
		note(sale, feedId, 1);
		await collect();
		expect(world.rows(REFUNDS)).toMatchObject([{ status: 'waiting', reason: '' }]);
	});
});

const refuse = ({ amazonOrderId, lines }: AmazonSale) =>
	`<AmazonOrderID>${amazonOrderId}</AmazonOrderID><StatusCode>Failure</StatusCode>` +
	lines
		.map(
			({ itemId }) =>
				`<Item><AmazonOrderItemCode>${itemId}</AmazonOrderItemCode><CancelReason>NoInventory</CancelReason></Item>`,
		)
		.join('');

describe('acknowledgements and cancellations', () => {
	const accept = ({ amazonOrderId }: AmazonSale) =>
		`<AmazonOrderID>${amazonOrderId}</AmazonOrderID><MerchantOrderID>5001</MerchantOrderID><StatusCode>Success</StatusCode>`;
	const acknowledged = (feedId: string, messageId: number) => ({
		...{ acknowledged: 'submitted', acknowledgeFeedId: feedId, acknowledgeMessageId: messageId },
	});
	const asked = (feedId: string, messageId: number) => ({
		...{ cancellation: 'submitted', cancelFeedId: feedId, cancelMessageId: messageId },
	});

	it('an order is acknowledged, or not, with the words of Amazon', async () => {
		const [first, second, third] = buyThree();
		cancelAtAmazon(second);
		const contents = [first, second, third].map(accept);
		const feedId = await submitOrderFeed(session, 'OrderAcknowledgement', contents);
		world.note(first, { ...acknowledged(feedId, 1), message: 'a remark of the import' });
		world.note(second, acknowledged(feedId, 2));
		world.note(third, acknowledged(feedId, 3));
		const run = await collect();
		expect(world.orders()).toMatchObject([
			{ acknowledged: 'yes', message: 'a remark of the import' },
			{
				acknowledged: 'rejected',
				status: 'imported',
				message: expect.stringMatching(/^Not acknowledged: .*cancelled/),
			},
			{ acknowledged: 'yes' },
		]);
		expect(world.atAmazon(first).sellerOrderId).toBe('5001');
		expect(run.json(NOTICE)).toMatchObject([{ subject: 'Amazon did not take 1 acknowledgement' }]);
	});

	it('an order is cancelled, or stays, with the words of Amazon', async () => {
		const [first, second] = buyThree();
		world.simulator.changeOrder(second.amazonOrderId, { action: 'ship' });
		const feedId = await submitOrderFeed(session, 'OrderAcknowledgement', [refuse(first), refuse(second)]);
		world.note(first, asked(feedId, 1));
		world.note(second, asked(feedId, 2));
		const run = await collect();
		expect(world.orders()).toMatchObject([
			{ status: 'cancelled', cancellation: 'yes', reason: '' },
			{
				status: 'imported',
				cancellation: 'rejected',
				message: expect.stringMatching(/^Not cancelled at Amazon: .*SHIPPED/),
			},
		]);
		expect(world.atAmazon(first).status).toBe('CANCELLED');
		expect(run.json(NOTICE)).toMatchObject([{ subject: 'Amazon did not take 1 cancellation' }]);
	});

	it('rows of other feeds stay as they are, although their messages have the same numbers', async () => {
		const [first, second, third] = buyThree();
		const fourth = world.buy();
		cancelAtAmazon(second);
		const feedId = await submitOrderFeed(session, 'OrderAcknowledgement', [accept(first), accept(second)]);
		world.note(first, acknowledged(feedId, 1));
		world.note(second, acknowledged(feedId, 2));
		world.note(third, { ...acknowledged('another', 1), ...asked('another', 1) });
		world.note(fourth, { ...acknowledged('another', 2), ...asked('another', 2) });
		await collect();
		const waiting = { status: 'imported', acknowledged: 'submitted', cancellation: 'submitted' };
		expect(world.orders()).toMatchObject([
			...[{ acknowledged: 'yes' }, { acknowledged: 'rejected' }, waiting, waiting],
		]);
	});

	it('CANCELLED: acknowledged with the next import, and asked for again', async () => {
		const [first, second] = buyThree();
		world.simulator.faults.add({ kind: 'feed-cancelled', operation: 'createFeed', times: 2 });
		const one = await submitOrderFeed(session, 'OrderAcknowledgement', [accept(first)]);
		const other = await submitOrderFeed(session, 'OrderAcknowledgement', [refuse(second)]);
		world.note(first, acknowledged(one, 1));
		world.note(second, asked(other, 1));
		await collect();
		expect(world.orders()).toMatchObject([
			{ acknowledged: '' },
			{ status: 'imported', cancellation: 'asked', reason: 'store-cancelled' },
		]);
		await world.run('cancellations', 'Send by Hand');
		await collect();
		expect(world.order(second.amazonOrderId)).toMatchObject({ status: 'cancelled', cancellation: 'yes' });
	});

	it('a cancellation that was rejected before is not told again when its acknowledgement is sent once more', async () => {
		const [first] = buyThree();
		world.simulator.faults.add({ kind: 'feed-cancelled', operation: 'createFeed' });
		const feedId = await submitOrderFeed(session, 'OrderAcknowledgement', [accept(first)]);
		world.note(first, { ...acknowledged(feedId, 1), cancellation: 'rejected', cancelFeedId: 'earlier' });
		const run = await collect();
		expect(world.orders()).toMatchObject([{ acknowledged: '', cancellation: 'rejected' }]);
		expect(run.json(NOTICE)).toEqual([]);
	});

	it('FATAL without a report: the acknowledgement is sent again, and a person hears of the cancellation', async () => {
		const [first, second] = buyThree();
		world.simulator.faults.add({ kind: 'feed-fatal', operation: 'createFeed', times: 2 });
		const one = await submitOrderFeed(session, 'OrderAcknowledgement', [accept(first)]);
		const other = await submitOrderFeed(session, 'OrderAcknowledgement', [refuse(second)]);
		world.note(first, acknowledged(one, 1));
		world.note(second, asked(other, 1));
		const run = await collect();
		expect(world.orders()).toMatchObject([{ acknowledged: '' }, { cancellation: 'unclear' }]);
		expect(run.json(NOTICE)).toMatchObject([{ subject: 'Amazon did not take 1 cancellation' }]);
	});
});

it('feeds of prices and stock are none of its business', async () => {
	const content = { header: { sellerId: session.seller.sellerId, version: '2.0' }, messages: [] };
	await submitFeed(session, content);
	expect(await world.poll(FILE, TRIGGER)).toBeUndefined();
});

describe('the hourly look', () => {
	const shipment = (sale: AmazonSale, row: OfferRow) =>
		world.harness.dataTables.insert(SHIPMENTS, [
			{ shipment: 'shopify/1', amazonOrderId: sale.amazonOrderId, status: 'submitted', ...row },
		]);
	const ASKED_AGAIN_AFTER_HOURS = 2;
	/** As if so many hours had passed. */
	const look = async (hours: number): Promise<RunResult> => {
		const workflow = world.workflow(FILE);
		changeSetting(workflow, 'askAgainAfterHours', ASKED_AGAIN_AFTER_HOURS - hours);
		const run = await world.harness.run(workflow, { startNode: 'Every Hour' });
		expect(run.error).toBeUndefined();
		return run;
	};
	/** A feed of each kind that Amazon has worked through, and the rows that wait for its answer. */
	const sendAll = async () => {
		const [first, second, third] = buyThree();
		world.simulator.changeOrder(third.amazonOrderId, { action: 'ship' });
		const { seller } = session;
		const ids = await Promise.all([
			submitOrderFeed(session, 'OrderFulfillment', [
				`<AmazonOrderID>${first.amazonOrderId}</AmazonOrderID><FulfillmentDate>${new Date().toISOString()}</FulfillmentDate>`,
			]),
			submitOrderFeed(session, 'OrderAcknowledgement', [
				`<AmazonOrderID>${second.amazonOrderId}</AmazonOrderID><StatusCode>Success</StatusCode>`,
				refuse(third),
			]),
			submitFeed(session, orderFeed(seller.sellerId, 'OrderAdjustment', ['nonsense']), {
				...{ feedType: 'POST_PAYMENT_ADJUSTMENT_DATA', contentType: 'text/xml; charset=UTF-8' },
			}),
		]);
		const [shipped, taken, refunded] = ids;
		world.note(first);
		world.note(second, { acknowledged: 'submitted', acknowledgeFeedId: taken, acknowledgeMessageId: 1 });
		world.note(third, { cancellation: 'submitted', cancelFeedId: taken, cancelMessageId: 2 });
		shipment(first, { feedId: shipped, messageId: 1 });
		world.harness.dataTables.insert(REFUNDS, [
			{
				refund: 'shopify/1',
				amazonOrderId: third.amazonOrderId,
				status: 'submitted',
				feedId: refunded,
				messageId: 1,
			},
		]);
	};

	it('finds the answers when the news of feeds was lost', async () => {
		await sendAll();
		const run = await look(3);
		expect(world.rows(SHIPMENTS)).toMatchObject([{ status: 'accepted' }]);
		expect(world.rows(REFUNDS)).toMatchObject([
			{ status: 'rejected', message: expect.stringMatching(/\w{3}/) },
		]);
		expect(world.orders()).toMatchObject([
			{ shipped: 'yes' },
			{ acknowledged: 'yes' },
			{ cancellation: 'rejected', message: expect.stringMatching(/^Not cancelled at Amazon: \w/) },
		]);
		expect(run.json(NOTICE)).toHaveLength(2);
	});

	it('leaves rows alone that were submitted within two hours', async () => {
		await sendAll();
		const run = await look(0);
		expect(run.items('Ask Amazon')).toEqual([]);
		expect(world.rows(SHIPMENTS)).toMatchObject([{ status: 'submitted' }]);
	});

	it.each([
		{ fate: 'cancelled', kind: 'feed-cancelled' as const, row: { status: 'waiting' } },
		{ fate: 'given up', kind: 'feed-fatal' as const, row: { status: 'unclear' } },
	])('finds that a feed was $fate', async ({ kind, row }) => {
		world.simulator.faults.add({ kind, operation: 'createFeed', times: 3 });
		await sendAll();
		await look(3);
		expect(world.rows(SHIPMENTS)).toMatchObject([row]);
	});

	it('ends a row whose feed Amazon does not know', async () => {
		shipment(world.buy(), { feedId: '123', messageId: 1 });
		await look(3);
		expect(world.rows(SHIPMENTS)).toMatchObject([{ status: 'unclear', reason: 'feed-not-known' }]);
	});

	it('shows neither secret nor token in its run data', async () => {
		await sendAll();
		const text = JSON.stringify([(await look(3)).raw.data]);
		expect(text).toContain('shopify/1');
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
	});
});
