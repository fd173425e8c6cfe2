import { shopifyProduct, shopifyVariant } from '../../fixtures/stores/shopify';
import { ask } from '../../simulator/client';
import { startDemoStore, type DemoStore } from '../../stores';
import { callers, type Callers } from './askStore';

const AMAZON_ID = '302-1234567-7654321';
const CREATE = `mutation ($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order { id name sourceIdentifier totalPriceSet { shopMoney { amount currencyCode } } }
    userErrors { field message code }
  }
}`;

let nowMs = 0;
let store: DemoStore;
let shopify: Callers['shopify'];

beforeEach(async () => {
	nowMs = Date.parse('2026-11-20T10:00:00Z');
	const variant = (index: number, changes: object) =>
		shopifyProduct(index, { variants: [shopifyVariant(index, changes)] });
	const shopifyProducts = [
		variant(1, { sku: 'A', price: '10.00', inventory_quantity: 5 }),
		variant(2, { sku: 'B B', inventory_quantity: 0 }),
		variant(3, { sku: 'OVER', inventory_quantity: 0, inventory_policy: 'continue' }),
		variant(4, { sku: 'UNCOUNTED', inventory_management: null, inventory_quantity: 0 }),
	];
	store = await startDemoStore({ shopifyProducts, nowMs: () => nowMs });
	({ shopify } = callers(store));
});
afterEach(() => store.stop());

const VARIANT = 'gid://shopify/ProductVariant/45000000010';
const money = (amount: string, currencyCode = 'EUR') => ({ shopMoney: { amount, currencyCode } });
const line = {
	...{ variantId: VARIANT, quantity: 2, priceSet: money('19.99') },
	properties: [{ name: '_amazon_order_item_id', value: '11' }],
};
const order = {
	...{ sourceIdentifier: AMAZON_ID, currency: 'EUR', lineItems: [line], financialStatus: 'PAID' },
	shippingLines: [{ title: 'Standard', priceSet: money('4.99') }],
};
const create = (changes: object = {}, options?: object) =>
	shopify(CREATE, { order: { ...order, ...changes }, ...(options && { options }) });
const stockOf = (index: number) => store.shopifyProducts[index]?.variants[0]?.inventory_quantity;

