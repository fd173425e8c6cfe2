import { messageOfFailedOrders } from '../../../../workflows-examples/source/code/imports/failedOrders';
import { rowsThatGiveWay } from '../../../../workflows-examples/source/code/imports/givingWay';
import { problemOfInvoice, withInvoice } from '../../../../workflows-examples/source/code/imports/invoice';
import { foundIn as foundInMagento } from '../../../../workflows-examples/source/code/imports/magentoFound';
import { readAnswer as readMagento } from '../../../../workflows-examples/source/code/imports/magentoOutcome';
import { productsOfMagento } from '../../../../workflows-examples/source/code/imports/magentoProducts';
import { toQuery } from '../../../../workflows-examples/source/code/imports/magentoSkus';
import { withStock } from '../../../../workflows-examples/source/code/imports/magentoStock';
import { messageOfNewOrders } from '../../../../workflows-examples/source/code/imports/newOrders';
import { ordersThatAreOurs } from '../../../../workflows-examples/source/code/imports/ourOrders';
import { toChange } from '../../../../workflows-examples/source/code/imports/outcome';
import { foundIn as foundInShopify } from '../../../../workflows-examples/source/code/imports/shopifyFound';
import { readAnswer as readShopify } from '../../../../workflows-examples/source/code/imports/shopifyOutcome';
import { variantsOfShopify } from '../../../../workflows-examples/source/code/imports/shopifyProducts';
import { listsOfSkus } from '../../../../workflows-examples/source/code/imports/skuLists';
import { foundIn as foundInWebhook } from '../../../../workflows-examples/source/code/imports/webhookFound';
import { readAnswer as readWebhook } from '../../../../workflows-examples/source/code/imports/webhookOutcome';
import { foundIn as foundInWooCommerce } from '../../../../workflows-examples/source/code/imports/wooCommerceFound';
import { readAnswer as readWooCommerce } from '../../../../workflows-examples/source/code/imports/wooCommerceOutcome';
import { productsOfWooCommerce } from '../../../../workflows-examples/source/code/imports/wooCommerceProducts';

const ORDER = '302-1234567-1234567';
const claim = (id: number, run = 'us') => ({ id, amazonOrderId: ORDER, claim: run });

describe('claims of several runs', () => {
	it.each([
		['none', [], [], false, []],
		['ours alone', [claim(1)], [claim(1)], false, []],
		['ours is later', [claim(1, 'them'), claim(2)], [], false, [2]],
		['ours is first', [claim(1), claim(2, 'them')], [], false, []],
		['two of ours', [claim(1), claim(2)], [], false, [2]],
		['a row that was read twice', [claim(1), claim(1)], [], false, []],
		[
			'at the second look, not alone at the first',
			[claim(1), claim(2, 'them')],
			[claim(1), claim(2, 'them')],
			true,
			[1],
		],
		['at the second look, alone at the first', [claim(1), claim(2, 'them')], [claim(1)], true, []],
	])('give way: %s', (_what, rows, first, isSecondLook, ids) => {
		expect(rowsThatGiveWay({ rows, first, isSecondLook, run: 'us' }).map(({ id }) => id)).toEqual(ids);
	});

	const order = { amazonOrderId: ORDER };
	it.each([
		['none', [], [], [], 0],
		['ours alone', [order], [claim(1)], [claim(1)], 1],
		['ours twice', [order, order], [claim(1), claim(2)], [claim(1)], 1],
		['alone at the second look', [order], [claim(1), claim(2, 'them')], [claim(1)], 1],
		['never alone', [order], [claim(1), claim(2, 'them')], [claim(1), claim(2, 'them')], 0],
		['with a row that is gone', [order], [claim(1)], [], 0],
	])('go on: %s', (_what, orders, first, second, count) => {
		expect(ordersThatAreOurs({ orders, first, second, run: 'us' })).toHaveLength(count);
	});
});

