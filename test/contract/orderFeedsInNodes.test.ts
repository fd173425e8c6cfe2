import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { acknowledgementText } from '../../nodes/amazon/feeds/orderMessages';
import { pack } from '../../nodes/amazon/feeds/pack';
import { refundText } from '../../nodes/amazon/feeds/refundMessage';
import {
	JSON_LISTINGS_FEED,
	ORDER_ACKNOWLEDGEMENT_FEED,
	ORDER_ADJUSTMENT_FEED,
	type FeedType,
} from '../../nodes/amazon/tables/feedTypes';
import { answers, DE, offer, openStage, pairs, textOf, told, type Seller, type Stage } from '../nodes/stage';
import { aResult, orderReportText } from '../unit/amazon/feeds/reports';

const XML_TYPE = 'text/xml; charset=UTF-8';
const ORDERS = ['302-1111111-1111111', '302-2222222-2222222', '302-3333333-3333333'];
const [FIRST = '', SECOND = ''] = ORDERS;
/** Amazon took the first and the third order and refused the second. */
const REPORT = orderReportText(
	aResult({
		messageId: '2',
		code: '0018',
		text: 'No such order.',
		info: `<AmazonOrderID>${SECOND}</AmazonOrderID>`,
	}),
	{ processed: 3, successful: 2 },
);

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => {
	expect(stage.leaks()).toEqual([]);
	await stage.close();
});
beforeEach(() => {
	seller = stage.newSeller();
});

type Ending = { status: 'DONE' | 'FATAL' | 'CANCELLED'; report?: string };

function storeDocument(text: string): string {
	const { documents } = stage.amazon.state;
	const { sellerId, region } = seller.seed;
	const content = Buffer.from(text);
	return documents.create({ sellerId, contentType: XML_TYPE, content, isGzipped: false }, region).id;
}

/** A feed of orders that Amazon has worked through. */
function finishedFeed(
	feedType: FeedType = ORDER_ACKNOWLEDGEMENT_FEED,
	{ status, report }: Ending = { status: 'DONE', report: REPORT },
	textOfOrder: (orderId: string) => string = (orderId) =>
		acknowledgementText({ orderId, storeOrderNumber: 'A&B' }),
) {
	const packing = { marketplaceIdOf: () => DE, textOf: textOfOrder };
	const { sellerId } = seller.seed;
	const settings = { sellerId, feedType, chunkSize: 10, separateMarketplaces: false };
	const [draft] = [...pack(ORDERS, packing, settings)];
	const feedDocumentId = storeDocument(draft?.body.toString() ?? '');
	const atMs = Date.now() - 1000;
	const { feedId } = stage.amazon.state.feeds.create({
		...{ sellerId, feedType: feedType.id, marketplaceIds: [DE], inputFeedDocumentId: feedDocumentId },
		...{ createdAtMs: atMs, skewMs: 0, delayMs: 0 },
		ended: {
			status,
			atMs,
			...(report !== undefined && { resultFeedDocumentId: storeDocument(report) }),
		},
	});
	return { feedId, feedDocumentId };
}

const feed = async (operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) =>
	await stage.listings(seller, { resource: 'feed', operation, ...parameters }, items);
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const rows = (feedId: string): IDataObject[] =>
	ORDERS.map((amazonOrderId, index) => ({
		amazonOrderId,
		feedId,
		messageId: index + 1,
		status: 'submitted',
	}));

