import { ManualClock, startSimulator, type Simulator } from '../../simulator';
import { signIn, type Session } from '../../simulator/client';
import {
	DAY_MS,
	DE,
	DOCUMENTS,
	inDays,
	LISTINGS,
	ORDERS,
	post,
	report,
	REPORTS,
	request,
	RETURNS,
	SETTLEMENT,
	UK,
} from './reportSetting';

const FBA_RETURNS = 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA';

let clock: ManualClock;
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	clock = new ManualClock();
	simulator = await startSimulator({ clock, limits: false, reportDelayMs: 60_000, tokenTtlSeconds: 1e7 });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const refusal = async (body: object) => {
	const { status, json } = await post(session, REPORTS, body);
	const [error] = (json as { errors?: { code: string; message: string }[] }).errors ?? [];
	return [status, error?.message];
};

const list = async (query: string) => {
	const { status, json } = await session.call({ path: `${REPORTS}?${query}` });
	return { status, ...(json as { reports: Record<string, string>[]; nextToken?: string }) };
};

describe('the life of a report', () => {
	it('is a queue, work and an end, with the times of each, to the second', async () => {
		const reportId = await request(session, { reportType: LISTINGS });
		expect(await report(session, reportId)).toEqual({
			...{ reportId, reportType: LISTINGS, marketplaceIds: [DE], processingStatus: 'IN_QUEUE' },
			...{ dataStartTime: '2026-11-23T12:00:00+00:00', dataEndTime: '2026-11-23T12:00:00+00:00' },
			createdTime: '2026-11-23T12:00:00+00:00',
		});
		clock.advance(20_000);
		expect(await report(session, reportId)).toMatchObject({
			...{ processingStatus: 'IN_PROGRESS', processingStartTime: '2026-11-23T12:00:20+00:00' },
		});
		clock.advance(40_000);
		const done = await report(session, reportId);
		expect(done).toMatchObject({
			...{ processingStatus: 'DONE', processingEndTime: '2026-11-23T12:01:00+00:00' },
		});
		expect(done['reportDocumentId']).toMatch(/^amzn1\.spdoc\.1\.4\.eu\.[0-9a-f-]{36}\.T[0-9A-F]{13}\.47700$/);
	});

	it('ends CANCELLED without data: a time without orders, or no time where one is needed', async () => {
		const none = await request(session, {
			...{ reportType: ORDERS, dataStartTime: inDays(clock, -20), dataEndTime: inDays(clock, -10) },
		});
		const now = await request(session, { reportType: ORDERS });
		clock.advance(60_000);
		for (const reportId of [none, now]) {
			const ended = await report(session, reportId);
			expect(ended).toMatchObject({ processingStatus: 'CANCELLED' });
			expect(ended).not.toHaveProperty('reportDocumentId');
		}
	});

	it('ends FATAL for too long a time, without a reason', async () => {
		const reportId = await request(session, { reportType: ORDERS, dataStartTime: inDays(clock, -31) });
		clock.advance(60_000);
		const ended = await report(session, reportId);
		expect(ended).toMatchObject({ processingStatus: 'FATAL' });
		expect(ended).not.toHaveProperty('reportDocumentId');
	});

	it('rounds a daily time outward, and ends FATAL with a reason for options that do not exist', async () => {
		const reportType = 'GET_SALES_AND_TRAFFIC_REPORT';
		const body = { reportType, dataStartTime: '2026-11-20T10:00:00Z', dataEndTime: '2026-11-21T10:00:00Z' };
		const reportId = await request(session, { ...body, reportOptions: { dateGranularity: 'HOUR' } });
		clock.advance(60_000);
		const ended = await report(session, reportId);
		expect(ended).toMatchObject({
			...{ dataStartTime: '2026-11-20T00:00:00+00:00', dataEndTime: '2026-11-22T00:00:00+00:00' },
			processingStatus: 'FATAL',
		});
		const { json } = await session.call({ path: `${DOCUMENTS}/${ended['reportDocumentId']}` });
		const reason = await (await fetch((json as { url: string }).url)).json();
		expect(reason).toEqual({ errorDetails: expect.stringContaining('dateGranularity') as string });
	});

	it('can be cancelled in the queue, and only there', async () => {
		const reportId = await request(session, { reportType: LISTINGS });
		const remove = () => session.call({ method: 'DELETE', path: `${REPORTS}/${reportId}` });
		expect(await remove()).toMatchObject({ status: 200, text: '' });
		expect(await report(session, reportId)).toMatchObject({ processingStatus: 'CANCELLED' });
		expect((await remove()).status).toBe(400);
		const second = await request(session, { reportType: LISTINGS });
		clock.advance(30_000);
		const late = await session.call({ method: 'DELETE', path: `${REPORTS}/${second}` });
		expect(late.status).toBe(400);
	});

	it('is told of under ids that two sellers may share', async () => {
		const other = simulator.state.seed.sellers[1];
		const american = await signIn(simulator.url, other);
		const reportId = await request(session, { reportType: LISTINGS });
		const first = await report(american, reportId);
		expect(first['reportType']).toBe(SETTLEMENT);
		expect((await american.call({ path: `${REPORTS}/1` })).status).toBe(404);
		expect((await american.call({ path: `${REPORTS}/a` })).status).toBe(400);
	});
});

