import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { REPORT_TYPES } from '../../nodes/amazon/tables/reportTypes';
import { openStage, type Seller, type Stage } from './stage';
import type { ReportSpec } from '../simulator';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage({ reportDelayMs: 0 });
});
beforeEach(() => {
	stage.amazon.faults.clear();
	seller = stage.newSeller();
});
afterAll(async () => {
	expect(stage.leaks()).toEqual([]);
	await stage.close();
});

const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';

function add(spec: Omit<ReportSpec, 'sellerId'>): string {
	const report = stage.amazon.addReport({ sellerId: seller.seed.sellerId, ...spec });
	if (report === undefined) throw new Error('It is only prepared');
	return report.reportId;
}

/** A trigger with its memory, as n8n writes it down between polls and restarts. */
function aTrigger(parameters: INodeParameters = {}) {
	let stored: IDataObject = {};
	return {
		get stored() {
			return stored;
		},
		set stored(value: IDataObject) {
			stored = value;
		},
		async poll(mode?: 'manual') {
			const chosen = { event: 'reportFinished', reportTypes: [LISTINGS, ORDERS], ...parameters };
			const result = await stage.poll(seller, chosen, { staticData: stored, ...(mode && { mode }) });
			if (result.error === undefined) stored = JSON.parse(JSON.stringify(result.staticData)) as IDataObject;
			return result;
		},
		async told() {
			return (await this.poll()).json.map(({ reportId, status }) => [reportId, status]);
		},
	};
}

describe('Report Finished', () => {
	it('tells each report once when it has ended, however it ended', async () => {
		const trigger = aTrigger();
		expect(await trigger.told()).toEqual([]);
		const done = add({ reportType: LISTINGS, document: { rows: 2 } });
		const cancelled = add({ reportType: ORDERS, status: 'CANCELLED' });
		const failed = add({ reportType: ORDERS, status: 'FATAL' });
		add({ reportType: LISTINGS, status: 'IN_PROGRESS' });
		expect((await trigger.told()).sort()).toEqual(
			[
				[cancelled, 'cancelled'],
				[done, 'done'],
				[failed, 'failed'],
			].sort(),
		);
		expect(await trigger.told()).toEqual([]);
	});

	it('says why a report failed, in the words of its document', async () => {
		const text = '{"errorDetails":"Too many requests for this report."}';
		add({ reportType: ORDERS, status: 'FATAL', document: { text } });
		const { json } = await aTrigger().poll();
		expect(json[0]?.message).toBe('Amazon could not make it: Too many requests for this report.');
	});

	it('tells a failed report also when the document about it cannot be read, and the others beside it', async () => {
		const failed = add({
			...{ reportType: ORDERS, status: 'FATAL', mishaps: ['cut-off'] },
			document: { text: '{"errorDetails":"x"}', isGzipped: true },
		});
		const done = add({ reportType: LISTINGS, document: { rows: 2 } });
		const trigger = aTrigger();
		expect((await trigger.told()).map(([id]) => id).sort()).toEqual([failed, done].sort());
		expect(await trigger.told()).toEqual([]);
	});

	it('waits for a report that runs, and tells it when it has ended', async () => {
		const id = add({ reportType: LISTINGS, status: 'IN_PROGRESS', createdAtMs: Date.now() - 7_200_000 });
		const trigger = aTrigger();
		expect(await trigger.told()).toEqual([]);
		const running = stage.amazon.state.reports.list(seller.seed.sellerId).find((one) => one.reportId === id);
		if (running !== undefined) running.ended = { status: 'CANCELLED', atMs: Date.now() };
		expect(await trigger.told()).toEqual([[id, 'cancelled']]);
		expect(await trigger.told()).toEqual([]);
	});

	it('tells a report that runs for more than a day once, as stuck', async () => {
		const trigger = aTrigger({ reportsLookBackHours: 48 });
		const id = add({ reportType: LISTINGS, status: 'IN_PROGRESS', createdAtMs: Date.now() - 90_000_000 });
		expect(await trigger.told()).toEqual([[id, 'stuck']]);
		expect(await trigger.told()).toEqual([]);
	});

	it('tells again after its memory was lost, rather than losing a report', async () => {
		const trigger = aTrigger();
		const before = trigger.stored;
		const id = add({ reportType: LISTINGS, document: { rows: 2 } });
		expect(await trigger.told()).toEqual([[id, 'done']]);
		trigger.stored = before;
		expect(await trigger.told()).toEqual([[id, 'done']]);
	});

	it.each<[string, IDataObject]>([
		['text', { reports: 'all' }],
		['a list', { reports: [] }],
		['nonsense', { reports: { sinceMs: 'yesterday', emitted: 7, running: null } }],
		['the memory of feeds', { sinceMs: Date.now(), emitted: { '50028000001': Date.now() }, running: {} }],
	])('gets over a memory that is %s', async (_, stored) => {
		const trigger = aTrigger();
		trigger.stored = stored;
		const id = add({ reportType: LISTINGS, document: { rows: 2 } });
		expect(await trigger.told()).toEqual([[id, 'done']]);
	});

	it('watches more types than Amazon lists at once', async () => {
		const others = REPORT_TYPES.map(({ id }) => id)
			.filter((id) => id !== LISTINGS)
			.slice(0, 24);
		const id = add({ reportType: LISTINGS, document: { rows: 2 } });
		expect(await aTrigger({ reportTypes: [...others, LISTINGS] }).told()).toEqual([[id, 'done']]);
	});

	it('leaves out what a schedule made, or what it did not', async () => {
		const id = add({ reportType: LISTINGS, document: { rows: 2 } });
		expect(await aTrigger({ made: 'schedule' }).told()).toEqual([]);
		expect(await aTrigger({ made: 'request' }).told()).toEqual([[id, 'done']]);
	});

	it('by hand shows the latest and moves nothing', async () => {
		add({ reportType: LISTINGS, document: { rows: 2 }, createdAtMs: Date.now() - 60_000 });
		const latest = add({ reportType: LISTINGS, document: { rows: 2 } });
		const trigger = aTrigger();
		const { json, staticData } = await trigger.poll('manual');
		expect(json.map(({ reportId }) => reportId)).toEqual([latest]);
		expect(staticData).toEqual({});
	});
});
