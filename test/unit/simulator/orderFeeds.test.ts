import { XMLParser } from 'fast-xml-parser';
import { ManualClock, startSimulator, type OrderSpec, type Simulator, type SimOrder } from '../../simulator';
import {
	ask,
	orderFeed,
	readFeedResult,
	signIn,
	submitFeed,
	submitOrderFeed,
	type Session,
} from '../../simulator/client';

const SELLER = 'ASIMULATOREU1';
const DE = 'A1PA6795UKMFR9';
const HOUR = 3600_000;
const XML_TYPE = 'text/xml; charset=UTF-8';
const FULFILLMENT = 'POST_ORDER_FULFILLMENT_DATA';

const clock = new ManualClock();
let simulator: Simulator;
let session: Session;

beforeAll(async () => {
	simulator = await startSimulator({ clock, limits: false, seed: { orders: [] } });
});
beforeEach(async () => {
	session = await signIn(simulator.url);
});
afterAll(() => simulator.stop());

type MessageType = Parameters<typeof submitOrderFeed>[1];

const add = (spec: OrderSpec = {}) =>
	simulator.addOrder({
		sellerId: SELLER,
		marketplaceId: DE,
		createdAtMs: clock.now() - HOUR,
		lines: [
			{ sku: 'A', quantity: 3, price: '10.00', shipping: '4.00' },
			{ sku: 'B', price: '5.00' },
		],
		life: [],
		...spec,
	});
const itemId = ({ order }: SimOrder, index = 0) => order.orderItems[index]?.orderItemId ?? '';
const now = ({ orderId }: SimOrder) => simulator.order(orderId);

interface Result {
	MessageID: string;
	ResultCode: string;
	ResultMessageCode: string;
	ResultDescription: string;
	AdditionalInfo?: { AmazonOrderID: string };
}

interface Report {
	DocumentTransactionID: string;
	StatusCode: string;
	ProcessingSummary: Record<string, string>;
	Result: Result[];
}

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Result' });

async function resultOf(feedId: string) {
	clock.advance(3000);
	const { processingStatus, text = '' } = await readFeedResult(session, feedId);
	const { AmazonEnvelope: envelope } = parser.parse(text) as {
		AmazonEnvelope: { MessageType: string; Message: { ProcessingReport: Report } };
	};
	expect(envelope.MessageType).toBe('ProcessingReport');
	const report = envelope.Message.ProcessingReport;
	expect(report).toMatchObject({ DocumentTransactionID: feedId, StatusCode: 'Complete' });
	const { MessagesProcessed, MessagesSuccessful, MessagesWithError } = report.ProcessingSummary;
	const counts = [MessagesProcessed, MessagesSuccessful, MessagesWithError].map(Number);
	return { status: processingStatus, counts, results: report.Result ?? [] };
}

const submit = async (type: MessageType, contents: string[]) =>
	resultOf(await submitOrderFeed(session, type, contents));
/** The whole document as it stands. */
const submitText = async (content: string, feedType = FULFILLMENT, contentType = XML_TYPE) =>
	resultOf(await submitFeed(session, content, { feedType, contentType }));

const at = (ms = 0) => new Date(clock.now() + ms).toISOString();
const shipped = (
	{ orderId }: SimOrder,
	items: string,
	data = '<CarrierCode>DHL</CarrierCode>',
	reference = '',
) =>
	`<AmazonOrderID>${orderId}</AmazonOrderID>${reference}<FulfillmentDate>${at()}</FulfillmentDate>` +
	`<FulfillmentData>${data}<ShipperTrackingNumber>JD1</ShipperTrackingNumber></FulfillmentData>${items}`;
const units = (code: string, quantity?: number) =>
	`<Item><AmazonOrderItemCode>${code}</AmazonOrderItemCode>${quantity === undefined ? '' : `<Quantity>${quantity}</Quantity>`}</Item>`;