describe('createReport refuses', () => {
	const wish = { reportType: LISTINGS, marketplaceIds: [DE] };
	const many = Array<string>(26).fill(DE);

	it.each<[string, object, number, string]>([
		['no type', { marketplaceIds: [DE] }, 400, 'Could not match input arguments'],
		['a type that Amazon does not have', { ...wish, reportType: 'GET_NONSENSE' }, 400, 'Invalid Input'],
		['a type that is gone', { ...wish, reportType: 'GET_FBA_SNS_FORECAST_DATA' }, 400, 'Invalid Input'],
		['no marketplace', { ...wish, marketplaceIds: [] }, 400, 'Invalid Input'],
		['26 marketplaces', { ...wish, marketplaceIds: many }, 400, 'Invalid Input'],
		[
			'marketplaces in a list of lists',
			{ ...wish, marketplaceIds: [[DE]] },
			400,
			'Could not match input arguments',
		],
		['a marketplace of another region', { ...wish, marketplaceIds: ['ATVPDKIKX0DER'] }, 400, 'Invalid Input'],
		[
			'options that are no texts',
			{ ...wish, reportOptions: { a: true } },
			400,
			'Could not match input arguments',
		],
		['a field that does not exist', { ...wish, marketplaceId: DE }, 400, 'Could not match input arguments'],
		['no time', { ...wish, dataStartTime: 'yesterday' }, 400, 'Could not match input arguments'],
		[
			'a start after the end',
			{ ...wish, dataStartTime: '2026-11-20T00:00:00Z', dataEndTime: '2026-11-19T00:00:00Z' },
			...([400, 'dataStartTime is after dataEndTime'] as const),
		],
		['an end in the future', { ...wish, dataEndTime: '2027-01-01T00:00:00Z' }, 400, 'Invalid Input'],
		[
			'a settlement',
			{ ...wish, reportType: SETTLEMENT },
			...([400, 'Request for report type 1118 is not allowed at this time'] as const),
		],
		[
			'what it cannot make',
			{ ...wish, reportType: 'GET_AFN_INVENTORY_DATA' },
			...([
				501,
				'The simulator does not simulate reports of the type GET_AFN_INVENTORY_DATA. Amazon may well have it.',
			] as const),
		],
	])('%s', async (_name, body, status, message) => {
		expect(await refusal(body)).toEqual([status, message]);
	});

	it('a type whose role the application lacks', async () => {
		const [seller] = simulator.state.seed.sellers;
		if (seller !== undefined) seller.roles = ['Product Listing'];
		try {
			expect(await refusal(wish)).toEqual([202, undefined]);
			expect((await refusal({ ...wish, reportType: ORDERS }))[0]).toBe(403);
		} finally {
			delete seller?.roles;
		}
	});
});

describe('a report that is asked for again too soon', () => {
	it('ends FATAL without a document, for the same marketplace and as long as the type needs', async () => {
		await simulator.stop();
		simulator = await startSimulator({ clock, reportDelayMs: 0, rateFactor: 1000, tokenTtlSeconds: 1e7 });
		const seller = await signIn(simulator.url);
		const body = { reportType: FBA_RETURNS, dataStartTime: inDays(clock, -30) };
		const ends = async (marketplaceId: string) => {
			const reportId = await request(seller, { ...body, marketplaceIds: [marketplaceId] });
			return (await report(seller, reportId))['processingStatus'];
		};
		expect(await ends(DE)).toBe('DONE');
		clock.advance(3 * 3600_000);
		expect(await ends(DE)).toBe('FATAL');
		expect(await ends(UK)).toBe('DONE');
		clock.advance(3600_000);
		expect(await ends(DE)).toBe('DONE');
	});
});

