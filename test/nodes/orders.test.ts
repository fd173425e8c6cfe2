import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { answers, DE, openStage, pairs, textOf, told, UK, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => {
	stage.amazon.faults.clear();
	seller = stage.newSeller();
});

type Spec = NonNullable<Parameters<Stage['amazon']['addOrder']>[0]>;

/** An order of an hour ago that stays as it is, unless told otherwise. */
const anOrder = (spec: Spec = {}) =>
	stage.amazon.addOrder({
		sellerId: seller.seed.sellerId,
		marketplaceId: DE,
		createdAtMs: Date.now() - 3_600_000,
		life: [],
		...spec,
	});

const order = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
	resource: 'order',
	operation,
	...parameters,
});
const shipment = (operation: string, parameters: INodeParameters = {}): INodeParameters => ({
	resource: 'shipment',
	operation,
	...parameters,
});

/** An order as Get Many answers it. */
async function fetched(orderId: string, parameters: INodeParameters = {}): Promise<IDataObject> {
	const [answer] = answers(await stage.orders(seller, order('get', { orderId, ...parameters })));
	if (answer === undefined) throw new Error('no answer');
	return answer;
}

const UNKNOWN = '999-9999999-9999999';

describe('Get', () => {
	it('answers in shopkeeper words, or raw', async () => {
		const { orderId } = anOrder();
		const simple = await fetched(orderId);
		expect(simple).toMatchObject({
			amazonOrderId: orderId,
			marketplace: 'DE',
			fulfillmentChannel: 'MFN',
			status: 'UNSHIPPED',
		});
		expect(Object.keys(simple).slice(0, 11)).toEqual([
			...['amazonOrderId', 'status', 'total', 'currency', 'purchasedAt', 'buyer', 'city', 'country'],
			...['products', 'shipBy', 'fulfillmentChannel'],
		]);
		expect(await fetched(orderId, { output: 'raw' })).toMatchObject({
			orderId,
			orderItems: expect.any(Array),
		});
	});

	it('says that Amazon does not know an order, and where to look', async () => {
		const result = await stage.orders(seller, order('get', { orderId: UNKNOWN }));
		expect(told(result)).toMatch(/not (found|know)|does not/i);
		expect(told(result)).toMatch(/request id/i);
	});
});

describe('Get Many', () => {
	it('lists by time, status and marketplace', async () => {
		const shipped = anOrder({ status: 'SHIPPED' }).orderId;
		const { orderId } = anOrder();
		anOrder({ marketplaceId: UK });
		anOrder({ createdAtMs: Date.now() - 20 * 24 * 3_600_000 });
		const filters = { marketplaceIds: [DE], statuses: ['UNSHIPPED'] };
		const list = async (parameters: INodeParameters) =>
			answers(await stage.orders(seller, order('getMany', parameters))).map(
				({ amazonOrderId }) => amazonOrderId,
			);
		expect(await list({ filters })).toEqual([orderId]);
		expect((await list({ returnAll: true })).length).toBe(3);
		expect(await list({ filters: { statuses: ['SHIPPED'] } })).toEqual([shipped]);
		expect((await list({ returnAll: true, after: '2020-01-01T00:00:00Z' })).length).toBe(4);
		expect((await list({ limit: 2 })).length).toBe(2);
	});

	it('reads all pages, each order once, also when Amazon repeats a page', async () => {
		const { sellerId } = seller.seed;
		stage.amazon.seedOrders({
			sellerId,
			count: 350,
			spanMs: 5 * 3_600_000,
			lives: false,
			statuses: ['UNSHIPPED'],
		});
		stage.amazon.faults.add({ kind: 'duplicate-page', operation: 'searchOrders', sellerId, times: 1 });
		const before = new Date(Date.now() - 5 * 60_000).toISOString();
		const result = await stage.orders(seller, order('getMany', { returnAll: true, before }));
		const ids = answers(result).map(({ amazonOrderId }) => amazonOrderId);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThan(340);
	});

	it('names a date that is none', async () => {
		const result = await stage.orders(seller, order('getMany', { after: 'yesterday' }));
		expect(told(result)).toMatch(/After .*yesterday.* must be a date/);
	});
});