describe('a feed of shipments', () => {
	it('adds packages and reports no results', async () => {
		const order = add();
		const data = '<CarrierCode>DHL</CarrierCode><ShippingMethod>Paket</ShippingMethod>';
		const reference = '<MerchantFulfillmentID>7</MerchantFulfillmentID>';
		const result = await submit('OrderFulfillment', [
			shipped(order, units(itemId(order), 2), data, reference),
		]);
		expect(result).toEqual({ status: 'DONE', counts: [1, 1, 0], results: [] });
		expect(now(order)).toMatchObject({ status: 'PARTIALLY_SHIPPED', updatedAtMs: clock.now() });
		expect(now(order).order.packages).toMatchObject([
			{
				packageReferenceId: '7',
				carrier: 'DHL',
				shippingService: 'Paket',
				trackingNumber: 'JD1',
				packageItems: [{ orderItemId: itemId(order), quantity: 2 }],
			},
		]);
	});

	it('without items ships everything left, without a quantity the rest of an item', async () => {
		const [whole, half] = [add(), add()];
		await submit('OrderFulfillment', [shipped(whole, ''), shipped(half, units(itemId(half)))]);
		expect([now(whole).status, now(half).status]).toEqual(['SHIPPED', 'PARTIALLY_SHIPPED']);
		await submit('OrderFulfillment', [shipped(half, '')]);
		expect(now(half).status).toBe('SHIPPED');
		expect(now(half).order.packages?.map(({ packageReferenceId }) => packageReferenceId)).toEqual(['1', '2']);
	});

	it("finds orders and items by the seller's own ids", async () => {
		const order = add();
		const own = `<MerchantOrderID>S&amp;1 &#228;</MerchantOrderID><StatusCode>Success</StatusCode>`;
		const line = `<Item><AmazonOrderItemCode>${itemId(order)}</AmazonOrderItemCode><MerchantOrderItemID>L1</MerchantOrderItemID></Item>`;
		await submit('OrderAcknowledgement', [`<AmazonOrderID>${order.orderId}</AmazonOrderID>${own}${line}`]);
		expect(now(order).sellerOrderId).toBe('S&1 ä');
		const items = '<Item><MerchantOrderItemID>L1</MerchantOrderItemID><Quantity>1</Quantity></Item>';
		const content = shipped(order, items).replace(/<AmazonOrderID>.*<\/AmazonOrderID>/, '');
		const result = await submit('OrderFulfillment', [
			`<MerchantOrderID>S&amp;1 ä</MerchantOrderID>${content}`,
		]);
		expect(result.counts).toEqual([1, 1, 0]);
		expect(now(order).status).toBe('PARTIALLY_SHIPPED');
	});

	it.each<[string, OrderSpec, (order: SimOrder) => string, string, string]>([
		[
			'an unknown order',
			{},
			(order) => shipped(order, '').replace(order.orderId, '305-0000000-0000000'),
			'18028',
			'cannot be found using Merchant ID ASIMULATOREU1 and Amazon Order 305-0000000-0000000',
		],
		['an item of another order', {}, (order) => shipped(order, units('12345678901234')), '18028', 'no item'],
		['more than was ordered', {}, (order) => shipped(order, units(itemId(order), 4)), '18021', 'larger than'],
		['a shipped order', { status: 'SHIPPED' }, (order) => shipped(order, ''), '18021', 'already fulfilled'],
		[
			'a shipped item',
			{ status: 'SHIPPED' },
			(order) => shipped(order, units(itemId(order), 1)),
			'18021',
			'already fulfilled',
		],
		['a cancelled order', { status: 'CANCELLED' }, (order) => shipped(order, ''), '18021', 'cancelled'],
		['a pending order', { status: 'PENDING' }, (order) => shipped(order, ''), '18028', 'is pending'],
		['an order of Amazon', { fulfilledBy: 'AMAZON' }, (order) => shipped(order, ''), '18028', 'by Amazon'],
		[
			'an unnamed carrier',
			{},
			(order) => shipped(order, '', '<CarrierCode>Other</CarrierCode>'),
			'18028',
			'CarrierName is required',
		],
		[
			'a date in the future',
			{},
			(order) =>
				shipped(order, '').replace(
					/<FulfillmentDate>.*<\/FulfillmentDate>/,
					`<FulfillmentDate>${at(HOUR)}</FulfillmentDate>`,
				),
			'18028',
			'in the future',
		],
		[
			'a date before the purchase',
			{},
			(order) =>
				shipped(order, '').replace(
					/<FulfillmentDate>.*<\/FulfillmentDate>/,
					`<FulfillmentDate>${at(-2 * HOUR)}</FulfillmentDate>`,
				),
			'18028',
			'before the purchase',
		],
	])('refuses %s, and carries out the next message', async (_name, spec, content, code, text) => {
		const [bad, good] = [add(spec), add()];
		const result = await submit('OrderFulfillment', [content(bad), shipped(good, '')]);
		expect([result.status, result.counts]).toEqual(['DONE', [2, 1, 1]]);
		const orderId = /<AmazonOrderID>(.*?)</.exec(content(bad))?.[1];
		expect(result.results).toEqual([
			{
				MessageID: '1',
				ResultCode: 'Error',
				ResultMessageCode: code,
				ResultDescription: expect.stringContaining(text),
				AdditionalInfo: { AmazonOrderID: orderId },
			},
		]);
		expect(now(bad).order).toEqual(bad.order);
		expect(now(good).status).toBe('SHIPPED');
	});
});

