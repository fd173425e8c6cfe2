import { changesOfOffers } from '../../../../workflows-examples/source/code/feeds/offerAnswers';
import { messagesOfFeeds } from '../../../../workflows-examples/source/code/feeds/offerMessages';
import { finalAnswers } from '../../../../workflows-examples/source/code/feeds/orderAnswers';
import { messagesToAskFor } from '../../../../workflows-examples/source/code/feeds/orderFeeds';
import { messagesOfOrders } from '../../../../workflows-examples/source/code/feeds/orderMessages';
import { messagesOfStuck } from '../../../../workflows-examples/source/code/feeds/stuckMessages';
import { summaryOf } from '../../../../workflows-examples/source/code/priceList/summary';

describe('answers for offers', () => {
	const answer = { id: 1, feedId: 'F1', reason: 'r', message: 'm' };

	it.each([
		['accepted', [{ id: 1, feedId: 'F1', status: 'accepted' }]],
		['partly', [{ id: 1, feedId: 'F1', status: 'partly' }]],
		['rejected', [{ ...answer, status: 'rejected' }]],
		['unclear', [{ ...answer, status: 'unclear' }]],
		['cancelled', [{ id: 1, feedId: 'F1', status: 'pending', reason: '', message: 'm' }]],
		['inProgress', []],
		['', []],
	])('%s', (status, expected) => expect(changesOfOffers([{ ...answer, status }])).toEqual(expected));

	it('none without answers', () => expect(changesOfOffers([])).toEqual([]));
});

describe('messages about feeds of offers', () => {
	const row = { sku: 'A', marketplace: 'DE', feedId: 'F1', message: 'bad' };

	it('one per feed', () => {
		const rows = ['rejected', 'rejected', 'unclear', 'partly'].map((status) => ({ ...row, status }));
		const [first, second] = messagesOfFeeds([...rows, { ...row, feedId: 'F2', status: 'unclear' }]);
		expect(first).toMatchObject({
			subject: 'Amazon rejected 2 products and leaves 1 product unclear and got only a part of 1 product',
			...{ feedId: 'F1', rejected: 2, unclear: 1, partly: 1 },
		});
		expect(second).toMatchObject({ subject: 'Amazon leaves 1 product unclear', feedId: 'F2' });
		expect(second?.text).toBe('Amazon leaves 1 product unclear (feed F2)\n\n- A (DE, unclear): bad');
	});

	it.each([
		['nothing', []],
		['what was accepted', [{ ...row, status: 'accepted' }]],
		['a row without a status', [{ ...row, status: '' }]],
	])('none for %s', (_what, rows) => expect(messagesOfFeeds(rows)).toEqual([]));
});

it.each([
	['none without feeds', [], []],
	['none for a feed that is done', [{ status: 'done', feedId: 'F1', message: '' }], []],
	[
		'one for a feed that is stuck',
		[{ status: 'stuck', feedId: 'F1', message: 'since 6:00' }],
		[
			{
				subject: 'Amazon does not get on with feed F1',
				text: 'Amazon does not get on with feed F1\n\nsince 6:00',
				feedId: 'F1',
			},
		],
	],
])('messages about stuck feeds: %s', (_what, feeds, expected) =>
	expect(messagesOfStuck(feeds)).toEqual(expected),
);

describe('messages about feeds of orders', () => {
	const row = { amazonOrderId: '1', message: '' };

	it.each([
		['nothing', [], []],
		[
			'a shipment',
			[{ ...row, shipment: 's', status: 'rejected', feedId: 'F1' }],
			['Amazon did not take 1 shipment'],
		],
		[
			'two refunds',
			[1, 2].map(() => ({ ...row, refund: 'r', status: 'unclear', feedId: 'F1' })),
			['Amazon did not take 2 refunds'],
		],
		[
			'an acknowledgement',
			[{ ...row, acknowledged: 'rejected', message: 'Not acknowledged: x', acknowledgeFeedId: 'F1' }],
			['Amazon did not take 1 acknowledgement'],
		],
		[
			'a cancellation',
			[{ ...row, cancellation: 'rejected', message: 'Not cancelled: x', cancelFeedId: 'F1' }],
			['Amazon did not take 1 cancellation'],
		],
		['an older rejection', [{ ...row, cancellation: 'rejected', message: 'Imported' }], []],
		['what was accepted', [{ ...row, shipment: 's', status: 'accepted', feedId: 'F1' }], []],
	])('%s', (_what, rows, subjects) => {
		expect(messagesOfOrders(rows).map(({ subject }) => subject)).toEqual(subjects);
	});
});

