import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useHostileAmazon, type Answers } from './hostileAmazon';
import { mutate, mutations } from './mutate';
import { answers, DE, offer, pairs, told, type Seller } from '../stage';
import type { RunResult } from '../../workflows/harness';
import { anOrder } from '../../unit/amazon/orders/anOrder';

/** Words of an engine that stumbled over what it did not expect; a person never reads them. */
const STUMBLED =
	/Cannot (read|set|convert|destructure)|is not (a function|iterable|an? object|defined)|Invalid (time value|array length|string length)|Maximum call stack|Converting circular|toISOString|\[object Object\]|undefined/;

const scene = useHostileAmazon();

const ORDER_ID = '302-1234567-1234567';
const RUNS = Number(process.env.HOSTILE_RUNS ?? 40);

const feedJson = (feedId: string) => ({
	feedId,
	feedType: 'JSON_LISTINGS_FEED',
	marketplaceIds: [DE],
	createdTime: new Date().toISOString(),
	processingStatus: 'DONE',
	resultFeedDocumentId: 'report',
});

const REPORT = {
	header: { sellerId: 'A1', version: '2.0', feedId: '1' },
	issues: [
		{ messageId: 1, code: '90220', severity: 'ERROR', message: 'No.', attributeNames: ['price'] },
		{ messageId: 2, sku: 'B', code: '1', severity: 'WARNING', message: 'Hm.', categories: ['X'] },
		{ code: '2', severity: 'INFO', message: 'All.' },
	],
	items: [{ sku: 'B', issues: [{ code: '3', severity: 'WARNING', message: 'Now.' }] }],
	summary: { errors: 1, warnings: 1, messagesProcessed: 2, messagesAccepted: 1, messagesInvalid: 1 },
};

const LISTING = {
	sku: 'B',
	summaries: [
		{ marketplaceId: DE, asin: 'B000000001', productType: 'PRODUCT', status: ['BUYABLE'], itemName: 'It' },
	],
	offers: [{ marketplaceId: DE, offerType: 'B2C', price: { currencyCode: 'EUR', amount: '1.00' } }],
	fulfillmentAvailability: [{ fulfillmentChannelCode: 'DEFAULT', quantity: 3 }],
	issues: [{ code: '1', severity: 'WARNING', message: 'Hm.' }],
	productTypes: [{ marketplaceId: DE, productType: 'PRODUCT' }],
};

const SUBMISSION = {
	sku: 'B',
	status: 'ACCEPTED',
	submissionId: 's-1',
	issues: [{ code: '1', severity: 'WARNING', message: 'Hm.', attributeNames: ['price'] }],
};

const order = (orderId = ORDER_ID) => JSON.parse(JSON.stringify(anOrder({ orderId }))) as IDataObject;

interface Row {
	/** Whose answer is damaged. */
	damaged: string;
	others: () => Answers;
	answer: () => unknown;
	/** Name of the answer's list: an empty one has no items. */
	list?: string;
	node: 'listings' | 'orders' | 'reports';
	parameters: INodeParameters;
	items: IDataObject[];
}

const SENT = {
	header: { sellerId: 'A1', version: '2.0' },
	messages: [
		{
			...{ messageId: 1, sku: 'B', operationType: 'PATCH', productType: 'PRODUCT' },
			patches: [{ op: 'merge', path: '/attributes/fulfillment_availability', value: [{ quantity: 1 }] }],
		},
	],
};

/** What Check Access asks for. */
const ACCESS: Answers = {
	'GET /sellers/v1/marketplaceParticipations': {
		payload: [{ marketplace: { id: DE }, participation: { isParticipating: true } }],
	},
	'GET /listings/2021-08-01/items/': { items: [LISTING] },
	'GET /orders/2026-01-01/orders?': { orders: [order()], pagination: {} },
	'GET /feeds/2021-06-30/feeds?': { feeds: [feedJson('1')] },
	'GET /reports/2021-06-30/reports?': { reports: [{ reportId: '1' }] },
	'GET /definitions/2020-09-01/productTypes?': { productTypes: [{ name: 'SHIRT' }] },
	'GET /catalog/2022-04-01/items?': { items: [{ asin: 'B000000001' }] },
	'GET /notifications/v1/subscriptions/': { payload: { subscriptionId: '1' } },
};

