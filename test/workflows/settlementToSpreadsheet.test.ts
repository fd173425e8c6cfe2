import { startReportWorld, tableText, type ReportWorld } from './reportWorld';

const REPORT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
const TRIGGER = 'When Amazon Has Made a Settlement';
const NOTICE = 'Connect Your E-Mail or Slack Here';
const TROUBLE = 'Connect It Here Too';
const ORDER = '302-0000001-0000001';
const UK = 'A1F83G8C2ARO7P';

const COLUMNS = [
	...[
		'settlement-id',
		'settlement-start-date',
		'settlement-end-date',
		'deposit-date',
		'total-amount',
		'currency',
	],
	...[
		'transaction-type',
		'order-id',
		'amount-type',
		'amount-description',
		'amount',
		'posted-date-time',
		'sku',
	],
];
const POSTED = '2026-11-18 10:00:00 UTC';

/** A sale with its fee, and the fee of the account; they come to 4.40. */
function settlement(id: string, total = '4.40', principal = '10.00') {
	const head = [
		id,
		'2026-11-01 00:00:00 UTC',
		'2026-11-15 00:00:00 UTC',
		'2026-11-17 00:00:00 UTC',
		total,
		'GBP',
	];
	const row = (type: string, order: string, amountType: string, description: string, amount: string) => [
		...[id, '', '', '', '', '', type, order, amountType, description, amount, POSTED, order && 'MUG'],
	];
	const text = tableText(COLUMNS, [
		[...head, ...Array<string>(7).fill('')],
		row('Order', ORDER, 'ItemPrice', 'Principal', principal),
		row('Order', ORDER, 'ItemFees', 'Commission', '-1.50'),
		row('other-transaction', '', 'other-transaction', 'Subscription Fee', '-4.10'),
	]);
	return { marketplaceIds: [UK], document: { text } };
}

describe('what Amazon pays out goes into a spreadsheet', () => {
	let reports: ReportWorld;

	beforeEach(async () => {
		reports = await startReportWorld({ file: 'settlement-to-spreadsheet', reportType: REPORT });
		// The seller's own settlements, which the simulated Amazon makes by itself.
		await reports.poll(TRIGGER);
		for (const { id } of lines())
			reports.world.harness.dataTables.update('Amazon Settlements', Number(id), OLD);
	});
	afterEach(async () => await reports.stop());

	const OLD = { settlementId: 'old' };
	const lines = () => reports.world.rows('Amazon Settlements');
	const linesOf = (id: string) => lines().filter(({ settlementId }) => settlementId === id);

	it('a settlement that adds up is one line for each order, those of the account and the total', async () => {
		reports.add(settlement('111'));
		const result = await reports.poll(TRIGGER);
		expect(linesOf('111')).toMatchObject([
			{
				lineType: 'order',
				amazonOrderId: ORDER,
				sales: '10.00',
				fees: '-1.50',
				net: '8.50',
				currency: 'GBP',
			},
			{ lineType: 'account', description: 'Subscription Fee', fees: '-4.10', net: '-4.10' },
			{ lineType: 'total', description: 'Settlement 111', net: '4.40', isBalanced: true, rows: 3 },
		]);
		expect(result?.json(NOTICE)).toEqual([]);
	});

	it('a settlement that is told twice is there once', async () => {
		const id = reports.add(settlement('111'));
		await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		expect(linesOf('111')).toHaveLength(3);
	});

	it('what a run that was cut off has not written, the next one writes', async () => {
		const id = reports.add(settlement('111'));
		await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		const [, second] = linesOf('111');
		reports.world.harness.dataTables.update('Amazon Settlements', Number(second?.['id']), {
			line: 'of somebody else',
		});
		await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		expect(new Set(linesOf('111').map(({ line }) => line)).size).toBe(4);
	});

	it('several settlements of one look keep their lines apart, and one that does not add up holds no other', async () => {
		reports.add(settlement('111'));
		reports.add(settlement('222', '4.41'));
		reports.add(settlement('333'));
		await reports.poll(TRIGGER);
		expect(['111', '222', '333'].map((id) => linesOf(id).length)).toEqual([3, 1, 3]);
	});

	it('a settlement that does not add up is told once, with the difference, and none of its lines is written', async () => {
		const id = reports.add(settlement('222', '4.41'));
		const result = await reports.poll(TRIGGER);
		const [message, ...others] = result?.json(NOTICE) ?? [];
		expect(others).toEqual([]);
		expect(message).toMatchObject({
			subject: 'Settlement 222 of Amazon does not add up',
			text: expect.stringMatching(/Amazon pays: 4\.41 GBP\nThe rows add up to: 4\.40\nDifference: 0\.01\n/),
		});
		expect(linesOf('222')).toMatchObject([
			{ lineType: 'not balanced', isBalanced: false, net: '4.41', currency: 'GBP', line: '222|not balanced' },
		]);
		const again = await reports.run(TRIGGER, [{ reportId: id, status: 'done' }]);
		expect(again.json(NOTICE)).toEqual([]);
		expect(linesOf('222')).toHaveLength(1);
	});

	it('a row that cannot be read keeps the settlement out of the table', async () => {
		reports.add(settlement('222', '4.40', 'ten'));
		const result = await reports.poll(TRIGGER);
		expect(result?.json(NOTICE)).toMatchObject([
			{ text: expect.stringContaining('Rows that cannot be read: 1') },
		]);
		expect(linesOf('222')).toMatchObject([{ lineType: 'not balanced' }]);
	});

	it.each(['CANCELLED', 'IN_PROGRESS'] as const)(
		'a report without anything to read (%s) is no trouble',
		async (status) => {
			const id = reports.add({ status, marketplaceIds: [UK] });
			const result = await reports.run(TRIGGER, [{ reportId: id, status: 'cancelled' }]);
			expect([...result.json(NOTICE), ...result.json(TROUBLE)]).toEqual([]);
			expect(lines().filter(({ settlementId }) => settlementId !== 'old')).toEqual([]);
		},
	);

	it('a document that breaks off is told, and no line is written', async () => {
		const text = settlement('111').document.text.repeat(400);
		reports.add({ document: { text, isGzipped: true }, mishaps: ['cut-off'], marketplaceIds: [UK] });
		const result = await reports.poll(TRIGGER);
		expect(result?.json(TROUBLE)).toMatchObject([{ text: expect.stringMatching(/cut off/) }]);
		expect(linesOf('111')).toEqual([]);
	});

	it("the simulated Amazon's own settlements of the last two weeks come at the first look", () => {
		expect(lines().length).toBeGreaterThan(0);
		expect(lines().every(({ isBalanced }) => isBalanced === true)).toBe(true);
	});
});