describe('what is looked up', () => {
	it.each([
		['nothing', [], []],
		['an order without lines', [{}, { lines: [] }], []],
		['each SKU once', [{ lines: [{ sku: 'A' }, { sku: 'A' }, { sku: null }] }], [['A']]],
		['some together', [{ lines: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] }], [['A', 'B'], ['C']]],
		['a comma alone', [{ lines: [{ sku: 'A' }, { sku: 'B,C' }] }], [['B,C'], ['A']]],
	])('%s', (_what, orders, lists) => expect(listsOfSkus(orders, 2)).toEqual(lists));

	const filter = (index: number, name: string) =>
		`searchCriteria[filter_groups][0][filters][${index}][${name}]`;
	it('in Magento by the SKU', () => {
		expect(toQuery(['A', 'B'], '')).toEqual({
			...{ 'searchCriteria[pageSize]': 100, fields: 'items[id,sku,name,status],total_count' },
			...{ [filter(0, 'field')]: 'sku', [filter(0, 'condition_type')]: 'in', [filter(0, 'value')]: 'A,B' },
		});
	});

	it('in Magento by an attribute too', () => {
		expect(toQuery(['A'], 'amazon_sku')).toMatchObject({
			fields: 'items[id,sku,name,status,custom_attributes],total_count',
			...{
				[filter(1, 'field')]: 'amazon_sku',
				[filter(1, 'condition_type')]: 'eq',
				[filter(2, 'value')]: '%||A||%',
			},
		});
	});
});

describe('products of the stores', () => {
	const product = { sku: 'A', custom_attributes: [{ attribute_code: 'amazon_sku', value: '||X||' }] };

	it('Magento: with their alternate SKUs', () => {
		const pages = [{ body: { items: [product], total_count: 1 } }, { body: { items: [], total_count: 0 } }];
		expect(productsOfMagento(pages, 'amazon_sku')).toEqual([{ sku: 'A', alternateSku: '||X||' }]);
		expect(productsOfMagento(pages, '')).toEqual([{ sku: 'A' }]);
		expect(productsOfMagento([], '')).toEqual([]);
	});

	it.each([
		['no list', { statusCode: 503 }, 'HTTP 503'],
		['not the whole list', { body: { items: [product], total_count: 101 } }, 'More than 100 products'],
	])('Magento: %s stops the run', (_what, page, words) =>
		expect(() => productsOfMagento([page], '')).toThrow(words),
	);

	it('Magento: with what can be sold', () => {
		expect(withStock({ sku: 'A' }, { statusCode: 200, salable: '3' })).toEqual({
			...{ sku: 'A', extension_attributes: { stock_item: { manage_stock: true, qty: '3' } } },
		});
		expect(withStock({}, { statusCode: 400 })).toEqual({
			extension_attributes: { stock_item: { manage_stock: false } },
		});
		expect(() => withStock({}, { statusCode: 401 })).toThrow('HTTP 401');
	});

	it('Shopify: variants', () => {
		const page = (nodes: object[], hasNextPage = false) => ({
			body: {
				data: {
					productVariants: { nodes: nodes as Array<Record<string, unknown>>, pageInfo: { hasNextPage } },
				},
			},
		});
		expect(variantsOfShopify([page([{ id: 1 }]), page([])])).toEqual([{ id: 1 }]);
		expect(() => variantsOfShopify([page([], true)])).toThrow('More than 250 variants');
		expect(() => variantsOfShopify([{ body: { errors: [{ message: 'denied' }] } }])).toThrow('denied');
		expect(() => variantsOfShopify([{ statusCode: 502 }])).toThrow('HTTP 502');
	});

	it('WooCommerce: products', () => {
		expect(productsOfWooCommerce([{ body: [{ id: 1 }] }, { body: [] }])).toEqual([{ id: 1 }]);
		expect(() => productsOfWooCommerce([{ statusCode: 404 }])).toThrow('HTTP 404');
	});
});