describe('a feed of acknowledgements', () => {
	const says = ({ orderId }: SimOrder, status: string, items = '', ownId = '') =>
		`<AmazonOrderID>${orderId}</AmazonOrderID>${ownId}<StatusCode>${status}</StatusCode>${items}`;
	const because = (code: string, reason?: string) =>
		`<Item><AmazonOrderItemCode>${code}</AmazonOrderItemCode>${reason === undefined ? '' : `<CancelReason>${reason}</CancelReason>`}</Item>`;

	it("takes the order: the store's number becomes an alias, and the time of the update moves", async () => {
		const order = add();
		const result = await submit('OrderAcknowledgement', [
			says(order, 'Success', '', '<MerchantOrderID>AMZN-1100001</MerchantOrderID>'),
		]);
		expect(result.counts).toEqual([1, 1, 0]);
		expect(now(order)).toMatchObject({ status: 'UNSHIPPED', updatedAtMs: clock.now() });
		expect(now(order).order.orderAliases).toEqual([
			{ aliasId: 'AMZN-1100001', aliasType: 'SELLER_ORDER_ID' },
		]);
	});

	it('cancels the order as a whole, each item with its reason', async () => {
		const order = add();
		const items = because(itemId(order), 'NoInventory') + because(itemId(order, 1), 'PricingError');
		await submit('OrderAcknowledgement', [says(order, 'Failure', items)]);
		const { status, updatedAtMs, order: shown } = now(order);
		expect([status, updatedAtMs, shown.proceeds]).toEqual(['CANCELLED', clock.now(), undefined]);
		expect(shown.orderItems.map(({ cancellation }) => cancellation?.cancellationExecution)).toEqual([
			{ cancelledBy: 'MERCHANT', cancelReason: 'NoInventory' },
			{ cancelledBy: 'MERCHANT', cancelReason: 'PricingError' },
		]);
		expect(shown.orderItems.map(({ fulfillment }) => fulfillment?.quantityUnfulfilled)).toEqual([0, 0]);
	});

	it('cancels the whole order though one item is named', async () => {
		const order = add();
		await submit('OrderAcknowledgement', [says(order, 'Failure', because(itemId(order), 'NoInventory'))]);
		expect(
			now(order).order.orderItems.map(({ cancellation }) => cancellation?.cancellationExecution),
		).toEqual(Array(2).fill({ cancelledBy: 'MERCHANT', cancelReason: 'NoInventory' }));
	});

	it.each<[string, OrderSpec, string, (order: SimOrder) => string, string]>([
		['a cancellation after the shipment', { status: 'SHIPPED' }, 'Failure', () => '', 'is SHIPPED'],
		[
			'a cancellation of a partly shipped order',
			{ status: 'PARTIALLY_SHIPPED' },
			'Failure',
			() => '',
			'is PARTIALLY_SHIPPED',
		],
		['a second cancellation', { status: 'CANCELLED' }, 'Failure', () => '', 'is CANCELLED'],
		['a cancellation of a pending order', { status: 'PENDING' }, 'Failure', () => '', 'is pending'],
		["a cancellation of Amazon's order", { fulfilledBy: 'AMAZON' }, 'Failure', () => '', 'by Amazon'],
		['an order that was cancelled', { status: 'CANCELLED' }, 'Success', () => '', 'has been cancelled'],
		['an item of another order', {}, 'Failure', () => because('12345678901234', 'NoInventory'), 'no item'],
		[
			'more units than were ordered',
			{},
			'Success',
			(order) => units(itemId(order), 4),
			'was ordered 3 times, not 4 times',
		],
	])('refuses %s', async (_name, spec, status, items, text) => {
		const order = add(spec);
		const { counts, results } = await submit('OrderAcknowledgement', [says(order, status, items(order))]);
		expect(counts).toEqual([1, 0, 1]);
		expect(results).toMatchObject([
			{ ResultMessageCode: '18028', ResultDescription: expect.stringContaining(text) },
		]);
		expect(now(order).order).toEqual(order.order);
	});
});

