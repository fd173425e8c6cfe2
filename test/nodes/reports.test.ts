import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ReportSpec } from '../simulator';
import { answers, DE, FR, openStage, textOf, UK, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage({ reportDelayMs: 0 });
});
beforeEach(() => {
	seller = stage.newSeller();
});
afterAll(async () => {
	expect(stage.leaks()).toEqual([]);
	await stage.close();
});

const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const FBA_STOCK = 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA';
const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';
const SETTLEMENT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** A report as Amazon has made it, of the seller of this test. */
function add(spec: Omit<ReportSpec, 'sellerId'>): string {
	const report = stage.amazon.addReport({ sellerId: seller.seed.sellerId, ...spec });
	if (report === undefined) throw new Error('It is only prepared');
	return report.reportId;
}

/** What Amazon makes of the next request for this type. */
function prepare(spec: Omit<ReportSpec, 'sellerId' | 'whenRequested'>): void {
	stage.amazon.addReport({ sellerId: seller.seed.sellerId, ...spec, whenRequested: true });
}

async function run(operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) {
	return await stage.reports(seller, { resource: 'report', operation, ...parameters }, items);
}

const request = async (reportType: string, parameters: INodeParameters = {}) =>
	await run('request', { reportType: byId(reportType), ...parameters });

const download = async (reportId: string, parameters: INodeParameters = {}) =>
	await run('download', { reportId: byId(reportId), ...parameters });

/** What leaves through the second output. */
const second = (result: Awaited<ReturnType<typeof run>>) => result.json('Amazon', 1);