const CONFIRM = {
	parameters: { resource: 'shipment', operation: 'confirm' },
	items: [
		{ amazonOrderId: ORDER_ID, carrier: 'DHL', trackingNumber: '1', shipDate: new Date().toISOString() },
	],
};

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const OPERATIONS: Readonly<Record<string, Pick<Row, 'parameters' | 'items'>>> = {
	cancel: {
		parameters: { resource: 'order', operation: 'cancel', reason: 'NoInventory' },
		items: [{ amazonOrderId: ORDER_ID, reason: 'NoInventory' }],
	},
	refund: {
		parameters: { resource: 'order', operation: 'refund', refundWhat: 'named' },
		items: [{ amazonOrderId: ORDER_ID, refundId: '1', amount: '1.00', reason: 'CustomerReturn' }],
	},
	confirm: CONFIRM,
};

/** Operations that send a feed and look nothing up. */
const FEEDS: typeof OPERATIONS = {
	acknowledge: {
		parameters: { resource: 'order', operation: 'acknowledge' },
		items: [{ amazonOrderId: ORDER_ID, storeOrderNumber: '1' }],
	},
	submitMany: { ...CONFIRM, parameters: { resource: 'shipment', operation: 'submitMany' } },
};

const FEED = 'GET /feeds/2021-06-30/feeds/1';
const FEED_DOCUMENT = 'GET /feeds/2021-06-30/documents/';
const NEW_FEED = 'POST /feeds/2021-06-30/feeds';
const NEW_DOCUMENT = 'POST /feeds/2021-06-30/documents';
const LISTINGS = 'GET /listings/2021-08-01/items/';
const ONE_ORDER = `GET /orders/2026-01-01/orders/${ORDER_ID}`;
const newFeed = (): Answers => ({
	[NEW_DOCUMENT]: scene.amazon.document('new'),
	[NEW_FEED]: { feedId: '1' },
});
const readFeed = (): Answers => ({
	'GET /documents/': REPORT,
	[FEED]: feedJson('1'),
	[FEED_DOCUMENT]: scene.amazon.document('report'),
});
const feedRow = (damaged: string, answer: () => unknown): Row => ({
	damaged,
	answer,
	others: readFeed,
	node: 'listings',
	parameters: { resource: 'feed', operation: 'getResult', source: 'feed', feedId: byId('1') },
	items: [{}],
});

const LISTED = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const SALES = 'GET_SALES_AND_TRAFFIC_REPORT';
const STOCK = 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA';
const SHIPPING = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';
const SETTLEMENT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
const ONE_REPORT = 'GET /reports/2021-06-30/reports/1';
const REPORTS = 'GET /reports/2021-06-30/reports?';
const NEW_REPORT = 'POST /reports/2021-06-30/reports';
const REPORT_DOCUMENT = 'GET /reports/2021-06-30/documents/';
const TOKEN = 'POST /tokens/2021-03-01/restrictedDataToken';
const SCHEDULES = 'GET /reports/2021-06-30/schedules?';
const ONE_SCHEDULE = 'GET /reports/2021-06-30/schedules/1';
const NEW_SCHEDULE = 'POST /reports/2021-06-30/schedules';

const reportJson = (reportType: string, processingStatus = 'DONE') => ({
	...{ reportId: '1', reportType, processingStatus, reportDocumentId: 'report' },
	...{ marketplaceIds: [DE], createdTime: new Date().toISOString(), reportScheduleId: '1' },
	...{ dataStartTime: '2026-11-01T00:00:00+00:00', dataEndTime: '2026-11-02T00:00:00+00:00' },
});
const scheduleJson = (reportScheduleId: string) => ({
	...{ reportScheduleId, reportType: SHIPPING, period: 'P1D', marketplaceIds: [DE] },
	...{ reportOptions: { a: 'b' }, nextReportCreationTime: '2026-11-01T00:00:00+00:00' },
});
const TABLE = 'seller-sku\tprice\nA\t1\n';
const reportDocument = (): IDataObject => ({
	...{ reportDocumentId: 'report', url: `${scene.amazon.origin}/documents/report` },
});
const readReport = (reportType: string, document: unknown, status?: string): Answers => ({
	'GET /documents/': document,
	[ONE_REPORT]: reportJson(reportType, status),
	[REPORTS]: { reports: [reportJson(reportType, status)] },
	[NEW_REPORT]: { reportId: '1' },
	[REPORT_DOCUMENT]: reportDocument(),
	[TOKEN]: { restrictedDataToken: 'Atz.sprdt|none', expiresIn: 3600 },
});

