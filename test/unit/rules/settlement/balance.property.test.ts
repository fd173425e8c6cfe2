import Big from 'big.js';
import fc from 'fast-check';
import { BookLines } from '../../../../nodes/rules/settlement/bookkeeping';
import type { Cells } from '../../../../nodes/rules/settlement/columns';
import { BOOK_COLUMNS } from '../../../../nodes/rules/settlement/kinds';
import type { SettlementSummary } from '../../../../nodes/rules/settlement/verdict';
import { aHead, aRow, settle } from './settlements';

/** How a file writes a number of the smallest unit; `decimals` of the currency. */
type Writing = (units: bigint, decimals: number) => string;

function writing(point: string, group: string, minus = '-'): Writing {
	return (units, decimals) => {
		const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
		const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, group);
		const rest = decimals === 0 ? '' : `${point}${digits.slice(-decimals)}`;
		return `${units < 0n ? minus : ''}${whole}${rest}`;
	};
}

const PLAIN = writing('.', '');
const WRITINGS: readonly Writing[] = [
	PLAIN,
	writing('.', ','),
	writing(',', ''),
	writing(',', '.'),
	writing(',', '\u00a0', '\u2212'),
	writing('.', "'"),
];

const WORDS = [
	['Order', 'ItemPrice', 'Principal'],
	['Order', 'ItemPrice', 'Tax'],
	['Order', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal'],
	['Order', 'ItemFees', 'Commission'],
	['Order', 'Promotion', 'Shipping'],
	['Refund', 'ItemPrice', 'Principal'],
	['Refund', 'ItemFees', 'RefundCommission'],
	['other-transaction', 'other-transaction', 'Storage Fee'],
	['other-transaction', 'other-transaction', 'Current Reserve Amount'],
	['other-transaction', 'FBA Inventory Reimbursement', 'WAREHOUSE_LOST'],
	['ServiceFee', 'Cost of Advertising', 'TransactionTotalAmount'],
	['other-transaction', 'other-transaction', 'Nobody knows this'],
] as const;

interface Generated {
	words: (typeof WORDS)[number];
	units: bigint;
	orderId: string;
}

function rowOf(units: fc.Arbitrary<bigint>): fc.Arbitrary<Generated> {
	return fc.record({
		words: fc.constantFrom(...WORDS),
		units,
		orderId: fc.constantFrom('302-0000000-0000001', '302-0000000-0000002', '028-0000000-0000003', ''),
	});
}

const everyday = rowOf(fc.bigInt({ min: -100_000n, max: 100_000n }));
/** Beyond what a computer counts exactly with; nine of them stay below the most that one amount may be. */
const huge = rowOf(fc.bigInt({ min: -9_999_999_999_999_999n, max: 9_999_999_999_999_999n }));
const rows = fc.oneof(fc.array(everyday, { maxLength: 40 }), fc.array(huge, { maxLength: 9 }));
/** EUR with two decimals and JPY with none. */
const currency = fc.constantFrom('EUR', 'JPY');

function decimalsOf(code: string): number {
	return code === 'JPY' ? 0 : 2;
}

function sumOf(all: readonly Generated[]): bigint {
	return all.reduce((sum, { units: more }) => sum + more, 0n);
}

function fileOf(all: readonly Generated[], code: string, write: Writing, total = sumOf(all)): Cells[] {
	const decimals = decimalsOf(code);
	return [
		aHead({ currency: code, total: write(total, decimals) }),
		...all.map(({ words: [transactionType, amountType, description], units: amount, orderId }) =>
			aRow({ transactionType, amountType, description, orderId, amount: write(amount, decimals) }),
		),
	];
}

function inBatches(all: readonly Cells[], size: number): Cells[][] {
	return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
		all.slice(index * size, (index + 1) * size),
	);
}

/** The summary without lines of the file, which are others when the rows are. */
function figures({ problems, ...summary }: SettlementSummary) {
	return { ...summary, problems: problems.map(({ reason }) => reason).sort() };
}

const settlement = fc.tuple(rows, currency).map(([all, code]) => ({
	all: code === 'JPY' ? all.map((each) => ({ ...each, units: each.units / 100n })) : all,
	code,
}));

