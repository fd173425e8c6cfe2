import { changeOfRefund } from '../../../../workflows-examples/source/code/refunds/answers';
import { fatesOfRefunds, type RefundRow } from '../../../../workflows-examples/source/code/refunds/fates';
import { refundsOfMagento } from '../../../../workflows-examples/source/code/refunds/magentoRefunds';
import { messagesOfRefunds } from '../../../../workflows-examples/source/code/refunds/messages';
import { shown, units } from '../../../../workflows-examples/source/code/refunds/money';
import { refundOfShopify } from '../../../../workflows-examples/source/code/refunds/shopifyRefund';
import { refundsOfWooCommerce } from '../../../../workflows-examples/source/code/refunds/wooCommerceRefunds';

const ORDER = '302-1234567-1234567';

it.each([
	['19.99', '19.99'],
	['-5', '5.00'],
	[0.1, '0.10'],
	['1.2345678', '1.234567'],
	['12.3400', '12.34'],
	['', '0.00'],
	[undefined, '0.00'],
	['1e3', '0.00'],
	['99999999999999999.99', '99999999999999999.99'],
])('money %p is %s', (value, expected) => expect(shown(units(value))).toBe(expected));

describe('refunds of WooCommerce', () => {
	const order = {
		currency: 'EUR',
		meta_data: [{ key: '_amazon_order_id', value: ORDER }],
		line_items: [{ id: 4, meta_data: [{ key: '_amazon_order_item_id', value: '44' }] }],
	};
	const line = {
		...{ sku: 'A', quantity: -1, total: '-10.00', total_tax: '-1.90' },
		meta_data: [{ key: '_refunded_item_id', value: '4' }],
	};
	const refund = { id: 8, amount: '11.90', reason: 'torn', line_items: [line], shipping_lines: [] };

	it.each([
		['whose parts add up', {}, '[{"itemId":"44","quantity":1,"amount":"11.90"}]'],
		[
			'with its shipping',
			{ amount: '15.90', shipping_lines: [{ total: '-4.00', total_tax: '0.00' }] },
			'[{"itemId":"44","quantity":1,"amount":"11.90"},{"shipping":"4.00"}]',
		],
		[
			'whose parts add up without tax',
			{ amount: '10.00' },
			'[{"itemId":"44","quantity":1,"amount":"10.00"}]',
		],
		['whose parts do not add up', { amount: '3.00' }, '[{"itemId":"44","quantity":1}]'],
		[
			'of a line that the order does not have',
			{ line_items: [{ ...line, meta_data: [] }] },
			'[{"sku":"A","quantity":1,"amount":"11.90"}]',
		],
		['of an amount alone', { line_items: [] }, ''],
	])('%s', (_what, change, items) => {
		expect(refundsOfWooCommerce(order, [{ ...refund, ...change }])).toEqual([
			expect.objectContaining({
				refund: 'woocommerce/8',
				amazonOrderId: ORDER,
				refundReason: 'torn',
				items,
				status: 'waiting',
			}),
		]);
	});

	it.each([
		['without refunds', order, []],
		['that is not of Amazon', { ...order, meta_data: [] }, [refund]],
		['that gave nothing back', order, [{ ...refund, amount: '0.00' }]],
		['whose refund is no refund', order, [{ line_items: [], shipping_lines: [] }]],
	])('none of an order %s', (_what, given, refunds) =>
		expect(refundsOfWooCommerce(given, refunds)).toEqual([]),
	);
});

describe('the refund of Shopify', () => {
	const refund = {
		...{ id: 3, note: 'torn' },
		transactions: [
			{ kind: 'refund', status: 'success', amount: '11.90', currency: 'EUR' },
			{ kind: 'refund', status: 'failure', amount: '99.00', currency: 'EUR' },
		],
		refund_line_items: [{ line_item: { sku: 'A' }, quantity: 1, subtotal: '10.00', total_tax: 1.9 }],
	};
	const order = { sourceIdentifier: ORDER, tags: [], cancelledAt: null };
	const shipping = { shop_money: { amount: '2.00' } };

	it.each([
		['with its lines', {}, '11.90', '[{"sku":"A","quantity":1,"amount":"11.90"}]'],
		[
			'with shipping by itself',
			{
				refund_line_items: [],
				refund_shipping_lines: [{ subtotal_amount_set: shipping }],
				transactions: [{ kind: 'refund', status: 'pending', amount: '2.00', currency: 'EUR' }],
			},
			'2.00',
			'[{"shipping":"2.00"}]',
		],
		[
			'with shipping as an adjustment',
			{
				refund_line_items: [],
				order_adjustments: [{ kind: 'shipping_refund', amount: '-2.00', tax_amount: '0.00' }],
				transactions: [{ kind: 'refund', status: 'success', amount: '2.00', currency: 'EUR' }],
			},
			'2.00',
			'[{"shipping":"2.00"}]',
		],
	])('%s', (_what, change, amount, items) => {
		expect(refundOfShopify({ ...refund, ...change }, { data: { order } })).toEqual([
			expect.objectContaining({ refund: 'shopify/3', amount, currency: 'EUR', items }),
		]);
	});

	it.each([
		['that is not of Amazon', {}, { ...order, sourceIdentifier: 'web' }],
		['that is not there', {}, null],
		['that was cancelled', {}, { ...order, cancelledAt: '2026-11-20' }],
		['when nothing was paid back', { transactions: [] }, order],
	])('none of an order %s', (_what, change, given) => {
		expect(refundOfShopify({ ...refund, ...change }, { data: { order: given } })).toEqual([]);
	});

	it('is not known when Shopify does not answer', () => {
		expect(() => refundOfShopify(refund, {})).toThrow('Shopify did not answer with the order');
	});
});

