import { SELLER_ID, startReportWorld, tableText, type ReportWorld } from './reportWorld';

const REPORT = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';
const TRIGGER = 'When the Report Is Finished';
const MORNING = 'Every Morning at 6';
const NOTICE = 'Connect Your E-Mail or Slack Here';
const TROUBLE = 'Connect It Here Too';

const COLUMNS = [
	...['Order ID', 'Order date', 'Return request date', 'Return request status', 'Amazon RMA ID'],
	...['Currency code', 'ASIN', 'Merchant SKU', 'Item Name', 'Return quantity', 'Return Reason', 'Resolution'],
	'Refunded Amount',
];

interface Returned {
	order?: string;
	status?: string;
	rma?: string;
	sku?: string;
}

function row({ order = '302-0000001-0000001', status = 'Approved', rma = 'D1RRMA', sku = 'MUG' }: Returned) {
	return [
		...[order, '20-Nov-2026', '26-Nov-2026', status, rma, 'EUR', 'B000000001', sku, 'A mug', 1],
		...['CR-DEFECTIVE', 'StandardRefund', ' '],
	];
}

const returnsOf = (...returned: Returned[]) => ({
	document: { text: tableText(COLUMNS, returned.map(row)) },
});

describe('what buyers send back comes into the store', () => {
	let reports: ReportWorld;

	const start = async (options: Parameters<typeof startReportWorld>[1] = {}) => {
		reports = await startReportWorld({ file: 'returns-to-store', reportType: REPORT }, options);
	};
	beforeEach(async () => await start());
	afterEach(async () => await reports.stop());

	const rows = () => reports.world.rows('Amazon Returns');
	const inStore = () => [...reports.world.store.returns.keys()];
	const morning = async () => {
		await reports.run(MORNING);
		return await reports.poll(TRIGGER);
	};

	it('each new return is in the table and in the store, and one message tells of them', async () => {
		reports.prepare(returnsOf({}, { order: '302-0000002-0000002', rma: 'D2RRMA' }));
		const result = await morning();
		expect(rows()).toMatchObject([
			{
				...{ amazonOrderId: '302-0000001-0000001', sku: 'MUG', quantity: '1', reason: 'CR-DEFECTIVE' },
				...{ rma: 'D1RRMA', returnStatus: 'Approved', status: 'in the store', message: '' },
			},
			{ amazonOrderId: '302-0000002-0000002', status: 'in the store' },
		]);
		expect(reports.world.store.returns.get('302-0000001-0000001|D1RRMA|MUG')).toEqual({
			...{ amazonOrderId: '302-0000001-0000001', sku: 'MUG', quantity: '1', reason: 'CR-DEFECTIVE' },
			...{ status: 'Approved', resolution: 'StandardRefund', rma: 'D1RRMA', asin: 'B000000001' },
			...{ requestedAt: '26-Nov-2026', refunded: '', currency: 'EUR' },
		});
		expect(result?.json(NOTICE)).toEqual([
			{
				subject: '2 new returns at Amazon',
				text: [
					'2 new returns at Amazon',
					'',
					'- 302-0000001-0000001: 1 x MUG (CR-DEFECTIVE)',
					'- 302-0000002-0000002: 1 x MUG (CR-DEFECTIVE)',
				].join('\n'),
			},
		]);
	});

	it('asks for the returns of a week, of what the seller ships', async () => {
		await reports.run(MORNING);
		const [report] = reports.world.simulator.reports(SELLER_ID);
		expect(report).toMatchObject({ reportType: REPORT });
		expect(Math.round(((report?.endMs ?? 0) - (report?.startMs ?? 0)) / 86_400_000)).toBe(7);
	});

	it('a return that comes again the next day is brought up to date, and told to nobody', async () => {
		reports.prepare(returnsOf({}));
		await morning();
		reports.prepare(returnsOf({ status: 'Closed' }, { order: '302-0000003-0000003' }));
		const result = await morning();
		expect(rows()).toMatchObject([
			{ returnStatus: 'Closed', status: 'in the store' },
			{ amazonOrderId: '302-0000003-0000003', status: 'in the store' },
		]);
		expect(reports.asked('putReturn')).toBe(2);
		expect(result?.json(NOTICE)).toMatchObject([{ subject: '1 new return at Amazon' }]);
	});

	it('the same report twice tells nothing twice', async () => {
		const id = reports.add(returnsOf({}, { sku: 'CUP' }));
		await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		const again = await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		expect(rows()).toHaveLength(2);
		expect(reports.asked('putReturn')).toBe(2);
		expect(again.json(NOTICE)).toEqual([]);
	});

	it('the items of one return are told apart, and so are the returns of one item', async () => {
		reports.prepare(returnsOf({}, { sku: 'CUP' }, { rma: 'D9RRMA' }));
		await morning();
		expect(inStore()).toEqual(
			['D1RRMA|MUG', 'D1RRMA|CUP', 'D9RRMA|MUG'].map((end) => `302-0000001-0000001|${end}`),
		);
	});

	it('two runs at the same moment send one message: only one of them changes the row', async () => {
		const id = reports.add(returnsOf({}));
		reports.world.store.faults.add({ kind: 'slow', delayMs: 200, operation: 'putReturn', times: 2 });
		const both = await Promise.all(
			[1, 2].map(() => reports.run(TRIGGER, [{ reportId: id, status: 'done' }])),
		);
		expect(reports.asked('putReturn')).toBe(2);
		expect(inStore()).toHaveLength(1);
		expect(both.flatMap((run) => run.json(NOTICE))).toMatchObject([{ subject: '1 new return at Amazon' }]);
	});

	it('no returns are no trouble', async () => {
		reports.prepare({ status: 'CANCELLED' });
		const result = await morning();
		expect(rows()).toEqual([]);
		expect([...(result?.json(NOTICE) ?? []), ...(result?.json(TROUBLE) ?? [])]).toEqual([]);
	});

	it('a report that takes longer is read when it is there', async () => {
		await reports.stop();
		await start({ reportDelayMs: 1e9 });
		reports.prepare(returnsOf({}));
		await reports.run(MORNING);
		expect(await reports.poll(TRIGGER)).toBeUndefined();
		const [report] = reports.world.simulator.reports(SELLER_ID);
		if (report !== undefined) report.delayMs = 0;
		await reports.poll(TRIGGER);
		expect(inStore()).toEqual(['302-0000001-0000001|D1RRMA|MUG']);
	});

	it('what the store does not take stays, is told, and is tried again, also when Amazon has nothing new', async () => {
		reports.world.store.faults.add({ kind: 'status', status: 500, operation: 'putReturn', times: 3 });
		reports.prepare(returnsOf({}));
		const result = await morning();
		expect(rows()).toMatchObject([{ status: '', message: expect.stringMatching(/\w/) }]);
		expect(result?.json(NOTICE)).toMatchObject([
			{
				subject: '1 return could not be put into your store',
				text: expect.stringMatching(/302-0000001-0000001: 1 x MUG \(CR-DEFECTIVE\): .*500/),
			},
		]);
		reports.prepare({ status: 'CANCELLED' });
		const next = await morning();
		expect(rows()).toMatchObject([{ status: 'in the store', message: '' }]);
		expect(next?.json(NOTICE)).toMatchObject([{ subject: '1 new return at Amazon' }]);
	});

	it('an answer of the store that got lost leads to the same return once more, never to a second one', async () => {
		reports.world.store.faults.add({ kind: 'reset-after', operation: 'putReturn', times: 1 });
		reports.prepare(returnsOf({}));
		await morning();
		expect(reports.asked('putReturn')).toBe(2);
		expect(inStore()).toHaveLength(1);
		expect(rows()).toMatchObject([{ status: 'in the store' }]);
	});

	it('a row that names no order is told once, and the others go their way', async () => {
		const damaged = returnsOf({ order: '' }, { order: '302-0000002-0000002' });
		reports.prepare(damaged);
		const result = await morning();
		expect(rows()).toMatchObject([
			{ status: 'unreadable', message: 'Amazon names no order for it' },
			{ status: 'in the store' },
		]);
		expect(result?.json(NOTICE).map(({ subject }) => subject)).toEqual([
			'1 new return at Amazon',
			'1 return could not be put into your store',
		]);
		reports.prepare(damaged);
		expect((await morning())?.json(NOTICE)).toEqual([]);
		expect(rows()).toHaveLength(2);
	});

	it('a report that Amazon could not make is told with its reason', async () => {
		reports.prepare({ status: 'FATAL', document: { text: '{"errorDetails":"Too many days."}' } });
		const result = await morning();
		expect(result?.json(TROUBLE)).toEqual([
			{ subject: "Amazon's report needs a look", text: expect.stringContaining('Too many days.') },
		]);
	});

	it('a request that Amazon refuses is told', async () => {
		reports.world.simulator.faults.add({
			kind: 'status',
			status: 403,
			operation: 'createReport',
			times: null,
		});
		const result = await reports.run(MORNING);
		expect(result.json(TROUBLE)).toMatchObject([{ text: expect.stringMatching(/\w/) }]);
	});
});