describe('a feed of refunds', () => {
	const part = (type: string, amount: string, currency = 'EUR') =>
		`<Component><Type>${type}</Type><Amount currency="${currency}">${amount}</Amount></Component>`;
	const item = (code: string, components: string, rest = '') =>
		`<AdjustedItem><AmazonOrderItemCode>${code}</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason>` +
		`${components === '' ? '' : `<ItemPriceAdjustments>${components}</ItemPriceAdjustments>`}${rest}</AdjustedItem>`;
	const refund = ({ orderId }: SimOrder, items: string, action = '<ActionType>Refund</ActionType>') =>
		`<AmazonOrderID>${orderId}</AmazonOrderID>${action}${items}`;
	const sold = (spec: OrderSpec = {}) => add({ status: 'SHIPPED', ...spec });

	it('is remembered with the order, and moves the time of the update', async () => {
		const order = sold();
		const feedId = await submitOrderFeed(session, 'OrderAdjustment', [
			refund(
				order,
				item(itemId(order), part('Principal', '10.00') + part('Shipping', '4.00'), '<Quantity>1</Quantity>') +
					item(itemId(order, 1), part('Principal', '5')),
			),
		]);
		expect((await resultOf(feedId)).counts).toEqual([1, 1, 0]);
		const known = { reason: 'CustomerReturn', promotions: [], atMs: clock.now(), feedId, messageId: '1' };
		expect(now(order).refunds).toEqual([
			{
				...known,
				orderItemId: itemId(order),
				components: [
					{ type: 'Principal', amount: '10.00', currency: 'EUR' },
					{ type: 'Shipping', amount: '4.00', currency: 'EUR' },
				],
				quantity: 1,
			},
			{
				...known,
				orderItemId: itemId(order, 1),
				components: [{ type: 'Principal', amount: '5', currency: 'EUR' }],
			},
		]);
		expect(now(order).updatedAtMs).toBe(clock.now());
	});

	it.each<[string, OrderSpec, string[], number]>([
		['all of the price', {}, [part('Principal', '30.00')], 1],
		['a cent more', {}, [part('Principal', '30.01')], 0],
		['in two steps', {}, [part('Principal', '10.00'), part('Principal', '20.00')], 2],
		['too much in the second step', {}, [part('Principal', '10.00'), part('Principal', '20.01')], 1],
		['of a component that was not paid', {}, [part('GiftWrap', '1.00')], 0],
		['out of goodwill beyond the price', {}, [part('Principal', '30.00') + part('Goodwill', '3.00')], 1],
		['less a restocking fee', {}, [part('Principal', '30.00') + part('RestockingFee', '3.00')], 1],
		['nothing but a restocking fee', {}, [part('RestockingFee', '3.00')], 0],
		['of nothing', {}, [part('Principal', '0.00')], 0],
		['of less than nothing', {}, [part('Principal', '-1.00')], 0],
		['in another currency', {}, [part('Principal', '1.00', 'USD')], 0],
		[
			'of the tax where prices include it',
			{ lines: [{ price: '11.90' }, {}] },
			[part('Principal', '10.00') + part('Tax', '1.90')],
			0,
		],
		[
			'of the price without the promotion',
			{ lines: [{ price: '10.00', discount: '2.00' }] },
			[part('Principal', '10.00')],
			0,
		],
		[
			'of the price less the promotion',
			{ lines: [{ price: '10.00', discount: '2.00' }] },
			[part('Principal', '8.00')],
			1,
		],
	])('%s', async (_name, spec, components, accepted) => {
		const order = sold(spec);
		let good = 0;
		for (const component of components) {
			const { counts } = await submit('OrderAdjustment', [refund(order, item(itemId(order), component))]);
			good += counts[1] ?? 0;
		}
		expect([good, now(order).refunds.length]).toEqual([accepted, accepted]);
	});

	it('with a promotion that is taken back', async () => {
		const order = sold({ lines: [{ price: '10.00', discount: '2.00' }] });
		const promotion =
			'<PromotionAdjustments><MerchantPromotionID>P1</MerchantPromotionID>' +
			`${part('Principal', '2.00')}</PromotionAdjustments>`;
		const { counts } = await submit('OrderAdjustment', [
			refund(order, item(itemId(order), part('Principal', '10.00'), promotion)),
		]);
		expect(counts).toEqual([1, 1, 0]);
		expect(now(order).refunds[0]?.promotions).toEqual([
			{ type: 'Principal', amount: '2.00', currency: 'EUR' },
		]);
	});

	it('gives the tax back on top of the price in America', async () => {
		const american = 'ASIMULATORNA1';
		const us = {
			sellerId: american,
			marketplaceId: 'ATVPDKIKX0DER',
			lines: [{ price: '10.00', taxPercent: 7.25 }],
		};
		const order = sold(us);
		session = await signIn(simulator.url, simulator.state.seller(american));
		const back = (tax: string) =>
			refund(order, item(itemId(order), part('Principal', '10.00', 'USD') + part('Tax', tax, 'USD')));
		expect((await submit('OrderAdjustment', [back('0.74')])).counts).toEqual([1, 0, 1]);
		expect((await submit('OrderAdjustment', [back('0.73')])).counts).toEqual([1, 1, 0]);
	});

	it('twice for one item in one message counts together', async () => {
		const order = sold();
		const twice = item(itemId(order), part('Principal', '20.00')).repeat(2);
		const { results } = await submit('OrderAdjustment', [refund(order, twice)]);
		expect(results[0]?.ResultDescription).toContain('Principal exceeds the balance');
		expect(now(order).refunds).toEqual([]);
	});

	it.each<[string, OrderSpec, (order: SimOrder) => string, string]>([
		[
			'of an order not yet shipped',
			{ status: 'UNSHIPPED' },
			(order) => item(itemId(order), part('Principal', '1')),
			'not been shipped',
		],
		[
			'of an order of Amazon',
			{ fulfilledBy: 'AMAZON' },
			(order) => item(itemId(order), part('Principal', '1')),
			'not been shipped by the seller',
		],
		['of an item of another order', {}, () => item('12345678901234', part('Principal', '1')), 'no item'],
		[
			'of more units than were ordered',
			{},
			(order) => item(itemId(order), part('Principal', '1'), '<Quantity>4</Quantity>'),
			'ordered 3 times',
		],
		['without an amount', {}, (order) => item(itemId(order), ''), 'not a positive amount'],
	])('is refused %s', async (_name, spec, items, text) => {
		const order = sold(spec);
		const { results } = await submit('OrderAdjustment', [refund(order, items(order))]);
		expect(results).toMatchObject([
			{ ResultMessageCode: '18028', ResultDescription: expect.stringContaining(text) },
		]);
		expect(now(order).refunds).toEqual([]);
	});

	it('is refused as a cancellation, as Amazon does against its own schema', async () => {
		const order = sold();
		const cancel = refund(
			order,
			item(itemId(order), part('Principal', '1')),
			'<ActionType>Cancel</ActionType>',
		);
		expect((await submit('OrderAdjustment', [cancel])).results).toMatchObject([
			{ ResultMessageCode: '18028' },
		]);
	});

	it('in yen has no decimals', async () => {
		const seller = 'ASIMULATORFE1';
		const order = sold({ sellerId: seller, marketplaceId: 'A1VC38T7YXB528', lines: [{ price: '1099' }] });
		session = await signIn(simulator.url, simulator.state.seller(seller));
		const back = (amount: string) => refund(order, item(itemId(order), part('Principal', amount, 'JPY')));
		expect((await submit('OrderAdjustment', [back('10.50')])).counts).toEqual([1, 0, 1]);
		expect((await submit('OrderAdjustment', [back('1099')])).counts).toEqual([1, 1, 0]);
	});
});