interface ReportCase extends Pick<Row, 'damaged' | 'answer'> {
	operation: string;
	type?: string;
	document?: unknown;
	status?: string;
	more?: INodeParameters;
	list?: string;
}

/** An operation of Amazon Reports on report or schedule 1. */
function reportRow({ operation, type = LISTED, document = TABLE, status, more, ...rest }: ReportCase): Row {
	const [resource = '', name = ''] = operation.split('/');
	return {
		...rest,
		others: () => readReport(type, document, status),
		node: 'reports',
		items: [{}],
		parameters: {
			...{ resource, operation: name, reportId: byId('1'), reportScheduleId: byId('1') },
			...{ reportType: byId(type), ...more },
		},
	};
}

const SALES_JSON = { salesAndTrafficByDate: [{ date: '2026-11-01', salesByDate: { unitsOrdered: 1 } }] };

const reportRows = (): Record<string, Row> => {
	const all: Record<string, ReportCase> = {
		'Report: Get': { operation: 'report/get', damaged: ONE_REPORT, answer: () => reportJson(LISTED) },
		'Report: Get (reason)': {
			...{ operation: 'report/get', status: 'FATAL', damaged: 'GET /documents/' },
			answer: () => ({ errorDetails: 'No.' }),
		},
		'Report: Get (address of the reason)': {
			...{ operation: 'report/get', status: 'FATAL', damaged: REPORT_DOCUMENT, answer: reportDocument },
		},
		'Report: Get Many': {
			...{ operation: 'report/getMany', damaged: REPORTS, list: 'reports' },
			answer: () => ({ reports: [reportJson(LISTED), reportJson(SALES)] }),
			more: { reportTypes: [LISTED], returnAll: true },
		},
		'Report: Cancel': {
			...{ operation: 'report/cancel', damaged: 'DELETE /reports/', answer: () => ({ odd: [1] }) },
		},
		'Report: Request': {
			operation: 'report/request',
			damaged: NEW_REPORT,
			answer: () => ({ reportId: '1' }),
		},
		'Report: Request (list)': {
			...{ operation: 'report/request', damaged: REPORTS, type: STOCK },
			answer: () => ({ reports: [reportJson(STOCK)] }),
		},
		'Report: Wait Until Finished': {
			...{ operation: 'report/wait', damaged: ONE_REPORT, answer: () => reportJson(LISTED) },
			more: { waitHours: 0 },
		},
		'Report: Download (report)': {
			...{ operation: 'report/download', damaged: ONE_REPORT, answer: () => reportJson(LISTED) },
		},
		'Report: Download (address)': {
			...{ operation: 'report/download', damaged: REPORT_DOCUMENT, answer: reportDocument },
		},
		'Report: Download (token)': {
			...{ operation: 'report/download', damaged: TOKEN, type: SHIPPING },
			answer: () => ({ restrictedDataToken: 'Atz.sprdt|none', expiresIn: 3600 }),
		},
		'Report: Download (document)': {
			...{ operation: 'report/download', damaged: 'GET /documents/', type: SALES },
			...{ answer: () => SALES_JSON, document: SALES_JSON },
		},
		'Report: Download (file)': {
			...{ operation: 'report/download', damaged: REPORT_DOCUMENT, answer: reportDocument },
			more: { give: 'file' },
		},
		'Report: Request and Download (report)': {
			...{ operation: 'report/requestAndDownload', damaged: ONE_REPORT, answer: () => reportJson(LISTED) },
			more: { options: { waitMinutes: 0 } },
		},
		'Report: Read Settlement (report)': {
			...{ operation: 'report/readSettlement', damaged: ONE_REPORT, type: SETTLEMENT },
			answer: () => reportJson(SETTLEMENT),
		},
		'Report: Read Settlement (address)': {
			...{ operation: 'report/readSettlement', damaged: REPORT_DOCUMENT, type: SETTLEMENT },
			answer: reportDocument,
		},
		'Schedule: Create': {
			...{ operation: 'schedule/create', damaged: NEW_SCHEDULE, type: SHIPPING, more: { period: 'P1D' } },
			answer: () => ({ reportScheduleId: '1' }),
		},
		'Schedule: Get': { operation: 'schedule/get', damaged: ONE_SCHEDULE, answer: () => scheduleJson('1') },
		'Schedule: Get Many': {
			...{ operation: 'schedule/getMany', damaged: SCHEDULES, list: 'reportSchedules' },
			answer: () => ({ reportSchedules: [scheduleJson('1'), scheduleJson('2')] }),
			more: { reportTypes: [SHIPPING] },
		},
		'Schedule: Delete': {
			...{ operation: 'schedule/delete', damaged: 'DELETE /reports/', answer: () => ({ odd: [1] }) },
		},
	};
	return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, reportRow(one)]));
};