describe('refunds of Magento', () => {
	const order = { entity_id: 1, ext_order_id: ORDER, items: [{ item_id: 5, ext_order_item_id: '55' }] };
	const memo = {
		...{ entity_id: 2, order_id: 1, order_currency_code: 'EUR', grand_total: 11.9 },
		items: [
			{ order_item_id: 5, sku: 'A', qty: 1, row_total: '12.00', discount_amount: '2.00', tax_amount: '1.90' },
			{ order_item_id: 6, sku: 'B', qty: 0 },
		],
	};

	it('one per credit memo, without lines of which nothing went back', () => {
		expect(refundsOfMagento([memo], [order])).toEqual([
			expect.objectContaining({
				refund: 'magento/2',
				amount: '11.90',
				items: '[{"itemId":"55","quantity":1,"amount":"11.90"}]',
			}),
		]);
	});

	it.each([
		['of no Amazon order', memo, [{ ...order, ext_order_id: '7' }]],
		['of an order that is not there', memo, []],
		['that gives nothing back', { ...memo, grand_total: 0 }, [order]],
	])('an empty item for a credit memo %s', (_what, given, orders) => {
		expect(refundsOfMagento([given], orders)).toEqual([{}]);
	});

	it('none without credit memos', () => expect(refundsOfMagento([], [order])).toEqual([]));
});

describe('what becomes of refunds', () => {
	const row = (id: number, more: Partial<RefundRow> = {}): RefundRow => ({
		...{
			id,
			refund: `r${id}`,
			amazonOrderId: ORDER,
			status: 'waiting',
			amount: '5.00',
			items: '[{"sku":"A"}]',
		},
		...more,
	});
	const sent = row(9, { status: 'accepted', refunded: '[{"sku":"A","amount":"1.00"}]' });

	it.each([
		['nothing', [], []],
		['a refund', [row(1)], [{ fate: 'send', items: [{ sku: 'A' }], refunded: [] }]],
		[
			'a refund of shipping',
			[row(1, { items: '[{"shipping":"2.00"}]' })],
			[{ fate: 'send', shipping: '2.00', items: undefined }],
		],
		[
			'a second refund of the order',
			[row(1), sent],
			[{ fate: 'send', refunded: [{ sku: 'A', amount: '1.00' }] }],
		],
		[
			'another run is at work',
			[row(1), row(9, { status: 'sending' })],
			[{ fate: 'back', status: 'waiting' }],
		],
		['the same refund twice', [row(1), row(2, { refund: 'r1' })], [{ fate: 'send' }, { fate: 'copy' }]],
		['a refund that was sent', [row(1), { ...sent, refund: 'r1' }], [{ fate: 'copy' }]],
		[
			'an earlier refund that nobody knows',
			[row(1), row(9, { status: 'unclear', refunded: '' })],
			[{ fate: 'back', reason: 'earlier-refund-unknown' }],
		],
		[
			'items that cannot be read',
			[row(1, { items: '{' }), row(2, { items: '[1]' })],
			[{ reason: 'not-readable' }, { reason: 'not-readable' }],
		],
		['a row that was not taken', [sent], []],
	])('%s', (_what, rows, expected) => {
		const fates = fatesOfRefunds(rows, new Set([1, 2]));
		expect(fates).toHaveLength(expected.length);
		expect(fates).toMatchObject(expected);
	});
});

describe('answers to refunds', () => {
	it.each([
		[
			{ status: 'submitted', feedId: 'F', messageId: 1, feedMessages: 1, items: [] },
			{ status: 'submitted', feedId: 'F', refunded: '[]' },
		],
		[
			{ status: 'held', reason: 'r', message: 'm' },
			{ status: 'held', reason: 'r', message: 'm' },
		],
		[
			{ status: 'failed', message: 'm' },
			{ status: 'waiting', reason: 'not-sent', message: 'm' },
		],
		[
			{ error: 'busy', details: { operation: 'createFeedDocument' } },
			{ status: 'waiting', message: 'busy' },
		],
		[
			{ error: 'lost', details: { operation: 'createFeed', mayHaveArrived: true } },
			{ status: 'unclear', reason: 'answer-lost', refunded: '[]' },
		],
		[{ error: 'refused', details: { operation: 'createFeed' } }, { status: 'waiting' }],
		[{ error: 'odd' }, { status: 'unclear' }],
		[{}, { status: 'unclear', reason: 'answer-lost' }],
	])('%j', (answer, expected) => expect(changeOfRefund(answer)).toMatchObject(expected));

	it.each([
		['Damaged', 'CustomerReturn', {}, 'Amazon was told CustomerReturn for "Damaged"'],
		['customer return', 'CustomerReturn', {}, ''],
		['', 'CustomerReturn', {}, ''],
		['Damaged', undefined, {}, ''],
		['Damaged', 'CustomerReturn', { message: 'Given back in part' }, 'Given back in part'],
	])('the store said %p, Amazon was told %p: %j', (said, refundReason, more, message) => {
		const answer = { status: 'submitted', items: [], refundReason, ...more };
		expect(changeOfRefund(answer, said).message).toBe(message);
	});

	const told = {
		amazonOrderId: ORDER,
		refund: 'r',
		amount: '5.00',
		currency: 'EUR',
		status: 'held',
		message: 'm',
	};
	it.each([
		['nothing', [], []],
		['what went', [{ ...told, status: 'submitted' }], []],
		['one', [told], [`1 refund did not go to Amazon\n\n- ${ORDER} (r), 5.00 EUR: m`]],
	])('the message about %s', (_what, rows, texts) => {
		expect(messagesOfRefunds(rows).map(({ text }) => text)).toEqual(texts);
	});
});