describe('a document that is wrong as a whole', () => {
	const good = () => orderFeed(SELLER, 'OrderFulfillment', [shipped(add(), '')]);

	it.each<[string, (text: string) => string, string, string, string]>([
		['no XML', () => '{"messages": []}', 'FATAL', '5001', 'XML Parsing Fatal Error'],
		['nothing', () => '', 'FATAL', '5001', 'XML Parsing Fatal Error'],
		['an element that is not closed', (text) => text.replace('</Message>', ''), 'FATAL', '5001', 'at Line'],
		['an ampersand', (text) => text.replace('DHL', 'D&HL'), 'FATAL', '5001', 'at Line'],
		['two roots', (text) => `${text}<Second/>`, 'FATAL', '5001', 'document structure'],
		['another root', () => '<Envelope/>', 'DONE', '5000', "declaration of element 'Envelope'"],
		['no header', (text) => text.replace(/<Header>.*<\/Header>/s, ''), 'DONE', '5000', "One of 'Header'"],
		[
			'another version',
			(text) => text.replace('1.01', '1.02'),
			'DONE',
			'5000',
			'DocumentVersion must be 1.01',
		],
		['another seller', (text) => text.replace(SELLER, 'AOTHER'), 'DONE', '5000', 'MerchantIdentifier'],
		[
			'another type of messages',
			(text) => text.replace('<MessageType>OrderFulfillment', '<MessageType>OrderAdjustment'),
			'DONE',
			'5000',
			"'OrderAdjustment' of element 'MessageType'",
		],
		['no message', (text) => text.replace(/<Message>.*<\/Message>/s, ''), 'DONE', '5000', "One of 'Message'"],
	])('%s', async (_name, change, status, code, text) => {
		const result = await submitText(change(good()));
		expect(result).toMatchObject({ status, counts: [0, 0, 1] });
		expect(result.results).toMatchObject([
			{ MessageID: '0', ResultMessageCode: code, ResultDescription: expect.stringContaining(text) },
		]);
	});

	it('bytes that are no UTF-8', async () => {
		const body = Buffer.from(good().replace('DHL', 'Übermorgen'), 'latin1');
		const path = '/feeds/2021-06-30/documents';
		const created = await session.call({ method: 'POST', path, body: { contentType: XML_TYPE } });
		const { feedDocumentId, url } = created.json as { feedDocumentId: string; url: string };
		await ask('', { method: 'PUT', path: url, headers: { 'content-type': XML_TYPE }, body });
		const feed = { feedType: FULFILLMENT, marketplaceIds: [DE], inputFeedDocumentId: feedDocumentId };
		const answer = await session.call({ method: 'POST', path: '/feeds/2021-06-30/feeds', body: feed });
		const { status, results } = await resultOf((answer.json as { feedId: string }).feedId);
		expect([status, results[0]?.ResultMessageCode]).toEqual(['FATAL', '5001']);
	});

	it.each(['application/json; charset=UTF-8', 'text/xml', 'text/plain'])(
		'a document declared as %s',
		async (contentType) => {
			const { status, results } = await submitText(good(), FULFILLMENT, contentType);
			expect([status, results[0]?.ResultDescription]).toEqual([
				'FATAL',
				'The content type of the document must be text/xml; charset=UTF-8.',
			]);
		},
	);

	it('an upload under another content type is refused', async () => {
		const path = '/feeds/2021-06-30/documents';
		const { json } = await session.call({ method: 'POST', path, body: { contentType: XML_TYPE } });
		const { url } = json as { url: string };
		const put = (contentType: string) =>
			ask('', { method: 'PUT', path: url, headers: { 'content-type': contentType }, body: good() });
		expect((await put('text/xml')).status).toBe(403);
		expect((await put(XML_TYPE)).status).toBe(200);
	});
});