describe('any settlement', () => {
	it('balances when its rows add up, to the last digit', () => {
		fc.assert(
			fc.property(settlement, ({ all, code }) => {
				const { verdict, rows: typed } = settle(fileOf(all, code, PLAIN));
				expect(verdict).toMatchObject({ kind: 'balanced', summary: { rows: all.length } });
				expect(verdict.summary.sum).toBe(PLAIN(sumOf(all), decimalsOf(code)));
				expect(typed.map(({ amount }) => amount)).toEqual(
					all.map(({ units: amount }) => PLAIN(amount, decimalsOf(code))),
				);
			}),
		);
	});

	it('is off by exactly what one amount is off', () => {
		const change = fc.bigInt({ min: -1000n, max: 1000n }).filter((cents) => cents !== 0n);
		fc.assert(
			fc.property(settlement, fc.nat(), change, ({ all, code }, at, cents) => {
				const changed = all.map((each, index) =>
					index === at % all.length ? { ...each, units: each.units + cents } : each,
				);
				const off = all.length === 0 ? 0n : cents;
				const { verdict } = settle(fileOf(changed, code, PLAIN, sumOf(all)));
				expect(verdict.kind).toBe(off === 0n ? 'balanced' : 'hold');
				expect(verdict.summary.difference).toBe(PLAIN(-off, decimalsOf(code)));
			}),
		);
	});

	it('is the same in any order and in any batches', () => {
		const shuffled = settlement.chain(({ all, code }) => {
			const file = fileOf(all, code, PLAIN);
			return fc.record({
				file: fc.constant(file),
				other: fc.shuffledSubarray(file, { minLength: file.length }),
			});
		});
		fc.assert(
			fc.property(shuffled, fc.integer({ min: 1, max: 7 }), ({ file, other }, size) => {
				expect(figures(settle(inBatches(other, size)).verdict.summary)).toEqual(
					figures(settle(file).verdict.summary),
				);
			}),
		);
	});

	it('is the same however its numbers are written', () => {
		fc.assert(
			fc.property(settlement, fc.constantFrom(...WRITINGS), ({ all, code }, write) => {
				const plain = settle(fileOf(all, code, PLAIN));
				const other = settle(fileOf(all, code, write));
				expect(other.verdict.summary).toEqual(plain.verdict.summary);
				expect(other.rows).toEqual(plain.rows);
			}),
		);
	});

	it('folds into lines that add up, each and all', () => {
		fc.assert(
			fc.property(settlement, fc.nat(3), fc.bigInt(-99n, 99n), ({ all, code }, mostOrders, off) => {
				const { rows: typed, verdict } = settle(fileOf(all, code, PLAIN, sumOf(all) + off));
				const book = new BookLines(mostOrders);
				book.add(typed);
				const lines = book.lines(verdict.summary);
				const nets = lines.slice(0, -1).reduce((sum, { net }) => sum.plus(net), new Big(0));
				expect(lines.at(-1)).toMatchObject({ lineType: 'total', net: verdict.summary.total });
				expect(nets.eq(verdict.summary.total)).toBe(true);
				for (const line of lines) {
					const columns = BOOK_COLUMNS.reduce((sum, column) => sum.plus(line[column]), new Big(0));
					expect(columns.eq(line.net)).toBe(true);
				}
			}),
		);
	});

	it('never balances with a row that was not read', () => {
		const damaged = fc.constantFrom('', 'x', '1.2.3', '--5', '5 EUR', '0x10', '1,2,3');
		fc.assert(
			fc.property(settlement, fc.nat(), damaged, ({ all, code }, at, amount) => {
				const file = fileOf(all, code, PLAIN);
				const place = 1 + (at % file.length);
				file.splice(place, 0, aRow({ amount }));
				const { verdict } = settle(file);
				expect(verdict).toMatchObject({ kind: 'hold', summary: { isBalanced: false, heldRows: 1 } });
				expect(verdict.summary.problems[0]).toMatchObject({ line: place + 2 });
			}),
		);
	});

	it('whatever stands in the file, nothing is thrown and no row is lost', () => {
		const cell = fc.oneof(
			fc.string(),
			fc.constantFrom('1,5', '1.5', '1.234', 'EUR', 'USD', '1'),
			fc.anything(),
		);
		const column = fc.constantFrom(...Object.keys(aRow({})));
		const anything = fc.array(fc.dictionary(column, cell, { maxKeys: 8 }), { maxLength: 20 });
		fc.assert(
			fc.property(anything, (file) => {
				const { rows: typed, verdict } = settle(file);
				expect(typed).toHaveLength(verdict.summary.rows);
				const held = typed.filter(({ status }) => status === 'held');
				expect(held).toHaveLength(verdict.summary.heldRows);
				if (held.length > 0) expect(verdict.kind).toBe('hold');
				const sum = typed.reduce((all, { amount }) => all.plus(amount || 0), new Big(0));
				expect(sum.eq(verdict.summary.sum)).toBe(true);
			}),
		);
	});
});
