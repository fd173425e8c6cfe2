import { SELLER_ID, startReportWorld, tableText, type ReportWorld } from './reportWorld';

const REPORT = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';
const MORNING = 'Every Morning at 5';
const NOTICE = 'Connect Your E-Mail or Slack Here';
const TROUBLE = 'Connect It Here Too';

const DAY_MS = 86_400_000;
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const YESTERDAY = dayBefore(1);

const COLUMNS = [
	...[
		'amazon-order-id',
		'purchase-date',
		'order-status',
		'sales-channel',
		'product-name',
		'sku',
		'item-status',
	],
	...['quantity', 'currency', 'item-price', 'item-tax', 'item-promotion-discount'],
];

interface Sold {
	day?: string;
	status?: string;
	channel?: string;
	sku?: string;
	quantity?: number | string;
	currency?: string;
	price?: string;
}

function row(sold: Sold): Array<string | number> {
	const { day = YESTERDAY, status = 'Shipped', channel = 'Amazon.de', sku = 'MUG', quantity = 1 } = sold;
	const { currency = 'EUR', price = '10.10' } = sold;
	return [
		...['302-0000001-0000001', `${day}T10:00:00+00:00`, status, channel, 'A mug', sku, status],
		...[quantity, currency, price, '1.61', ''],
	];
}

const sales = (...sold: Sold[]) => ({ document: { text: tableText(COLUMNS, sold.map(row)) } });

describe('what was sold is added up day by day', () => {
	let reports: ReportWorld;

	const start = async (options: Parameters<typeof startReportWorld>[1] = {}) => {
		reports = await startReportWorld({ file: 'daily-sales', reportType: REPORT }, options);
	};
	beforeEach(async () => await start());
	afterEach(async () => await reports.stop());

	const rows = () => reports.world.rows('Amazon Daily Sales');

	it('each product of a day and marketplace is a row, and one message tells of yesterday', async () => {
		reports.prepare(
			sales(
				{},
				{ quantity: 2, price: '20.20' },
				{ channel: 'Amazon.co.uk', currency: 'GBP', price: '9.00' },
				{ sku: 'CUP', price: '0.10' },
				{ day: dayBefore(3) },
			),
		);
		const result = await reports.run(MORNING);
		expect(rows()).toMatchObject([
			{
				day: YESTERDAY,
				marketplace: 'Amazon.de',
				sku: 'MUG',
				units: 3,
				sales: '30.30',
				currency: 'EUR',
				tax: '3.22',
			},
			{ marketplace: 'Amazon.co.uk', units: 1, sales: '9.00', currency: 'GBP' },
			{ marketplace: 'Amazon.de', sku: 'CUP', units: 1, sales: '0.10', unpriced: 0, unread: 0 },
			{ day: dayBefore(3), units: 1, sales: '10.10' },
		]);
		const subject = `Amazon, ${YESTERDAY}: 5 pieces sold`;
		expect(result.json(NOTICE)).toEqual([
			{
				subject,
				text: [subject, '', '- Amazon.de: 4 pieces, 30.40 EUR', '- Amazon.co.uk: 1 piece, 9.00 GBP'].join(
					'\n',
				),
			},
		]);
	});

	it('asks for seven whole days up to midnight, in UTC', async () => {
		await reports.run(MORNING);
		const [report] = reports.world.simulator.reports(SELLER_ID);
		const [from, to] = [report?.startMs, report?.endMs].map((ms = 0) => new Date(ms).toISOString());
		expect([from, to]).toEqual([`${dayBefore(7)}T00:00:00.000Z`, `${YESTERDAY}T23:59:59.000Z`]);
	});

	it('twice is not double, and what changed meanwhile is put right', async () => {
		reports.prepare(sales({ status: 'Pending', price: '', currency: '' }, { sku: 'CUP' }, { sku: 'POT' }));
		const first = await reports.run(MORNING);
		expect(rows()).toMatchObject([
			{ sku: 'MUG', units: 1, sales: '0.00', unpriced: 1 },
			{ sku: 'CUP', units: 1 },
			{ sku: 'POT', units: 1 },
		]);
		expect(first.json(NOTICE)).toMatchObject([
			{ text: expect.stringContaining('1 piece of it without a price yet') },
		]);
		reports.prepare(sales({}, { sku: 'CUP', status: 'Cancelled' }, { sku: 'POT' }));
		await reports.run(MORNING);
		expect(rows()).toMatchObject([
			{ sku: 'MUG', units: 1, sales: '10.10', currency: 'EUR', unpriced: 0 },
			{ sku: 'CUP', units: 0, sales: '0.00' },
			{ sku: 'POT', units: 1, sales: '10.10' },
		]);
	});

	it('a row that cannot be read is counted as such, and the message says so', async () => {
		reports.prepare(sales({}, { price: '1.299' }, { quantity: 'two' }, { sku: '' }));
		const result = await reports.run(MORNING);
		expect(rows()).toMatchObject([
			{ sku: 'MUG', units: 1, sales: '10.10', unread: 2 },
			{ sku: '', units: 0, unread: 1 },
		]);
		expect(result.json(NOTICE)).toMatchObject([
			{ text: expect.stringContaining('3 rows of the report cannot be read') },
		]);
	});

	it('no orders are no trouble', async () => {
		reports.prepare({ status: 'CANCELLED' });
		const result = await reports.run(MORNING);
		expect([...result.json(NOTICE), ...result.json(TROUBLE)]).toEqual([]);
	});

	it('a report that takes longer than anybody waits is told', async () => {
		await reports.stop();
		await start({ reportDelayMs: 1e9, waitMinutes: 0 });
		const late = await reports.run(MORNING);
		expect(late.json(TROUBLE)).toMatchObject([
			{ text: expect.stringContaining('Amazon is not done with it yet') },
		]);
		expect(rows()).toEqual([]);
	});

	it('a report that Amazon could not make is told', async () => {
		reports.prepare({ status: 'FATAL' });
		const result = await reports.run(MORNING);
		expect(result.json(TROUBLE)).toMatchObject([
			{ text: expect.stringContaining('Amazon could not make it') },
		]);
	});

	it('many orders are read in batches', async () => {
		reports.prepare({ document: { rows: 2_500 } });
		const result = await reports.run(MORNING);
		expect(result.items('Get the Orders of the Last 7 Days')).toHaveLength(3);
		const units = rows().reduce((sum, { units }) => sum + Number(units), 0);
		expect(units).toBeGreaterThanOrEqual(2_500);
	});
});