describe('getReports', () => {
	const add = (reportType: string, daysAgo: number, marketplaceId = DE) =>
		simulator.addReport({
			...{ reportType, marketplaceIds: [marketplaceId], createdAtMs: clock.now() - daysAgo * DAY_MS },
			document: { rows: 1 },
		})?.reportId;

	it('filters by type, status, marketplace and time, newest first', async () => {
		const ids = [add(RETURNS, 3), add(RETURNS, 2, UK), add(RETURNS, 1), add(ORDERS, 1)];
		const of = async (query: string) => (await list(query)).reports.map(({ reportId }) => reportId);
		expect(await of(`reportTypes=${RETURNS}`)).toEqual([ids[2], ids[1], ids[0]]);
		expect(await of(`reportTypes=${RETURNS}&marketplaceIds=${UK}`)).toEqual([ids[1]]);
		expect(await of(`reportTypes=${RETURNS},${ORDERS}&createdSince=${inDays(clock, -1.5)}`)).toEqual([
			ids[3],
			ids[2],
		]);
		expect(await of(`reportTypes=${RETURNS}&createdUntil=${inDays(clock, -2.5)}`)).toEqual([ids[0]]);
		expect(await of(`reportTypes=${RETURNS}&processingStatuses=IN_QUEUE,FATAL`)).toEqual([]);
	});

	it('gives a page at a time; its token stands alone', async () => {
		const ids = Array.from({ length: 5 }, (_none, index) => add(RETURNS, index));
		const first = await list(`reportTypes=${RETURNS}&pageSize=3`);
		const token = encodeURIComponent(first.nextToken ?? '');
		const second = await list(`nextToken=${token}`);
		const all = [...first.reports, ...second.reports];
		expect(all.map(({ reportId }) => reportId)).toEqual(ids);
		expect(second.nextToken).toBeUndefined();
		expect((await list(`nextToken=${token}&pageSize=3`)).status).toBe(400);
		expect((await list(`nextToken=${token}&reportTypes=${RETURNS}`)).status).toBe(400);
		expect((await list('nextToken=e30=')).status).toBe(400);
		simulator.faults.add({ kind: 'duplicate-page', operation: 'getReports' });
		expect((await list(`nextToken=${token}`)).reports).toHaveLength(3);
	});

	it.each([
		['no type', ''],
		['eleven types', `reportTypes=${Array<string>(11).fill(RETURNS).join()}`],
		['a type that Amazon does not have', 'reportTypes=SETTLEMENT'],
		['a status that does not exist', `reportTypes=${RETURNS}&processingStatuses=DONE,READY`],
		['more than 90 days back', `reportTypes=${RETURNS}&createdSince=2026-08-01T00:00:00Z`],
		['pages of 101', `reportTypes=${RETURNS}&pageSize=101`],
	])('refuses %s', async (_name, query) => {
		expect((await list(query)).status).toBe(400);
	});

	it('shows settlements that nobody asked for: the last ended yesterday, the next comes in two weeks', async () => {
		const settlements = async () => (await list(`reportTypes=${SETTLEMENT}&marketplaceIds=${DE}`)).reports;
		const before = await settlements();
		expect(before.map(({ dataEndTime }) => dataEndTime)).toEqual([
			...['2026-11-22T00:00:00+00:00', '2026-11-08T00:00:00+00:00', '2026-10-25T00:00:00+00:00'],
		]);
		expect(before[0]).toMatchObject({ processingStatus: 'DONE', dataStartTime: '2026-11-08T00:00:00+00:00' });
		clock.advance(13 * DAY_MS);
		const after = await settlements();
		expect(after).toHaveLength(4);
		expect(after[0]).toMatchObject({ processingStatus: 'DONE', dataEndTime: '2026-12-06T00:00:00+00:00' });
		expect(after[0]).not.toHaveProperty('reportScheduleId');
	});
});

describe('faults of createReport', () => {
	const ended = async () => {
		const reportId = await request(session, { reportType: LISTINGS });
		clock.advance(60_000);
		return await report(session, reportId);
	};

	it('cancel it, end it FATAL with and without a reason, and let it stick', async () => {
		simulator.faults.add({ kind: 'report-cancelled', operation: 'createReport' });
		expect(await ended()).toMatchObject({ processingStatus: 'CANCELLED' });
		simulator.faults.add({ kind: 'report-fatal', operation: 'createReport' });
		const plain = await ended();
		expect([plain['processingStatus'], plain['reportDocumentId']]).toEqual(['FATAL', undefined]);
		simulator.faults.add({ kind: 'report-fatal', withDocument: true, operation: 'createReport' });
		expect(await ended()).toMatchObject({
			...{ processingStatus: 'FATAL', reportDocumentId: expect.any(String) as string },
		});
		simulator.faults.add({ kind: 'report-stuck', forMs: DAY_MS, operation: 'createReport' });
		const stuck = await ended();
		expect(stuck['processingStatus']).toBe('IN_PROGRESS');
		clock.advance(DAY_MS);
		expect(await report(session, stuck['reportId'] ?? '')).toMatchObject({ processingStatus: 'DONE' });
	});

	it('are checked when they are planned', () => {
		const { faults } = simulator;
		expect(() => faults.add({ kind: 'report-document', mishap: 'nonsense' as 'empty' })).toThrow('cut-off');
		expect(() => faults.add({ kind: 'report-stuck' } as never)).toThrow('forMs');
	});
});