describe('Shopify in the demo store', () => {
	it('refuses a wrong token', async () => {
		const answer = await ask(store.url, {
			...{ method: 'POST', path: '/admin/api/2026-10/graphql.json', body: { query: '{ orders }' } },
		});
		expect(answer).toMatchObject({
			...{ status: 401, json: { errors: expect.stringContaining('Invalid API key') } },
		});
	});

	it('creates an order, and answers only what was asked', async () => {
		expect(await create()).toMatchObject({ status: 200, json: { extensions: { cost: {} } } });
		const { json } = await create({ name: 'AMZ-2', sourceIdentifier: 'x' });
		expect((json as { data: unknown }).data).toEqual({
			orderCreate: {
				order: {
					...{ id: 'gid://shopify/Order/6000000000002', name: 'AMZ-2', sourceIdentifier: 'x' },
					totalPriceSet: { shopMoney: { amount: '44.97', currencyCode: 'EUR' } },
				},
				userErrors: [],
			},
		});
		expect(store.orders[0]).toMatchObject({
			...{ platform: 'shopify', id: '6000000000001', number: '#1001', amazonOrderId: AMAZON_ID },
			...{ currency: 'EUR', total: '44.97', status: 'unfulfilled' },
			lines: [{ amazonItemId: '11', sku: 'A', quantity: 2, total: '39.98' }],
		});
	});

	const tax = (amount: string) => [{ title: 'VAT', rate: 0.19, priceSet: money(amount) }];
	it.each([
		['lines and shipping', {}, '44.97'],
		['tax of the lines on top', { lineItems: [{ ...line, taxLines: tax('7.60') }] }, '52.57'],
		['tax of the order on top', { taxLines: tax('1.00') }, '45.97'],
		['tax by its rate', { lineItems: [{ ...line, taxLines: [{ title: 'VAT', rate: '0.1' }] }] }, '48.97'],
		['tax that is included', { taxesIncluded: true, taxLines: tax('1.00') }, '44.97'],
		[
			'a fixed discount',
			{ discountCode: { itemFixedDiscountCode: { code: 'X', amountSet: money('5.00') } } },
			'39.97',
		],
		[
			'a discount above the goods',
			{ discountCode: { itemFixedDiscountCode: { code: 'X', amountSet: money('99.00') } } },
			'4.99',
		],
		[
			'a discount in percent',
			{ discountCode: { itemPercentageDiscountCode: { code: 'X', percentage: 50 } } },
			'24.98',
		],
		['free shipping', { discountCode: { freeShippingDiscountCode: { code: 'X' } } }, '39.98'],
		["the variant's price", { lineItems: [{ variantId: VARIANT, quantity: 1 }] }, '14.99'],
		[
			'a line of its own',
			{ lineItems: [line, { title: 'Wrap', quantity: 1, priceSet: money('1') }] },
			'45.97',
		],
	])('adds up %s', async (_label, changes, total) => {
		expect((await create(changes)).json).toMatchObject({ data: { orderCreate: { userErrors: [] } } });
		expect(store.orders).toMatchObject([{ total }]);
	});

	it('writes amounts without needless zeros', async () => {
		const { json } = await create({ lineItems: [{ ...line, priceSet: money('10.00') }], shippingLines: [] });
		expect(json).toMatchObject({
			data: { orderCreate: { order: { totalPriceSet: { shopMoney: { amount: '20.0' } } } } },
		});
	});

	it.each([
		[{ amazonOrderId: '1' }, 'for amazonOrderId (Field is not defined on OrderCreateOrderInput)'],
		[
			{ lineItems: [{ ...line, price: '1' }] },
			'for lineItems.0.price (Field is not defined on OrderCreateLineItemInput)',
		],
		[{ lineItems: [{ variantId: VARIANT }] }, 'for lineItems.0.quantity (Expected value to not be null)'],
		[
			{ lineItems: [{ ...line, quantity: '2' }] },
			'for lineItems.0.quantity (Could not coerce value "2" to Int)',
		],
		[
			{ lineItems: [{ ...line, priceSet: { shopMoney: { amount: '19,99', currencyCode: 'EUR' } } }] },
			'for lineItems.0.priceSet.shopMoney.amount (Could not coerce value "19,99" to Decimal)',
		],
		[
			{ lineItems: [{ ...line, priceSet: { amount: '19.99', currencyCode: 'EUR' } }] },
			'for lineItems.0.priceSet.amount (Field is not defined on MoneyBagInput), for lineItems.0.priceSet.currencyCode (Field is not defined on MoneyBagInput), for lineItems.0.priceSet.shopMoney (Expected value to not be null)',
		],
		[{ shippingLines: [{ title: 'x' }] }, 'for shippingLines.0.priceSet (Expected value to not be null)'],
		[{ taxLines: [{ title: 'VAT' }] }, 'for taxLines.0.rate (Expected value to not be null)'],
		[{ billingAddress: { countryCode: 'Germany' } }, /billingAddress\.countryCode .* to CountryCode\)/],
		[{ currency: 'Euro' }, /for currency \(Expected "Euro" to be one of: /],
		[{ processedAt: 'yesterday' }, /for processedAt .* to DateTime\)/],
		[{ tags: [1] }, 'for tags.0 (Could not coerce value 1 to String)'],
	])('refuses %j', async (changes, problem) => {
		const { status, json } = await create(changes);
		const prefix = 'Variable $order of type OrderCreateOrderInput! was provided invalid value ';
		expect({ status, json }).toMatchObject({
			status: 200,
			json: {
				errors: [
					{
						message: typeof problem === 'string' ? prefix + problem : expect.stringMatching(problem),
						extensions: { code: 'INVALID_VARIABLE' },
					},
				],
			},
		});
		expect(store.orders).toEqual([]);
	});

	it.each([
		['nothing at all', '{', /unexpected end of file/],
		[
			'another field',
			'{ customers(first: 1) { nodes { id } } }',
			/'customers' doesn't exist on type 'QueryRoot'/,
		],
		['a mutation as a query', '{ orderCancel { job { id } } }', /doesn't exist on type 'QueryRoot'/],
		[
			'a field of no order',
			'{ orders(first: 1) { nodes { amazonId } } }',
			/'amazonId' doesn't exist on type 'Order'/,
		],
		['a list without its length', '{ orders { nodes { id } } }', /you must provide one of first or last/],
		['a long list', '{ orders(first: 251) { nodes { id } } }', /first cannot exceed 250/],
		[
			'an object without its fields',
			'{ orders(first: 1) { nodes { totalPriceSet } } }',
			/must have selections/,
		],
		[
			'fields of a text',
			'{ orders(first: 1) { nodes { id { x } } } }',
			/Selections can't be made on scalars/,
		],
		[
			'an unknown argument',
			'{ orders(first: 1, filter: "x") { nodes { id } } }',
			/doesn't accept argument 'filter'/,
		],
		['a missing argument', '{ order { id } }', /missing required arguments: id/],
		[
			'an undeclared variable',
			'query { order(id: $id) { id } }',
			/\$id is used by the operation but not declared/,
		],
		[
			'a variable of another type',
			'mutation ($order: OrderInput!) { orderCreate(order: $order) { order { id } } }',
			/Type mismatch on variable \$order and argument order \(OrderInput! \/ OrderCreateOrderInput!\)/,
		],
	])('refuses %s', async (_label, query, message) => {
		await create();
		const answer = await shopify(query, { order, id: 'x' });
		expect(answer).toMatchObject({
			status: 200,
			json: { errors: [{ message: expect.stringMatching(message) }] },
		});
	});

	const wrong = (field: string, code = 'INVALID') => [{ field: field.split('.'), code }];
	it.each([
		[{ lineItems: [] }, wrong('order.lineItems')],
		[{ lineItems: undefined }, wrong('order.lineItems')],
		[
			{ lineItems: [{ ...line, variantId: 'gid://shopify/ProductVariant/1' }] },
			wrong('order.lineItems.0.variantId'),
		],
		[{ lineItems: [{ quantity: 1, priceSet: money('1') }] }, wrong('order.lineItems.0.title')],
		[{ lineItems: [{ quantity: 1, title: 'x' }] }, wrong('order.lineItems.0.priceSet')],
		[{ lineItems: [{ ...line, quantity: 0 }] }, wrong('order.lineItems.0.quantity')],
		[{ shippingLines: [{ title: 'x', priceSet: money('-1') }] }, wrong('order.shippingLines.0.priceSet')],
		[{ processedAt: '2026-11-20T10:00:01Z' }, wrong('order.processedAt', 'PROCESSED_AT_INVALID')],
		[{ customer: {}, customerId: 'gid://shopify/Customer/1' }, wrong('order', 'REDUNDANT_CUSTOMER_FIELDS')],
		[{ lineItems: [{ ...line, taxLines: tax('1') }], taxLines: tax('1') }, wrong('order.taxLines')],
		[{ currency: 'USD' }, wrong('order.currency')],
		[{ lineItems: [{ ...line, priceSet: money('1', 'USD') }] }, wrong('order.currency')],
		[{ fulfillment: { locationId: 'gid://shopify/Location/1' } }, wrong('order.fulfillment.locationId')],
	])('answers %j with a user error', async (changes, userErrors) => {
		const { json } = await create(changes);
		expect(json).toMatchObject({ data: { orderCreate: { order: null, userErrors } } });
		expect(store.orders).toEqual([]);
	});

	const at = (id: number, quantity: number) => ({
		lineItems: [{ ...line, variantId: `gid://shopify/ProductVariant/450000000${id}0`, quantity }],
	});
	it.each([
		{ label: 'by default', options: undefined, product: 1, quantity: 2, left: 5 },
		{ label: 'when it is bypassed', options: 'BYPASS', product: 1, quantity: 2, left: 5 },
		{ label: 'when it obeys', options: 'DECREMENT_OBEYING_POLICY', product: 1, quantity: 2, left: 3 },
		{ label: 'when it ignores', options: 'DECREMENT_IGNORING_POLICY', product: 2, quantity: 2, left: -2 },
		{ label: 'that may go below 0', options: 'DECREMENT_OBEYING_POLICY', product: 3, quantity: 2, left: -2 },
		{ label: 'that is not counted', options: 'DECREMENT_OBEYING_POLICY', product: 4, quantity: 2, left: 0 },
	])('has $left left of stock $label', async ({ options, product, quantity, left }) => {
		await create(at(product, quantity), options === undefined ? undefined : { inventoryBehaviour: options });
		expect(store.orders).toHaveLength(1);
		expect(stockOf(product - 1)).toBe(left);
	});

	it('refuses an order that obeys and finds too little', async () => {
		const { json } = await create(at(2, 1), { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' });
		expect(json).toMatchObject({
			data: { orderCreate: { order: null, userErrors: [{ code: 'INVENTORY_CLAIM_FAILED' }] } },
		});
		expect(stockOf(1)).toBe(0);
	});

	const SEARCH = `query Search($query: String!, $first: Int = 5) {
	  orders(first: $first, query: $query) { nodes { name sourceIdentifier } }
	}`;
	it.each([
		[`source_identifier:${AMAZON_ID}`, ['#1001']],
		[`source_identifier:"${AMAZON_ID}" OR tag:"${AMAZON_ID}"`, ['#1001', '#1003']],
		['source_identifier:302-1234567', []],
		['source_identifier:302*', ['#1001']],
		['tag:amazon name:#1002', ['#1002']],
		["updated_at:>'2026-11-20T10:00:00Z'", ['#1002', '#1003']],
		['fulfillment_status:unshipped created_at:<=2026-11-20T10:00:00Z', ['#1001']],
		['1003', ['#1003']],
	])('finds orders by %s', async (query, names) => {
		await create();
		nowMs += 60_000;
		await create({ sourceIdentifier: 'other', tags: ['Amazon'] });
		await create({ sourceIdentifier: null, tags: [AMAZON_ID] });
		const { json } = await shopify(SEARCH, { query });
		const { nodes } = (json as { data: { orders: { nodes: Array<{ name: string }> } } }).data.orders;
		expect(nodes.map(({ name }) => name)).toEqual(names);
	});

	it('pages', async () => {
		await create();
		await create({ sourceIdentifier: 'x' });
		const query = `query ($after: String) {
		  orders(first: 1, after: $after, sortKey: CREATED_AT, reverse: true) {
		    edges { node { name } } pageInfo { hasNextPage endCursor }
		  }
		}`;
		const first = (await shopify(query)).json as { data: { orders: { pageInfo: { endCursor: string } } } };
		expect(first).toMatchObject({ data: { orders: { pageInfo: { hasNextPage: true } } } });
		const after = first.data.orders.pageInfo.endCursor;
		expect((await shopify(query, { after })).json).toEqual({
			...{ extensions: expect.anything() },
			data: {
				orders: {
					edges: [{ node: { name: expect.any(String) } }],
					pageInfo: { hasNextPage: false, endCursor: 'cursor-2' },
				},
			},
		});
	});

	it('finds variants by SKU', async () => {
		const query = `query ($query: String) {
		  found: productVariants(first: 10, query: $query) {
		    nodes { id sku price inventoryQuantity inventoryItem { tracked } product { id status } }
		  }
		}`;
		const { json } = await shopify(query, { query: 'sku:A OR sku:"B B" OR sku:NOWHERE' });
		expect(json).toMatchObject({
			data: {
				found: {
					nodes: [
						{
							...{ id: VARIANT, sku: 'A', price: '10.00', inventoryQuantity: 5 },
							...{ inventoryItem: { tracked: true }, product: { status: 'ACTIVE' } },
						},
						{ sku: 'B B' },
					],
				},
			},
		});
	});

	const CANCEL = `mutation ($orderId: ID!) {
	  orderCancel(orderId: $orderId, reason: INVENTORY, restock: true, refundMethod: {originalPaymentMethodsRefund: true}) {
	    job { id done } orderCancelUserErrors { field code }
	  }
	}`;
	it('cancels an order once and puts the goods back', async () => {
		await create({}, { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' });
		const orderId = 'gid://shopify/Order/6000000000001';
		const first = await shopify(CANCEL, { orderId });
		expect(first.json).toMatchObject({ data: { orderCancel: { orderCancelUserErrors: [] } } });
		expect(store.orders).toMatchObject([{ status: 'cancelled', raw: { cancelReason: 'INVENTORY' } }]);
		expect(stockOf(0)).toBe(5);
		const second = await shopify(CANCEL, { orderId });
		expect(second.json).toMatchObject({
			data: { orderCancel: { job: null, orderCancelUserErrors: [{ code: 'INVALID' }] } },
		});
		const nowhere = await shopify(CANCEL, { orderId: 'gid://shopify/Order/1' });
		expect(nowhere.json).toMatchObject({
			data: { orderCancel: { orderCancelUserErrors: [{ code: 'NOT_FOUND' }] } },
		});
	});

	it('ships parts, and tells what is in each parcel', async () => {
		await create();
		const orderId = 'gid://shopify/Order/6000000000001';
		const open = await shopify(
			`query ($id: ID!) { order(id: $id) { fulfillmentOrders(first: 1) { nodes {
			  id status lineItems(first: 5) { nodes { id remainingQuantity } } } } } }`,
			{ id: orderId },
		);
		type Open = { id: string; lineItems: { nodes: Array<{ id: string }> } };
		const [part] = (open.json as { data: { order: { fulfillmentOrders: { nodes: Open[] } } } }).data.order
			.fulfillmentOrders.nodes;
		const ship = (quantity: number) =>
			shopify(
				`mutation ($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
				  fulfillment { id status } userErrors { message } } }`,
				{
					fulfillment: {
						trackingInfo: { company: 'DHL Express', number: '0034' },
						lineItemsByFulfillmentOrder: [
							{
								fulfillmentOrderId: part?.id,
								fulfillmentOrderLineItems: [{ id: part?.lineItems.nodes[0]?.id, quantity }],
							},
						],
					},
				},
			);
		await ship(1);
		expect(store.orders).toMatchObject([{ status: 'partially_fulfilled' }]);
		expect((await ship(2)).json).toMatchObject({
			data: { fulfillmentCreate: { fulfillment: null, userErrors: [{}] } },
		});
		await ship(1);
		expect(store.orders).toMatchObject([{ status: 'fulfilled' }]);
		const shipped = await shopify(
			`{ orders(first: 1, query: "fulfillment_status:shipped") { nodes { sourceIdentifier
			  fulfillments { createdAt trackingInfo { company number }
			    fulfillmentLineItems(first: 5) { nodes { quantity lineItem { sku customAttributes { key value } } } } } } } }`,
		);
		expect(shipped.json).toMatchObject({
			data: {
				orders: {
					nodes: [
						{
							sourceIdentifier: AMAZON_ID,
							fulfillments: [
								{
									trackingInfo: [{ company: 'DHL Express', number: '0034' }],
									fulfillmentLineItems: {
										nodes: [
											{
												quantity: 1,
												lineItem: { sku: 'A', customAttributes: [{ value: '11' }] },
											},
										],
									},
								},
								{},
							],
						},
					],
				},
			},
		});
	});

	it('takes over an order that is shipped already', async () => {
		const fulfillment = {
			...{ locationId: 'gid://shopify/Location/65000000001', trackingCompany: 'AMZL' },
			trackingNumber: 'TBA1',
		};
		await create({ fulfillmentStatus: 'FULFILLED', fulfillment });
		expect(store.orders).toMatchObject([
			{ status: 'fulfilled', raw: { fulfillments: [{ trackingInfo: [{ number: 'TBA1' }] }] } },
		]);
	});
});