describe('Request', () => {
	it('asks for a report of all marketplaces and says what comes next', async () => {
		const result = await request(LISTINGS);
		const [answer] = answers(result);
		expect(answer).toMatchObject({
			status: 'requested',
			report: expect.stringContaining('Listings'),
			marketplaceIds: [DE, UK, FR],
			reportType: LISTINGS,
			reportId: expect.stringMatching(/^\d+$/),
		});
		expect(stage.calls(seller)).toEqual(['createReport']);
	});

	it('asks for a report of the last 30 days where the type needs dates', async () => {
		const [answer] = answers(await request(ORDERS));
		const days = (Date.parse(textOf(answer?.to)) - Date.parse(textOf(answer?.from))) / 86_400_000;
		expect(Math.round(days)).toBe(30);
	});

	it.each([
		['merchant', 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE'],
		['amazon', 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA'],
		['merchantPrime', 'GET_CSV_MFN_PRIME_RETURNS_REPORT'],
	])('takes the returns of what %s ships from their own type', async (returnsOf, reportType) => {
		const chosen = { reportType: { __rl: true, mode: 'list', value: 'RETURNS' }, returnsOf };
		expect(answers(await run('request', chosen))[0]).toMatchObject({ reportType });
	});

	it('gives the report that was made a short time ago, unless it is forced', async () => {
		prepare({ reportType: FBA_STOCK, document: { rows: 3 } });
		const [first] = answers(await request(FBA_STOCK, { marketplaceIds: [DE] }));
		stage.amazon.state.settle();
		const [again] = answers(await request(FBA_STOCK, { marketplaceIds: [DE] }));
		expect(again).toMatchObject({ status: 'there already', reportId: first?.reportId });
		expect(textOf(again?.message)).toMatch(/made this report 0 minutes ago .* Turn on Force/);
		const forced = await request(FBA_STOCK, { marketplaceIds: [DE], options: { force: true } });
		expect(answers(forced)[0]).toMatchObject({ status: 'requested' });
		expect(answers(forced)[0]?.reportId).not.toBe(first?.reportId);
	});

	it('asks anew for other marketplaces', async () => {
		const [first] = answers(await request(FBA_STOCK, { marketplaceIds: [DE] }));
		const [other] = answers(await request(FBA_STOCK, { marketplaceIds: [UK] }));
		expect(other).toMatchObject({ status: 'requested' });
		expect(other?.reportId).not.toBe(first?.reportId);
	});

	it('finds a report whose answer got lost in the list, and asks no second time', async () => {
		stage.amazon.faults.add({ kind: 'reset-after', operation: 'createReport', times: 1 });
		const [answer] = answers(await request(LISTINGS));
		expect(answer).toMatchObject({ status: 'requested' });
		expect(stage.calls(seller).filter((name) => name === 'createReport')).toHaveLength(1);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['no type at all', { reportType: byId('my report') }, /GET_MERCHANT_LISTINGS_ALL_DATA/],
		[
			'a removed type',
			{ reportType: byId('GET_V2_SETTLEMENT_REPORT_DATA_XML') },
			/since 2026-11-11: ask for Settlement Report/,
		],
		['a type that Amazon makes by itself', { reportType: byId(SETTLEMENT) }, /find it with Report: Get Many/],
		[
			'a type of schedules',
			{ reportType: byId('GET_ORDER_REPORT_DATA_SHIPPING') },
			/create one with Schedule: Create/,
		],
		[
			'a start after the end',
			{ reportType: byId(ORDERS), period: 'dates', dataStartTime: '2026-11-20', dataEndTime: '2026-11-10' },
			/start .* is not before the end/,
		],
		[
			'a start in the future',
			{ reportType: byId(ORDERS), period: 'dates', dataStartTime: '2999-01-01' },
			/lies in the future/,
		],
		[
			'more days than the type has',
			{ reportType: byId(ORDERS), period: 'dates', dataStartTime: '2026-01-01', dataEndTime: '2026-06-01' },
			/longer than the \d+ days/,
		],
		[
			'a date that is none',
			{ reportType: byId(ORDERS), period: 'dates', dataStartTime: 'last week' },
			/"last week" is no date/,
		],
		[
			'an option that is missing',
			{ reportType: byId('GET_BRAND_ANALYTICS_SEARCH_TERMS_REPORT') },
			/needs the option reportPeriod: DAY, WEEK/,
		],
		[
			'an option with another value',
			{
				reportType: byId('GET_BRAND_ANALYTICS_SEARCH_TERMS_REPORT'),
				reportOptions: { option: [{ name: 'reportPeriod', value: 'FORTNIGHT' }] },
			},
			/reportPeriod is "FORTNIGHT"; it may be/,
		],
	])('refuses %s before Amazon is asked', async (_, parameters, message) => {
		const { error } = await run('request', parameters);
		expect(error?.message).toMatch(message);
		expect(stage.calls(seller)).not.toContain('createReport');
	});

	it('says that a window was widened to whole days', async () => {
		prepare({ reportType: 'GET_LEDGER_SUMMARY_VIEW_DATA', document: { rows: 3 } });
		const dates = {
			period: 'dates',
			dataStartTime: '2026-11-10T10:00:00Z',
			dataEndTime: '2026-11-12T10:00:00Z',
		};
		const [answer] = answers(await request('GET_LEDGER_SUMMARY_VIEW_DATA', dates));
		expect(answer).toMatchObject({ from: '2026-11-10T00:00:00Z' });
		expect(textOf(answer?.message)).toMatch(/counts whole days .* widened to 2026-11-10 to 2026-11-12/);
	});
});

describe('Get, Get Many and Cancel', () => {
	it('lists the reports of a type, newest first, and says what each stage means', async () => {
		add({ reportType: LISTINGS, createdAtMs: Date.now() - 60_000, document: { rows: 3 } });
		add({ reportType: LISTINGS, createdAtMs: Date.now() - 30_000, status: 'CANCELLED' });
		const result = await run('getMany', { reportTypes: [LISTINGS], filters: {} });
		expect(answers(result).map(({ status }) => status)).toEqual(['cancelled', 'done']);
		expect(textOf(answers(result)[0]?.message)).toMatch(/mostly there is nothing to report/);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['eleven types', { reportTypes: Array.from({ length: 11 }, (_, at) => `GET_TYPE_${at}`) }, /at most 10/],
	])('Get Many refuses %s', async (_, parameters, message) => {
		expect((await run('getMany', parameters)).error?.message).toMatch(message);
	});

	it('says why Amazon could not make a report, in the words of its document', async () => {
		const text = '{"errorDetails":"The requested date range is not available."}';
		const failed = add({ reportType: ORDERS, status: 'FATAL', document: { text } });
		const [answer] = answers(await run('get', { reportId: byId(failed) }));
		expect(answer).toMatchObject({
			status: 'failed',
			message: 'Amazon could not make it: The requested date range is not available.',
		});
		const { error } = await download(failed);
		expect(error?.message).toContain('The requested date range is not available.');
	});

	it('explains a report that failed without a word', async () => {
		const failed = add({ reportType: ORDERS, status: 'FATAL' });
		const [answer] = answers(await run('get', { reportId: byId(failed) }));
		expect(textOf(answer?.message)).toMatch(/gives no reason.*too soon/);
	});

	it('cancels a report that is queued, and says that it cannot when it is done', async () => {
		const queued = add({ reportType: LISTINGS, status: 'IN_QUEUE' });
		expect(answers(await run('cancel', { reportId: byId(queued) }))).toEqual([
			{ reportId: queued, cancelled: true },
		]);
		const done = add({ reportType: LISTINGS, document: { rows: 1 } });
		expect((await run('cancel', { reportId: byId(done) })).error).toBeDefined();
	});
});

const TABLE = [
	'seller-sku\titem-name\tprice\tquantity\tstatus',
	'007\tMug\t9.90\t5\tActive',
	'B-2\tCup "large"\t12.50\t0\tInactive',
	'B-3\tPlate\t3.00',
	'',
].join('\n');

describe('Download', () => {
	it('gives a row for each item, with leading zeros and short rows', async () => {
		const id = add({ reportType: LISTINGS, document: { text: TABLE } });
		const rows = answers(await download(id));
		expect(rows).toHaveLength(3);
		expect(rows[0]).toEqual({
			...{ 'seller-sku': '007', 'item-name': 'Mug', price: '9.90', quantity: '5', status: 'Active' },
		});
		expect(rows[1]).toMatchObject({ 'item-name': 'Cup "large"' });
		expect(rows[2]).toMatchObject({ 'seller-sku': 'B-3', status: '' });
	});

	it.each<[string, INodeParameters, unknown]>([
		[
			'columns',
			{ columns: 'price, seller-sku' },
			[
				['9.90', '007'],
				['12.50', 'B-2'],
				['3.00', 'B-3'],
			],
		],
		[
			'equals',
			{
				columns: 'seller-sku',
				keepWhere: { condition: [{ column: 'status', is: 'equals', value: 'active' }] },
			},
			[['007']],
		],
		[
			'contains',
			{
				columns: 'seller-sku',
				keepWhere: { condition: [{ column: 'item-name', is: 'contains', value: 'la' }] },
			},
			[['B-2'], ['B-3']],
		],
		[
			'between',
			{
				columns: 'seller-sku',
				keepWhere: { condition: [{ column: 'price', is: 'between', from: '3', to: '9.90' }] },
			},
			[['007'], ['B-3']],
		],
		['stop', { columns: 'seller-sku', options: { stopAfter: 2 } }, [['007'], ['B-2']]],
		['typed', { columns: 'seller-sku, quantity', options: { typed: true, stopAfter: 1 } }, [['007', 5]]],
	])('keeps what the form says: %s', async (_, parameters, expected) => {
		const id = add({ reportType: LISTINGS, marketplaceIds: [UK], document: { text: TABLE } });
		const rows = answers(await download(id, parameters));
		expect(rows.map((row) => Object.values(row))).toEqual(expected);
	});

	it('gives rows in batches, and only their number', async () => {
		const id = add({ reportType: LISTINGS, document: { rows: 2_500 } });
		const batches = answers(await download(id, { options: { rowsPerItem: 1_000 } }));
		expect(batches.map(({ firstRow, lastRow }) => [firstRow, lastRow])).toEqual([
			[1, 1_000],
			[1_001, 2_000],
			[2_001, 2_500],
		]);
		const [counted] = answers(await download(id, { give: 'count' }));
		expect(counted).toMatchObject({ status: 'done', rows: 2_500, rowsRead: 2_500, isWhole: true });
	});

	it('gives the file as it is', async () => {
		const id = add({ reportType: LISTINGS, document: { text: TABLE } });
		const result = await download(id, { give: 'file' });
		const [item] = result.items('Amazon');
		expect(item?.binary?.data).toMatchObject({
			fileName: `${LISTINGS}-${id}.txt`,
			mimeType: expect.stringContaining('text'),
		});
	});

	it.each<[string, ReportSpec['document'], string, RegExp]>([
		['an empty document', { text: '' }, 'empty', /holds no rows/],
		['only a header', { text: TABLE.split('\n', 1)[0] }, 'empty', /holds no rows/],
	])('sends %s through No Rows', async (_, document, status, message) => {
		const result = await download(add({ reportType: LISTINGS, document }));
		expect(answers(result)).toEqual([]);
		expect(second(result)[0]).toMatchObject({ status });
		expect(textOf(second(result)[0]?.message)).toMatch(message);
	});

	it('sends a report that is cancelled or still made through No Rows', async () => {
		for (const status of ['CANCELLED', 'IN_PROGRESS', 'IN_QUEUE'] as const) {
			const result = await download(add({ reportType: LISTINGS, status }));
			expect(second(result)[0]).toMatchObject({
				status: { CANCELLED: 'cancelled', IN_PROGRESS: 'running', IN_QUEUE: 'queued' }[status],
			});
		}
	});

	it('asks for a token of its own where the report holds buyers', async () => {
		const id = add({ reportType: 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING', document: { rows: 2 } });
		expect(answers(await download(id))).toHaveLength(2);
		expect(stage.calls(seller)).toContain('createRestrictedDataToken');
	});

	it('reads a report that breaks off from its beginning, and says how far it came when it never ends', async () => {
		const id = add({ reportType: LISTINGS, document: { rows: 5_000 }, mishaps: ['cut-off'] as never });
		const { error } = await download(id);
		expect(error?.message).toMatch(/cut off .* Before that, \d+ rows were read/);
	});

	it('gives a header that names a prototype no power', async () => {
		const id = add({ reportType: LISTINGS, document: { text: '__proto__\tsku\nx\ty\n' } });
		const [row] = answers(await download(id));
		expect(Object.keys(row ?? {})).toEqual(['proto', 'sku']);
		expect(Object.getPrototypeOf({})).toBe(Object.prototype);
	});
});

describe('Request and Download', () => {
	it('gives the rows in one step', async () => {
		prepare({ reportType: LISTINGS, document: { text: TABLE } });
		const result = await run('requestAndDownload', { reportType: byId(LISTINGS) });
		expect(answers(result)).toHaveLength(3);
	});

	it('hands over a report that takes longer', async () => {
		const slow = await openStage({ reportDelayMs: 600_000 });
		try {
			const parameters = {
				resource: 'report',
				operation: 'requestAndDownload',
				reportType: byId(LISTINGS),
				options: { waitMinutes: 0 },
			};
			const result = await slow.reports(slow.newSeller(), parameters);
			expect(result.json('Amazon', 1)[0]).toMatchObject({
				status: 'queued',
				message: expect.stringContaining('Report Finished'),
			});
		} finally {
			await slow.close();
		}
	});

	it('sends a report without data through No Rows', async () => {
		prepare({ reportType: LISTINGS, status: 'CANCELLED' });
		const result = await run('requestAndDownload', { reportType: byId(LISTINGS) });
		expect(second(result)[0]).toMatchObject({ status: 'cancelled' });
	});
});

/** A settlement of one sale, whose total says so or a penny less. */
function settlementText(isBalanced: boolean): string {
	const head = 'settlement-id\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id';
	const names = `${head}\tamount-type\tamount-description\tamount\tposted-date-time`;
	const first = `111\t2026-11-20 10:00:00 UTC\t${isBalanced ? '9.90' : '9.89'}\tGBP${'\t'.repeat(6)}`;
	const sale = '111\t\t\t\tOrder\t302-1234567-1234567\tItemPrice\tPrincipal\t9.90\t2026-11-18 10:00:00 UTC';
	return [names, first, sale, ''].join('\n');
}

describe('Read Settlement', () => {
	it('proves that the rows add up to the deposit', async () => {
		const id = add({ reportType: SETTLEMENT, document: { rows: 400 } });
		const result = await run('readSettlement', { reportId: byId(id) });
		const lines = answers(result);
		const [balance] = second(result);
		expect(balance).toMatchObject({ status: 'balanced', isBalanced: true });
		expect(lines.at(-1)).toMatchObject({ lineType: 'total', net: balance?.total });
	});

	it.each(['orders', 'rows'])(
		'each line (%s) says whose it is and whether all of them add up',
		async (lines) => {
			const parts = [true, false].map((isBalanced) => ({ isBalanced, text: settlementText(isBalanced) }));
			for (const { isBalanced, text } of parts) {
				const id = add({ reportType: SETTLEMENT, marketplaceIds: [UK], document: { text } });
				const given = answers(await run('readSettlement', { reportId: byId(id), lines }));
				expect(given.length).toBeGreaterThan(0);
				for (const line of given) expect(line).toMatchObject({ settlementId: '111', isBalanced });
			}
		},
	);

	it('refuses a report of another kind', async () => {
		const id = add({ reportType: LISTINGS, document: { rows: 1 } });
		const { error } = await run('readSettlement', { reportId: byId(id) });
		expect(error?.message).toMatch(/is no settlement but .*Listings/);
	});
});

describe('Schedule', () => {
	const SCHEDULED = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';
	const schedule = async (operation: string, parameters: INodeParameters = {}) =>
		await stage.reports(seller, { resource: 'schedule', operation, ...parameters });

	it('is created, listed, read and deleted', async () => {
		const [made] = answers(await schedule('create', { reportType: byId(SCHEDULED), period: 'PT4H' }));
		expect(made).toMatchObject({ every: '4 Hours', reportType: SCHEDULED });
		const reportScheduleId = byId(textOf(made?.reportScheduleId));
		expect(answers(await schedule('get', { reportScheduleId }))[0]).toMatchObject({ every: '4 Hours' });
		expect(answers(await schedule('getMany', { reportTypes: [SCHEDULED] }))).toHaveLength(1);
		expect(answers(await schedule('delete', { reportScheduleId }))[0]).toMatchObject({ deleted: true });
		expect(answers(await schedule('getMany', { reportTypes: [SCHEDULED] }))).toHaveLength(0);
	});

	it('is refused for a report that Amazon makes on request only', async () => {
		const { error } = await schedule('create', { reportType: byId(LISTINGS) });
		expect(error?.message).toMatch(/does not make .* on a schedule: request it in a workflow/);
	});
});
