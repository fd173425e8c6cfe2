import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { gunzipSync } from 'node:zlib';

import { answers, DE, offer, openStage, pairs, textOf, told, UK, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => {
	seller = stage.newSeller();
});

const listing = async (operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) =>
	await stage.listings(seller, { resource: 'listing', operation, marketplaceId: DE, ...parameters }, items);
const feed = async (operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) =>
	await stage.listings(seller, { resource: 'feed', operation, ...parameters }, items);
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: textOf(value) });
const submit = async (items: IDataObject[], parameters: INodeParameters = {}) =>
	answers(await stage.listings(seller, offer('submit', 'stock', parameters), items));

describe('Listing', () => {
	it('Get shows a handful of facts', async () => {
		const [answer] = answers(await listing('get', { sku: 'T-1' }));
		expect(answer).toMatchObject({
			sku: 'T-1',
			title: 'Simulated product T-1',
			status: 'Active',
			price: expect.stringMatching(/^\d+\.\d\d$/) as unknown,
			currency: 'EUR',
			fulfillmentChannel: 'MFN',
			message: '',
			condition: 'New',
		});
		expect(Object.keys(answer ?? {}).length).toBeLessThanOrEqual(12);
	});

	it('Get gives the raw data when asked to, and only the data asked for', async () => {
		const options = { includedData: ['summaries'] };
		const [answer] = answers(await listing('get', { sku: 'T-1', output: 'raw', options }));
		expect(Object.keys(answer ?? {}).sort()).toEqual(['sku', 'summaries']);
	});

	it("Get gives the fields that are named, ours and Amazon's, with the SKU", async () => {
		const output = { output: 'fields', outputFields: 'price, summaries.asin, colour' };
		const [answer] = answers(await listing('get', { sku: 'T-1', ...output }));
		expect(answer).toEqual({
			sku: 'T-1',
			price: expect.stringMatching(/^\d+\.\d\d$/) as unknown,
			summaries: [{ asin: expect.any(String) as unknown }],
		});
		const many = answers(await listing('getMany', { limit: 3, ...output }));
		expect(many.map((one) => Object.keys(one).sort())).toEqual(many.map(() => ['price', 'sku', 'summaries']));
	});

	it('Get asks once per item, and answers in the order of the items', async () => {
		const items = Array.from({ length: 8 }, (_, index) => ({ code: `T-${index}` }));
		const result = await listing('get', { sku: '={{ $json.code }}' }, items);
		expect(answers(result).map(({ sku }) => sku)).toEqual(items.map(({ code }) => code));
		expect(pairs(result)).toEqual(items.map((_, index) => index));
	});

	it.each([
		{ name: 'up to the limit', parameters: { returnAll: false, limit: 25 }, count: 25, pages: 2 },
		{ name: 'all', parameters: { returnAll: true }, count: 45, pages: 3 },
		{ name: 'the SKUs named', parameters: { filters: { skus: 'T-0001, T-0002' } }, count: 2, pages: 1 },
	])('Get Many gives $name, and fetches no page too many', async ({ parameters, count, pages }) => {
		const found = answers(await listing('getMany', parameters));
		expect(new Set(found.map(({ sku }) => sku)).size).toBe(count);
		expect(found).toHaveLength(count);
		expect(stage.calls(seller)).toEqual(Array(pages).fill('searchListingsItems'));
	});

	it('Update replaces the named attributes and leaves the others alone', async () => {
		const attributes = JSON.stringify({
			condition_note: [{ value: 'Like new', language_tag: 'de_DE' }],
			max_order_quantity: 3,
		});
		const [answer] = answers(await listing('update', { sku: 'T-1', productType: 'PRODUCT', attributes }));
		expect(answer).toMatchObject({
			sku: 'T-1',
			status: 'accepted',
			submissionId: expect.any(String) as unknown,
		});
		expect(stage.amazon.state.listing(seller.seed.sellerId, 'T-1')?.attributes).toMatchObject({
			condition_note: [{ value: 'Like new', language_tag: 'de_DE', marketplace_id: DE }],
			max_order_quantity: [{ value: 3, marketplace_id: DE }],
			item_name: expect.any(Array) as unknown,
		});
	});

	it('Update removes an attribute that is null', async () => {
		await listing('update', { sku: 'T-1', productType: 'PRODUCT', attributes: '{"condition_type": null}' });
		const kept = stage.amazon.state.listing(seller.seed.sellerId, 'T-1')?.attributes.condition_type;
		expect(kept?.map(({ marketplace_id: id }) => id)).not.toContain(DE);
		expect(kept?.map(({ marketplace_id: id }) => id)).toContain(UK);
	});

	it('Update only checks when asked to', async () => {
		const attributes = '{"condition_note": "New"}';
		const [answer] = answers(
			await listing('update', { sku: 'T-1', productType: 'PRODUCT', attributes, preview: true }),
		);
		expect(answer).toMatchObject({ status: 'ready' });
		expect(stage.amazon.state.listing(seller.seed.sellerId, 'T-1')?.attributes).not.toHaveProperty(
			'condition_note',
		);
	});

	it('Update says what Amazon refuses', async () => {
		const attributes = '{"Not An Attribute": 1}';
		const refused = await listing('update', { sku: 'T-1', productType: 'PRODUCT', attributes });
		expect(refused.error?.message).toMatch(
			/Amazon refused the change to SKU "T-1": The attributes are invalid\. \(Not An Attribute\) \[item 0\]/,
		);
		const [checked] = answers(
			await listing('update', { sku: 'T-1', productType: 'PRODUCT', attributes, preview: true }),
		);
		expect(checked).toMatchObject({
			status: 'rejected',
			message: expect.stringContaining('The attributes are invalid') as unknown,
			issues: [{ severity: 'ERROR' }],
		});
	});

	it('Delete shows what would go, until somebody asks for it', async () => {
		const [answer] = answers(await listing('delete', { sku: 'T-1' }));
		expect(answer).toMatchObject({
			...{ status: 'ready', sku: 'T-1', title: 'Simulated product T-1' },
			message: 'This listing would be deleted for good',
		});
		expect(stage.calls(seller)).not.toContain('deleteListingsItem');
		expect(stage.amazon.state.listing(seller.seed.sellerId, 'T-1')?.attributes.item_name).not.toEqual([]);
	});

	it('Delete removes the listing', async () => {
		const [answer] = answers(await listing('delete', { sku: 'T-1', onlyShow: false }));
		expect(answer).toEqual({
			...{ status: 'deleted', sku: 'T-1', message: '' },
			submissionId: expect.any(String) as unknown,
		});
		const kept = stage.amazon.state.listing(seller.seed.sellerId, 'T-1')?.attributes.item_name ?? [];
		expect(kept.map(({ marketplace_id: id }) => id)).not.toContain(DE);
	});
});