describe('Convert to Store Order', () => {
	const outputs = ({ nodes }: Awaited<ReturnType<Stage['orders']>>) =>
		(nodes['Amazon']?.[0]?.outputs ?? []).map((items) => items.map(({ json }) => json));

	it('sends orders to Import, Failed and Skipped, each paired with its item', async () => {
		const good = await fetched(anOrder({ lines: [{ sku: 'A', quantity: 1 }] }).orderId);
		const bad = await fetched(anOrder({ lines: [{ sku: 'GONE', quantity: 1 }] }).orderId);
		const old = { ...good, purchasedAt: '2020-01-01T00:00:00Z' };
		const products = [{ sku: 'A', quantity: 5 }];
		const result = await stage.orders(seller, order('convert'), [old, bad, good], { products });
		const [imported, failed, skipped] = outputs(result);
		expect(imported).toMatchObject([
			{ amazonOrderId: good.amazonOrderId, status: 'import', storeOrder: { total: good.total } },
		]);
		expect(failed).toMatchObject([
			{ amazonOrderId: bad.amazonOrderId, status: 'failed', reason: 'sku-not-in-store' },
		]);
		expect(skipped).toMatchObject([{ status: 'skipped', reason: 'too-old' }]);
		const paired = result.nodes['Amazon']?.[0]?.outputs.map((items) =>
			items.map(({ pairedItem }) => pairedItem),
		);
		expect(paired).toEqual([[{ item: 2 }], [{ item: 1 }], [{ item: 0 }]]);
	});

	it.each<{ store: string; placement?: INodeParameters; payload: object }>([
		{
			store: 'shopify',
			payload: { variables: { order: { financialStatus: 'PENDING', transactions: [] } } },
		},
		{
			store: 'wooCommerce',
			payload: { status: 'on-hold', set_paid: false, payment_method: 'cod' },
		},
		{
			store: 'magento',
			payload: { entity: { status: 'pending', payment: { method: 'cashondelivery' } } },
		},
		{
			store: 'magento',
			placement: {
				paymentMethods: 'Invoice: invoice; Cash on Delivery: phoenix, Postman',
			},
			payload: { entity: { payment: { method: 'phoenix' } } },
		},
	])(
		'takes no order for paid that is paid on delivery: $store',
		async ({ store, placement = {}, payload }) => {
			const change: Spec['change'] = (one) => {
				one.payment = { paymentExecutions: [{ paymentMethod: 'CashOnDelivery' }] };
			};
			const items = [await fetched(anOrder({ change }).orderId)];
			const [imported] = outputs(await stage.orders(seller, order('convert', { store, placement }), items));
			const due = items[0]?.total;
			expect(items[0]?.toCollect).toBe(due);
			expect(imported).toMatchObject([
				{ storeOrder: { toCollect: due, then: { createInvoice: false } }, payload },
			]);
		},
	);

	it('takes raw orders as well', async () => {
		const raw = await fetched(anOrder().orderId, { output: 'raw' });
		const [imported] = outputs(await stage.orders(seller, order('convert'), [raw]));
		expect(imported).toMatchObject([{ amazonOrderId: raw.orderId, status: 'import' }]);
	});

	it('checks nothing when no products are connected, and everything when the store has none', async () => {
		const items = [await fetched(anOrder().orderId)];
		const [unchecked] = outputs(await stage.orders(seller, order('convert'), items));
		expect(unchecked).toMatchObject([{ status: 'import' }]);
		const [, failed] = outputs(await stage.orders(seller, order('convert'), items, { products: [] }));
		expect(failed).toMatchObject([{ reason: 'sku-not-in-store' }]);
	});

	it.each<{ store: string; products: IDataObject[]; payload: object }>([
		{
			store: 'wooCommerce',
			products: [
				{
					id: 11,
					sku: 'A',
					status: 'publish',
					manage_stock: true,
					stock_quantity: 4,
					stock_status: 'instock',
					parent_id: 0,
				},
			],
			payload: { line_items: [{ product_id: 11, quantity: 2 }] },
		},
		{
			store: 'magento',
			products: [
				{
					items: [
						{
							id: 12,
							sku: 'A',
							status: 1,
							extension_attributes: { stock_item: { qty: 4, is_in_stock: true, manage_stock: true } },
						},
					],
				},
			],
			payload: { entity: { items: [{ sku: 'A', product_id: 12, qty_ordered: 2 }] } },
		},
		{
			store: 'magentoCart',
			products: [{ items: [{ id: 12, sku: 'A', status: 1 }] }],
			payload: {
				calls: expect.arrayContaining([
					{
						...{ method: 'POST', path: '/rest/V1/guest-carts/{cartId}/items', asGuest: true },
						body: { cartItem: { quote_id: '{cartId}', sku: 'A', qty: 2 } },
					},
				]),
			},
		},
		{
			store: 'shopify',
			products: [
				{
					data: {
						productVariants: {
							nodes: [
								{
									id: 'gid://shopify/ProductVariant/13',
									sku: 'A',
									inventoryQuantity: 4,
									inventoryItem: { tracked: true },
									product: { id: 'gid://shopify/Product/5', status: 'ACTIVE', title: 'A' },
								},
							],
						},
					},
				},
			],
			payload: {
				query: expect.stringContaining('orderCreate'),
				variables: { order: { lineItems: [{ variantId: 'gid://shopify/ProductVariant/13' }] } },
			},
		},
	])("reads $store's own products and writes its own order", async ({ store, products, payload }) => {
		const items = [await fetched(anOrder({ lines: [{ sku: 'A', quantity: 2 }] }).orderId)];
		const [imported] = outputs(await stage.orders(seller, order('convert', { store }), items, { products }));
		expect(imported).toMatchObject([{ status: 'import', payload }]);
	});

	it('puts the orders of a marketplace into its store', async () => {
		const placement = { stores: 'FR: 3; DE: 4', defaultStore: '1' };
		const items = [await fetched(anOrder({}).orderId)];
		const [imported] = outputs(await stage.orders(seller, order('convert', { placement }), items));
		expect(imported).toMatchObject([{ marketplace: 'DE', storeOrder: { store: '4' } }]);
	});

	it.each<{ name: string; parameters: INodeParameters; says: RegExp }>([
		{
			name: 'a wrong list of states',
			parameters: { taxRules: { states: 'GA, Bavaria' } },
			says: /US States is "Bavaria", but it must be a list of US states/,
		},
		{
			name: 'no e-mail of the default customer',
			parameters: { customerRules: { kind: 'default' } },
			says: /Default Customer Email .*must be/,
		},
		{
			name: 'an unknown marketplace',
			parameters: { placement: { stores: 'DE: 2; XX: 1' } },
			says: /Store per Marketplace is "XX: 1", but it must be a list such as DE: 2/,
		},
		{
			name: 'a payment method without a code',
			parameters: { placement: { paymentMethods: 'CashOnDelivery' } },
			says: /Payment Methods by Amazon's Method is "CashOnDelivery", but it must be a list/,
		},
		{
			name: 'a next number that is none',
			parameters: { orderNumber: 'nextNumber', numberRules: { nextNumber: 1.5 } },
			says: /Next Number is 1.5, but it must be a whole number/,
		},
		{
			name: 'a negative look-back',
			parameters: { filters: { lookBackDays: -1 } },
			says: /Bought in the Last/,
		},
	])('names $name', async ({ parameters, says }) => {
		const items = [await fetched(anOrder().orderId)];
		expect(told(await stage.orders(seller, order('convert', parameters), items))).toMatch(says);
	});

	it('names a list of products that is none', async () => {
		const items = [await fetched(anOrder().orderId)];
		const products = [{ article: 'A', price: 3 }];
		const result = await stage.orders(seller, order('convert'), items, { products });
		expect(told(result)).toMatch(/SKU Field of the store products is "sku".*they have: article, price/);
	});

	it('fails an item that is no order alone, and goes on with the others', async () => {
		const good = await fetched(anOrder().orderId);
		const incomplete = {
			amazonOrderId: '302-1234567-1234567',
			problem: 'Amazon listed it without its orderItems.',
		};
		const items = [{ hello: 'world' }, good, incomplete];
		const [imported, failed] = outputs(await stage.orders(seller, order('convert'), items));
		expect(imported).toMatchObject([{ status: 'import' }]);
		expect(failed).toMatchObject([
			{ status: 'failed', reason: 'order-unreadable', message: expect.stringMatching(/not an Amazon order/) },
			{ amazonOrderId: '302-1234567-1234567', reason: 'order-unreadable', message: incomplete.problem },
		]);
	});

	it('names the step to connect when no item is an order', async () => {
		const result = await stage.orders(seller, order('convert'), [{ hello: 'world' }, {}]);
		expect(told(result)).toMatch(/not an Amazon order\. Connect the Amazon Trigger/);
	});

	it('counts the numbers of a run', async () => {
		const items = [await fetched(anOrder().orderId), await fetched(anOrder().orderId)];
		const numbered = { orderNumber: 'nextNumber', numberRules: { nextNumber: 1100001, prefix: 'AMZN' } };
		const [imported] = outputs(await stage.orders(seller, order('convert', numbered), items));
		expect(imported?.map(({ orderNumber }) => orderNumber)).toEqual(['AMZN-1100001', 'AMZN-1100002']);
	});

	it("skips what the store has already, and avoids other orders' numbers", async () => {
		const one = await fetched(anOrder().orderId);
		const other = await fetched(anOrder().orderId);
		const items = [
			{ ...one, storeOrders: [{ number: '5', amazonOrderId: one.amazonOrderId }] },
			{ ...other, storeOrders: [{ number: other.amazonOrderId, amazonOrderId: 'another' }] },
		];
		const numbered = { orderNumber: 'amazonOrderId', options: { knownField: 'storeOrders' } };
		const [imported, , skipped] = outputs(await stage.orders(seller, order('convert', numbered), items));
		expect(skipped).toMatchObject([{ reason: 'already-in-store' }]);
		expect(imported).toMatchObject([{ orderNumber: `${textOf(other.amazonOrderId)}-2` }]);
	});
});