describe('one bad message', () => {
	const twoOrders = () => [add(), add()] as const;

	it.each<[string, (content: string) => string, string]>([
		[
			'elements in another order',
			(text) =>
				text.replace(/(<AmazonOrderID>.*<\/AmazonOrderID>)(<FulfillmentDate>.*<\/FulfillmentDate>)/, '$2$1'),
			"'FulfillmentDate'. One of 'AmazonOrderID'",
		],
		[
			'an element missing',
			(text) => text.replace(/<FulfillmentDate>.*<\/FulfillmentDate>/, ''),
			"One of 'FulfillmentDate'",
		],
		['an unknown element', (text) => `${text}<Note>x</Note>`, "'Note'"],
		[
			'a number that is none',
			(text) => text.replace('</FulfillmentData>', `</FulfillmentData>${units('12345678901234', 0)}`),
			"'0' of element 'Quantity'",
		],
		[
			'an order id that is none',
			(text) => text.replace(/(<AmazonOrderID>).*(<\/AmazonOrderID>)/, '$1 305-1$2'),
			"element 'AmazonOrderID'",
		],
		[
			'a date that is none',
			(text) => text.replace(/(<FulfillmentDate>).*(<\/FulfillmentDate>)/, '$12026-11-23$2'),
			"element 'FulfillmentDate'",
		],
		['a text between elements', (text) => `${text}words`, "cannot have the text 'words'"],
		['too long a text', (text) => text.replace('JD1', 'J'.repeat(51)), "element 'ShipperTrackingNumber'"],
	])('with %s stops the whole feed', async (_name, spoil, text) => {
		const [good, bad] = twoOrders();
		const contents = [shipped(good, ''), spoil(shipped(bad, ''))];
		const { status, counts, results } = await submit('OrderFulfillment', contents);
		expect([status, counts]).toEqual(['DONE', [0, 0, 1]]);
		expect(results).toMatchObject([
			{ MessageID: '0', ResultMessageCode: '25' },
			{ MessageID: '2', ResultMessageCode: '5000', ResultDescription: expect.stringContaining(text) },
		]);
		expect([now(good).status, now(bad).status]).toEqual(['UNSHIPPED', 'UNSHIPPED']);
	});

	it.each<[MessageType, string, string]>([
		['OrderAcknowledgement', '<StatusCode>Maybe</StatusCode>', 'StatusCode'],
		[
			'OrderAcknowledgement',
			`<StatusCode>Failure</StatusCode><Item><AmazonOrderItemCode>12345678901234</AmazonOrderItemCode><CancelReason>Because</CancelReason></Item>`,
			'CancelReason',
		],
		[
			'OrderAdjustment',
			'<AdjustedItem><AmazonOrderItemCode>12345678901234</AmazonOrderItemCode><AdjustmentReason>Because</AdjustmentReason></AdjustedItem>',
			'AdjustmentReason',
		],
		[
			'OrderAdjustment',
			'<AdjustedItem><AmazonOrderItemCode>12345678901234</AmazonOrderItemCode><AdjustmentReason>Other</AdjustmentReason><ItemPriceAdjustments><Component><Type>Price</Type><Amount>1.00</Amount></Component></ItemPriceAdjustments></AdjustedItem>',
			'Type',
		],
		[
			'OrderAdjustment',
			'<AdjustedItem><AmazonOrderItemCode>12345678901234</AmazonOrderItemCode><AdjustmentReason>Other</AdjustmentReason><ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="EUR">1,00</Amount></Component></ItemPriceAdjustments></AdjustedItem>',
			'Amount',
		],
		[
			'OrderAdjustment',
			'<AdjustedItem><AmazonOrderItemCode>12345678901234</AmazonOrderItemCode><AdjustmentReason>Other</AdjustmentReason><ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="EURO">1.00</Amount></Component></ItemPriceAdjustments></AdjustedItem>',
			'currency',
		],
	])('%s with a word that Amazon does not know: %s', async (type, content, element) => {
		const { results } = await submit(type, [`<AmazonOrderID>305-1234567-1234567</AmazonOrderID>${content}`]);
		expect(results[1]?.ResultDescription).toContain(`'${element}'`);
	});

	it('with the id of another message', async () => {
		const [first, second] = twoOrders();
		const text = orderFeed(SELLER, 'OrderFulfillment', [shipped(first, ''), shipped(second, '')]);
		const { results } = await submitText(text.replace('<MessageID>2<', '<MessageID>01<'));
		expect(results.map(({ ResultMessageCode }) => ResultMessageCode)).toEqual(['25', '5000']);
		expect(results[1]?.ResultDescription).toContain('used twice');
	});
});

