import type { INodeParameters } from 'n8n-workflow';

import { answers, DE, FR, pairs, textOf, told, UK } from '../stage';
import { byId, LISTINGS, RESTRICTED, SALES, second, useReports } from './reportScene';

const scene = useReports();

const TABLE = 'listing-id\tseller-sku\tprice\tfulfillment-channel\tstatus\n1\tA\t9.90\tDEFAULT\tActive\n';
const FBA_STOCK = 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA';
const whole = () => scene.add({ reportType: LISTINGS, document: { text: TABLE } });
const continued = { onError: 'continueRegularOutput' as const };
afterEach(() => scene.stage.amazon.faults.clear());

describe('the address of a document', () => {
	it('that has expired is asked for once more', async () => {
		const id = whole();
		scene.stage.amazon.faults.add({ kind: 'expire-document', operation: 'downloadDocument', times: 1 });
		expect(answers(await scene.download(id))).toHaveLength(1);
		expect(scene.calls('getReportDocument')).toBe(2);
	});

	it('that has always expired is told after the second time', async () => {
		const id = scene.add({
			reportType: LISTINGS,
			document: { text: TABLE },
			mishaps: ['expired-address'],
		});
		const said = told(await scene.download(id));
		expect(said).toMatch(/expired|address/i);
		expect(said).not.toMatch(/signature=|expires=\d/i);
		expect(scene.calls('getReportDocument')).toBe(2);
	});
});

describe('a document that breaks off', () => {
	it.each(['rows', 'file'])('on the way is read from its beginning, for %s', async (give) => {
		const id = scene.add({ reportType: LISTINGS, document: { rows: 3_000 } });
		scene.stage.amazon.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: 2 });
		const result = await scene.download(id, { give });
		expect(result.error).toBeUndefined();
		expect(answers(result)).toHaveLength(give === 'rows' ? 3_000 : 1);
	});

	it('for ever is told, for a file as well', async () => {
		const id = scene.add({ reportType: LISTINGS, document: { rows: 3_000 } });
		scene.stage.amazon.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: null });
		expect(told(await scene.download(id, { give: 'file' }))).toMatch(/cut off after \d+ .*Read it again/);
	});
});

describe('a role that is missing', () => {
	const refused = (operation: string) =>
		scene.stage.amazon.faults.add({
			...{ kind: 'status', status: 403, operation, times: null },
			body: JSON.stringify({
				errors: [{ code: 'Unauthorized', message: 'Access to requested resource is denied.' }],
			}),
		});

	it('for a restricted report names the roles', async () => {
		const id = scene.add({ reportType: RESTRICTED, document: { rows: 2 } });
		refused('createRestrictedDataToken');
		expect(told(await scene.download(id))).toMatch(
			/may not see the buyers' data.*Direct-to-Consumer Shipping/,
		);
	});

	it('for a plain report is told, though no token is to be had', async () => {
		const id = whole();
		refused('getReportDocument');
		refused('createRestrictedDataToken');
		const said = told(await scene.download(id));
		expect(said).toMatch(/role|authorize/i);
		expect(said).toMatch(/getReportDocument/);
	});

	it('for the report itself names the roles of reports', async () => {
		refused('createReport');
		const result = await scene.run('request', { reportType: byId(LISTINGS) });
		expect(told(result)).toMatch(/may not ask for this report.*Finance and Accounting/);
	});
});

describe('a type that is not in the table', () => {
	it('is asked for as it is, and what Amazon says is told', async () => {
		const result = await scene.run('request', { reportType: byId('GET_SOMETHING_NEW_DATA') });
		expect(told(result)).toMatch(/does not make this report so/);
	});

	it('is tried with a token where Amazon refuses it without one', async () => {
		const id = scene.add({ reportType: LISTINGS, document: { text: TABLE } });
		scene.stage.amazon.faults.add({
			...{ kind: 'status', status: 403, operation: 'getReportDocument', times: null },
			body: JSON.stringify({ errors: [{ code: 'Unauthorized', message: 'Access denied.' }] }),
		});
		expect(told(await scene.download(id))).toMatch(/refused getReportDocument/);
		expect(scene.calls('createRestrictedDataToken')).toBe(1);
	});
});