describe('Feed', () => {
	it('Get and Get Many show a feed', async () => {
		const [{ feedId } = { feedId: '' }] = await submit([{ sku: 'T-1', quantity: 1 }]);
		const shown = { feedId, feedType: 'JSON_LISTINGS_FEED', processingStatus: 'DONE', marketplaceIds: [DE] };
		expect(answers(await feed('get', { feedId: byId(feedId) }))).toMatchObject([shown]);
		expect(answers(await feed('getMany'))).toMatchObject([shown]);
		expect(answers(await feed('getMany', { filters: { processingStatuses: ['FATAL'] } }))).toEqual([]);
		expect(answers(await feed('getMany', { filters: { marketplaceIds: [UK] } }))).toEqual([]);
	});

	it('the list shows the latest feeds', async () => {
		const [{ feedId } = { feedId: '' }] = await submit([{ sku: 'T-1', quantity: 1 }]);
		const node = {
			...{
				id: 'a',
				name: 'Amazon',
				type: 'n8n-nodes-amazon-seller.amazonListings',
				typeVersion: 1,
				position: [0, 0] as [number, number],
			},
			parameters: { resource: 'feed', operation: 'get' },
			credentials: { amazonSpApi: { id: null, name: seller.credential } },
		};
		const found = await stage.harness.callMethod(node, 'listSearch', 'searchFeeds', textOf(feedId));
		expect(found).toEqual({
			results: [{ name: expect.stringContaining(`${textOf(feedId)} · DONE`) as unknown, value: feedId }],
		});
		expect(await stage.harness.callMethod(node, 'listSearch', 'searchFeeds', 'nothing')).toEqual({
			results: [],
		});
		const marketplaces = await stage.harness.callMethod(node, 'loadOptions', 'getMarketplaces');
		expect(marketplaces).toEqual([
			{ name: 'France (EUR)', value: 'A13V1IB3VIYZZH' },
			{ name: 'Germany (EUR)', value: DE },
			{ name: 'United Kingdom (GBP)', value: UK },
		]);
		const bare = { ...node, credentials: {} };
		expect(await stage.harness.callMethod(bare, 'loadOptions', 'getMarketplaces')).toContainEqual({
			...{ name: 'Japan (JPY)', value: 'A1VC38T7YXB528' },
		});
		const skus = await stage.harness.callMethod(node, 'listSearch', 'searchSkus', 'T-0001');
		expect(skus).toEqual({
			results: [{ name: 'T-0001 · Simulated product T-0001 · Active', value: 'T-0001' }],
		});
		const all = await stage.harness.callMethod(node, 'listSearch', 'searchSkus');
		expect((all as { results: unknown[] }).results).toHaveLength(46);
	});

	it('Get Result answers every item over all its feeds, and lets held ones pass', async () => {
		const submitted = await submit(
			[
				{ sku: 'T-1', quantity: 1, marketplace: 'DE' },
				{ sku: 'T-2', quantity: 'many', marketplace: 'DE' },
				{ sku: 'UNKNOWN', quantity: 1, marketplace: 'UK' },
				{ sku: 'T-4', quantity: 1, marketplace: 'UK' },
			],
			{ marketplaceIds: [] },
		);
		const result = await feed('getResult', {}, submitted);
		expect(answers(result).map(({ sku, status, reason }) => [sku, status, reason])).toEqual([
			['T-1', 'accepted', ''],
			['T-2', 'held', 'stock-not-a-number'],
			['UNKNOWN', 'rejected', '13013'],
			['T-4', 'accepted', ''],
		]);
		expect(pairs(result)).toEqual([0, 1, 2, 3]);
		expect(stage.calls(seller).filter((call) => call === 'getFeed')).toHaveLength(2);
		expect(stage.calls(seller).filter((call) => call === 'getFeedDocument')).toHaveLength(2);
	});

	it('Get Result lists what Amazon says about one feed', async () => {
		const [{ feedId } = { feedId: '' }] = await submit([
			{ sku: 'T-1', quantity: 1 },
			{ sku: 'UNKNOWN', quantity: 1 },
		]);
		const result = await feed('getResult', { source: 'feed', feedId: byId(feedId) });
		expect(answers(result)).toMatchObject([
			{ feedId, messageId: 2, sku: 'UNKNOWN', status: 'rejected' },
			{ feedId, sku: 'T-1', status: 'accepted' },
		]);
	});

	it('Get Result lists several feeds, and one that is not there fails only its own item', async () => {
		const [{ feedId } = { feedId: '' }] = await submit([{ sku: 'T-1', quantity: 1 }]);
		const parameters = {
			...{ resource: 'feed', operation: 'getResult', source: 'feed' },
			feedId: byId('={{ $json.feedId }}'),
		};
		const items = [{ feedId: '123' }, { feedId }];
		const result = await stage.listings(seller, parameters, items, { onError: 'continueRegularOutput' });
		expect(answers(result)).toMatchObject([
			{ details: { code: 'NotFound' } },
			{ feedId, sku: 'T-1', status: 'accepted' },
		]);
		expect(pairs(result)).toEqual([0, 1]);
	});

	it('Get Result of rows from a table works with numbers as text and ids as numbers', async () => {
		const [row] = await submit([{ sku: 'T-1', quantity: 1 }]);
		const stored = { ...row, feedId: Number(row?.feedId), messageId: textOf(row?.messageId) };
		expect(answers(await feed('getResult', {}, [stored]))).toMatchObject([
			{ sku: 'T-1', status: 'accepted' },
		]);
	});

	it('Get Result fails only the items of a feed that cannot be read', async () => {
		const [row] = await submit([{ sku: 'T-1', quantity: 1 }]);
		const rows = [{ sku: 'X', feedId: '123', messageId: 1 }, row ?? {}];
		const result = await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, rows, {
			onError: 'continueRegularOutput',
		});
		expect(answers(result)).toMatchObject([
			{
				...{ sku: 'X', status: 'unclear', reason: 'feed-not-known' },
				message: expect.stringMatching(
					/^Amazon does not know the feed in this account .*No feed 123/,
				) as unknown,
			},
			{ sku: 'T-1', status: 'accepted' },
		]);
	});

	it.each([
		{ document: 'feed', finds: 'T-1' },
		{ document: 'report', finds: '"messagesAccepted":1' },
	])('Download gives the $document as a file', async ({ document, finds }) => {
		const [{ feedId, feedDocumentId } = { feedId: '', feedDocumentId: '' }] = await submit([
			{ sku: 'T-1', quantity: 1 },
		]);
		const result = await feed('download', {
			document,
			feedId: byId(feedId),
			feedDocumentId: textOf(feedDocumentId),
			binaryField: 'file',
		});
		const [item] = result.items('Amazon');
		expect(item?.binary?.file).toMatchObject({
			mimeType: expect.stringContaining('application/json') as unknown,
			fileName: expect.stringMatching(/\.json$/) as unknown,
		});
		const bytes = item === undefined ? Buffer.alloc(0) : await stage.harness.binary(item, 'file');
		expect(bytes.toString('utf8')).toContain(finds);
	});

	it('Download unpacks a report that Amazon compressed', async () => {
		const items = Array.from({ length: 60 }, (_, index) => ({ sku: `UNKNOWN-${index}`, quantity: 1 }));
		const [{ feedId } = { feedId: '' }] = await submit(items);
		const [item] = (await feed('download', { document: 'report', feedId: byId(feedId) })).items('Amazon');
		const bytes = item === undefined ? Buffer.alloc(0) : await stage.harness.binary(item);
		expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ summary: { messagesInvalid: 60 } });
		expect(() => gunzipSync(bytes)).toThrow();
	});

	it.each([
		{ which: 'all', skus: ['T-1', 'UNKNOWN'] },
		{ which: 'rejected', skus: ['UNKNOWN'] },
	])('Resubmit sends $which again', async ({ which, skus }) => {
		const [{ feedId, feedDocumentId } = { feedId: '', feedDocumentId: '' }] = await submit([
			{ sku: 'T-1', quantity: 1 },
			{ sku: 'UNKNOWN', quantity: 1 },
		]);
		const again = answers(
			await feed('resubmit', { feedId: byId(feedId), feedDocumentId: textOf(feedDocumentId), which }),
		);
		expect(again).toMatchObject(
			skus.map((sku, index) => ({
				sku,
				status: 'submitted',
				messageId: index + 1,
				resubmittedFeedId: feedId,
			})),
		);
		expect(again[0]?.feedId).not.toBe(feedId);
		const result = answers(await feed('getResult', {}, again));
		expect(result.map(({ status }) => status)).toEqual(
			skus.map((sku) => (sku === 'UNKNOWN' ? 'rejected' : 'accepted')),
		);
	});

	it('Resubmit sends a feed once, however many of its items come in', async () => {
		const sent = await submit([
			{ sku: 'UNKNOWN', quantity: 1 },
			{ sku: 'UNKNOWN-2', quantity: 1 },
		]);
		const names = { feedId: byId('={{ $json.feedId }}'), feedDocumentId: '={{ $json.feedDocumentId }}' };
		const again = answers(await feed('resubmit', names, sent));
		expect(again.map(({ status, message }) => status ?? message)).toEqual([
			'submitted',
			'submitted',
			'The feed is sent again with item 0',
		]);
		expect(new Set(again.map(({ feedId }) => feedId).filter((id) => id !== undefined)).size).toBe(1);
	});

	it('Resubmit says so when nothing was rejected, and when the document is no feed', async () => {
		const [{ feedId, feedDocumentId } = { feedId: '', feedDocumentId: '' }] = await submit([
			{ sku: 'T-1', quantity: 1 },
		]);
		const parameters = { feedId: byId(feedId), feedDocumentId: textOf(feedDocumentId) };
		expect(answers(await feed('resubmit', parameters))).toEqual([
			{ resubmittedFeedId: feedId, submitted: 0 },
		]);
		const [{ resultFeedDocumentId } = { resultFeedDocumentId: '' }] = answers(await feed('get', parameters));
		const wrong = await feed('resubmit', {
			...parameters,
			feedDocumentId: textOf(resultFeedDocumentId),
			which: 'all',
		});
		expect(told(wrong)).toContain(
			'The document is not a listings feed. Give the feed document ID that Submit answered with.',
		);
	});
});