const done = (feedId: unknown) => {
	stage.amazon.state.settle();
	expect(stage.amazon.state.feeds.find(textOf(feedId))?.ended?.status).toBe('DONE');
};

describe('Acknowledge', () => {
	it("tells Amazon the store's numbers in one feed", async () => {
		const one = anOrder().orderId;
		const other = anOrder().orderId;
		const items = [
			{ amazonOrderId: one, orderNumber: 'S-1', id: 7 },
			{ amazonOrderId: other, orderNumber: 1002 },
			{ amazonOrderId: 'nonsense' },
		];
		const result = await stage.orders(seller, order('acknowledge', { options: { keepFields: 'id' } }), items);
		expect(answers(result)).toMatchObject([
			{ id: 7, amazonOrderId: one, status: 'submitted', messageId: 1 },
			{ amazonOrderId: other, status: 'submitted', messageId: 2 },
			{ amazonOrderId: 'nonsense', status: 'held', reason: 'value-not-allowed' },
		]);
		expect(pairs(result)).toEqual([0, 1, 2]);
		done(answers(result)[0]?.feedId);
		expect([await fetched(one), await fetched(other)]).toMatchObject([
			{ storeOrderNumber: 'S-1' },
			{ storeOrderNumber: '1002' },
		]);
	});

	it('sends nothing in a dry run', async () => {
		const { orderId } = anOrder();
		const items = [{ amazonOrderId: orderId, orderNumber: 'S-1' }];
		const result = await stage.orders(seller, order('acknowledge', { options: { dryRun: true } }), items);
		expect(answers(result)).toMatchObject([
			{ status: 'ready', wouldSend: expect.stringContaining('<MerchantOrderID>S-1<') },
		]);
		expect(stage.calls(seller)).toEqual([]);
	});

	it('fails as a whole when Amazon takes no feed', async () => {
		stage.amazon.faults.add({ kind: 'status', status: 403, operation: 'createFeed', times: null });
		const result = await stage.orders(seller, order('acknowledge'), [{ amazonOrderId: anOrder().orderId }]);
		expect(told(result)).toMatch(/role/);
	});
});

