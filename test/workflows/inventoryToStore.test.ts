import { SELLER_ID, startReportWorld, tableText, type ReportWorld } from './reportWorld';

const REPORT = 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA';
const NIGHT = 'Every Night at 3';
const NOTICE = 'Connect Your E-Mail or Slack Here';
const TABLE = 'Amazon FBA Stock';

type Stock = Array<[sku: string, quantity: number | string]>;

const stock = (rows: Stock) => ({
	document: {
		text: tableText(
			['sku', 'asin', 'afn-listing-exists', 'afn-fulfillable-quantity', 'afn-total-quantity'],
			rows.map(([sku, quantity]) => [sku, 'B000000001', 'Yes', quantity, 99]),
		),
	},
});

describe("what lies in Amazon's warehouses comes into the store", () => {
	let reports: ReportWorld;

	const start = async (options: Parameters<typeof startReportWorld>[1] = {}) => {
		reports = await startReportWorld({ file: 'inventory-to-store', reportType: REPORT }, options);
	};
	beforeEach(async () => await start());
	afterEach(async () => await reports.stop());

	const table = () => reports.world.rows(TABLE).map(({ sku, quantity }) => [sku, quantity]);
	const inStore = () => [...reports.world.store.stock];
	/** A night with a list of its own; Amazon makes it anew only after half an hour, so the last one is forgotten. */
	const night = async (spec: Parameters<ReportWorld['prepare']>[0]) => {
		for (const report of reports.world.simulator.state.reports.list(SELLER_ID))
			report.createdAtMs -= 24 * 3_600_000;
		reports.prepare(spec);
		return await reports.run(NIGHT);
	};

	it('the first night the store hears of everything, then of what has changed', async () => {
		await night(
			stock([
				['A', 3],
				['B', 0],
			]),
		);
		expect(inStore()).toEqual([
			['A', 3],
			['B', 0],
		]);
		await night(
			stock([
				['A', 4],
				['B', 0],
				['C', 7],
			]),
		);
		expect(table()).toEqual([
			['A', 4],
			['B', 0],
			['C', 7],
		]);
		expect(inStore()).toEqual(table());
		expect(reports.asked('setStock')).toBe(2);
	});

	it('nothing is sent when nothing has changed', async () => {
		await night(stock([['A', 3]]));
		const result = await night(stock([['A', 3]]));
		expect(reports.asked('setStock')).toBe(1);
		expect(result.json(NOTICE)).toEqual([]);
		expect(table()).toEqual([['A', 3]]);
	});

	it('what the list names no more stays', async () => {
		await night(
			stock([
				['A', 3],
				['B', 5],
			]),
		);
		await night(stock([['A', 3]]));
		expect(inStore()).toEqual([
			['A', 3],
			['B', 5],
		]);
		expect(reports.asked('setStock')).toBe(1);
	});

	it('what the store does not take is told once, and sent again the next night', async () => {
		reports.world.store.faults.add({ kind: 'status', status: 500, operation: 'setStock', times: 3 });
		const result = await night(stock([['A', 3]]));
		expect(result.json(NOTICE)).toMatchObject([{ text: expect.stringContaining('500') }]);
		expect(table()).toEqual([]);
		await night(stock([['A', 3]]));
		expect(inStore()).toEqual([['A', 3]]);
		expect(table()).toEqual([['A', 3]]);
	});

	it('of two calls that of which the store said yes is written down', async () => {
		const skus: Stock = Array.from({ length: 501 }, (_, index) => [`S-${index}`, index]);
		reports.world.store.faults.add({ kind: 'status', status: 400, operation: 'setStock', after: 1 });
		const result = await night(stock(skus));
		expect(table()).toHaveLength(500);
		expect(result.json(NOTICE)).toMatchObject([{ text: expect.stringContaining('400') }]);
		await night(stock(skus));
		expect(reports.world.store.stock.size).toBe(501);
		expect(table()).toHaveLength(501);
	});

	it('rows that cannot be read are named, and the others go their way', async () => {
		const rows: Stock = [
			['A', 3],
			['B', ''],
			['C', 'many'],
			['D', 1],
			['D', 2],
			['', 5],
		];
		const result = await night(stock(rows));
		expect(inStore()).toEqual([['A', 3]]);
		expect(result.json(NOTICE)).toEqual([
			{
				subject: "Amazon's report needs a look",
				text: '4 products of the report cannot be read, so their stock stays as it is: B, C, D, (no SKU)',
			},
		]);
	});

	it('no list of Amazon is told, since the store keeps what it has', async () => {
		const result = await night({ status: 'CANCELLED' });
		expect(result.json(NOTICE)).toMatchObject([
			{ text: expect.stringContaining('mostly there is nothing to report') },
		]);
		expect(reports.asked('setStock')).toBe(0);
	});

	it('a report that takes longer is told', async () => {
		await reports.stop();
		await start({ reportDelayMs: 1e9, waitMinutes: 0 });
		const result = await reports.run(NIGHT);
		expect(result.json(NOTICE)).toMatchObject([
			{ text: expect.stringContaining('Amazon is not done with it yet') },
		]);
	});

	it('a report that Amazon could not make is told, and the store keeps what it has', async () => {
		const result = await night({ status: 'FATAL' });
		expect(result.json(NOTICE)).toMatchObject([
			{ text: expect.stringContaining('Amazon could not make it') },
		]);
		expect(reports.asked('setStock')).toBe(0);
	});

	it('a long list is read, compared and sent in batches, and only what has changed is written', async () => {
		const rows: Stock = Array.from({ length: 2_500 }, (_, index) => [`S-${index}`, index % 50]);
		const first = await night(stock(rows));
		expect(first.items('Get the Stock at Amazon')).toHaveLength(3);
		expect(reports.asked('setStock')).toBe(5);
		const later: Stock = rows.map(([sku, quantity], index) => [sku, index % 100 === 0 ? 77 : quantity]);
		const second = await night(stock(later));
		expect(reports.asked('setStock')).toBe(6);
		expect(second.items('Write Down What the Store Has Now')).toHaveLength(25);
		expect(second.items('Read What the Store Has')).toHaveLength(2_500);
		expect(table()).toEqual(later);
	});

	it('run again within half an hour, the list that is there is read once more', async () => {
		await night(stock([['A', 3]]));
		await reports.run(NIGHT);
		expect(reports.asked('createReport')).toBe(1);
		expect(inStore()).toEqual([['A', 3]]);
	});
});
