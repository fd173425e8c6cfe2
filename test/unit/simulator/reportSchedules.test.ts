import { ManualClock, startSimulator, type Simulator } from '../../simulator';
import { signIn, type Session } from '../../simulator/client';
import {
	DAY_MS,
	DE,
	DOCUMENTS,
	inDays,
	LISTINGS,
	post,
	REPORTS,
	RETURNS,
	SCHEDULES,
	TO_SHIP,
	TOKENS,
	UK,
} from './reportSetting';

let clock: ManualClock;
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	clock = new ManualClock();
	simulator = await startSimulator({ clock, limits: false, reportDelayMs: 0, tokenTtlSeconds: 1e7 });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const create = async (body: object) => {
	const wish = { reportType: RETURNS, marketplaceIds: [DE], period: 'P1D', ...body };
	const { status, json } = await post(session, SCHEDULES, wish);
	return { status, ...(json as { reportScheduleId: string; errors?: { message: string }[] }) };
};
const all = async () => {
	const { json } = await session.call({ path: `${SCHEDULES}?reportTypes=${RETURNS}` });
	return (json as { reportSchedules: Record<string, unknown>[] }).reportSchedules;
};

describe('a schedule', () => {
	it('makes a report each time its period has passed, about the time between', async () => {
		const { reportScheduleId } = await create({ nextReportCreationTime: inDays(clock, 1) });
		clock.advance(2.5 * DAY_MS);
		const { json } = await session.call({ path: `${REPORTS}?reportTypes=${RETURNS}` });
		expect((json as { reports: unknown[] }).reports).toMatchObject([
			{
				reportScheduleId,
				dataStartTime: '2026-11-24T12:00:00+00:00',
				dataEndTime: '2026-11-25T12:00:00+00:00',
			},
			{
				reportScheduleId,
				dataStartTime: '2026-11-23T12:00:00+00:00',
				createdTime: '2026-11-24T12:00:00+00:00',
			},
		]);
		expect(await all()).toMatchObject([{ nextReportCreationTime: '2026-11-26T12:00:00+00:00' }]);
	});

	it('takes the place of one of the same type and marketplaces, in whatever order', async () => {
		await create({ marketplaceIds: [DE, UK] });
		await create({ marketplaceIds: [DE] });
		const last = await create({ marketplaceIds: [UK, DE], period: 'P7D' });
		const found = await all();
		expect(found).toHaveLength(2);
		expect(found).toContainEqual(
			expect.objectContaining({ reportScheduleId: last.reportScheduleId, period: 'P7D' }),
		);
	});

	it('is gone once it is cancelled', async () => {
		const { reportScheduleId } = await create({});
		const path = `${SCHEDULES}/${reportScheduleId}`;
		expect(await session.call({ method: 'DELETE', path })).toMatchObject({ status: 200, text: '' });
		expect((await session.call({ path })).status).toBe(404);
		expect((await session.call({ method: 'DELETE', path })).status).toBe(404);
		clock.advance(10 * DAY_MS);
		const { json } = await session.call({ path: `${REPORTS}?reportTypes=${RETURNS}` });
		expect(json).toEqual({ reports: [] });
	});

	it('of months follows the calendar', async () => {
		await create({ period: 'P1M', nextReportCreationTime: '2026-12-01T00:00:00Z' });
		clock.advance(10 * DAY_MS);
		expect(await all()).toMatchObject([{ nextReportCreationTime: '2027-01-01T00:00:00+00:00' }]);
	});

	it.each<[string, object, number, string]>([
		['of an unknown period', { period: 'PT1M' }, 400, 'Could not match input arguments'],
		['of no period', { period: undefined }, 400, 'Could not match input arguments'],
		['that begins in the past', { nextReportCreationTime: '2026-11-01T00:00:00Z' }, 400, 'Invalid Input'],
		[
			'of a type that none may schedule',
			{ reportType: LISTINGS },
			...([400, 'Creation of report schedule type 47700 is not allowed at this time'] as const),
		],
		[
			'with a time of data',
			{ dataStartTime: '2026-11-01T00:00:00Z' },
			400,
			'Could not match input arguments',
		],
	])('%s is refused', async (_name, body, status, message) => {
		const refused = await create(body);
		expect([refused.status, refused.errors?.[0]?.message]).toEqual([status, message]);
	});
});

describe('a restricted data token', () => {
	const documentOf = (reportType: string) =>
		simulator.addReport({ reportType, document: { rows: 2 } })?.ended?.reportDocumentId ?? '';
	const ask = async (...paths: string[]) => {
		const restrictedResources = paths.map((path) => ({ method: 'GET', path }));
		const { status, json } = await post(session, TOKENS, { restrictedResources });
		const answer = json as { restrictedDataToken: string; errors?: { message: string }[] };
		return { status, token: answer.restrictedDataToken, message: answer.errors?.[0]?.message };
	};
	const read = async (path: string, token?: string) => {
		const headers: Record<string, string> = token === undefined ? {} : { 'x-amz-access-token': token };
		return (await session.call({ path, headers })).status;
	};

	it('opens the document that it names, and nothing else', async () => {
		const [first, second] = [`${DOCUMENTS}/${documentOf(TO_SHIP)}`, `${DOCUMENTS}/${documentOf(TO_SHIP)}`];
		const { token } = await ask(first);
		expect(token).toMatch(/^Atz\.sprdt\|/);
		expect(await read(first)).toBe(403);
		expect(await read(first, token)).toBe(200);
		expect(await read(second, token)).toBe(403);
		expect(await read(`${REPORTS}?reportTypes=${RETURNS}`, token)).toBe(403);
		clock.advance(1e7 * 1000);
		expect(await read(first, token)).toBe(403);
	});

	it('is refused for a report, for all documents, and for one that is not restricted', async () => {
		const unsupported = {
			status: 400,
			message: 'Invalid or unsupported document ID found',
			token: undefined,
		};
		expect(await ask(REPORTS)).toEqual(unsupported);
		expect(await ask(`${DOCUMENTS}/{reportDocumentId}`)).toEqual(unsupported);
		expect(await ask(`${DOCUMENTS}/${documentOf(RETURNS)}`)).toEqual(unsupported);
		expect(await read(`${DOCUMENTS}/${documentOf(RETURNS)}`)).toBe(200);
	});

	it('is refused without the role for buyers', async () => {
		const path = `${DOCUMENTS}/${documentOf(TO_SHIP)}`;
		const [seller] = simulator.state.seed.sellers;
		if (seller !== undefined) seller.hidesPersonalData = true;
		const refused = await ask(path);
		delete seller?.hidesPersonalData;
		expect(refused.message).toBe('Application do not have access to some or all requested resource');
	});

	it.each([
		['nothing', []],
		['a method that does not exist', [{ method: 'PATCH', path: '/orders/v0/orders' }]],
		['no path', [{ method: 'GET' }]],
		['other data', [{ method: 'GET', path: '/orders/v0/orders', dataElements: ['secrets'] }]],
		['51 resources', Array(51).fill({ method: 'GET', path: '/orders/v0/orders' })],
	])('is refused for %s', async (_name, restrictedResources) => {
		const { status, json } = await post(session, TOKENS, { restrictedResources });
		expect([status, (json as { errors: { code: string }[] }).errors[0]?.code]).toEqual([
			400,
			'InvalidRequest',
		]);
	});

	it('may be for all orders, or for one', async () => {
		expect((await ask('/orders/v0/orders/{orderId}/address', '/orders/v0/orders')).status).toBe(200);
	});
});
