import { ManualClock, startSimulator, type Simulator } from '../simulator';
import {
	listingsFeed,
	signIn,
	submitFeed,
	uploadFeedDocument,
	type Answer,
	type Session,
	type Wish,
} from '../simulator/client';
import { API_ROUTES } from '../simulator/routes';
import { describeWithModels } from './models';
import { MODEL_FILES, problemsOfAnswer } from './swagger';

const UK = 'A1F83G8C2ARO7P';
const FEEDS = '/feeds/2021-06-30/feeds';
const DOCUMENTS = '/feeds/2021-06-30/documents';
const ITEMS = '/listings/2021-08-01/items/ASIMULATOREU1';
const ALL_DATA =
	'summaries,attributes,issues,offers,fulfillmentAvailability,procurement,relationships,productTypes';
const JSON_TYPE = 'application/json; charset=UTF-8';

/** An offer at a price, as a patch of a listing. */
function priced(price: unknown) {
	const offer = {
		marketplace_id: UK,
		currency: 'GBP',
		our_price: [{ schedule: [{ value_with_tax: price }] }],
	};
	return {
		productType: 'PRODUCT',
		patches: [{ op: 'replace', path: '/attributes/purchasable_offer', value: [offer] }],
	};
}

/** Ids of things that exist before the requests are made. */
interface Existing {
	documentId: string;
	queuedFeedId: string;
	doneFeedId: string;
	resultId: string;
	nextToken: string;
}

type Case = [name: string, operation: string, status: number, wish: (existing: Existing) => Wish];

const get = (path: string): Wish => ({ path });
const post = (path: string, body: unknown, headers = {}): Wish => ({ method: 'POST', path, body, headers });

const CASES: Case[] = [
	[
		'all marketplaces',
		'getMarketplaceParticipations',
		200,
		() => get('/sellers/v1/marketplaceParticipations'),
	],
	[
		'an unknown parameter',
		'getMarketplaceParticipations',
		400,
		() => get('/sellers/v1/marketplaceParticipations?a=b'),
	],
	['a document', 'createFeedDocument', 201, () => post(DOCUMENTS, { contentType: JSON_TYPE })],
	['no content type', 'createFeedDocument', 400, () => post(DOCUMENTS, {})],
	[
		'a body that is no JSON',
		'createFeedDocument',
		400,
		() => post(DOCUMENTS, '{', { 'content-type': JSON_TYPE }),
	],
	['a form', 'createFeedDocument', 415, () => post(DOCUMENTS, 'a=b', { 'content-type': 'text/plain' })],
	[
		'a feed',
		'createFeed',
		202,
		({ documentId }) =>
			post(FEEDS, { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [UK], inputFeedDocumentId: documentId }),
	],
	[
		'an unknown document',
		'createFeed',
		400,
		() => post(FEEDS, { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [UK], inputFeedDocumentId: 'none' }),
	],
	['a queued feed', 'getFeed', 200, ({ queuedFeedId }) => get(`${FEEDS}/${queuedFeedId}`)],
	['a finished feed', 'getFeed', 200, ({ doneFeedId }) => get(`${FEEDS}/${doneFeedId}`)],
	['an unknown feed', 'getFeed', 404, () => get(`${FEEDS}/1`)],
	['an impossible feed id', 'getFeed', 400, () => get(`${FEEDS}/abc`)],
	['feeds of a type', 'getFeeds', 200, () => get(`${FEEDS}?feedTypes=JSON_LISTINGS_FEED&pageSize=1`)],
	[
		'the next feeds',
		'getFeeds',
		200,
		({ nextToken }) => get(`${FEEDS}?nextToken=${encodeURIComponent(nextToken)}`),
	],
	['feeds of no type', 'getFeeds', 400, () => get(FEEDS)],
	[
		'an unfinished feed',
		'cancelFeed',
		200,
		({ queuedFeedId }) => ({ method: 'DELETE', path: `${FEEDS}/${queuedFeedId}` }),
	],
	[
		'a finished feed',
		'cancelFeed',
		400,
		({ doneFeedId }) => ({ method: 'DELETE', path: `${FEEDS}/${doneFeedId}` }),
	],
	['a result', 'getFeedDocument', 200, ({ resultId }) => get(`${DOCUMENTS}/${resultId}`)],
	['an impossible document', 'getFeedDocument', 400, () => get(`${DOCUMENTS}/abc`)],
	[
		'everything about a listing',
		'getListingsItem',
		200,
		() => get(`${ITEMS}/DEMO-0001?marketplaceIds=${UK}&includedData=${ALL_DATA}`),
	],
	['an unknown SKU', 'getListingsItem', 404, () => get(`${ITEMS}/NONE?marketplaceIds=${UK}`)],
	['no marketplace', 'getListingsItem', 400, () => get(`${ITEMS}/DEMO-0001`)],
	[
		'a foreign seller',
		'getListingsItem',
		403,
		() => get(`/listings/2021-08-01/items/AOTHER/DEMO-0001?marketplaceIds=${UK}`),
	],
	[
		'a search',
		'searchListingsItems',
		200,
		() => get(`${ITEMS}?marketplaceIds=${UK}&includedData=${ALL_DATA}&pageSize=2`),
	],
	['too large a page', 'searchListingsItems', 400, () => get(`${ITEMS}?marketplaceIds=${UK}&pageSize=21`)],
	[
		'a good price',
		'patchListingsItem',
		200,
		() => ({ method: 'PATCH', path: `${ITEMS}/DEMO-0001?marketplaceIds=${UK}`, body: priced(12.5) }),
	],
	[
		'a bad price',
		'patchListingsItem',
		200,
		() => ({
			method: 'PATCH',
			path: `${ITEMS}/DEMO-0001?marketplaceIds=${UK}&includedData=issues,identifiers`,
			body: priced(0),
		}),
	],
	[
		'a preview',
		'patchListingsItem',
		200,
		() => ({
			method: 'PATCH',
			path: `${ITEMS}/DEMO-0001?marketplaceIds=${UK}&mode=VALIDATION_PREVIEW&includedData=identifiers`,
			body: priced(12.5),
		}),
	],
	[
		'no patches',
		'patchListingsItem',
		400,
		() => ({ method: 'PATCH', path: `${ITEMS}/DEMO-0001?marketplaceIds=${UK}`, body: {} }),
	],
	[
		'a new listing',
		'putListingsItem',
		200,
		() => ({
			method: 'PUT',
			path: `${ITEMS}/NEW-1?marketplaceIds=${UK}`,
			body: { productType: 'PRODUCT', attributes: { item_name: [{ value: 'New', marketplace_id: UK }] } },
		}),
	],
	[
		'no attributes',
		'putListingsItem',
		400,
		() => ({ method: 'PUT', path: `${ITEMS}/NEW-1?marketplaceIds=${UK}`, body: {} }),
	],
	[
		'a listing',
		'deleteListingsItem',
		200,
		() => ({ method: 'DELETE', path: `${ITEMS}/DEMO-0002?marketplaceIds=${UK}` }),
	],
	[
		'two marketplaces',
		'deleteListingsItem',
		400,
		() => ({ method: 'DELETE', path: `${ITEMS}/DEMO-0002?marketplaceIds=${UK},${UK}` }),
	],
];