describe('a feed that takes its time', () => {
	let slow: Stage;

	beforeAll(async () => {
		slow = await openStage({ feedDelayMs: 2500 });
	});
	afterAll(async () => {
		expect(slow.leaks()).toEqual([]);
		await slow.close();
	});

	const submitSlowly = async () => {
		const account = slow.newSeller();
		const rows = answers(
			await slow.listings(account, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]),
		);
		return { account, rows, feedId: rows[0]?.feedId };
	};

	it('is pending, has no report yet, and can be waited for', async () => {
		const { account, rows, feedId } = await submitSlowly();
		const pending = await slow.listings(account, { resource: 'feed', operation: 'getResult' }, rows);
		expect(answers(pending)).toMatchObject([
			{
				status: 'pending',
				message: expect.stringContaining(`still working on feed ${textOf(feedId)}`) as unknown,
			},
		]);
		const none = await slow.listings(account, {
			resource: 'feed',
			operation: 'download',
			feedId: byId(feedId),
		});
		expect(told(none)).toMatch(/has no processing report \(IN_\w+\): Amazon writes it when the feed is done/);
		const waited = await slow.listings(
			account,
			{ resource: 'feed', operation: 'getResult', waitMinutes: 1 },
			rows,
		);
		expect(answers(waited)).toMatchObject([{ status: 'accepted' }]);
	});

	it('can be cancelled while it is in the queue, and not afterwards', async () => {
		const { account, rows, feedId } = await submitSlowly();
		const cancel = { resource: 'feed', operation: 'cancel', feedId: byId(feedId) };
		expect(answers(await slow.listings(account, cancel))).toEqual([{ feedId, cancelled: true }]);
		const result = await slow.listings(account, { resource: 'feed', operation: 'getResult' }, rows);
		expect(answers(result)).toMatchObject([
			{ status: 'cancelled', message: expect.stringContaining('send the item again') as unknown },
		]);
		expect(told(await slow.listings(account, cancel))).toMatch(
			/Amazon refused cancelFeed \(400.*Only a feed that is IN_QUEUE can be cancelled/,
		);
	});
});

it('lets no secret out', () => expect(stage.leaks()).toEqual([]));