describe('whether the store has the order', () => {
	const magento = {
		entity_id: 1,
		increment_id: '001',
		ext_order_id: ORDER,
		items: [{ qty_ordered: 2, qty_invoiced: 1 }],
	};
	const shopify = { id: 'gid://shopify/Order/1', name: '#1', tags: [ORDER] };
	const woo = { id: 1, number: '1', total: '5.00', meta_data: [{ key: '_amazon_order_id', value: ORDER }] };

	it.each([
		[
			'Magento',
			foundInMagento({ body: { items: [magento], total_count: 1 } }, ORDER),
			{ storeOrderId: '1', storeOrderNumber: '001', isInvoiced: false },
		],
		[
			'Shopify',
			foundInShopify({ body: { data: { orders: { nodes: [shopify] } } } }, ORDER),
			{ storeOrderId: '1', storeOrderNumber: '#1' },
		],
		['WooCommerce', foundInWooCommerce({ body: [woo] }, ORDER), { storeOrderId: '1', storeTotal: '5.00' }],
		[
			'a webhook',
			foundInWebhook({ body: [{ id: 1, amazonOrderId: ORDER }] }, ORDER),
			{ storeOrderId: '1', storeOrderNumber: '1' },
		],
	])('%s has it', (_store, found, expected) => expect(found).toMatchObject({ found: 'yes', ...expected }));

	it.each([
		['Magento', foundInMagento({ body: { total_count: 0 } }, ORDER)],
		['Shopify', foundInShopify({ body: { data: { orders: { nodes: [{ ...shopify, tags: [] }] } } } }, ORDER)],
		['WooCommerce', foundInWooCommerce({ body: [{ ...woo, meta_data: [] }] }, ORDER)],
		['a webhook', foundInWebhook({ body: [] }, ORDER)],
	])('%s does not have it', (_store, found) => expect(found).toEqual({ found: 'no' }));

	it.each([
		['Magento', foundInMagento({ statusCode: 503 }, ORDER), 'HTTP 503'],
		['Shopify', foundInShopify({ statusCode: 200, body: {} }, ORDER), 'its answer is not understood'],
		['WooCommerce', foundInWooCommerce({ error: 'ECONNREFUSED' }, ORDER), 'ECONNREFUSED'],
		['a webhook', foundInWebhook({ error: {}, details: { httpCode: '401' } }, ORDER), 'HTTP 401'],
	])('nobody knows whether %s has it', (_store, found, problem) =>
		expect(found).toEqual({ found: 'unknown', problem }),
	);
});

describe('the answer to a creation', () => {
	const created = {
		data: {
			orderCreate: {
				order: { id: 'gid://shopify/Order/1', name: '#1', totalPriceSet: { shopMoney: { amount: '5.00' } } },
			},
		},
	};

	it.each([
		[
			'Magento',
			readMagento({ statusCode: 200, body: { entity_id: 1, increment_id: '001', grand_total: 5 } }),
			{ storeOrderId: '1', storeTotal: 5, isInvoiced: false },
		],
		['Shopify', readShopify({ statusCode: 200, body: created }), { storeOrderId: '1', storeTotal: '5.00' }],
		[
			'WooCommerce',
			readWooCommerce({ statusCode: 201, body: { id: 1, number: '1', total: '5.00' } }),
			{ storeOrderId: '1', storeTotal: '5.00' },
		],
		[
			'a webhook',
			readWebhook({ statusCode: 200, body: { id: 1, number: 7 } }),
			{ storeOrderId: '1', storeOrderNumber: '7' },
		],
		['a webhook that has it', readWebhook({ statusCode: 409, body: { id: 1 } }), { storeOrderId: '1' }],
	])('%s made it', (_store, outcome, expected) => expect(outcome).toMatchObject(expected));

	it.each([
		[
			'Magento',
			readMagento({
				statusCode: 400,
				body: { message: 'No %1 of %sku', parameters: { 0: 'stock', sku: 'A' } },
			}),
			'No stock of A',
		],
		[
			'Shopify',
			readShopify({
				body: { data: { orderCreate: { userErrors: [{ field: ['order', 'email'], message: 'is wrong' }] } } },
			}),
			'order.email: is wrong',
		],
		[
			'Shopify, of a value',
			readShopify({ body: { errors: [{ message: 'no date', extensions: { code: 'INVALID_VARIABLE' } }] } }),
			'no date',
		],
		[
			'WooCommerce',
			readWooCommerce({ statusCode: 400, body: { message: 'No.', data: { params: { email: 'Wrong' } } } }),
			'No.. Wrong',
		],
		['a webhook', readWebhook({ statusCode: 422, body: { error: 'no' } }), 'no'],
		['a webhook without words', readWebhook({ statusCode: 422 }), 'HTTP 422'],
	])('%s refuses it', (_store, outcome, refusal) => expect(outcome).toEqual({ refusal }));

	it.each([
		['Magento', readMagento({ statusCode: 503, body: { message: 'Busy' } }), 'HTTP 503: Busy'],
		['Shopify', readShopify({ body: { errors: [{ message: 'Throttled' }] } }), 'Throttled'],
		['Shopify, of which nothing came', readShopify({}), 'no answer'],
		['WooCommerce', readWooCommerce({ statusCode: 401 }), 'HTTP 401'],
		['a webhook', readWebhook({ error: 'ETIMEDOUT', body: { id: 1 } }), 'ETIMEDOUT'],
	])('%s: nobody knows', (_store, outcome, problem) => expect(outcome).toEqual({ problem }));
});

