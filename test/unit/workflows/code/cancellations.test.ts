import { changeAfterAmazon } from '../../../../workflows-examples/source/code/cancellations/answers';
import { cancelledInMagento } from '../../../../workflows-examples/source/code/cancellations/magentoCancellations';
import { messagesOfCancellations } from '../../../../workflows-examples/source/code/cancellations/messages';
import { changeAfterStore } from '../../../../workflows-examples/source/code/cancellations/storeSaid';

const ORDER = '302-1234567-1234567';

describe('what the store said', () => {
	const cancelErrors = (...messages: string[]) => ({
		data: { orderCancel: { orderCancelUserErrors: messages.map((message) => ({ message })) } },
	});

	it.each([
		['woocommerce', { statusCode: 200, body: { status: 'cancelled' } }, ''],
		['woocommerce', { statusCode: 200, body: { status: 'completed' } }, 'not-cancelled-in-store'],
		['woocommerce', { statusCode: 404, body: { message: 'No such order' } }, 'not-cancelled-in-store'],
		['magento', { statusCode: 200, body: true }, ''],
		['magento', { statusCode: 200, body: 17 }, ''],
		['magento', { statusCode: 200, body: { state: 'closed' } }, ''],
		['magento', { statusCode: 200, body: { state: 'complete' } }, 'not-cancelled-in-store'],
		['magento', { statusCode: 200, body: false }, 'not-cancelled-in-store'],
		['shopify', { statusCode: 200, body: cancelErrors() }, ''],
		['shopify', { statusCode: 200, body: cancelErrors('It is already cancelled') }, ''],
		['shopify', { statusCode: 200, body: cancelErrors('It is shipped') }, 'not-cancelled-in-store'],
		['shopify', { statusCode: 200, body: { errors: [{ message: 'denied' }] } }, 'not-cancelled-in-store'],
		['webhook', { statusCode: 204 }, ''],
		['webhook', {}, 'not-cancelled-in-store'],
		['webhook', { statusCode: 503 }, 'cancelling'],
		['webhook', { statusCode: 401 }, 'cancelling'],
		['webhook', { error: 'no network' }, 'cancelling'],
		['webhook', { error: { message: 'no network' } }, 'cancelling'],
	])('%s: %j', (store, answer, reason) => expect(changeAfterStore(store, answer).reason).toBe(reason));

	it('names the reason', () => {
		expect(changeAfterStore('webhook', { error: { message: 'no network' } }).message).toBe(
			'Cancelled at Amazon. The store could not be told (no network); tried again within the hour',
		);
		expect(changeAfterStore('magento', { statusCode: 400, body: { message: 'No' } }).message).toBe(
			'Cancelled at Amazon, but not in the store: HTTP 400 No',
		);
	});

	it('is not known when Shopify answers with something else', () => {
		expect(() => changeAfterStore('shopify', { statusCode: 200, body: {} })).toThrow(
			'Shopify did not answer',
		);
	});
});

describe('messages about cancellations', () => {
	const row = { amazonOrderId: ORDER, storeOrderNumber: '7', message: 'm' };

	it.each([
		['nothing', [], []],
		['an order that is cancelled', [{ ...row, status: 'cancelled' }], []],
		['a row that says nothing', [{ amazonOrderId: ORDER }], []],
		[
			'each kind',
			[
				{ ...row, reason: 'buyer-asked' },
				{ ...row, status: 'importing' },
				{ ...row, reason: 'not-cancelled-in-store' },
				{ ...row, cancellation: 'rejected' },
			],
			[
				'Buyers ask to cancel: 1 order',
				'Cancelled at Amazon while being imported: 1 order',
				'Cancelled at Amazon, but not in the store: 1 order',
				'Cancelled in the store, but not at Amazon: 1 order',
			],
		],
		[
			'two of a kind',
			[
				{ ...row, reason: 'buyer-asked' },
				{ ...row, reason: 'buyer-asked' },
			],
			['Buyers ask to cancel: 2 orders'],
		],
	])('%s', (_what, rows, subjects) => {
		expect(messagesOfCancellations(rows).map(({ subject }) => subject)).toEqual(subjects);
	});

	it('say what to do', () => {
		const [open] = messagesOfCancellations([{ amazonOrderId: ORDER, status: 'importing', message: 'm' }]);
		expect(open?.text).toContain(`- ${ORDER} (your order unknown): look whether it got into your store`);
	});
});

it.each([
	['an Amazon order', [{ items: [{ ext_order_id: ORDER }] }], [ORDER]],
	['another order', [{ items: [{ ext_order_id: '000007' }, {}] }], ['', '']],
	['nothing', [{ items: [] }], []],
])('cancelled in Magento: %s', (_what, pages, ids) => {
	expect(cancelledInMagento(pages).map(({ amazonOrderId }) => amazonOrderId)).toEqual(ids);
});

it('an answer of Magento that is no list stops the run', () => {
	expect(() => cancelledInMagento([{ message: 'Not allowed' }])).toThrow('Not allowed');
});

it.each([
	[
		{ status: 'submitted', feedId: 'F', messageId: 1 },
		{ cancellation: 'submitted', cancelFeedId: 'F', cancelMessageId: 1 },
	],
	[
		{ status: 'done', message: 'm' },
		{ status: 'cancelled', cancellation: 'yes' },
	],
	[
		{ status: 'held', reason: 'r', message: 'm' },
		{ cancellation: 'rejected', reason: 'r' },
	],
	[{ status: 'unclear', message: 'm' }, { claim: 'run 1' }],
	[{ status: 'failed', message: 'm' }, { message: 'Cancelled in the store; Amazon could not be asked: m' }],
	[{ error: 'no network' }, { message: 'Cancelled in the store; Amazon could not be asked: no network' }],
])("Amazon's answer to a cancellation: %j", (answer, expected) => {
	expect(changeAfterAmazon(answer, 'run 1')).toMatchObject(expected);
});
