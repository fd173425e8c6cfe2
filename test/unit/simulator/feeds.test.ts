import { ManualClock, startSimulator, USUAL_MISHAPS, type FaultSpec, type Simulator } from '../../simulator';
import {
	ask,
	listingsFeed,
	readFeedResult,
	signIn,
	submitFeed,
	uploadFeedDocument,
	type Session,
} from '../../simulator/client';
import { fullListing } from '../../simulator/fullListing';

const SELLER = 'ASIMULATOREU1';
const UK = 'A1F83G8C2ARO7P';
const DE = 'A1PA6795UKMFR9';
const FEEDS = '/feeds/2021-06-30/feeds';
const DOCUMENTS = '/feeds/2021-06-30/documents';
const JSON_TYPE = 'application/json; charset=UTF-8';

const clock = new ManualClock();
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	simulator = await startSimulator({ clock, limits: false });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const feedOf = async (feedId: string) =>
	(await session.call({ path: `${FEEDS}/${feedId}` })).json as Record<string, unknown>;

async function resultOf(content: unknown, options = {}) {
	const feedId = await submitFeed(session, content, options);
	clock.advance(3000);
	return readFeedResult(session, feedId);
}

/** The issues of a feed with one message, as `code attribute`. */
async function issuesOf(message: object, options = {}): Promise<string[]> {
	const { report } = await resultOf(
		listingsFeed(SELLER, [{ messageId: 1, sku: 'DEMO-0001', ...message }]),
		options,
	);
	const issues = report?.['issues'] as { code: string; attributeName?: string }[];
	return issues.map(({ code, attributeName }) => [code, attributeName].filter(Boolean).join(' '));
}

const update = (attributes: object) => ({
	operationType: 'PARTIAL_UPDATE',
	productType: 'PRODUCT',
	attributes,
});
const at = (price: unknown) => [{ schedule: [{ value_with_tax: price }] }];
const offer = (fields: object) =>
	update({ purchasable_offer: [{ marketplace_id: UK, currency: 'GBP', ...fields }] });
