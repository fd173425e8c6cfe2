import { decideSettlement } from '../../../../nodes/rules/settlement/decide';
import { ConfigError } from '../../../../nodes/rules/verdict/verdict';
import { aHead, aRow, cells, ORDER_ID, reasonOf, settle, settleAmounts } from './settlements';

describe('a typed row', () => {
	it('has first what a bookkeeper reads, then all that Amazon says', () => {
		const { rows } = settle([
			aHead({ total: '10.00' }),
			aRow({
				quantity: '2',
				fulfillmentId: 'AFN',
				marketplaceName: 'Amazon.de',
				merchantOrderId: 'M1',
				shipmentId: 'DxYz',
				adjustmentId: 'A1',
				orderItemCode: '555',
				merchantOrderItemId: 'MI1',
				merchantAdjustmentItemId: 'MA1',
				promotionId: 'P1',
			}),
		]);
		expect(rows).toEqual([
			{
				settlementId: '12345678901',
				status: 'read',
				amazonOrderId: ORDER_ID,
				sku: 'SKU-1',
				kind: 'sale',
				amount: '10.00',
				currency: 'EUR',
				postedAt: '2026-11-11T03:04:05.000Z',
				quantity: 2,
				description: 'Principal',
				transactionType: 'Order',
				amountType: 'ItemPrice',
				attributedTo: 'item',
				attributedWhy: '',
				marketplaceName: 'Amazon.de',
				fulfillmentChannel: 'AFN',
				merchantOrderId: 'M1',
				shipmentId: 'DxYz',
				adjustmentId: 'A1',
				orderItemCode: '555',
				merchantOrderItemId: 'MI1',
				merchantAdjustmentItemId: 'MA1',
				promotionId: 'P1',
				reference: '',
				line: 3,
			},
		]);
		expect(Object.keys(rows[0] ?? {}).slice(0, 6)).toEqual([
			'settlementId',
			'status',
			'amazonOrderId',
			'sku',
			'kind',
			'amount',
		]);
	});

	it('takes the day where Amazon names no time, and blanks around a cell away', () => {
		const { rows } = settle([
			aHead({ total: '1' }),
			aRow({ amount: ' 1 ', sku: '  00123 ', postedAt: '', postedDate: '11.11.2026' }),
		]);
		expect(rows[0]).toMatchObject({ amount: '1.00', sku: '00123', postedAt: '2026-11-11', quantity: null });
	});

	it('does without columns that a short row lacks', () => {
		const { rows, verdict } = settle([
			{ 'settlement-id': '1', 'total-amount': '5.00', currency: 'USD' },
			{ 'settlement-id': '1', 'amount-type': 'ItemPrice', amount: '5.00' },
		]);
		expect(verdict.kind).toBe('balanced');
		expect(rows[0]).toMatchObject({ kind: 'other', sku: '', promotionId: '', amazonOrderId: '' });
	});
});