const OUT_OF_STOCK = { reason: 'NoInventory' };

describe('Cancel', () => {
	it('cancels whole orders and single lines, with a reason', async () => {
		const whole = anOrder().orderId;
		const part = anOrder({
			lines: [
				{ sku: 'A', quantity: 3 },
				{ sku: 'B', quantity: 1 },
			],
		}).orderId;
		const items = [
			{ amazonOrderId: whole, reason: 'customer request' },
			{ amazonOrderId: part, items: [{ sku: 'B' }] },
		];
		const result = await stage.orders(seller, order('cancel', OUT_OF_STOCK), items);
		expect(answers(result)).toMatchObject([
			{ amazonOrderId: whole, status: 'submitted', cancelReason: 'BuyerCanceled' },
			{ amazonOrderId: part, status: 'submitted', cancelReason: 'NoInventory', items: [{ sku: 'B' }] },
		]);
		done(answers(result)[0]?.feedId);
		expect(await fetched(whole)).toMatchObject({ status: 'CANCELLED' });
	});

	it('cancels no unit twice in one run', async () => {
		const amazonOrderId = anOrder({ lines: [{ sku: 'A', quantity: 3 }] }).orderId;
		const units = (quantity: number) => ({ amazonOrderId, items: [{ sku: 'A', quantity }] });
		const items = [units(2), units(2), units(1), { amazonOrderId }];
		const result = await stage.orders(seller, order('cancel', OUT_OF_STOCK), items);
		expect(answers(result)).toMatchObject([
			{ status: 'submitted', items: [{ quantity: 2 }] },
			{ status: 'held', reason: 'more-than-ordered' },
			{ status: 'submitted', items: [{ quantity: 1 }] },
			{ status: 'held', reason: 'nothing-left-to-cancel' },
		]);
	});

	it.each<{ name: string; spec: Spec; reason?: string; status: string; says: RegExp }>([
		{
			name: 'a shipped order',
			spec: { status: 'SHIPPED' },
			status: 'held',
			reason: 'already-shipped',
			says: /refund/i,
		},
		{
			name: 'an order that Amazon ships',
			spec: { fulfilledBy: 'AMAZON' },
			status: 'held',
			reason: 'amazon-ships-it',
			says: /AFN/,
		},
		{ name: 'a cancelled order', spec: { status: 'CANCELLED' }, status: 'done', says: /cancelled/i },
		{
			name: 'a pending order',
			spec: { status: 'PENDING' },
			status: 'held',
			reason: 'order-not-paid',
			says: /payment/,
		},
	])('answers $name without sending', async ({ spec, status, reason, says }) => {
		const result = await stage.orders(seller, order('cancel', OUT_OF_STOCK), [
			{ amazonOrderId: anOrder(spec).orderId },
		]);
		expect(answers(result)).toMatchObject([
			{ status, reason: reason ?? '', message: expect.stringMatching(says) },
		]);
		expect(stage.calls(seller)).not.toContain('createFeed');
	});

	it('holds an unknown order, and sends the others', async () => {
		const { orderId } = anOrder();
		const result = await stage.orders(seller, order('cancel', OUT_OF_STOCK), [
			{ amazonOrderId: UNKNOWN },
			{ amazonOrderId: orderId },
		]);
		expect(answers(result)).toMatchObject([
			{
				status: 'held',
				reason: 'order-unknown',
				message: expect.stringMatching(/does not know order 999-9999999-9999999.*request id/),
			},
			{ status: 'submitted' },
		]);
	});
});