describe('feeds of orders in the feed operations', () => {
	it('Get Many lists them by what they carry, and listings feeds unless told otherwise', async () => {
		const { feedId } = finishedFeed();
		const [listing] = answers(
			await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]),
		);
		const found = async (filters: INodeParameters = {}) =>
			answers(await feed('getMany', { filters }))
				.map((one) => one.feedId)
				.sort();
		expect(await found()).toEqual([listing?.feedId]);
		expect(await found({ feedTypes: [ORDER_ACKNOWLEDGEMENT_FEED.id] })).toEqual([feedId]);
		expect(await found({ feedTypes: [ORDER_ACKNOWLEDGEMENT_FEED.id, JSON_LISTINGS_FEED.id] })).toEqual(
			[feedId, listing?.feedId].sort(),
		);
		expect(await found({ feedTypes: 'POST_ORDER_ACKNOWLEDGEMENT_DATA, JSON_LISTINGS_FEED' })).toHaveLength(2);
	});

	it('the list to choose from shows them with what they carry', async () => {
		const { feedId } = finishedFeed();
		const node = {
			...{ id: 'a', name: 'Amazon', type: 'n8n-nodes-amazon-seller.amazonListings', typeVersion: 1 },
			position: [0, 0] as [number, number],
			parameters: { resource: 'feed', operation: 'get' },
			credentials: { amazonSpApi: { id: null, name: seller.credential } },
		};
		expect(await stage.harness.callMethod(node, 'listSearch', 'searchFeeds', 'refunds')).toEqual({
			results: [],
		});
		expect(await stage.harness.callMethod(node, 'listSearch', 'searchFeeds', 'cancellations')).toEqual({
			results: [
				{
					name: expect.stringMatching(/ · DONE · .* · Order Acknowledgements and Cancellations$/) as unknown,
					value: feedId,
				},
			],
		});
	});

	it('Get Result answers every order by its message', async () => {
		const { feedId } = finishedFeed();
		const result = await feed('getResult', {}, [{ amazonOrderId: 'held', status: 'held' }, ...rows(feedId)]);
		expect(answers(result)).toMatchObject([
			{ amazonOrderId: 'held', status: 'held' },
			{ amazonOrderId: FIRST, status: 'accepted', reason: '', message: '' },
			{ amazonOrderId: SECOND, status: 'rejected', reason: '0018', message: 'No such order.' },
			{ status: 'accepted' },
		]);
		expect(pairs(result)).toEqual([0, 1, 2, 3]);
		expect(stage.calls(seller).filter((call) => call === 'getFeedDocument')).toHaveLength(1);
	});

	it('Get Result lists the orders of one feed that Amazon names', async () => {
		const { feedId } = finishedFeed();
		const result = await feed('getResult', { source: 'feed', feedId: byId(feedId) });
		expect(answers(result)).toEqual([
			expect.objectContaining({
				feedId,
				feedType: ORDER_ACKNOWLEDGEMENT_FEED.id,
				amazonOrderId: SECOND,
				messageId: 2,
				status: 'rejected',
				reason: '0018',
			}),
		]);
	});

	it('Get Result gives the counts of a feed in which Amazon names none', async () => {
		const report = orderReportText('', { processed: 3, successful: 3, withError: 0 });
		const { feedId } = finishedFeed(undefined, { status: 'DONE', report });
		const result = await feed('getResult', { source: 'feed', feedId: byId(feedId) });
		expect(answers(result)).toMatchObject([
			{ feedId, processingStatus: 'DONE', summary: { messagesProcessed: 3, messagesAccepted: 3 } },
		]);
	});

	it.each([
		{ document: 'report', finds: '<ProcessingReport>' },
		{ document: 'feed', finds: '<MessageType>OrderAcknowledgement</MessageType>' },
	])('Download names the $document an XML file', async ({ document, finds }) => {
		const { feedId, feedDocumentId } = finishedFeed();
		const result = await feed('download', {
			document,
			feedId: byId(feedId),
			feedDocumentId,
			binaryField: 'file',
		});
		const [item] = result.items('Amazon');
		expect(item?.binary?.file).toMatchObject({
			fileName: expect.stringMatching(/\.xml$/) as unknown,
			mimeType: expect.stringContaining('xml') as unknown,
		});
		const bytes = item === undefined ? Buffer.alloc(0) : await stage.harness.binary(item, 'file');
		expect(bytes.toString('utf8')).toContain(finds);
	});

	it.each([
		{ which: 'all', orders: ORDERS },
		{ which: 'rejected', orders: [SECOND] },
	])('Resubmit sends $which again, word for word', async ({ which, orders }) => {
		const { feedId, feedDocumentId } = finishedFeed();
		const again = answers(await feed('resubmit', { feedId: byId(feedId), feedDocumentId, which }));
		expect(again).toMatchObject(
			orders.map((amazonOrderId, index) => ({
				...{ amazonOrderId, status: 'submitted', messageId: index + 1, resubmittedFeedId: feedId },
			})),
		);
		const sent = stage.amazon.state.documents.find(textOf(again[0]?.feedDocumentId));
		expect(sent?.contentType).toBe(XML_TYPE);
		const text = sent?.content?.toString() ?? '';
		orders.forEach((orderId, index) => {
			const message = acknowledgementText({ orderId, storeOrderNumber: 'A&B' });
			expect(text).toContain(`<Message><MessageID>${index + 1}</MessageID>${message}</Message>`);
		});
		expect(stage.amazon.state.feeds.find(textOf(again[0]?.feedId))?.feedType).toBe(
			ORDER_ACKNOWLEDGEMENT_FEED.id,
		);
	});

	const refundOf = (orderId: string) =>
		refundText({
			orderId,
			kind: 'Refund',
			lines: [
				{
					itemId: '12345678901234',
					reason: 'CustomerReturn',
					components: [{ type: 'Principal', amount: '1.00', currency: 'EUR' }],
				},
			],
		});

	it('Resubmit does not pay refunds twice', async () => {
		const { feedId, feedDocumentId } = finishedFeed(ORDER_ADJUSTMENT_FEED, undefined, refundOf);
		const parameters = { feedId: byId(feedId), feedDocumentId };
		expect(told(await feed('resubmit', { ...parameters, which: 'all' }))).toContain(
			`Feed ${feedId} holds refunds, and Amazon would pay them a second time. Choose Only the Rejected`,
		);
		expect(stage.calls(seller)).not.toContain('createFeed');
		expect(answers(await feed('resubmit', { ...parameters, which: 'rejected' }))).toMatchObject([
			{ amazonOrderId: SECOND },
		]);
	});

	it('Resubmit sends refunds of a feed that was cancelled', async () => {
		const { feedId, feedDocumentId } = finishedFeed(ORDER_ADJUSTMENT_FEED, { status: 'CANCELLED' }, refundOf);
		const again = answers(await feed('resubmit', { feedId: byId(feedId), feedDocumentId, which: 'all' }));
		expect(again.map(({ amazonOrderId }) => amazonOrderId)).toEqual(ORDERS);
	});

	it.each(['all', 'rejected'])(
		'Resubmit (%s) sends no refund of a FATAL feed: some may be paid',
		async (which) => {
			const { feedId, feedDocumentId } = finishedFeed(ORDER_ADJUSTMENT_FEED, { status: 'FATAL' }, refundOf);
			await feed('resubmit', { feedId: byId(feedId), feedDocumentId, which });
			expect(stage.calls(seller)).not.toContain('createFeed');
		},
	);

	it('Resubmit says so when the document is of another kind', async () => {
		const { feedId } = finishedFeed();
		const other = finishedFeed(ORDER_ADJUSTMENT_FEED, undefined, refundOf);
		const parameters = { feedId: byId(feedId), feedDocumentId: other.feedDocumentId, which: 'all' };
		expect(told(await feed('resubmit', parameters))).toContain(
			'The document is not a feed of OrderAcknowledgement messages. Give the feed document ID that Submit answered with.',
		);
	});

	it('Resubmit names the types it knows when the feed is of another', async () => {
		const other = { ...ORDER_ACKNOWLEDGEMENT_FEED, id: 'POST_INVOICE_CONFIRMATION_DATA' };
		const { feedId, feedDocumentId } = finishedFeed(other);
		expect(told(await feed('resubmit', { feedId: byId(feedId), feedDocumentId }))).toContain(
			`Feed ${feedId} is a POST_INVOICE_CONFIRMATION_DATA: only feeds that this node's Submit can send`,
		);
	});
});

