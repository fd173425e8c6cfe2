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
import { ORDER_DATA } from '../simulator/orders/amazonOrder';
import { API_ROUTES } from '../simulator/routes';
import { describeWithModels } from './models';
import { ALL_MODEL_FILES, problemsOfAnswer } from './swagger';

const UK = 'A1F83G8C2ARO7P';
const FEEDS = '/feeds/2021-06-30/feeds';
const DOCUMENTS = '/feeds/2021-06-30/documents';
const ITEMS = '/listings/2021-08-01/items/ASIMULATOREU1';
const ALL_DATA =
	'summaries,attributes,issues,offers,fulfillmentAvailability,procurement,relationships,productTypes';
const JSON_TYPE = 'application/json; charset=UTF-8';
const ORDERS = '/orders/2026-01-01/orders';
const ORDER_SEARCH = `${ORDERS}?createdAfter=2026-11-01T00:00:00Z&maxResultsPerPage=5&includedData=${ORDER_DATA.join()}`;
const REPORTS = '/reports/2021-06-30/reports';
const SCHEDULES = '/reports/2021-06-30/schedules';
const TOKENS = '/tokens/2021-03-01/restrictedDataToken';
const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const RETURNS = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';
const SETTLEMENT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
const PRODUCT_TYPES = '/definitions/2020-09-01/productTypes';
const CATALOG = '/catalog/2022-04-01/items';
const SHIP_DATE = '2026-11-23T12:00:00Z';

/** A package with one unit of an item. */
function packed(orderItemId: string, quantity = 1) {
	const packageDetail = {
		packageReferenceId: '1',
		carrierCode: 'DHL',
		trackingNumber: 'JD1',
		shipDate: SHIP_DATE,
		orderItems: [{ orderItemId, quantity }],
	};
	return { marketplaceId: UK, packageDetail };
}

/** A wish for a restricted data token. */
function restricted(path: string) {
	return { restrictedResources: [{ method: 'GET', path }] };
}

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
	orderId: string;
	orderItemId: string;
	pickUpOrderId: string;
	orderToken: string;
	scheduleId: string;
	queuedReportId: string;
	doneReportId: string;
	reportDocumentId: string;
	restrictedDocumentId: string;
}

type Case = [name: string, operation: string, status: number, wish: (existing: Existing) => Wish];

const get = (path: string): Wish => ({ path });
const remove = (path: string): Wish => ({ method: 'DELETE', path });
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
	['orders with all data', 'searchOrders', 200, () => get(ORDER_SEARCH)],
	[
		'the next orders',
		'searchOrders',
		200,
		({ orderToken }) => get(`${ORDER_SEARCH}&paginationToken=${encodeURIComponent(orderToken)}`),
	],
	['orders of no time', 'searchOrders', 400, () => get(ORDERS)],
	[
		'an order with all data',
		'getOrder',
		200,
		({ orderId }) => get(`${ORDERS}/${orderId}?includedData=${ORDER_DATA.join()}`),
	],
	['an order with no data', 'getOrder', 200, ({ orderId }) => get(`${ORDERS}/${orderId}`)],
	['an unknown order', 'getOrder', 404, () => get(`${ORDERS}/902-1234567-7654321`)],
	['an impossible order', 'getOrder', 400, () => get(`${ORDERS}/abc`)],
	[
		'a package',
		'confirmShipment',
		204,
		({ orderId, orderItemId }) =>
			post(`/orders/v0/orders/${orderId}/shipmentConfirmation`, packed(orderItemId)),
	],
	[
		'too large a package',
		'confirmShipment',
		400,
		({ orderId, orderItemId }) =>
			post(`/orders/v0/orders/${orderId}/shipmentConfirmation`, packed(orderItemId, 99)),
	],
	[
		'a package of an unknown order',
		'confirmShipment',
		404,
		({ orderItemId }) =>
			post('/orders/v0/orders/902-1234567-7654321/shipmentConfirmation', packed(orderItemId)),
	],
	[
		'an order to fetch',
		'updateShipmentStatus',
		204,
		({ pickUpOrderId }) =>
			post(`/orders/v0/orders/${pickUpOrderId}/shipment`, {
				marketplaceId: UK,
				shipmentStatus: 'ReadyForPickup',
			}),
	],
	[
		'an order to send',
		'updateShipmentStatus',
		400,
		({ orderId }) =>
			post(`/orders/v0/orders/${orderId}/shipment`, { marketplaceId: UK, shipmentStatus: 'ReadyForPickup' }),
	],
	['reports of a type', 'getReports', 200, () => get(`${REPORTS}?reportTypes=GET_AFN_INVENTORY_DATA`)],
	['reports of no type', 'getReports', 400, () => get(REPORTS)],
	[
		'reports of all kinds',
		'getReports',
		200,
		() => get(`${REPORTS}?reportTypes=${LISTINGS},${SETTLEMENT}&pageSize=2`),
	],
	['a report', 'createReport', 202, () => post(REPORTS, { reportType: LISTINGS, marketplaceIds: [UK] })],
	[
		'a settlement',
		'createReport',
		400,
		() => post(REPORTS, { reportType: SETTLEMENT, marketplaceIds: [UK] }),
	],
	['a report in the queue', 'getReport', 200, ({ queuedReportId }) => get(`${REPORTS}/${queuedReportId}`)],
	['a report that is done', 'getReport', 200, ({ doneReportId }) => get(`${REPORTS}/${doneReportId}`)],
	['an unknown report', 'getReport', 404, () => get(`${REPORTS}/1`)],
	['a report', 'cancelReport', 200, ({ queuedReportId }) => remove(`${REPORTS}/${queuedReportId}`)],
	['a report that is done', 'cancelReport', 400, ({ doneReportId }) => remove(`${REPORTS}/${doneReportId}`)],
	[
		'a document',
		'getReportDocument',
		200,
		({ reportDocumentId }) => get(`/reports/2021-06-30/documents/${reportDocumentId}`),
	],
	[
		'a restricted document',
		'getReportDocument',
		403,
		({ restrictedDocumentId }) => get(`/reports/2021-06-30/documents/${restrictedDocumentId}`),
	],
	['schedules', 'getReportSchedules', 200, () => get(`${SCHEDULES}?reportTypes=${RETURNS}`)],
	['schedules of no type', 'getReportSchedules', 400, () => get(SCHEDULES)],
	[
		'a schedule',
		'createReportSchedule',
		201,
		() =>
			post(SCHEDULES, { reportType: 'GET_SALES_AND_TRAFFIC_REPORT', marketplaceIds: [UK], period: 'P7D' }),
	],
	[
		'a schedule of what cannot be scheduled',
		'createReportSchedule',
		400,
		() => post(SCHEDULES, { reportType: LISTINGS, marketplaceIds: [UK], period: 'P7D' }),
	],
	['a schedule', 'getReportSchedule', 200, ({ scheduleId }) => get(`${SCHEDULES}/${scheduleId}`)],
	['an unknown schedule', 'getReportSchedule', 404, () => get(`${SCHEDULES}/1`)],
	['a schedule', 'cancelReportSchedule', 200, ({ scheduleId }) => remove(`${SCHEDULES}/${scheduleId}`)],
	['an unknown schedule', 'cancelReportSchedule', 404, () => remove(`${SCHEDULES}/1`)],
	[
		'a document',
		'createRestrictedDataToken',
		200,
		({ restrictedDocumentId }) =>
			post(TOKENS, restricted(`/reports/2021-06-30/documents/${restrictedDocumentId}`)),
	],
	['a report', 'createRestrictedDataToken', 400, () => post(TOKENS, restricted(`${REPORTS}/1`))],
	[
		'product types',
		'searchDefinitionsProductTypes',
		200,
		() => get(`${PRODUCT_TYPES}?marketplaceIds=${UK}&keywords=shirt`),
	],
	['no marketplace', 'searchDefinitionsProductTypes', 400, () => get(PRODUCT_TYPES)],
	['products', 'searchCatalogItems', 200, () => get(`${CATALOG}?marketplaceIds=${UK}&keywords=shirt`)],
	['products of no kind', 'searchCatalogItems', 400, () => get(`${CATALOG}?marketplaceIds=${UK}`)],
	[
		'a subscription that does not exist',
		'getSubscription',
		404,
		() => get('/notifications/v1/subscriptions/ORDER_CHANGE'),
	],
];