describe('what Amazon has forgotten', () => {
	it.each(['download', 'get', 'cancel', 'readSettlement'])('is told by %s', async (operation) => {
		const result = await scene.run(operation, { reportId: byId('999') });
		expect(told(result)).toMatch(/does not know this report.*Compare the report ID/);
	});

	it('between two steps: a document', async () => {
		const id = whole();
		scene.stage.amazon.faults.add({
			kind: 'status',
			status: 404,
			operation: 'getReportDocument',
			times: null,
		});
		expect(told(await scene.download(id))).toMatch(/not have the content of this report any more.*Ask for/);
	});

	it('between two steps: the file behind the address', async () => {
		const id = whole();
		scene.stage.amazon.faults.add({
			kind: 'status',
			status: 404,
			operation: 'downloadDocument',
			times: null,
		});
		expect(told(await scene.download(id))).toMatch(/404/);
	});

	it('while it is waited for', async () => {
		scene.prepare({ reportType: LISTINGS, document: { text: TABLE } });
		scene.stage.amazon.faults.add({ kind: 'status', status: 404, operation: 'getReport', times: null });
		const result = await scene.run('requestAndDownload', { reportType: byId(LISTINGS) });
		expect(told(result)).toMatch(/does not know this report/);
	});

	it.each(['get', 'delete'])('a schedule, by %s', async (operation) => {
		const parameters = { resource: 'schedule', operation, reportScheduleId: byId('999') };
		const result = await scene.stage.reports(scene.seller, parameters);
		expect(told(result)).toMatch(/schedule/i);
		expect(told(result)).toMatch(/404|not know/);
	});
});