describe('Feed Finished for feeds of orders', () => {
	const poll = async (parameters: INodeParameters) => (await stage.poll(seller, parameters)).json;

	it.each([
		{ feeds: undefined, types: ['JSON_LISTINGS_FEED'] },
		{ feeds: 'listings', types: ['JSON_LISTINGS_FEED'] },
		{ feeds: 'orders', types: ['POST_ORDER_ACKNOWLEDGEMENT_DATA'] },
		{ feeds: 'all', types: ['JSON_LISTINGS_FEED', 'POST_ORDER_ACKNOWLEDGEMENT_DATA'] },
	])('reports the feeds chosen ($feeds)', async ({ feeds, types }) => {
		finishedFeed();
		await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]);
		const found = await poll({ emit: 'feeds', ...(feeds !== undefined && { feeds }) });
		expect(found.map(({ feedType }) => feedType).sort()).toEqual(types);
	});

	it('names the rejected orders of a feed', async () => {
		const { feedId } = finishedFeed();
		expect(await poll({ feeds: 'orders', emit: 'feeds' })).toMatchObject([
			{
				feedId,
				feedType: 'POST_ORDER_ACKNOWLEDGEMENT_DATA',
				status: 'done',
				summary: { messagesProcessed: 3, messagesAccepted: 2, messagesInvalid: 1 },
				rejected: [{ amazonOrderId: SECOND, messageId: 2, reason: '0018', message: 'No such order.' }],
				general: [],
			},
		]);
	});

	it('gives one item per order that Amazon names', async () => {
		const { feedId } = finishedFeed();
		expect(await poll({ feeds: 'orders', emit: 'skus' })).toMatchObject([
			{
				feedId,
				feedType: 'POST_ORDER_ACKNOWLEDGEMENT_DATA',
				amazonOrderId: SECOND,
				messageId: 2,
				status: 'rejected',
			},
		]);
	});

	it('gives the feed when Amazon names no order', async () => {
		const report = orderReportText('', { processed: 3, successful: 3, withError: 0 });
		const { feedId } = finishedFeed(undefined, { status: 'DONE', report });
		expect(await poll({ feeds: 'orders', emit: 'skus' })).toMatchObject([
			{ feedId, status: 'done', rejected: [] },
		]);
	});

	it('is not kept from the others by a report that nobody can read', async () => {
		const ids = [finishedFeed(undefined, { status: 'DONE', report: 'Sorry' }), finishedFeed()];
		const found = await poll({ feeds: 'orders', emit: 'feeds' });
		expect(found.map(({ feedId }) => feedId).sort()).toEqual(ids.map(({ feedId }) => feedId));
		expect(found.filter(({ problem }) => problem !== '')).toMatchObject([
			{ problem: expect.stringContaining('is not in the form of an order feed report') as unknown },
		]);
	});

	it('says which feeds there are to choose from', async () => {
		const failed = await stage.poll(seller, { feeds: 'some' });
		expect(told(failed)).toContain('Feeds is "some", but it must be all, listings, orders');
	});
});