describe('the summary', () => {
	it('has the period, the sums of the kinds and the balance', () => {
		const { verdict } = settle([
			aHead({ total: '8.50' }),
			aRow({ amount: '10.00' }),
			aRow({ amount: '-1.50', amountType: 'ItemFees', description: 'Commission' }),
		]);
		expect(verdict).toEqual({
			kind: 'balanced',
			summary: {
				settlementId: '12345678901',
				from: '2026-11-01T00:00:00.000Z',
				to: '2026-11-15T00:00:00.000Z',
				depositedAt: '2026-11-17T00:00:00.000Z',
				currency: 'EUR',
				total: '8.50',
				sum: '8.50',
				difference: '0.00',
				isBalanced: true,
				rows: 2,
				heldRows: 0,
				byKind: { sale: '10.00', commission: '-1.50' },
				problems: [],
				problemCount: 0,
				findings: [],
			},
			trace: [
				{ step: 'rows', before: '', after: '2 rows' },
				{ step: 'decimals', before: '', after: 'point' },
				{ step: 'balance', before: '8.50', after: '8.50', note: 'difference 0.00' },
			],
		});
	});

	it('tells words that nobody knows and dates that can be read in two ways, and balances all the same', () => {
		const { verdict, rows } = settle([
			aHead({ total: '3.00' }),
			aRow({ amount: '1.00', description: 'Novelty', postedAt: '05/06/2026' }),
			aRow({ amount: '2.00', description: 'Novelty', postedAt: '04/06/2026' }),
		]);
		expect(rows.map(({ kind, description, postedAt }) => [kind, description, postedAt])).toEqual([
			['other', 'Novelty', '05/06/2026'],
			['other', 'Novelty', '04/06/2026'],
		]);
		expect(verdict.kind).toBe('balanced');
		expect(verdict.summary.findings).toEqual([
			{
				code: 'kind-not-known',
				message:
					'Amazon\'s words "Order / ItemPrice / Novelty" are not known here: 2 rows of the kind "other"',
			},
			{
				code: 'date-not-read',
				message:
					'2 rows with a date that can be read in two ways or not at all, such as "04/06/2026"; it stays as Amazon wrote it',
			},
		]);
	});
});