describe('an id that is none', () => {
	it.each(['', ' ', '.', '..', 'a/b', '__proto__', '%2e%2e', '\ud800'])('%j', async (id) => {
		for (const operation of ['download', 'get', 'cancel', 'readSettlement', 'wait']) {
			const parameters = { reportId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
			const result = await scene.run(operation, parameters, [{ id }], continued);
			const errors = [...answers(result), ...second(result)].map((item) => JSON.stringify(item));
			expect(errors).toEqual([expect.stringMatching(/reportId|does not know|not a report id/)]);
		}
	});
});

describe('a list of several pages', () => {
	it('is read to its end, with the token alone', async () => {
		for (let at = 0; at < 230; at++)
			scene.add({ reportType: LISTINGS, status: 'CANCELLED', createdAtMs: Date.now() - at * 1_000 });
		const parameters = { reportTypes: [LISTINGS], returnAll: true };
		const result = await scene.run('getMany', parameters);
		expect(new Set(answers(result).map(({ reportId }) => reportId)).size).toBe(230);
		expect(scene.calls('getReports')).toBe(3);
	});
});

describe('a request whose answer is lost', () => {
	it('and that never arrived is told as such', async () => {
		scene.stage.amazon.faults.add({ kind: 'status', status: 500, operation: 'createReport', times: null });
		const result = await scene.run('request', { reportType: byId(LISTINGS) }, undefined, continued);
		expect(answers(result)).toMatchObject([{ error: expect.any(String) as unknown }]);
		expect(scene.calls('getReports')).toBeGreaterThan(0);
	});

	it.each([LISTINGS, SALES])('and that arrived is found, and asked for no second time: %s', async (type) => {
		scene.stage.amazon.faults.add({ kind: 'reset-after', operation: 'createReport', times: 1 });
		const [answer] = answers(await scene.run('request', { reportType: byId(type) }));
		expect(answer).toMatchObject({ status: 'requested' });
		expect(scene.calls('createReport')).toBe(1);
	});

	it('does not take a report with other options for it', async () => {
		const parameters = {
			reportType: byId(SALES),
			reportOptions: { option: [{ name: 'asinGranularity', value: '={{ $json.value }}' }] },
		};
		scene.stage.amazon.faults.add({
			...{ kind: 'status', status: 500, operation: 'createReport', after: 1, times: null },
		});
		const items = [{ value: 'SKU' }, { value: 'CHILD' }];
		const result = await scene.run('request', parameters, items, continued);
		const [first, other] = answers(result);
		expect(first).toMatchObject({ status: 'requested' });
		expect(other?.reportId).not.toBe(first?.reportId);
	});
});

describe('the same report twice in one run', () => {
	it('is made once within its cool-down', async () => {
		scene.prepare({ reportType: FBA_STOCK, document: { rows: 1 } });
		const parameters = { reportType: byId(FBA_STOCK), marketplaceIds: [DE] };
		const result = await scene.run('request', parameters, [{}, {}]);
		const [first, other] = answers(result);
		expect(first).toMatchObject({ status: 'requested' });
		expect(other).toMatchObject({ status: 'there already', reportId: first?.reportId });
		expect(scene.calls('createReport')).toBe(1);
	});

	it('is made once although Amazon lists another second of the same midnight', async () => {
		const returns = 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA';
		scene.prepare({ reportType: returns, document: { rows: 1 } });
		const parameters = { reportType: byId(returns), marketplaceIds: [DE], period: 'last7Days' };
		const result = await scene.run('request', parameters, [{}, {}]);
		expect(answers(result)).toMatchObject([{ status: 'requested' }, { status: 'there already' }]);
	});

	it('is made for each marketplace', async () => {
		const parameters = { reportType: byId(FBA_STOCK), marketplaceIds: '={{ [$json.id] }}' };
		const result = await scene.run('request', parameters, [{ id: DE }, { id: UK }, { id: FR }]);
		expect(new Set(answers(result).map(({ reportId }) => reportId)).size).toBe(3);
	});
});

describe('Request and Download over several items', () => {
	it('gives the rows of those that work, and the error of the one that does not', async () => {
		const types = [LISTINGS, 'GET_ORDER_REPORT_DATA_SHIPPING', LISTINGS];
		scene.prepare({ reportType: LISTINGS, document: { text: TABLE } });
		scene.prepare({ reportType: LISTINGS, document: { text: TABLE } });
		const parameters = { reportType: { __rl: true, mode: 'id', value: '={{ $json.type }}' } };
		const items = types.map((type) => ({ type }));
		const result = await scene.run('requestAndDownload', parameters, items, continued);
		expect(answers(result).map((row) => row['seller-sku'] ?? row.error)).toEqual([
			'A',
			expect.stringContaining('create one with Schedule: Create'),
			'A',
		]);
		expect(pairs(result)).toEqual([0, 1, 2]);
	});

	it('takes no longer than it may, whatever is typed', async () => {
		for (const waitMinutes of [0, -5, '0', 0.001]) {
			scene.stage.amazon.faults.add({ kind: 'report-stuck', forMs: 600_000, operation: 'createReport' });
			const parameters: INodeParameters = { reportType: byId(LISTINGS), options: { waitMinutes } };
			const result = await scene.run('requestAndDownload', parameters);
			expect(second(result)).toMatchObject([
				{ message: expect.stringContaining('Report Finished') as unknown },
			]);
		}
	});
});

describe('start and end', () => {
	const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';

	it.each(['$now.minus({days: 3})', 'new Date(Date.now() - 3 * 86400000)', 'Date.now() - 3 * 86400000'])(
		'as the expression %s',
		async (written) => {
			const dates = { period: 'dates', dataStartTime: `={{ ${written} }}` };
			const [answer] = answers(await scene.run('request', { reportType: byId(ORDERS), ...dates }));
			const daysAgo = (Date.now() - Date.parse(textOf(answer?.from))) / 86_400_000;
			expect(daysAgo).toBeCloseTo(3, 2);
		},
	);

	it.each(['$now.minus({days: "x"}).set({ month: 99 })', 'new Date("x")', '({})', 'null'])(
		'that are none are told: %s',
		async (written) => {
			const dates = { period: 'dates', dataStartTime: `={{ ${written} }}` };
			const result = await scene.run('request', { reportType: byId(ORDERS), ...dates }, [{}], continued);
			expect(answers(result)).toMatchObject([{ error: expect.any(String) as unknown }]);
			expect(scene.calls('createReport')).toBe(0);
		},
	);

	it.each([
		[
			'2026-11-10T00:00:00+02:00',
			'2026-11-11T00:00:00+02:00',
			'2026-11-09T22:00:00Z',
			'2026-11-10T22:00:00Z',
		],
		['2026-11-10T00:00:00', '2026-11-11T00:00:00', '2026-11-10T00:00:00Z', '2026-11-12T00:00:00Z'],
		['2026-11-10', '2026-11-10', '2026-11-10T00:00:00Z', '2026-11-11T00:00:00Z'],
	])('from %s to %s', async (dataStartTime, dataEndTime, from, to) => {
		const dates = { period: 'dates', dataStartTime, dataEndTime };
		const [answer] = answers(await scene.run('request', { reportType: byId(ORDERS), ...dates }));
		expect([textOf(answer?.from), textOf(answer?.to)]).toEqual([from, to]);
	});
});