describe('what to ask Amazon about orders', () => {
	const row = {
		...{
			amazonOrderId: '1',
			updatedAt: '2026-11-20T10:00:00Z',
			acknowledged: 'submitted',
			acknowledgeFeedId: 'F1',
		},
		...{ acknowledgeMessageId: 3, cancellation: 'submitted', cancelFeedId: 'F2', cancelMessageId: 4 },
	};
	const before = '2026-11-20T11:00:00Z';

	it.each([
		['any feed', [{ feed: '%', before }], ['F1', 'F2']],
		['one feed', [{ feed: 'F2', before }], ['F2']],
		['not yet', [{ feed: '%', before: '2026-11-20T09:00:00Z' }], []],
		['a time that cannot be read', [{ feed: '%', before: 'soon' }], []],
		['nothing', [], []],
	])('%s', (_what, choices, feeds) => {
		expect(messagesToAskFor([row], choices).map(({ feedId }) => feedId)).toEqual(feeds);
	});

	it('nothing without rows, and of rows without an answer only', () => {
		expect(messagesToAskFor([], [{ feed: '%', before }])).toEqual([]);
		const done = { ...row, acknowledged: 'yes', cancellation: '' };
		expect(messagesToAskFor([done], [{ feed: '%', before }])).toEqual([]);
	});
});

describe('answers for orders', () => {
	const answer = { feedId: 'F1', messageId: 1, status: 'accepted' };

	it.each([
		['orders', {}],
		['shipments', { shipment: 's' }],
		['refunds', { refund: 'r' }],
	])('for the table of %s', (table, row) => {
		expect(finalAnswers([{ ...answer, ...row }])).toEqual([{ table, ...answer, reason: '', message: '' }]);
	});

	const refund = {
		...{ ...answer, refund: 'r', refundReason: 'Damaged' },
		refunded: '[{"itemId":"1","reason":"CustomerReturn"},{"itemId":"2","reason":"CustomerReturn"}]',
	};
	it.each([
		['an accepted refund', {}, 'Amazon was told CustomerReturn for "Damaged"'],
		['a refund for the same reason', { refundReason: 'CustomerReturn' }, ''],
		['a refund without a reason', { refundReason: null }, ''],
		['a refund of which nothing is known', { refunded: null }, ''],
		['a rejected refund', { status: 'rejected', message: 'Too much' }, 'Too much'],
		['a refund that is unclear', { status: 'unclear' }, ''],
	])('%s keeps its remark, if nothing else is said', (_what, change, message) => {
		expect(finalAnswers([{ ...refund, ...change }])).toMatchObject([{ message }]);
	});

	it.each([[[]], [[{ ...answer, status: 'stuck' }]], [[{ ...answer, status: '' }]]])(
		'none for %j',
		(answers) => {
			expect(finalAnswers(answers)).toEqual([]);
		},
	);
});

it.each([
	[
		'nothing',
		[],
		{ products: 0, counts: {}, reasons: {}, subject: '0 products of the price list: 0 accepted by Amazon' },
	],
	[
		'some',
		[{ status: 'accepted' }, { status: 'held', reason: 'no-sku' }, { status: 'held', reason: 'no-sku' }],
		{ products: 3, counts: { accepted: 1, held: 2 }, reasons: { 'held: no-sku': 2 } },
	],
	['a row without a reason', [{ status: 'held', reason: '' }], { reasons: {} }],
])('the summary of a price list with %s', (_what, rows, expected) => {
	expect(summaryOf(rows)).toMatchObject(expected);
});