describe('what becomes of the row', () => {
	const order = {
		...{ amazonOrderId: ORDER, total: '5.00', currency: 'EUR', message: 'm', fulfillmentChannel: 'MFN' },
		storeOrder: { then: { acknowledge: true, createInvoice: true } },
	};
	const inStore = { storeOrderId: '1', storeOrderNumber: '001' };

	it.each([
		[
			'imported',
			order,
			{ ...inStore, storeTotal: 5 },
			{ status: 'imported', message: 'm', acknowledged: '' },
		],
		[
			'with another total',
			order,
			{ ...inStore, storeTotal: '5.01' },
			{ message: expect.stringContaining('m. The store makes the total 5.01 EUR, Amazon 5.00') },
		],
		["of Amazon's warehouse", { ...order, fulfillmentChannel: 'AFN' }, inStore, { acknowledged: 'no' }],
		['with an invoice due', order, { ...inStore, isInvoiced: false }, { invoice: true }],
		['with its invoice', order, { ...inStore, isInvoiced: true }, { invoice: false }],
		[
			'refused',
			order,
			{ refusal: 'no' },
			{ status: 'failed', reason: 'store-refused', message: 'The store refused the order: no' },
		],
		[
			'not known',
			order,
			{ problem: 'HTTP 503' },
			{ status: 'importing', message: 'The store could not be reached (HTTP 503); tried again by Catch Up' },
		],
	])('%s', (_what, given, outcome, expected) => expect(toChange(given, outcome)).toMatchObject(expected));

	it('has no invoice where the store tells of none', () =>
		expect(toChange(order, inStore)).not.toHaveProperty('invoice'));

	it.each([
		[{ statusCode: 200 }, undefined],
		[{ statusCode: 400, body: { message: 'No' } }, 'No'],
		[{ error: 'ECONNREFUSED' }, 'ECONNREFUSED'],
		[{}, 'no answer'],
	])('the invoice: %j', (answer, problem) => expect(problemOfInvoice(answer)).toBe(problem));

	it.each([
		[undefined, 'm'],
		['No', 'm. Its invoice may be missing: No'],
	])('the row with the problem %s of its invoice', (problem, message) => {
		expect(withInvoice({ status: 'imported', message: 'm', invoice: true }, problem)).toEqual({
			status: 'imported',
			message,
		});
	});
});

describe('messages about orders', () => {
	const row = {
		amazonOrderId: ORDER,
		marketplace: 'DE',
		total: '5.00',
		currency: 'EUR',
		storeOrderNumber: '7',
		message: '',
	};

	it.each([
		['none', [], '0 new Amazon orders'],
		['one', [row], `1 new Amazon order\n\n- ${ORDER} (DE), 5.00 EUR, your order 7`],
		['one with a remark', [{ ...row, message: 'm' }], 'your order 7. m'],
		['many', Array.from({ length: 60 }, () => row), '... and 10 more in the table "Amazon Orders"'],
	])('new: %s', (_what, rows, text) => expect(messageOfNewOrders(rows).text).toContain(text));

	it.each([
		['none', [], '0 Amazon orders could not be imported'],
		['one', [{ ...row, message: 'no SKU' }], `- ${ORDER} (DE): no SKU\n\nTo try an order again`],
		['how to try at once', [row], 'to try at once, run "Every Hour: Catch Up" by hand'],
		['a rule that was changed', [row], '(a changed rule must be published again)'],
		['many', Array.from({ length: 51 }, () => row), '... and 1 more in the table "Amazon Orders"'],
	])('failed: %s', (_what, rows, text) => expect(messageOfFailedOrders(rows).text).toContain(text));
});
