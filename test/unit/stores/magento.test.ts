import { magentoProduct, magentoStockItem, oddMagentoProducts } from '../../fixtures/stores/magento';
import { ask } from '../../simulator/client';
import { startDemoStore, type DemoStore } from '../../stores';
import { callers, type Callers } from './askStore';

const AMAZON_ID = '302-1234567-7654321';

let nowMs = 0;
let store: DemoStore;
let magento: Callers['magento'];

beforeEach(async () => {
	nowMs = Date.parse('2026-11-20T10:00:00Z');
	const products = [
		magentoProduct(1, { sku: 'A', price: 10, extension_attributes: stock(1, 5) }),
		magentoProduct(2, { sku: 'EMPTY', extension_attributes: stock(2, 0) }),
		{ ...oddMagentoProducts.unmanaged(3), sku: 'UNCOUNTED' },
		{ ...oddMagentoProducts.disabled(4), sku: 'DISABLED' },
		{ ...oddMagentoProducts.severalVariants(5), sku: 'PARENT' },
	];
	store = await startDemoStore({ products, nowMs: () => nowMs });
	({ magento } = callers(store));
});
afterEach(() => store.stop());

function stock(index: number, qty: number) {
	return { website_ids: [1], stock_item: magentoStockItem(index, { qty, is_in_stock: qty > 0 }) };
}
const stockOf = (sku: string) =>
	store.products.find((product) => product.sku === sku)?.extension_attributes.stock_item?.qty;

const address = {
	...{ firstname: 'Erika', lastname: 'Mustermann', street: ['Heidestraße 17', 'Hinterhaus'] },
	...{ city: 'Köln', postcode: '51147', telephone: '0221 1', country_id: 'DE' },
};
const item = { ext_order_item_id: '11', sku: 'A', qty_ordered: 2, price: 10, row_total: 20 };
const entity = {
	...{ ext_order_id: AMAZON_ID, increment_id: 'AMZ-1', state: 'processing', status: 'processing' },
	...{ order_currency_code: 'EUR', customer_email: 'b@amazon.example', grand_total: 24.99 },
	...{ base_grand_total: 24.99, shipping_amount: '4.99', items: [item], billing_address: address },
	payment: { method: 'checkmo' },
};
const save = (changes: object = {}) => magento('POST', 'orders', { entity: { ...entity, ...changes } });
const search = (path: string, field: string, value: string, condition = 'eq') =>
	magento(
		'GET',
		`${path}?searchCriteria[filter_groups][0][filters][0][field]=${field}` +
			`&searchCriteria[filter_groups][0][filters][0][value]=${encodeURIComponent(value)}` +
			`&searchCriteria[filter_groups][0][filters][0][condition_type]=${condition}`,
	);