const stock = (fields: object) =>
	update({ fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', ...fields }] });
const sale = (price: number, start: string, end: string) => [
	{ schedule: [{ value_with_tax: price, start_at: start, end_at: end }] },
];
const tiers = (...levels: [number, number][]) => [
	{
		schedule: [
			{ discount_type: 'fixed', levels: levels.map(([bound, value]) => ({ lower_bound: bound, value })) },
		],
	},
];

describe('the course of a feed', () => {
	it.each([
		[0, 'IN_QUEUE'],
		[999, 'IN_QUEUE'],
		[1000, 'IN_PROGRESS'],
		[2999, 'IN_PROGRESS'],
		[3000, 'DONE'],
	])('after %d ms it is %s', async (delayMs, status) => {
		const feedId = await submitFeed(session, listingsFeed(SELLER, []));
		clock.advance(delayMs);
		expect(await feedOf(feedId)).toMatchObject({ processingStatus: status });
	});

	it.each([
		[0, 200, 'CANCELLED'],
		[1000, 400, 'IN_PROGRESS'],
		[3000, 400, 'DONE'],
	])('cancelled after %d ms: %d, %s', async (delayMs, status, processingStatus) => {
		const feedId = await submitFeed(session, listingsFeed(SELLER, []));
		clock.advance(delayMs);
		const answer = await session.call({ method: 'DELETE', path: `${FEEDS}/${feedId}` });
		expect(answer.status).toBe(status);
		expect(await feedOf(feedId)).toMatchObject({ processingStatus });
	});

	it('of a type that Amazon has retired it ends FATAL', async () => {
		const { processingStatus, report } = await resultOf({}, { feedType: 'POST_PRODUCT_PRICING_DATA' });
		expect(processingStatus).toBe('FATAL');
		expect(report).toMatchObject({ summary: { errors: 1, messagesProcessed: 0 } });
		expect(JSON.stringify(report)).toContain('no longer supported');
	});

	it('without its document it ends FATAL', async () => {
		const created = await session.call({ method: 'POST', path: DOCUMENTS, body: { contentType: JSON_TYPE } });
		const { feedDocumentId: inputFeedDocumentId } = created.json as { feedDocumentId: string };
		const body = { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [UK], inputFeedDocumentId };
		const { feedId } = (await session.call({ method: 'POST', path: FEEDS, body })).json as { feedId: string };
		clock.advance(3000);
		expect(await readFeedResult(session, feedId)).toMatchObject({ processingStatus: 'FATAL' });
	});

	it.each([
		['10 MiB', 10 * 2 ** 20, 'DONE'],
		['a byte more', 10 * 2 ** 20 + 1, 'FATAL'],
	])('a document of %s ends so', async (_name, sizeBytes, status) => {
		const feed = JSON.stringify(
			listingsFeed(SELLER, [{ messageId: 1, sku: 'DEMO-0001', operationType: 'DELETE' }]),
		);
		expect(await resultOf(feed.padEnd(sizeBytes))).toMatchObject({ processingStatus: status });
	});

	it.each([
		[25_000, 25_000],
		[25_001, 0],
	])('%d messages: %d accepted', async (count, messagesAccepted) => {
		const message = { sku: 'DEMO-0001', operationType: 'DELETE' };
		const messages = Array.from({ length: count }, (_empty, index) => ({ messageId: index + 1, ...message }));
		const { report } = await resultOf(listingsFeed(SELLER, messages));
		expect(report).toMatchObject({ summary: { messagesAccepted } });
	});
});

describe('a listings feed that is refused as a whole', () => {
	const message = { messageId: 1, sku: 'DEMO-0001', operationType: 'DELETE' };
	const header = { sellerId: SELLER, version: '2.0' };

	it.each<[string, unknown, string, string, string]>([
		['is no JSON', '{"header":', '4002001', "Item 'Feed' cannot be parsed.", ''],
		['has no header', { messages: [message] }, '4002005', "Attribute 'header' is required", ''],
		[
			'names no seller',
			{ header: { version: '2.0' }, messages: [message] },
			'4002005',
			"Attribute 'Merchant'",
			'',
		],
		['has no messages', { header }, '4002005', "Attribute 'messages' is required", ''],
		['is empty', { header, messages: [] }, '4002006', "attribute 'messages'", SELLER],
		[
			'is of another version',
			{ header: { ...header, version: '1.0' }, messages: [message] },
			'4002006',
			"attribute 'version' does not match",
			SELLER,
		],
		[
			'names another seller',
			{ header: { ...header, sellerId: 'AOTHER' }, messages: [message] },
			'4002006',
			"attribute 'sellerId' does not match",
			SELLER,
		],
	])(
		'since it %s: DONE, nothing counted, one issue of no message',
		async (_name, feed, code, words, sellerId) => {
			const { processingStatus, report } = await resultOf(feed);
			expect(processingStatus).toBe('DONE');
			expect(report).toEqual({
				header: { sellerId, version: '2.0', feedId: expect.any(String) as unknown },
				issues: [{ code, severity: 'ERROR', message: expect.stringContaining(words) as unknown }],
				summary: { errors: 1, warnings: 0, messagesProcessed: 0, messagesAccepted: 0, messagesInvalid: 0 },
			});
			expect(simulator.state.listing(SELLER, 'DEMO-0001')).toBeDefined();
		},
	);
});

describe('the queue of listings feeds', () => {
	const submitOne = (options = {}) => submitFeed(session, listingsFeed(SELLER, []), options);
	const statusesOf = async (ids: string[]) => {
		const found: unknown[] = [];
		for (const id of ids) found.push((await feedOf(id))['processingStatus']);
		return found;
	};

	it('lets the next begin when the one before it has ended', async () => {
		const ids = [await submitOne(), await submitOne(), await submitOne()];
		const seen: unknown[] = [];
		for (const stepMs of [1000, 2000, 2000, 2000]) {
			clock.advance(stepMs);
			seen.push(await statusesOf(ids));
		}
		expect(seen).toEqual([
			['IN_PROGRESS', 'IN_QUEUE', 'IN_QUEUE'],
			['DONE', 'IN_PROGRESS', 'IN_QUEUE'],
			['DONE', 'DONE', 'IN_PROGRESS'],
			['DONE', 'DONE', 'DONE'],
		]);
	});

	it('is one for each seller, and other feeds do not stand in it', async () => {
		simulator.faults.add({ kind: 'feed-stuck', forMs: 3600_000, operation: 'createFeed' });
		const ids = [await submitOne(), await submitOne(), await submitOne({ feedType: 'POST_PRODUCT_DATA' })];
		session = await signIn(simulator.url, simulator.state.seed.sellers[1]);
		const others = await submitFeed(session, listingsFeed('ASIMULATORNA1', []));
		clock.advance(3000);
		expect(await statusesOf([others])).toEqual(['DONE']);
		session = await signIn(simulator.url);
		expect(await statusesOf(ids)).toEqual(['IN_PROGRESS', 'IN_QUEUE', 'FATAL']);
	});

	it('is held up by a feed that sticks, and goes on afterwards', async () => {
		simulator.faults.add({ kind: 'feed-stuck', forMs: 1800_000, operation: 'createFeed' });
		const ids = [await submitOne(), await submitOne()];
		clock.advance(1800_000);
		expect(await statusesOf(ids)).toEqual(['IN_PROGRESS', 'IN_QUEUE']);
		clock.advance(3000);
		expect(await statusesOf(ids)).toEqual(['DONE', 'IN_PROGRESS']);
		clock.advance(2000);
		expect(await statusesOf(ids)).toEqual(['DONE', 'DONE']);
	});

	it('moves up when one is cancelled', async () => {
		const ids = [await submitOne(), await submitOne(), await submitOne()];
		clock.advance(1000);
		await session.call({ method: 'DELETE', path: `${FEEDS}/${ids[1]}` });
		clock.advance(2000);
		expect(await statusesOf(ids)).toEqual(['DONE', 'CANCELLED', 'IN_PROGRESS']);
		clock.advance(2000);
		expect(await statusesOf(ids)).toEqual(['DONE', 'CANCELLED', 'DONE']);
	});
});

describe('mishaps of a feed', () => {
	const messages = [1, 2, 3].map((messageId) => ({
		...{ messageId, sku: `DEMO-000${messageId}` },
		...stock({ quantity: messageId === 2 ? -1 : 7 }),
	}));
	const quantities = () =>
		messages.map(({ sku }) => {
			const [value] = simulator.state.listing(SELLER, sku)?.attributes['fulfillment_availability'] ?? [];
			return value?.['quantity'] === 7;
		});
	const resultWith = (fault: FaultSpec) => {
		simulator.faults.add({ ...fault, operation: 'createFeed' });
		return resultOf(listingsFeed(SELLER, messages));
	};
	const counts = (processed: number, accepted: number, invalid: number) => ({
		summary: { messagesProcessed: processed, messagesAccepted: accepted, messagesInvalid: invalid },
	});

	it('DONE and carried out, without a report', async () => {
		expect(await resultWith({ kind: 'feed-without-report' })).toEqual({
			processingStatus: 'DONE',
			report: undefined,
		});
		expect(quantities()).toEqual([true, false, true]);
	});

	it('a message that is left out, and not counted', async () => {
		const { report } = await resultWith({ kind: 'report-omits', messages: 1 });
		expect(report).toMatchObject({ ...counts(2, 1, 1), issues: [{ messageId: 2 }] });
		expect(quantities()).toEqual([true, false, false]);
	});

	it('a refusal that is told as a success', async () => {
		const { report } = await resultWith({ kind: 'false-success' });
		expect(report).toMatchObject({ ...counts(3, 3, 0), issues: [] });
		expect(quantities()).toEqual([true, false, true]);
	});

	it('all of them at random, from the seed and after a reset too', async () => {
		const seed = { faults: USUAL_MISHAPS, catalogues: [] };
		const unkind = await startSimulator({ clock, limits: false, seed });
		const planned = unkind.faults.list().map(({ kind, probability }) => [kind, probability]);
		unkind.reset();
		const again = unkind.faults.list().map(({ kind, probability }) => [kind, probability]);
		session = await signIn(unkind.url);
		let stuck = 0;
		for (let feed = 0; feed < 300; feed++) {
			const feedId = await submitFeed(session, listingsFeed(SELLER, []));
			if (unkind.state.feeds.find(feedId)?.mishaps?.stuckMs !== undefined) stuck += 1;
		}
		await unkind.stop();
		expect(again).toEqual(planned);
		expect(planned).toContainEqual(['feed-stuck', 0.02]);
		expect(stuck).toBeGreaterThan(1);
		expect(stuck).toBeLessThan(15);
	});
});

describe('createFeed', () => {
	it.each([
		['an unknown type', { feedType: 'POST_NONSENSE' }],
		['no marketplace', { marketplaceIds: [] }],
		['a marketplace of another region', { marketplaceIds: ['ATVPDKIKX0DER'] }],
		['no document', { inputFeedDocumentId: undefined }],
		['options that are no object', { feedOptions: 'x' }],
	])('refuses %s', async (_name, change) => {
		const inputFeedDocumentId = await uploadFeedDocument(session, {});
		const body = { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [UK], inputFeedDocumentId, ...change };
		const answer = await session.call({ method: 'POST', path: FEEDS, body });
		expect([answer.status, answer.json]).toEqual([
			400,
			{ errors: [expect.objectContaining({ code: 'InvalidInput' })] },
		]);
	});
});

it('a feed of a type that only Amazon processes is refused as not simulated', async () => {
	const inputFeedDocumentId = await uploadFeedDocument(session, {});
	const body = { feedType: 'POST_INVOICE_CONFIRMATION_DATA', marketplaceIds: [UK], inputFeedDocumentId };
	const answer = await session.call({ method: 'POST', path: FEEDS, body });
	expect([answer.status, answer.json]).toMatchObject([501, { errors: [{ code: 'NotSimulated' }] }]);
});

describe('what a listings feed rejects', () => {
	it.each<[string, object, string[]]>([
		['nothing about a good price', offer({ our_price: at(9.99) }), []],
		['a price of zero', offer({ our_price: at(0) }), ['90114 purchasable_offer']],
		['a negative price', offer({ our_price: at(-1) }), ['90114 purchasable_offer']],
		['a price beyond the maximum', offer({ our_price: at(1e10) }), ['90113 purchasable_offer']],
		['a price as text', offer({ our_price: at('9.99') }), ['90244 purchasable_offer']],
		['a price with three decimals', offer({ our_price: at(9.999) }), ['90244 purchasable_offer']],
		['no price', offer({}), ['90220 purchasable_offer']],
		['a price without a value', offer({ our_price: [{ schedule: [{}] }] }), ['90220 purchasable_offer']],
		['an empty price', offer({ our_price: [] }), ['99022 purchasable_offer']],
		['another currency', offer({ currency: 'EUR', our_price: at(9) }), ['90244 purchasable_offer']],
		['an unknown audience', offer({ audience: 'VIP', our_price: at(9) }), ['90244 purchasable_offer']],
		['an unknown field', offer({ our_price: at(9), prise: 1 }), ['90000900 purchasable_offer']],
		['an unknown marketplace', offer({ marketplace_id: 'X', our_price: at(9) }), ['90244 purchasable_offer']],
		[
			'a sale in order',
			offer({ our_price: at(9), discounted_price: sale(8, '2026-12-01', '2026-12-31') }),
			[],
		],
		[
			'tiers for everyone',
			offer({ our_price: at(9), quantity_discount_plan: tiers([5, 8]) }),
			['90244 purchasable_offer'],
		],
		[
			'tiers in order',
			offer({ audience: 'B2B', our_price: at(9), quantity_discount_plan: tiers([5, 8], [10, 7]) }),
			[],
		],
		[
			'tiers that get dearer',
			offer({ audience: 'B2B', our_price: at(9), quantity_discount_plan: tiers([5, 7], [10, 8]) }),
			['90244 purchasable_offer'],
		],
		['nothing about a good quantity', stock({ quantity: 3, lead_time_to_ship_max_days: 30 }), []],
		['a negative quantity', stock({ quantity: -1 }), ['90114 fulfillment_availability']],
		['a huge quantity', stock({ quantity: 2 ** 31 }), ['90113 fulfillment_availability']],
		['a fraction', stock({ quantity: 1.5 }), ['90244 fulfillment_availability']],
		['a quantity as text', stock({ quantity: '3' }), ['90244 fulfillment_availability']],
		['no quantity', stock({}), ['90220 fulfillment_availability']],
		['31 days', stock({ quantity: 1, lead_time_to_ship_max_days: 31 }), ['90113 fulfillment_availability']],
		[
			"a quantity of Amazon's warehouse",
			stock({ fulfillment_channel_code: 'AMAZON_EU', quantity: 1 }),
			['90244 fulfillment_availability'],
		],
		[
			'an unknown channel',
			stock({ fulfillment_channel_code: 'MFN', quantity: 1 }),
			['90244 fulfillment_availability'],
		],
		['a long SKU', { ...stock({ quantity: 1 }), sku: 'X'.repeat(41) }, ['4002008']],
		[
			'a nested path',
			{ operationType: 'PATCH', productType: 'P', patches: [{ op: 'delete', path: '/attributes/a/0' }] },
			['4002008'],
		],
		[
			'two offers for one audience',
			update({
				purchasable_offer: [
					{ marketplace_id: UK, currency: 'GBP', our_price: at(9) },
					{ marketplace_id: UK, currency: 'GBP', our_price: at(8) },
				],
			}),
			['99016 purchasable_offer'],
		],
		[
			'a new SKU without a name',
			{
				operationType: 'UPDATE',
				sku: 'NEW',
				productType: 'PRODUCT',
				attributes: fullListing({ item_name: undefined }),
			},
			['90220 item_name'],
		],
	])('%s', async (_name, message, issues) => {
		expect(await issuesOf(message)).toEqual(issues);
	});

	it.each<[string, object, string[]]>([
		[
			'a sale that is no lower',
			offer({ our_price: at(9), discounted_price: sale(9, '2026-12-01', '2026-12-31') }),
			['14016 purchasable_offer'],
		],
		[
			'a sale that ends before it starts',
			offer({ our_price: at(9), discounted_price: sale(8, '2026-12-31', '2026-12-01') }),
			['14016 purchasable_offer'],
		],
		[
			'a price below the allowed minimum',
			offer({ our_price: at(9), minimum_seller_allowed_price: at(10) }),
			['18155 purchasable_offer'],
		],
	])('only when it is strict: %s', async (_name, message, issues) => {
		expect(await issuesOf(message)).toEqual([]);
		expect(simulator.state.listing(SELLER, 'DEMO-0001')?.issues?.map(({ code }) => code)).toEqual(
			issues.map((issue) => issue.split(' ')[0]),
		);
		const strict = await startSimulator({ clock, limits: false, seed: { semanticFault: 'reject' } });
		session = await signIn(strict.url);
		const told = await issuesOf(message);
		await strict.stop();
		expect(told).toEqual(issues);
	});

	it('a marketplace that is not of the feed', async () => {
		expect(await issuesOf(offer({ our_price: at(9) }), { marketplaceIds: [DE] })).toEqual([
			'90244 purchasable_offer',
		]);
	});

	it('a message id used twice, but not the first', async () => {
		const message = { messageId: 1, sku: 'DEMO-0001', ...stock({ quantity: 1 }) };
		const { report } = await resultOf(listingsFeed(SELLER, [message, message]));
		expect(report).toMatchObject({ summary: { messagesAccepted: 1, messagesInvalid: 1 } });
	});

	it.each([
		{ unknownSku: 'reject', codes: ['13013'], exists: false },
		{ unknownSku: 'ignore', codes: [], exists: false },
		{ unknownSku: 'incomplete', codes: [], exists: true },
	] as const)(
		'a SKU that the seller does not have, told to $unknownSku',
		async ({ unknownSku, codes, exists }) => {
			const other = await startSimulator({ clock, limits: false, seed: { unknownSku } });
			session = await signIn(other.url);
			const issues = await issuesOf({ ...stock({ quantity: 1 }), sku: 'NONE' });
			const listing = other.state.listing(SELLER, 'NONE');
			await other.stop();
			expect(issues).toEqual(codes);
			expect(listing !== undefined).toBe(exists);
		},
	);

	it('a SKU that the seller does not have, by itself: a success that changes nothing', async () => {
		expect(await issuesOf({ ...stock({ quantity: 1 }), sku: 'NONE' })).toEqual([]);
		expect(simulator.state.listing(SELLER, 'NONE')).toBeUndefined();
	});
});

describe('documents', () => {
	const create = async () => {
		const created = await session.call({ method: 'POST', path: DOCUMENTS, body: { contentType: JSON_TYPE } });
		return created.json as { url: string; feedDocumentId: string };
	};
	const put = (url: string, contentType: string) =>
		ask('', { method: 'PUT', path: url, headers: { 'content-type': contentType }, body: '{}' });

	it.each<[string, (url: string) => string, string, number, number, string]>([
		['in order', (url) => url, JSON_TYPE, 0, 200, ''],
		['another content type', (url) => url, 'application/json', 0, 403, 'SignatureDoesNotMatch'],
		[
			'another spelling of it',
			(url) => url,
			'application/json;charset=UTF-8',
			0,
			403,
			'SignatureDoesNotMatch',
		],
		[
			'a forged signature',
			(url) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
			JSON_TYPE,
			0,
			403,
			'SignatureDoesNotMatch',
		],
		[
			'a longer life',
			(url) => url.replace(/expires=1/, 'expires=2'),
			JSON_TYPE,
			0,
			403,
			'SignatureDoesNotMatch',
		],
		['a moment before the end', (url) => url, JSON_TYPE, 299_999, 200, ''],
		['five minutes later', (url) => url, JSON_TYPE, 300_000, 403, 'Request has expired'],
	])('upload %s', async (_name, change, contentType, delayMs, status, text) => {
		const { url } = await create();
		clock.advance(delayMs);
		const answer = await put(change(url), contentType);
		expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
		if (status === 403) expect(answer.headers.get('content-type')).toBe('application/xml');
	});

	it('another seller does not see them', async () => {
		const { feedDocumentId } = await create();
		const other = await signIn(simulator.url, simulator.state.seed.sellers[1]);
		expect((await other.call({ path: `${DOCUMENTS}/${feedDocumentId}` })).status).toBe(404);
	});

	it('large results are compressed, with and without the header that says so', async () => {
		const messages = Array.from({ length: 50 }, (_empty, index) => ({
			messageId: index + 1,
			sku: 'X'.repeat(41 + index),
			...stock({ quantity: 1 }),
		}));
		const feedId = await submitFeed(session, listingsFeed(SELLER, messages));
		clock.advance(3000);
		const { resultFeedDocumentId: id } = await feedOf(feedId);
		const document = (await session.call({ path: `${DOCUMENTS}/${String(id)}` })).json as Record<
			string,
			string
		>;
		expect(document['compressionAlgorithm']).toBe('GZIP');
		const response = await fetch(document['url'] ?? '');
		const bytes = Buffer.from(await response.arrayBuffer());
		expect([response.headers.get('content-encoding'), bytes[0], bytes[1]]).toEqual([null, 0x1f, 0x8b]);
		expect(await readFeedResult(session, feedId)).toMatchObject({
			report: { summary: { messagesInvalid: 50 } },
		});
	});
});

describe('getFeeds', () => {
	const list = async (query: string) => {
		const answer = await session.call({ path: `${FEEDS}?${query}` });
		return answer.json as { feeds: { feedId: string }[]; nextToken?: string };
	};
	let ids: string[];

	beforeEach(async () => {
		ids = [];
		for (const [feedType, marketplaceId] of [
			['JSON_LISTINGS_FEED', UK],
			['JSON_LISTINGS_FEED', DE],
			['POST_PRODUCT_DATA', UK],
		] as const) {
			ids.push(await submitFeed(session, {}, { feedType, marketplaceIds: [marketplaceId] }));
			clock.advance(2000);
		}
	});

	it.each<[string, string, number[]]>([
		['by type, newest first', 'feedTypes=JSON_LISTINGS_FEED', [1, 0]],
		['by types', 'feedTypes=JSON_LISTINGS_FEED,POST_PRODUCT_DATA', [2, 1, 0]],
		['by marketplace', `feedTypes=JSON_LISTINGS_FEED&marketplaceIds=${UK}`, [0]],
		['by status', 'feedTypes=JSON_LISTINGS_FEED,POST_PRODUCT_DATA&processingStatuses=IN_PROGRESS', [2]],
	])('%s', async (_name, query, expected) => {
		const { feeds } = await list(query);
		expect(feeds.map(({ feedId }) => ids.indexOf(feedId))).toEqual(expected);
	});

	it('by time', async () => {
		const since = new Date(clock.now() - 4000).toISOString();
		const until = new Date(clock.now() - 3000).toISOString();
		const { feeds } = await list(`feedTypes=JSON_LISTINGS_FEED&createdSince=${since}&createdUntil=${until}`);
		expect(feeds.map(({ feedId }) => ids.indexOf(feedId))).toEqual([1]);
	});

	it('page by page, the token alone', async () => {
		const first = await list('feedTypes=JSON_LISTINGS_FEED&pageSize=1');
		const token = encodeURIComponent(first.nextToken ?? '');
		const second = await list(`nextToken=${token}`);
		expect([first, second].map(({ feeds }) => feeds.map(({ feedId }) => ids.indexOf(feedId)))).toEqual([
			[1],
			[0],
		]);
		expect(second.nextToken).toBeUndefined();
		expect((await session.call({ path: `${FEEDS}?nextToken=${token}&pageSize=1` })).status).toBe(400);
	});

	it.each([
		'',
		'feedTypes=JSON_LISTINGS_FEED&pageSize=101',
		'feedTypes=JSON_LISTINGS_FEED&processingStatuses=BAD',
		'nextToken=abc',
		'feedTypes=JSON_LISTINGS_FEED&createdSince=yesterday',
	])('refuses "%s"', async (query) => {
		expect((await session.call({ path: `${FEEDS}?${query}` })).status).toBe(400);
	});
});