describe('a settlement that cannot be booked', () => {
	it.each([
		['10.00', ['9.99'], '0.01', /pays 10\.00 EUR, and the rows add up to 9\.99 EUR: 0\.01 EUR of it stands/],
		['10.00', ['10.01'], '-0.01', /add up to 10\.01 EUR: 0\.01 EUR more than that\. Download/],
		['-5.00', [], '-5.00', /pays -5\.00 EUR, and the rows add up to 0\.00 EUR: 5\.00 EUR more/],
	])('%s against %j: %s', (total, amounts, difference, says) => {
		const { verdict } = settleAmounts(total, amounts);
		expect(verdict).toMatchObject({
			kind: 'hold',
			reason: 'does-not-balance',
			message: expect.stringMatching(says),
		});
		expect(verdict.summary).toMatchObject({ difference, isBalanced: false, problemCount: 1 });
	});

	it('is one without its first row', () => {
		const { verdict } = settle([aRow({ currency: 'EUR' })]);
		expect(verdict).toMatchObject({
			reason: 'total-missing',
			message: expect.stringMatching(/row .+ missing/),
		});
		expect(verdict.summary).toMatchObject({ total: '', difference: '', sum: '10.00', isBalanced: false });
	});

	it('is one whose first row has no total, or none that can be read', () => {
		expect(reasonOf(settleAmounts('', ['1.00']).verdict)).toBe('total-missing');
		expect(reasonOf(settleAmounts('ten', ['1.00']).verdict)).toBe('total-not-a-number');
	});

	it('is an empty file, but not a settlement of 0 without rows', () => {
		expect(reasonOf(settle([]).verdict)).toBe('no-rows');
		expect(reasonOf(settle([cells({}), cells({ sku: '  ' })]).verdict)).toBe('no-rows');
		expect(settleAmounts('0.00', []).verdict).toMatchObject({ kind: 'balanced', summary: { rows: 0 } });
	});

	it.each(['1.2.3', 'EUR 5', '', '1e2', '(5.00)', '1.23456789'])(
		'has a row with the amount %j, whatever the others add up to',
		(amount) => {
			const { rows, verdict } = settleAmounts('1.00', ['1.00', amount]);
			expect(verdict).toMatchObject({
				kind: 'hold',
				reason: 'amount-not-a-number',
				message: expect.stringMatching(/^1 row with an amount that cannot be read \(line 4\) not counted/),
			});
			expect(verdict.summary).toMatchObject({ isBalanced: false, difference: '0.00', rows: 2, heldRows: 1 });
			expect(verdict.summary.problems).toEqual([
				{ reason: 'amount-not-a-number', line: 4, message: expect.stringMatching(/^Line 4: the amount is /) },
			]);
			expect(rows[1]).toMatchObject({
				status: 'held',
				amount: '',
				reason: 'amount-not-a-number',
				sku: 'SKU-1',
			});
		},
	);

	it('says nothing of a difference while rows are missing from the sum', () => {
		const { verdict } = settleAmounts('9.00', ['1.00', 'x']);
		expect(verdict.summary).toMatchObject({ difference: '8.00', problemCount: 1 });
		expect(verdict.kind === 'hold' && verdict.message).not.toMatch(/9\.00/);
	});

	it('names the lines of the file, whichever rows come first', () => {
		const reader = decideSettlement();
		reader.read([aRow({ amount: 'x' }), aRow({ amount: 'y' })], 70);
		reader.read([aHead({ total: '0' }), aRow({ amount: 'z' })], 2);
		const { verdict } = reader.finish();
		expect(verdict).toMatchObject({ message: expect.stringMatching(/^3 rows .+the first in line 3\)/) });
		expect(verdict.summary.problems.map(({ line }) => line)).toEqual([3, 70, 71]);
	});

	it('has rows of a second settlement', () => {
		const { rows, verdict } = settle([
			aHead({ total: '10.00' }),
			aRow(),
			aHead({ settlementId: '2', total: '5.00' }),
			aRow({ settlementId: '2', amount: '5.00' }),
		]);
		expect(reasonOf(verdict)).toBe('several-settlements');
		expect(verdict.summary).toMatchObject({ settlementId: '12345678901', sum: '10.00', isBalanced: false });
		expect(verdict.summary.problems.map(({ line }) => line)).toEqual([4, 5]);
		expect(rows.map(({ status }) => status)).toEqual(['read', 'held']);
	});

	it('has a second total', () => {
		const { verdict } = settle([aHead({ total: '10.00' }), aRow(), aHead({ total: '10.00' })]);
		expect(verdict).toMatchObject({ reason: 'several-settlements' });
		expect(verdict.summary.problems[0]?.message).toBe(
			'Line 4: a second row with a total; the first is in line 2',
		);
	});

	it('has a row in another currency', () => {
		const { rows, verdict } = settle([aHead({ total: '10.00' }), aRow(), aRow({ currency: 'GBP' })]);
		expect(reasonOf(verdict)).toBe('mixed-currencies');
		expect(rows[1]).toMatchObject({ status: 'held', currency: 'GBP', reason: 'mixed-currencies' });
	});

	it('tells everything at once and at most a hundred lines', () => {
		const bad = Array.from({ length: 150 }, () => aRow({ amount: 'x' }));
		const { verdict } = settle([aRow({ currency: 'GBP' }), aRow({ currency: 'EUR' }), ...bad]);
		expect(verdict).toMatchObject({
			reason: 'mixed-currencies',
			message: expect.stringMatching(/another currency.+150 rows .+the first in line 4.+total is missing/),
		});
		expect(verdict.summary.problems).toHaveLength(101);
		expect(verdict.summary.problemCount).toBe(152);
	});
});