describe('Refund', () => {
	const NAMED = { refundWhat: 'named' };
	const WHOLE = { refundWhat: 'whole' };
	const shipped = (spec: Spec = {}) => anOrder({ status: 'SHIPPED', ...spec });

	it('refunds a line and an amount, up to the whole, and no more than was paid', async () => {
		const whole = shipped();
		const line = shipped({ lines: [{ sku: 'A', quantity: 2 }] });
		const some = shipped();
		const { total } = await fetched(whole.orderId);
		const items = [
			{ amazonOrderId: whole.orderId, amount: total },
			{ amazonOrderId: line.orderId, items: [{ sku: 'A', quantity: 1 }], reason: 'damaged' },
			{ amazonOrderId: some.orderId, amount: '1.00' },
			{ amazonOrderId: some.orderId, amount: '100000.00' },
		];
		const result = await stage.orders(seller, order('refund', NAMED), items);
		expect(answers(result)).toMatchObject([
			{ status: 'submitted', refundTotal: total, currency: 'EUR' },
			{ status: 'submitted', items: [{ sku: 'A', quantity: 1 }] },
			{ status: 'submitted', refundTotal: '1.00' },
			{ status: 'held', reason: 'above-paid', message: expect.stringMatching(/100000/) },
		]);
		done(answers(result)[0]?.feedId);
	});

	it('does not give the same money back twice in a run', async () => {
		const { orderId } = shipped();
		const result = await stage.orders(seller, order('refund', WHOLE), [
			{ amazonOrderId: orderId },
			{ amazonOrderId: orderId },
		]);
		expect(answers(result)).toMatchObject([{ status: 'submitted' }, { status: 'held' }]);
	});

	it('knows earlier refunds from their answers', async () => {
		const { orderId } = shipped();
		const [first] = answers(await stage.orders(seller, order('refund', WHOLE), [{ amazonOrderId: orderId }]));
		const again = [{ amazonOrderId: orderId, refunded: first?.items as IDataObject[] }];
		expect(answers(await stage.orders(seller, order('refund', WHOLE), again))).toMatchObject([
			{ status: 'held' },
		]);
	});

	it.each<{ name: string; spec: Spec; item?: IDataObject; reason: string }>([
		{ name: 'an unshipped order', spec: { status: 'UNSHIPPED' }, reason: 'not-shipped-yet' },
		{
			name: 'another currency',
			spec: {},
			item: { amount: '1.00', currency: 'USD' },
			reason: 'currency-differs',
		},
		{
			name: 'an amount that is no number',
			spec: {},
			item: { amount: '1,00' },
			reason: 'amount-not-a-number',
		},
		{
			name: 'a line of another order',
			spec: {},
			item: { items: [{ sku: 'NOT-THERE' }] },
			reason: 'line-not-in-order',
		},
	])('holds $name', async ({ spec, item, reason }) => {
		const { orderId } = shipped(spec);
		const how = item === undefined ? WHOLE : NAMED;
		const result = await stage.orders(seller, order('refund', how), [{ amazonOrderId: orderId, ...item }]);
		expect(answers(result)).toMatchObject([{ status: 'held', reason }]);
	});
});

