import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { REPORT_TYPES } from '../../../nodes/amazon/tables/reportTypes';
import { knownType } from '../../simulator/reports/reportTypes';
import { textOf, told } from '../stage';
import type { PollOptions } from '../../workflows/harness';
import { LISTINGS, SALES, STUMBLED, useReports } from './reportScene';
import { useHostileAmazon } from './hostileAmazon';

const scene = useReports();
afterEach(() => scene.stage.amazon.faults.clear());

async function poll(parameters: INodeParameters = {}, options?: PollOptions) {
	const all = { event: 'reportFinished', reportTypes: [LISTINGS], ...parameters };
	const result = await scene.stage.poll(scene.seller, all, options);
	expect(told(result)).not.toMatch(STUMBLED);
	return result;
}

const idsOf = (items: readonly IDataObject[]) => items.map(({ reportId }) => reportId).sort();
const add = (more: object = {}) => scene.add({ reportType: LISTINGS, document: { rows: 1 }, ...more });

const manyTypes = () =>
	REPORT_TYPES.map(({ id }) => id)
		.filter((id) => knownType(id) !== undefined)
		.slice(0, 25);

describe('Report Finished', () => {
	it('tells each report once, over restarts', async () => {
		const ids = [add(), add({ status: 'CANCELLED' }), add({ status: 'FATAL' })];
		const first = await poll();
		expect(idsOf(first.json)).toEqual(ids.sort());
		const { staticData } = first;
		expect(
			(await poll({}, { staticData: JSON.parse(JSON.stringify(staticData)) as IDataObject })).json,
		).toEqual([]);
		const late = add();
		const second = await poll({}, { staticData });
		expect(idsOf(second.json)).toEqual([late]);
		expect((await poll({}, { staticData: second.staticData })).json).toEqual([]);
	});

	it.each<[string, unknown]>([
		['lost', {}],
		['a text', 'x'],
		['a list', [1, 2]],
		['of another kind', { sinceMs: 'x', emitted: [null], running: 'y' }],
		[
			'with names of prototypes',
			JSON.parse(
				'{"emitted":{"__proto__":1,"constructor":2},"running":{"__proto__":{"createdMs":1,"toldStuck":true}}}',
			),
		],
		[
			'of a time that cannot be',
			{ sinceMs: 1e308, emitted: { x: 1e308 }, running: { x: { createdMs: -1e308, toldStuck: false } } },
		],
		['of ids that are none', { running: { '../x': { createdMs: Date.now(), toldStuck: false } } }],
	])('begins anew with a memory that is %s', async (_, reports) => {
		const id = add();
		const first = await poll({}, { staticData: { reports } as IDataObject });
		expect(first.error).toBeUndefined();
		expect(idsOf(first.json)).toEqual([id]);
		expect((await poll({}, { staticData: first.staticData })).json).toEqual([]);
	});

	it('tells of 25 types', async () => {
		const types = manyTypes();
		const ids = types.map((reportType) => scene.add({ reportType, status: 'CANCELLED' }));
		const first = await poll({ reportTypes: types });
		expect(idsOf(first.json)).toEqual(ids.sort());
		expect((await poll({ reportTypes: types }, { staticData: first.staticData })).json).toEqual([]);
	});

	it('goes on with the types that the poll before had no time for', async () => {
		const types = manyTypes();
		let staticData: IDataObject = {};
		// Amazon allows ten lists in a row, and the next after 45 seconds.
		for (let at = 0; at < 4; at++)
			({ staticData } = await poll({ reportTypes: types }, { staticData, budgetMs: 6_000 }));
		const fresh = scene.stage.newSeller();
		const late = scene.stage.amazon.addReport({
			...{ sellerId: fresh.seed.sellerId, reportType: types.at(-1) ?? '', status: 'CANCELLED' },
		});
		const all = { event: 'reportFinished', reportTypes: types };
		const { json } = await scene.stage.poll(fresh, all, { staticData });
		expect(idsOf(json)).toEqual([late?.reportId]);
		expect(scene.stage.calls(fresh).filter((name) => name === 'getReports')).toHaveLength(2);
	});

	it.each([NaN, 'abc', ''])('says that %j hours are no time to look back', async (reportsLookBackHours) => {
		expect(told(await poll({ reportsLookBackHours }))).toMatch(
			/Look Back on First Start \(Hours\) is .* must be/,
		);
	});

	it.each([-5, 1e9, 2160])('looks back %s hours', async (reportsLookBackHours) => {
		const id = add();
		const result = await poll({ reportsLookBackHours });
		expect(result.error).toBeUndefined();
		expect(idsOf(result.json)).toEqual(reportsLookBackHours === -5 ? [] : [id]);
	});

	it('tells a failed report whose document cannot be read', async () => {
		const id = add({ status: 'FATAL', document: { text: 'why' } });
		scene.stage.amazon.faults.add({
			kind: 'status',
			status: 404,
			operation: 'downloadDocument',
			times: null,
		});
		const { json } = await poll();
		expect(json).toMatchObject([{ reportId: id, status: 'failed' }]);
	});

	it('gives no more of the reason than a sentence, and no secret', async () => {
		const text = `https://x.amazonaws.com/a?X-Amz-Signature=deadbeef0123 Atza|secret ${'y'.repeat(9_000)}`;
		add({ status: 'FATAL', document: { text } });
		const { json } = await poll();
		expect(textOf(json[0]?.message)).not.toMatch(/Atza|deadbeef/);
		expect(textOf(json[0]?.message).length).toBeLessThan(400);
	});

	it('shows the latest by hand and moves nothing', async () => {
		const id = add({ reportType: SALES });
		const result = await poll({ reportTypes: [SALES] }, { mode: 'manual' });
		expect(result.json).toMatchObject([{ reportId: id }]);
		expect(idsOf((await poll({ reportTypes: [SALES] }, { staticData: result.staticData })).json)).toEqual([
			id,
		]);
	});
});

const hostile = useHostileAmazon();

it('an unreadable record in the list keeps nothing else from being told', async () => {
	const report = (reportId: unknown) => ({
		...{ reportId, reportType: LISTINGS, processingStatus: 'CANCELLED' },
		createdTime: new Date().toISOString(),
	});
	const damaged = [
		null,
		7,
		[],
		{},
		report(7),
		{ ...report('3'), createdTime: 'soon' },
		{ ...report('4'), processingStatus: 'X' },
	];
	hostile.amazon.answers = {
		'GET /reports/2021-06-30/reports?': { reports: [report('1'), ...damaged, report('2')] },
	};
	const all = { event: 'reportFinished', reportTypes: [LISTINGS] };
	const seller = hostile.amazon.newSeller();
	const first = await hostile.stage.poll(seller, all);
	expect(first.error).toBeUndefined();
	expect(idsOf(first.json)).toEqual(['1', '2', '3']);
	const again = await hostile.stage.poll(seller, all, { staticData: first.staticData });
	expect(again.json).toEqual([]);
});