describe("Magento's orders in the demo store", () => {
	it('refuses a wrong token', async () => {
		const answer = await ask(store.url, {
			...{ method: 'POST', path: '/rest/V1/orders', body: { entity } },
			headers: { authorization: 'Bearer wrong' },
		});
		expect(answer).toMatchObject({
			status: 401,
			json: { message: "The consumer isn't authorized to access %resources." },
		});
	});

	it('saves an order as it is: nothing is calculated, no stock is taken', async () => {
		expect(await save()).toMatchObject({
			status: 200,
			json: {
				...{ entity_id: 1, increment_id: 'AMZ-1', ext_order_id: AMAZON_ID, grand_total: 24.99 },
				...{ created_at: '2026-11-20 10:00:00', status: 'processing' },
				items: [{ item_id: 100, order_id: 1, sku: 'A', ext_order_item_id: '11' }],
				billing_address: { parent_id: 1, firstname: 'Erika' },
			},
		});
		expect(stockOf('A')).toBe(5);
		expect(store.orders).toMatchObject([
			{
				...{ platform: 'magento', id: '1', number: 'AMZ-1', amazonOrderId: AMAZON_ID, currency: 'EUR' },
				...{ total: '24.99', status: 'processing' },
				lines: [{ amazonItemId: '11', sku: 'A', quantity: 2, total: '20.00' }],
			},
		]);
	});

	it('takes amounts as texts and its own number where none is given', async () => {
		const answer = await save({ increment_id: undefined, grand_total: '24.990' });
		expect(answer.json).toMatchObject({ increment_id: '000000001' });
		expect(store.orders[0]).toMatchObject({ total: '24.99' });
	});

	it.each([
		['entity', {}],
		['items', { entity: { ...entity, items: [] } }],
		['grand_total', { entity: { ...entity, grand_total: undefined } }],
		['base_grand_total', { entity: { ...entity, base_grand_total: null } }],
		['customer_email', { entity: { ...entity, customer_email: '' } }],
		['billing_address', { entity: { ...entity, billing_address: undefined } }],
		['payment', { entity: { ...entity, payment: undefined } }],
		['method', { entity: { ...entity, payment: {} } }],
		['sku', { entity: { ...entity, items: [{ ...item, sku: '' }] } }],
		['qty_ordered', { entity: { ...entity, items: [{ ...item, qty_ordered: undefined }] } }],
		...['firstname', 'lastname', 'city', 'postcode', 'telephone', 'country_id', 'street'].map(
			(field): [string, object] => [
				field,
				{ entity: { ...entity, billing_address: { ...address, [field]: undefined } } },
			],
		),
	])('demands %s', async (fieldName, body) => {
		expect(await magento('POST', 'orders', body)).toMatchObject({
			status: 400,
			json: { message: '"%fieldName" is required. Enter and try again.', parameters: { fieldName } },
		});
		expect(store.orders).toEqual([]);
	});

	it.each([
		[
			{ amazon_order_id: AMAZON_ID },
			'Property "AmazonOrderId" does not have accessor method "getAmazonOrderId" in class "Magento\\Sales\\Api\\Data\\OrderInterface".',
		],
		[{ items: [{ ...item, title: 'x' }] }, /"getTitle" in class .*OrderItemInterface/],
		[{ billing_address: { ...address, zip: '1' } }, /"getZip" in class .*OrderAddressInterface/],
		[{ payment: { method: 'x', title: 'y' } }, /"getTitle" in class .*OrderPaymentInterface/],
		[{ extension_attributes: { amazon: 1 } }, /"getAmazon" in class .*OrderExtensionInterface/],
		[{ grand_total: '24,99' }, /^Error occurred during "grand_total" processing\. The "24,99" value's type/],
		[{ billing_address: { ...address, street: 'Heidestraße 17' } }, /"string\[\]" type was expected/],
		[
			{
				extension_attributes: {
					shipping_assignments: [{ shipping: { address: { ...address, zip: '1' } } }],
				},
			},
			/"getZip"/,
		],
	])('refuses %j', async (changes, message) => {
		const answer = await save(changes);
		expect(answer).toMatchObject({
			status: 400,
			json: { message: typeof message === 'string' ? message : expect.stringMatching(message) },
		});
		expect(store.orders).toEqual([]);
	});

	it('keeps a number for one order per store', async () => {
		await save();
		expect(await save()).toMatchObject({
			status: 400,
			json: { message: 'Unique constraint violation found' },
		});
		expect(await save({ store_id: 2 })).toMatchObject({ status: 200 });
		expect(await save({ increment_id: 'AMZ-2' })).toMatchObject({ status: 200 });
		expect(store.orders).toHaveLength(3);
		expect(store.duplicates).toEqual([{ platform: 'magento', amazonOrderId: AMAZON_ID, count: 3 }]);
	});

	it('completes an order that is there already, under its own number', async () => {
		await save({ ext_order_id: undefined });
		const body = { entity: { entity_id: '1', increment_id: 'AMZ-1', ext_order_id: AMAZON_ID } };
		expect(await magento('POST', 'orders', body)).toMatchObject({ status: 200 });
		expect(store.orders).toMatchObject([{ id: '1', amazonOrderId: AMAZON_ID, total: '24.99' }]);
		const nowhere = { entity: { entity_id: 9, ext_order_id: 'x' } };
		expect(await magento('POST', 'orders', nowhere)).toMatchObject({ status: 404 });
	});

	it('finds orders by the id from Amazon, by number and by change', async () => {
		await save();
		nowMs += 60_000;
		await save({ increment_id: 'AMZ-2', ext_order_id: '302-2' });
		const found = await search('orders', 'ext_order_id', AMAZON_ID);
		expect(found.json).toMatchObject({ total_count: 1, items: [{ entity_id: 1 }] });
		expect((await search('orders', 'ext_order_id', '302-9')).json).toMatchObject({ total_count: 0 });
		expect((await search('orders', 'increment_id', 'AMZ-1,AMZ-2', 'in')).json).toMatchObject({
			...{ total_count: 2, items: [{ entity_id: 1 }, { entity_id: 2 }] },
		});
		expect((await search('orders', 'updated_at', '2026-11-20 10:00:00', 'gt')).json).toMatchObject({
			...{ total_count: 1, items: [{ entity_id: 2 }] },
		});
		const newest =
			'orders?searchCriteria[sortOrders][0][field]=created_at&searchCriteria[sortOrders][0][direction]=DESC&searchCriteria[pageSize]=1';
		expect((await magento('GET', newest)).json).toMatchObject({ total_count: 2, items: [{ entity_id: 2 }] });
		expect((await magento('GET', 'orders/2')).json).toMatchObject({ increment_id: 'AMZ-2' });
	});

	it.each([
		['orders?x=1', 400, '"%fieldName" is required. Enter and try again.'],
		['orders/9', 404, "The entity that was requested doesn't exist. Verify the entity and try again."],
		[
			'orders?searchCriteria[filter_groups][0][filters][0][field]=amazon_id&searchCriteria[filter_groups][0][filters][0][value]=1',
			400,
			"SQLSTATE[42S22]: Column not found: 1054 Unknown column 'amazon_id' in 'where clause'",
		],
	])('refuses GET %s', async (path, status, message) => {
		expect(await magento('GET', path)).toMatchObject({ status, json: { message } });
	});

	it('keeps comments', async () => {
		await save();
		const statusHistory = { comment: 'From Amazon', is_customer_notified: 0, is_visible_on_front: 0 };
		expect(await magento('POST', 'orders/1/comments', { statusHistory })).toMatchObject({ json: true });
		expect(store.orders[0]?.comments).toEqual(['From Amazon']);
		for (const body of [{}, { statusHistory: {} }])
			expect(await magento('POST', 'orders/1/comments', body)).toMatchObject({ status: 400 });
	});

	it('invoices and ships until the order is complete', async () => {
		await save();
		expect(await magento('POST', 'order/1/invoice', { capture: true })).toMatchObject({ json: 1 });
		const part = { items: [{ order_item_id: 100, qty: 1 }] };
		const tracks = [{ track_number: '0034', carrier_code: 'dhl', title: 'DHL' }];
		nowMs += 60_000;
		expect(await magento('POST', 'order/1/ship', { ...part, tracks })).toMatchObject({ json: 1 });
		expect(store.orders[0]).toMatchObject({ status: 'processing' });
		expect(await magento('POST', 'order/1/ship')).toMatchObject({ json: 2 });
		expect(store.orders[0]).toMatchObject({ status: 'complete' });
		const shipments = await search('shipments', 'created_at', '2026-11-20 10:00:00', 'gt');
		expect(shipments.json).toMatchObject({
			total_count: 2,
			items: [
				{
					...{ entity_id: 1, order_id: 1, total_qty: 1 },
					items: [{ order_item_id: 100, sku: 'A', qty: 1 }],
					tracks: [{ track_number: '0034', carrier_code: 'dhl', title: 'DHL' }],
				},
				{ entity_id: 2, tracks: [] },
			],
		});
	});

	it.each([
		['invoice', {}, /^Invoice .*\nAn invoice cannot be created when an order has a status of canceled$/],
		['ship', {}, /^Shipment .*\nA shipment cannot be created when an order has a status of canceled$/],
		['refund', {}, /^Creditmemo .*\nThe order does not allow a creditmemo to be created\.$/],
	])('refuses to %s a cancelled order', async (deed, body, message) => {
		await save();
		expect(await magento('POST', 'orders/1/cancel')).toMatchObject({ status: 200, json: true });
		expect(store.orders[0]).toMatchObject({ status: 'canceled', raw: { items: [{ qty_canceled: 2 }] } });
		expect(await magento('POST', 'orders/1/cancel')).toMatchObject({ json: false });
		expect(await magento('POST', `order/1/${deed}`, body)).toMatchObject({
			status: 400,
			json: { message: expect.stringMatching(message) },
		});
	});

	it.each([
		[{ items: [{ order_item_id: 100, qty: 3 }] }, 400],
		[{ items: [{ order_item_id: 999, qty: 1 }] }, 404],
		[{ tracks: [{ carrier_code: 'dhl' }] }, 400],
	])('refuses to ship %j', async (body, status) => {
		await save();
		expect(await magento('POST', 'order/1/ship', body)).toMatchObject({ status });
		expect(store.orders[0]).toMatchObject({ raw: { items: [{ qty_ordered: 2 }] } });
	});

	it('refunds what was invoiced', async () => {
		await save();
		await magento('POST', 'order/1/invoice');
		const body = { items: [{ order_item_id: 100, qty: 1 }], arguments: { shipping_amount: 0 } };
		expect(await magento('POST', 'order/1/refund', body)).toMatchObject({ json: 1 });
		expect((await magento('GET', 'creditmemos?searchCriteria=')).json).toMatchObject({
			items: [{ order_id: 1, grand_total: 10, shipping_amount: 0, items: [{ order_item_id: 100, qty: 1 }] }],
		});
		expect(await magento('POST', 'order/1/refund')).toMatchObject({ json: 2 });
		expect(store.orders[0]).toMatchObject({ status: 'closed', raw: { total_refunded: '24.99' } });
	});
});

describe("a guest's cart at Magento", () => {
	const guest = (path: string, body?: unknown) =>
		ask(store.url, { method: 'POST', path: `/rest/default/V1/guest-carts${path}`, body });
	const open = async () => (await guest('')).json as string;
	const put = (id: string, sku: string, qty = 2) =>
		guest(`/${id}/items`, { cartItem: { quote_id: id, sku, qty } });
	const ship = (id: string, changes: object = {}) =>
		guest(`/${id}/shipping-information`, {
			addressInformation: {
				...{ shipping_address: address, billing_address: address },
				...{ shipping_carrier_code: 'flatrate', shipping_method_code: 'flatrate' },
				...changes,
			},
		});
	const pay = (id: string, changes: object = {}) =>
		guest(`/${id}/payment-information`, {
			...{ email: 'b@amazon.example', paymentMethod: { method: 'checkmo' } },
			...changes,
		});

	it("becomes an order at the catalogue's prices and takes the stock", async () => {
		const id = await open();
		expect(await put(id, 'A')).toMatchObject({ status: 200, json: { sku: 'A', qty: 2, price: 10 } });
		expect(await ship(id)).toMatchObject({ json: { totals: { subtotal: 20, grand_total: 30 } } });
		expect(await pay(id)).toMatchObject({ status: 200, json: '1' });
		expect(stockOf('A')).toBe(3);
		expect(store.orders).toMatchObject([
			{ number: '000000001', amazonOrderId: '', total: '30.00', status: 'pending', lines: [{ sku: 'A' }] },
		]);
		expect(await pay(id)).toMatchObject({ status: 404, json: { parameters: { fieldName: 'cartId' } } });
		expect(await open()).not.toBe(id);
	});

	it('gives the stock back at cancellation', async () => {
		const id = await open();
		await put(id, 'A');
		await ship(id);
		await pay(id);
		await magento('POST', 'orders/1/cancel');
		expect(stockOf('A')).toBe(5);
	});

	it.each([
		['NOWHERE', 1, 404, "The product that was requested doesn't exist."],
		['DISABLED', 1, 400, 'Product that you are trying to add is not available.'],
		['PARENT', 1, 400, 'Product that you are trying to add is not available.'],
		['EMPTY', 1, 400, 'The requested qty is not available'],
		['A', 6, 400, 'The requested qty is not available'],
		['A', 0, 400, '"%fieldName" is required. Enter and try again.'],
	])('refuses %s × %i', async (sku, qty, status, message) => {
		expect(await put(await open(), sku, qty)).toMatchObject({ status, json: { message } });
	});

	it('sells what is not counted', async () => {
		expect(await put(await open(), 'UNCOUNTED', 500)).toMatchObject({ status: 200 });
	});

	it('wants the cart in the body, too', async () => {
		const answer = await guest(`/${await open()}/items`, { cartItem: { sku: 'A', qty: 1 } });
		expect(answer).toMatchObject({ status: 404, json: { parameters: { fieldName: 'cartId' } } });
	});

	it.each([
		[{ shipping_address: { ...address, city: '' } }, 400],
		[{ shipping_address: { ...address, street: 'x' } }, 400],
		[{ shipping_carrier_code: 'dhl' }, 404],
	])('refuses the shipping %j', async (changes, status) => {
		const id = await open();
		await put(id, 'A');
		expect(await ship(id, changes)).toMatchObject({ status });
		expect(await pay(id)).toMatchObject({
			status: 400,
			json: { message: 'The shipping address is missing. Set the address and try again.' },
		});
	});

	it.each([[{ email: '' }], [{ paymentMethod: { method: 'gold' } }], [{ billing_address: { city: 'x' } }]])(
		'refuses the payment %j',
		async (changes) => {
			const id = await open();
			await put(id, 'A');
			await ship(id);
			expect(await pay(id, changes)).toMatchObject({ status: 400 });
			expect(store.orders).toEqual([]);
		},
	);
});