describe('Confirm', () => {
	const parcel = { carrier: 'DHL Paket', trackingNumber: '00340434161094042557' };

	it('confirms at once, packages and parts of an order', async () => {
		const { orderId } = anOrder({ lines: [{ sku: 'A', quantity: 3 }] });
		const items = [
			{ amazonOrderId: orderId, ...parcel, items: [{ sku: 'A', quantity: 2 }] },
			{ amazonOrderId: orderId, ...parcel, trackingNumber: '2', items: [{ sku: 'A', quantity: 1 }] },
			{ amazonOrderId: orderId, ...parcel, trackingNumber: '3', items: [{ sku: 'A', quantity: 1 }] },
		];
		const result = await stage.orders(seller, shipment('confirm'), items);
		expect(answers(result)).toMatchObject([
			{ status: 'confirmed', carrierCode: expect.stringMatching(/DHL/), items: [{ quantity: 2 }] },
			{ status: 'confirmed' },
			{ status: 'held', reason: 'more-than-ordered' },
		]);
		expect(pairs(result)).toEqual([0, 1, 2]);
		expect(await fetched(orderId)).toMatchObject({ status: 'SHIPPED', packages: [{}, {}] });
	});

	it('takes a repeat for success', async () => {
		const { orderId } = anOrder();
		const item = { amazonOrderId: orderId, ...parcel };
		await stage.orders(seller, shipment('confirm'), [item]);
		const result = await stage.orders(seller, shipment('confirm'), [item]);
		expect(answers(result)).toMatchObject([
			{ status: 'done', message: expect.stringMatching(/Amazon has this shipment/) },
		]);
	});

	it('succeeds when the first answer was lost', async () => {
		const { orderId } = anOrder();
		stage.amazon.faults.add({
			kind: 'reset-after',
			operation: 'confirmShipment',
			sellerId: seller.seed.sellerId,
		});
		const result = await stage.orders(seller, shipment('confirm'), [{ amazonOrderId: orderId, ...parcel }]);
		expect(answers(result)).toMatchObject([{ status: 'confirmed' }]);
		expect((await fetched(orderId)).packages).toHaveLength(1);
	});

	it.each<{ name: string; spec?: Spec; item?: IDataObject; reason: string; says: RegExp }>([
		{
			name: 'a cancelled order',
			spec: { status: 'CANCELLED' },
			reason: 'order-cancelled',
			says: /cancelled; do not ship/,
		},
		{
			name: 'an order that Amazon ships',
			spec: { fulfilledBy: 'AMAZON' },
			reason: 'amazon-ships-it',
			says: /AFN/,
		},
		{
			name: 'no tracking number',
			item: { trackingNumber: '' },
			reason: 'no-tracking-number',
			says: /add it in the store/,
		},
		{ name: 'no carrier', item: { carrier: '' }, reason: 'no-carrier', says: /Default Carrier/ },
		{
			name: 'more than was ordered',
			item: { items: [{ sku: 'A', quantity: 99 }] },
			reason: 'more-than-ordered',
			says: /99/,
		},
		{
			name: 'a ship date in the future',
			item: { shipDate: '2199-01-01T00:00:00Z' },
			reason: 'ship-date-in-future',
			says: /2199/,
		},
	])('holds $name', async ({ spec, item, reason, says }) => {
		const { orderId } = anOrder({ lines: [{ sku: 'A', quantity: 1 }], ...spec });
		const result = await stage.orders(seller, shipment('confirm'), [
			{ amazonOrderId: orderId, ...parcel, ...item },
		]);
		expect(answers(result)).toMatchObject([{ status: 'held', reason, message: expect.stringMatching(says) }]);
		expect(stage.calls(seller)).not.toContain('confirmShipment');
	});

	it('holds an unknown order id and one that cannot be one', async () => {
		const items = [UNKNOWN, '4711', ''].map((amazonOrderId) => ({ amazonOrderId, ...parcel }));
		expect(answers(await stage.orders(seller, shipment('confirm'), items))).toMatchObject([
			{ status: 'held', reason: 'order-unknown' },
			{ status: 'held', reason: 'order-id-not-amazons' },
			{ status: 'held', reason: 'no-order-id' },
		]);
	});
});