const ROWS: Record<string, Row> = {
	...reportRows(),
	'Feed: Get': {
		...feedRow(FEED, () => feedJson('1')),
		parameters: { resource: 'feed', operation: 'get', feedId: byId('1') },
	},
	'Feed: Get Many': {
		...feedRow('GET /feeds/2021-06-30/feeds?', () => ({
			feeds: [feedJson('1'), feedJson('2')],
			nextToken: undefined,
		})),
		parameters: { resource: 'feed', operation: 'getMany', returnAll: true },
		list: 'feeds',
	},
	'Feed: Get Result (feed)': feedRow(FEED, () => feedJson('1')),
	'Feed: Get Result (address)': feedRow(FEED_DOCUMENT, () => scene.amazon.document('report')),
	'Feed: Get Result (report)': feedRow('GET /documents/', () => REPORT),
	'Listing: Get': {
		damaged: LISTINGS,
		answer: () => LISTING,
		others: () => ({}),
		node: 'listings',
		parameters: { resource: 'listing', operation: 'get', marketplaceId: DE, sku: 'B' },
		items: [{}],
	},
	'Listing: Get Many': {
		damaged: LISTINGS,
		answer: () => ({ numberOfResults: 2, items: [LISTING, { ...LISTING, sku: 'C' }] }),
		others: () => ({}),
		node: 'listings',
		list: 'items',
		parameters: { resource: 'listing', operation: 'getMany', marketplaceId: DE, returnAll: true },
		items: [{}],
	},
	'Price and Stock: Send Now': {
		damaged: 'PATCH /listings/',
		answer: () => SUBMISSION,
		others: () => ({ [LISTINGS]: LISTING }),
		node: 'listings',
		parameters: offer('sendNow', 'stock'),
		items: [{ sku: 'B', quantity: 1 }],
	},
	'Price and Stock: Submit (document)': {
		damaged: NEW_DOCUMENT,
		answer: () => scene.amazon.document('new'),
		others: newFeed,
		node: 'listings',
		parameters: offer('submit', 'stock'),
		items: [{ sku: 'B', quantity: 1 }],
	},
	'Price and Stock: Submit (feed)': {
		damaged: NEW_FEED,
		answer: () => ({ feedId: '1' }),
		others: newFeed,
		node: 'listings',
		parameters: offer('submit', 'stock'),
		items: [{ sku: 'B', quantity: 1 }],
	},
	'Order: Get': {
		damaged: ONE_ORDER,
		answer: () => ({ order: order() }),
		others: () => ({}),
		node: 'orders',
		parameters: { resource: 'order', operation: 'get', orderId: byId(ORDER_ID) },
		items: [{}],
	},
	'Order: Get Many': {
		damaged: 'GET /orders/2026-01-01/orders?',
		answer: () => ({ orders: [order(), order('302-7654321-7654321')], pagination: {} }),
		others: () => ({}),
		node: 'orders',
		list: 'orders',
		parameters: { resource: 'order', operation: 'getMany', returnAll: true },
		items: [{}],
	},
	'Listing: Update Fields': {
		damaged: 'PATCH /listings/',
		answer: () => SUBMISSION,
		others: () => ({}),
		node: 'listings',
		parameters: {
			...{ resource: 'listing', operation: 'update', marketplaceId: DE, sku: 'B' },
			attributes: '{"condition_note": [{"value": "New"}]}',
		},
		items: [{}],
	},
	'Listing: Delete': {
		damaged: 'DELETE /listings/',
		answer: () => SUBMISSION,
		others: () => ({}),
		node: 'listings',
		parameters: { resource: 'listing', operation: 'delete', marketplaceId: DE, sku: 'B', onlyShow: false },
		items: [{}],
	},
	'Feed: Cancel': {
		...feedRow('DELETE /feeds/2021-06-30/feeds/1', () => ({ odd: { inner: [1] } })),
		parameters: { resource: 'feed', operation: 'cancel', feedId: byId('1') },
	},
	'Feed: Download': {
		...feedRow(FEED_DOCUMENT, () => scene.amazon.document('report')),
		parameters: { resource: 'feed', operation: 'download', feedId: byId('1') },
	},
	'Feed: Resubmit (document)': {
		...feedRow('GET /documents/sent', () => SENT),
		others: () => ({
			'GET /feeds/2021-06-30/documents/sent': scene.amazon.document('sent'),
			...readFeed(),
			...newFeed(),
		}),
		parameters: {
			...{ resource: 'feed', operation: 'resubmit', feedId: byId('1') },
			...{ feedDocumentId: 'sent', which: 'all' },
		},
	},
	'Feed: Wait Until Finished': {
		...feedRow(FEED, () => feedJson('1')),
		parameters: { resource: 'feed', operation: 'wait', feedId: byId('1'), waitHours: 0 },
	},
	'Order: Update Pickup Status': {
		damaged: ONE_ORDER,
		answer: () => ({ order: order() }),
		others: () => ({ 'POST /orders/v0/orders/': {} }),
		node: 'orders',
		parameters: { resource: 'shipment', operation: 'updatePickupStatus', orderId: byId(ORDER_ID) },
		items: [{}],
	},
	'Shipment: Confirm (answer)': {
		damaged: 'POST /orders/v0/orders/',
		answer: () => ({ odd: { inner: [1] } }),
		others: () => ({ [ONE_ORDER]: { order: order() } }),
		node: 'orders',
		...CONFIRM,
	},
	...Object.fromEntries(
		Object.entries(ACCESS).map(([damaged, answer]): [string, Row] => [
			`Account: Check Access (${damaged})`,
			{
				damaged,
				answer: () => answer,
				others: () => ACCESS,
				node: 'listings',
				parameters: { resource: 'account', operation: 'checkAccess' },
				items: [{}],
			},
		]),
	),
	...Object.fromEntries(
		Object.entries(OPERATIONS).map(([name, operation]): [string, Row] => [
			`Order: ${name} (order)`,
			{
				...operation,
				node: 'orders',
				damaged: ONE_ORDER,
				answer: () => ({ order: order() }),
				others: () => ({ ...newFeed(), 'POST /orders/v0/orders/': {} }),
			},
		]),
	),
	...Object.fromEntries(
		Object.entries(FEEDS).map(([name, operation]): [string, Row] => [
			`Order: ${name} (feed)`,
			{ ...operation, node: 'orders', damaged: NEW_FEED, answer: () => ({ feedId: '1' }), others: newFeed },
		]),
	),
};