describe('how amounts are written', () => {
	it.each([
		['95,00', ['100,00', '-5,00']],
		['1.234,56', ['1.230,06', '4,50']],
		['1 234,56', ['1 230,06', '4,50']],
		['1\u00a0234,56', ['1\u00a0230,06', '4,50']],
		['1\u202f234,56', ['1\u2009230,06', '4,50']],
		['\u221295,00', ['\u2212100,00', '5,00']],
		['\u200e-95,00', ['- 100,00', '5,00']],
		["1'234.56", ["1'230.06", '4.50']],
		['1,234,567.8', ['1,234,567.8']],
		['12,34,567.80', ['12,34,567.8']],
		['1,234', ['1,233.5', '0.50']],
		['1.234', ['1.233,5', '0,50']],
		['1.234', ['1.233', '1,00']],
		['5', ['2', '3']],
	])('a total of %s', (total, amounts) => {
		const { verdict, rows } = settleAmounts(total, amounts);
		expect(verdict).toMatchObject({ kind: 'balanced' });
		expect(rows).toHaveLength(amounts.length);
	});

	it('keeps rows back until an amount says how they are to be read', () => {
		const reader = decideSettlement();
		expect(reader.read([aHead({ total: '2.469' }), aRow({ amount: '1.234' })])).toEqual([]);
		const rows = reader.read([aRow({ amount: '7' }), aRow({ amount: '1.228,00' })]);
		expect(rows.map(({ line, amount }) => [line, amount])).toEqual([
			[4, '7.00'],
			[5, '1228.00'],
			[3, '1234.00'],
		]);
		expect(reader.finish().verdict).toMatchObject({ kind: 'balanced', summary: { total: '2469.00' } });
	});

	it('holds what can be read in two ways to the end, until somebody says how it is written', () => {
		const { verdict, rows } = settleAmounts('1.234', ['1.234']);
		expect(verdict).toMatchObject({ reason: 'amount-in-two-ways', summary: { isBalanced: false } });
		expect(verdict.kind === 'hold' && verdict.message).toMatch(
			/line 3.+Decimal Style.+total.+cannot be read/i,
		);
		expect(rows).toMatchObject([{ status: 'held', reason: 'amount-in-two-ways' }]);
		const comma = settleAmounts('1.234', ['1.234'], { decimalStyle: 'comma' });
		expect(comma.verdict).toMatchObject({ kind: 'balanced', summary: { sum: '1234.00' } });
		const point = settleAmounts('1.234', ['1.234'], { decimalStyle: 'point' });
		expect(point.verdict).toMatchObject({ kind: 'balanced', summary: { sum: '1.234' } });
	});

	it('gives rows out before the end when too many would wait', () => {
		const reader = decideSettlement();
		const waiting = Array.from({ length: 1_500 }, () => aRow({ amount: '1.234' }));
		expect(reader.read([aHead({ total: '1.234' }), ...waiting])).toHaveLength(500);
		expect(reader.finish().rows).toHaveLength(1_000);
	});

	it('keeps a bounded number of rows back, and loses none', () => {
		const { rows, verdict } = settleAmounts(
			'1.234',
			Array.from({ length: 1_500 }, () => '1.234'),
		);
		expect(rows).toHaveLength(1_500);
		expect(verdict.summary).toMatchObject({ rows: 1_500, heldRows: 1_500 });
	});

	it('tells an amount that contradicts the others', () => {
		const { verdict, rows } = settleAmounts('95,00', ['95,00', '10.50']);
		expect(reasonOf(verdict)).toBe('amounts-written-differently');
		expect(rows[1]?.message).toBe('Line 4: the amount is "10.50", but the others have a decimal comma');
	});

	it('knows that yen have no decimals', () => {
		const head = aHead({ total: '1,234', currency: 'JPY' });
		const { verdict, rows } = settle([head, aRow({ amount: '1,500' }), aRow({ amount: '-266' })]);
		expect(verdict).toMatchObject({
			kind: 'balanced',
			summary: { total: '1234', sum: '1234', difference: '0' },
		});
		expect(rows.map(({ amount }) => amount)).toEqual(['1500', '-266']);
	});

	it('takes numbers as they are', () => {
		const { verdict } = settle([
			{ ...aHead(), 'total-amount': 19.99 },
			{ ...aRow(), amount: 25.5 },
			{ ...aRow(), amount: -5.51 },
		]);
		expect(verdict.kind).toBe('balanced');
	});

	it('is exact beyond the numbers that a computer counts with', () => {
		const many = Array.from({ length: 200 }, () => '999999999999999.99');
		const reader = decideSettlement();
		reader.read([aHead({ total: '0.01' }), ...many.map((amount) => aRow({ amount }))]);
		const { summary } = reader.finish().verdict;
		expect(summary.sum).toBe('199999999999999998.00');
		expect(summary.difference).toBe('-199999999999999997.99');
	});

	it('refuses a style that does not exist', () => {
		expect(() => decideSettlement({ decimalStyle: 'dots' as never })).toThrow(ConfigError);
	});
});