async function prepare(session: Session, clock: ManualClock): Promise<Existing> {
	const feed = listingsFeed(session.seller.sellerId, [
		{ messageId: 1, sku: 'DEMO-0009', operationType: 'DELETE' },
	]);
	const doneFeedId = await submitFeed(session, feed);
	clock.advance(60_000);
	const done = (await session.call({ path: `${FEEDS}/${doneFeedId}` })).json as {
		resultFeedDocumentId: string;
	};
	const queuedFeedId = await submitFeed(session, feed);
	const page = await session.call({ path: `${FEEDS}?feedTypes=JSON_LISTINGS_FEED&pageSize=1` });
	const { nextToken } = page.json as { nextToken: string };
	const documentId = await uploadFeedDocument(session, feed);
	return { documentId, queuedFeedId, doneFeedId, resultId: done.resultFeedDocumentId, nextToken };
}

function expectAmazonHeaders({ headers, status }: Answer): void {
	expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
	expect(headers.get('x-amzn-ratelimit-limit')).toEqual(
		status === 429 ? null : expect.stringMatching(/^[\d.]+$/),
	);
}

describeWithModels("the simulator's answers", [...MODEL_FILES], () => {
	const clock = new ManualClock();
	let simulator: Simulator;
	let session: Session;
	let existing: Existing;

	beforeAll(async () => {
		simulator = await startSimulator({ clock, limits: false });
		session = await signIn(simulator.url);
		existing = await prepare(session, clock);
	});
	afterAll(() => simulator.stop());
	afterEach(() => simulator.faults.clear());

	it.each(CASES)("%s: %s answers %d in the model's shape", async (_name, operation, status, wish) => {
		const answer = await session.call(wish(existing));
		expect(answer.status).toBe(status);
		expect(problemsOfAnswer(operation, status, answer.json)).toEqual([]);
		expectAmazonHeaders(answer);
		expect(simulator.calls().at(-1)).toMatchObject({ operation, status });
	});

	const refused = API_ROUTES.flatMap(({ operation }) =>
		[403, 429, 500, 503].map((status) => ({ operation, status })),
	);
	it.each(refused)("$operation refuses with $status in the model's shape", async ({ operation, status }) => {
		const wish = CASES.find(([, candidate]) => candidate === operation)?.[3](existing) ?? { path: '/' };
		simulator.faults.add({ kind: 'status', status, operation });
		const answer = await session.call(wish);
		expect(answer.status).toBe(status);
		expect(problemsOfAnswer(operation, status, answer.json)).toEqual([]);
		expectAmazonHeaders(answer);
	});

	it('covers every operation served', () => {
		const covered = new Set(CASES.map(([, operation]) => operation));
		expect([...covered].sort()).toEqual(API_ROUTES.map(({ operation }) => operation).sort());
	});
});