async function run(row: Row, seller: Seller): Promise<RunResult> {
	const node = { onError: 'continueRegularOutput' as const };
	if (row.node === 'reports') return await scene.stage.reports(seller, row.parameters, row.items, node);
	return row.node === 'orders'
		? await scene.stage.orders(seller, row.parameters, row.items, { node })
		: await scene.stage.listings(seller, row.parameters, row.items, node);
}

describe.each(Object.entries(ROWS))('whatever Amazon answers to %s', (_, row) => {
	it('every item has its answer, in words', async () => {
		scene.amazon.given.clear();
		await fc.assert(
			fc.asyncProperty(mutations, async (changes) => {
				const damaged = mutate(row.answer(), changes);
				scene.amazon.answers = { [row.damaged]: damaged, ...without(row.others(), row.damaged) };
				const result = await run(row, scene.amazon.newSeller());
				expect(told(result)).not.toMatch(STUMBLED);
				expect(result.error).toBeUndefined();
				if (!isEmptyList(damaged, row.list)) expect(answered(result)).toEqual(new Set(row.items.keys()));
				for (const { error } of [...answers(result), ...result.json('Amazon', 1)])
					expect(JSON.stringify(error ?? '')).not.toMatch(STUMBLED);
			}),
			{ numRuns: RUNS, endOnFailure: true },
		);
		expect([...scene.amazon.given]).toContain(row.damaged);
	});
});