describe('Submit Many', () => {
	it('sends many packages in one feed without asking for the orders', async () => {
		const ids = Array.from({ length: 40 }, () => anOrder().orderId);
		const items = ids.map((amazonOrderId, index) => ({
			amazonOrderId,
			carrier: 'UPS Ground',
			trackingNumber: `1Z${index}`,
		}));
		const result = await stage.orders(seller, shipment('submitMany'), items);
		expect(answers(result).map(({ status }) => status)).toEqual(ids.map(() => 'submitted'));
		expect(stage.calls(seller)).toEqual(expect.arrayContaining(['createFeed']));
		expect(stage.calls(seller)).not.toContain('getOrder');
		done(answers(result)[0]?.feedId);
		expect(stage.amazon.orders(seller.seed.sellerId).map(({ status }) => status)).toEqual(
			ids.map(() => 'SHIPPED'),
		);
	});

	it('finds mistakes at once when it looks the orders up', async () => {
		const { orderId } = anOrder({ status: 'CANCELLED' });
		const items = [{ amazonOrderId: orderId, carrier: 'UPS', trackingNumber: '1' }];
		const result = await stage.orders(seller, shipment('submitMany', { options: { lookUp: true } }), items);
		expect(answers(result)).toMatchObject([{ status: 'held', reason: 'order-cancelled' }]);
	});
});

describe('Update Pickup Status', () => {
	it('updates orders that are picked up in the shop', async () => {
		const { orderId } = anOrder({ programs: ['IN_STORE_PICK_UP'] });
		for (const pickupStatus of ['ReadyForPickup', 'PickedUp']) {
			const result = await stage.orders(seller, shipment('updatePickupStatus', { orderId, pickupStatus }));
			expect(answers(result)).toEqual([{ amazonOrderId: orderId, pickupStatus, updated: true }]);
		}
	});

	it('says that other orders are not', async () => {
		const { orderId } = anOrder();
		const result = await stage.orders(seller, shipment('updatePickupStatus', { orderId }));
		expect(result.error).toBeDefined();
	});
});

it('lists orders for From List', async () => {
	const { orderId } = anOrder();
	const node = {
		type: 'n8n-nodes-amazon-seller.amazonOrders',
		typeVersion: 1,
		name: 'Amazon',
		id: 'x',
		position: [0, 0] as [number, number],
		parameters: {},
		credentials: { amazonSpApi: { id: seller.credential, name: seller.credential } },
	};
	const list = (await stage.harness.callMethod(node, 'listSearch', 'searchOrders', orderId)) as {
		results: Array<{ value: string }>;
	};
	expect(list.results.map(({ value }) => value)).toEqual([orderId]);
});

it('shows no secret anywhere', () => expect(stage.leaks()).toEqual([]));