/** Orders that are not touched before the cases, and a token for the second page of them. */
async function prepareOrders(session: Session, simulator: Simulator) {
	const spec = { marketplaceId: UK, createdAtMs: Date.parse(SHIP_DATE) - 3600_000 };
	const order = simulator.addOrder({ ...spec, lines: [{ quantity: 3 }] });
	const { orderId: pickUpOrderId } = simulator.addOrder({ ...spec, odd: 'in-store-pick-up' });
	const { pagination } = (await session.call({ path: ORDER_SEARCH })).json as {
		pagination: { nextToken: string };
	};
	const orderItemId = order.order.orderItems[0]?.orderItemId ?? '';
	return { orderId: order.orderId, orderItemId, pickUpOrderId, orderToken: pagination.nextToken };
}

/** A schedule, a report that waits, one that is done and a restricted one. */
async function prepareReports({ call }: Session, simulator: Simulator) {
	const scheduled = await call({
		...{ method: 'POST', path: SCHEDULES },
		body: { reportType: RETURNS, marketplaceIds: [UK], period: 'P7D', reportOptions: { a: 'b' } },
	});
	const done = simulator.addReport({ reportType: LISTINGS });
	const reportType = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';
	const buyers = simulator.addReport({ reportType, document: { rows: 3 } });
	return {
		scheduleId: (scheduled.json as { reportScheduleId: string }).reportScheduleId,
		queuedReportId: simulator.addReport({ reportType: LISTINGS, status: 'IN_QUEUE' })?.reportId ?? '',
		...{ doneReportId: done?.reportId ?? '', reportDocumentId: done?.ended?.reportDocumentId ?? '' },
		restrictedDocumentId: buyers?.ended?.reportDocumentId ?? '',
	};
}

async function prepare(session: Session, clock: ManualClock, simulator: Simulator): Promise<Existing> {
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
	const orders = await prepareOrders(session, simulator);
	const reports = await prepareReports(session, simulator);
	const resultId = done.resultFeedDocumentId;
	return { documentId, queuedFeedId, doneFeedId, resultId, nextToken, ...orders, ...reports };
}

function expectAmazonHeaders({ headers, status }: Answer): void {
	expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
	expect(headers.get('x-amzn-ratelimit-limit')).toEqual(
		status === 429 ? null : expect.stringMatching(/^[\d.]+$/),
	);
}

describeWithModels("the simulator's answers", [...ALL_MODEL_FILES], () => {
	const clock = new ManualClock();
	let simulator: Simulator;
	let session: Session;
	let existing: Existing;

	beforeAll(async () => {
		simulator = await startSimulator({ clock, limits: false });
		session = await signIn(simulator.url);
		existing = await prepare(session, clock, simulator);
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