/** The items that have an answer, through whichever output. */
function answered(result: RunResult): Set<unknown> {
	const others = result.items('Amazon', 1).map(({ pairedItem }) => (pairedItem as { item: number }).item);
	return new Set([...pairs(result), ...others]);
}

function isEmptyList(answer: unknown, name = ''): boolean {
	const list: unknown = Reflect.get(answer as object, name);
	return Array.isArray(list) && list.length === 0;
}

function without(all: Answers, name: string): Answers {
	return Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));
}

describe('whatever Amazon lists', () => {
	const poll = async (parameters: IDataObject, routes: Answers) => {
		scene.amazon.answers = routes;
		const result = await scene.stage.poll(scene.amazon.newSeller(), parameters as INodeParameters);
		expect(told(result)).not.toMatch(STUMBLED);
		return result;
	};

	it('a poll for orders tells those that are whole', async () => {
		await fc.assert(
			fc.asyncProperty(mutations, async (changes) => {
				const ids = ['302-0000001-0000001', '302-0000002-0000002', '302-0000003-0000003'];
				const [first, second, third] = ids.map((id) => order(id));
				const orders = [first, mutate({ inner: second }, changes).inner, third];
				const { json, error } = await poll(
					{ event: 'newOrder' },
					{
						'GET /orders/2026-01-01/orders?': { orders, pagination: {} },
					},
				);
				expect(error).toBeUndefined();
				expect(json.map(({ amazonOrderId }) => amazonOrderId)).toEqual(
					expect.arrayContaining([ids[0], ids[2]]),
				);
			}),
			{ numRuns: RUNS, endOnFailure: true },
		);
	});

	it('a poll for reports tells those that are whole', async () => {
		await fc.assert(
			fc.asyncProperty(mutations, async (changes) => {
				const [first, second, third] = ['1', '2', '3'].map((reportId) => ({
					...{ ...reportJson(LISTED, 'FATAL'), reportId },
				}));
				const reports = [first, mutate({ inner: second }, changes).inner, third];
				const { json, error } = await poll(
					{ event: 'reportFinished', reportTypes: [LISTED] },
					{
						[REPORTS]: { reports },
						'GET /documents/': { errorDetails: 'No.' },
						[REPORT_DOCUMENT]: reportDocument(),
					},
				);
				expect(error).toBeUndefined();
				expect(json.map(({ reportId }) => reportId)).toEqual(expect.arrayContaining(['1', '3']));
			}),
			{ numRuns: RUNS, endOnFailure: true },
		);
	});

	it('a poll for feeds tells those that are whole', async () => {
		await fc.assert(
			fc.asyncProperty(mutations, async (changes) => {
				const feeds = [feedJson('1'), mutate({ inner: feedJson('2') }, changes).inner, feedJson('3')];
				const { json, error } = await poll(
					{ event: 'feedFinished', emit: 'feeds' },
					{
						'GET /feeds/2021-06-30/feeds?': { feeds },
						'GET /documents/': REPORT,
						[FEED_DOCUMENT]: scene.amazon.document('report'),
					},
				);
				expect(error).toBeUndefined();
				expect(json.map(({ feedId }) => feedId)).toEqual(expect.arrayContaining(['1', '3']));
			}),
			{ numRuns: RUNS, endOnFailure: true },
		);
	});
});
