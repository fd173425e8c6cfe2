import { createClient } from '../../../../nodes/amazon/transport/client';
import type { Client } from '../../../../nodes/amazon/transport/contract';
import { DocumentExpiredError } from '../../../../nodes/amazon/transport/errors';
import { OPERATIONS } from '../../../../nodes/amazon/transport/operations';
import { fetchPages } from '../../../../nodes/amazon/transport/pages';
import type { Clock } from '../../../../nodes/amazon/transport/ports';
import { createThrottle } from '../../../../nodes/amazon/transport/throttle';
import { createTokenStore } from '../../../../nodes/amazon/transport/token';
import { DEFAULT_SELLERS, startSimulator, type FaultSpec, type Simulator } from '../../../simulator';
import { anAccount, nodeHttp, timerClock } from './setting';

const JSON_TYPE = 'application/json; charset=UTF-8';
const seller = DEFAULT_SELLERS.find(({ region }) => region === 'eu');
if (seller === undefined) throw new Error('The simulator has no European seller');
const { sellerId, marketplaceIds } = seller;

/** Backoff without waiting for luck: chance never asks for more than a moment. */
const clock: Clock = { ...timerClock, random: () => 0.01 };

describe('transport against the simulator', () => {
	let simulator: Simulator;
	let client: Client;

	beforeAll(async () => {
		simulator = await startSimulator({ feedDelayMs: 0 });
	});
	afterAll(async () => await simulator.stop());

	beforeEach(() => {
		simulator.reset();
		const { clientId, clientSecret, refreshToken, region } = seller;
		const keys = { sellerId, marketplaceIds, clientId, clientSecret, refreshToken, region };
		const account = anAccount({ environment: 'mock', mockUrl: simulator.url, ...keys });
		const throttle = createThrottle(clock);
		client = createClient({
			account,
			http: nodeHttp,
			clock,
			log: () => {},
			throttle,
			tokens: createTokenStore(),
		});
	});

	const feedDocument = JSON.stringify({
		header: { sellerId, version: '2.0', issueLocale: 'en_GB' },
		messages: [{ messageId: 1, sku: 'DEMO-0001', operationType: 'DELETE' }],
	});

	async function uploadFeed(): Promise<string> {
		const { body } = await client.call<{ feedDocumentId: string; url: string }>(
			OPERATIONS.createFeedDocument,
			{
				body: { contentType: JSON_TYPE },
			},
		);
		await client.upload(body.url, JSON_TYPE, feedDocument);
		return body.feedDocumentId;
	}

	async function createFeed(): Promise<string> {
		const inputFeedDocumentId = await uploadFeed();
		const body = {
			feedType: 'JSON_LISTINGS_FEED',
			marketplaceIds: marketplaceIds.slice(0, 1),
			inputFeedDocumentId,
		};
		return (await client.call<{ feedId: string }>(OPERATIONS.createFeed, { body })).body.feedId;
	}

	async function fetchResult(feedId: string): Promise<string> {
		const feed = await client.call<{ resultFeedDocumentId: string }>(OPERATIONS.getFeed, {
			path: { feedId },
		});
		const path = { feedDocumentId: feed.body.resultFeedDocumentId };
		const { body } = await client.call<{ url: string }>(OPERATIONS.getFeedDocument, { path });
		const { chunks } = await client.download(body.url);
		const parts: Uint8Array[] = [];
		for await (const chunk of chunks) parts.push(chunk);
		return Buffer.concat(parts).toString();
	}

	async function listFeeds(): Promise<string[]> {
		const query = { feedTypes: ['JSON_LISTINGS_FEED'], pageSize: 1 };
		const feeds: string[] = [];
		for await (const { body } of fetchPages<{ feeds: Array<{ feedId: string }> }>(
			client,
			OPERATIONS.getFeeds,
			{ query },
		)) {
			feeds.push(...body.feeds.map(({ feedId }) => feedId));
		}
		return feeds;
	}

	it('sends a feed and reads its result', async () => {
		const result: unknown = JSON.parse(await fetchResult(await createFeed()));
		expect(result).toMatchObject({ summary: { messagesProcessed: 1 } });
	});

	it.each<[string, FaultSpec]>([
		['an expired token', { kind: 'expire-token', operation: 'createFeed' }],
		['429', { kind: 'status', status: 429, operation: 'getFeed' }],
		['503 on reading', { kind: 'status', status: 503, operation: 'getFeed', times: 2 }],
		['a reset before the request', { kind: 'reset-before', operation: 'getFeed' }],
		['a reset after the request', { kind: 'reset-after', operation: 'createFeedDocument' }],
		['a lost upload', { kind: 'reset-after', operation: 'uploadDocument' }],
		['half an answer', { kind: 'truncated-body', operation: 'getFeed' }],
		['a fault of the login', { kind: 'status', status: 500, operation: 'getAccessToken' }],
	])('gets a feed through, once, in spite of %s', async (_, fault) => {
		simulator.faults.add(fault);
		const feedId = await createFeed();
		expect(JSON.parse(await fetchResult(feedId))).toMatchObject({ summary: { messagesProcessed: 1 } });
		expect(simulator.faults.list()[0]?.struck).toBeGreaterThan(0);
		expect(await listFeeds()).toEqual([feedId]);
	});

	it('says that a feed may have arrived when its answer is lost, and leaves one feed', async () => {
		simulator.faults.add({ kind: 'reset-after', operation: 'createFeed' });
		await expect(createFeed()).rejects.toMatchObject({ operation: 'createFeed', mayHaveArrived: true });
		expect(await listFeeds()).toHaveLength(1);
	});

	it('reads all pages when one comes twice', async () => {
		const feedIds = [await createFeed(), await createFeed(), await createFeed()];
		simulator.faults.add({ kind: 'duplicate-page', operation: 'getFeeds', after: 1 });
		expect([...new Set(await listFeeds())].sort()).toEqual([...feedIds].sort());
		expect(simulator.faults.list()[0]?.struck).toBe(1);
	});

	it('says that a document’s address has expired', async () => {
		const feedId = await createFeed();
		simulator.faults.add({ kind: 'expire-document', operation: 'downloadDocument' });
		await expect(fetchResult(feedId)).rejects.toBeInstanceOf(DocumentExpiredError);
	});

	it('keeps within Amazon’s limit and uses all of it, in real time', async () => {
		const path = { sellerId, sku: 'DEMO-0001' };
		const query = { marketplaceIds: marketplaceIds.slice(0, 1) };
		const startMs = Date.now();
		const count = 30;
		await Promise.all(
			Array.from(
				{ length: count },
				async () => await client.call(OPERATIONS.getListingsItem, { path, query }),
			),
		);
		const seconds = (Date.now() - startMs) / 1000;
		const { ratePerSecond, burst } = OPERATIONS.getListingsItem.limit;
		const statuses = simulator.calls().filter(({ operation }) => operation === 'getListingsItem');
		expect(statuses.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 200));
		// Half a second's worth of tokens stays in the bucket, once.
		expect(seconds).toBeLessThan((count - burst) / ratePerSecond + 1);
	});
});