describe('feeds about orders', () => {
	it('are no listings feeds: five of those per five minutes do not count', async () => {
		const limited = await startSimulator({ clock, seed: { orders: [] } });
		const limitedSession = await signIn(limited.url);
		for (let feed = 0; feed < 6; feed++)
			expect(await submitOrderFeed(limitedSession, 'OrderAdjustment', [''])).toMatch(/^\d+$/);
		await limited.stop();
	});

	it('and the clock take their turns: what is due first happens first', async () => {
		const quick = add({ life: [{ afterMs: HOUR + 1000, to: 'CANCELLED' }] });
		const slow = add({ life: [{ afterMs: HOUR + 5000, to: 'CANCELLED' }] });
		const feedId = await submitOrderFeed(session, 'OrderFulfillment', [
			shipped(quick, ''),
			shipped(slow, ''),
		]);
		clock.advance(10_000);
		expect((await resultOf(feedId)).counts).toEqual([2, 1, 1]);
		expect([now(quick).status, now(slow).status]).toEqual(['CANCELLED', 'SHIPPED']);
	});

	it('of many messages are quick, and their reports compressed', async () => {
		const unknown = '<AmazonOrderID>305-0000000-0000000</AmazonOrderID><StatusCode>Success</StatusCode>';
		const { counts, results } = await submit('OrderAcknowledgement', Array<string>(5000).fill(unknown));
		expect([counts, results.length]).toEqual([[5000, 0, 5000], 5000]);
	});

	it('meet mishaps too: a message left out, a refusal told as a success, no report at all', async () => {
		const [first, second] = [add(), add()];
		const twice = () =>
			submitOrderFeed(session, 'OrderFulfillment', [shipped(first, ''), shipped(second, '')]);
		simulator.faults.add({ kind: 'report-omits', messages: 1, operation: 'createFeed' });
		expect(await resultOf(await twice())).toMatchObject({ counts: [1, 1, 0], results: [] });
		expect([now(first).status, now(second).status]).toEqual(['SHIPPED', 'UNSHIPPED']);

		const unknown = '<AmazonOrderID>305-0000000-0000000</AmazonOrderID><StatusCode>Success</StatusCode>';
		simulator.faults.add({ kind: 'false-success', operation: 'createFeed' });
		const lie = await submit('OrderAcknowledgement', [unknown]);
		expect(lie).toMatchObject({ counts: [1, 1, 0], results: [] });

		simulator.faults.add({ kind: 'feed-without-report', operation: 'createFeed' });
		const feedId = await twice();
		clock.advance(3000);
		expect(await readFeedResult(session, feedId)).toEqual({ processingStatus: 'DONE', report: undefined });
		expect(now(second).status).toBe('SHIPPED');
	});
});
