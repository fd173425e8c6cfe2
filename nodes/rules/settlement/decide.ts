import type { DecimalStyle } from '../item/decimalStyle';
import { currencyDecimals } from '../money/currencies';
import type { Amount } from '../money/money';
import { Hold } from '../verdict/verdict';
import { AmountReader } from './amounts';
import { balanceOf } from './balance';
import { cellOf, type Cells } from './columns';
import { isoDateOf } from './dates';
import { FileIdentity } from './fileIdentity';
import { isHead, readHead, type Head } from './head';
import { kindFinder } from './kindOf';
import type { SettlementRow } from './row';
import { Tally } from './tally';
import { kindOfCells, toRow } from './toRow';
import type { RowReason, SettlementVerdict } from './verdict';

export interface SettlementConfig {
	/** How the file writes its decimals; default `auto`, which finds out. */
	decimalStyle?: DecimalStyle;
}

/** What comes when all rows were read. */
export interface SettlementEnd {
	/** Rows that waited until the end for something that would tell how their amounts are to be read. */
	rows: SettlementRow[];
	verdict: SettlementVerdict;
}

/** So many rows may wait for the first amount that can be read in one way only; almost always it is the total. */
const MOST_WAITING = 1_000;

/**
 * The rule for settlements (GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2): typed rows as the file is read, and at the end
 * whether they add up to what Amazon pays. It keeps sums, not rows, so that a million rows need no more memory than ten.
 * @throws ConfigError for a decimal style that does not exist
 */
export function decideSettlement(config: SettlementConfig = {}): SettlementReader {
	return new SettlementReader(config);
}

/** Reads one file. The balance is the same whatever the order of the rows; each row's currency is known after the first row. */
export class SettlementReader {
	private readonly amounts: AmountReader;
	private readonly kindOf = kindFinder();
	private readonly tally = new Tally();
	private readonly identity = new FileIdentity();
	private waiting: Array<{ cells: Cells; line: number }> = [];
	private head: Head | undefined;
	private nextLine = 2;
	private lastDate = { text: '', iso: '' };

	constructor({ decimalStyle }: SettlementConfig) {
		this.amounts = new AmountReader(decimalStyle);
	}

	/**
	 * @param batch rows by the names of the header, the settlement's own row among them
	 * @param firstLine line of the first of them in the file; left out, they follow on what was read
	 * @returns one row for each that has an amount; a few may come with a later batch
	 */
	read(batch: readonly Cells[], firstLine = this.nextLine): SettlementRow[] {
		const rows: SettlementRow[] = [];
		batch.forEach((cells, index) => this.take(cells, firstLine + index, rows));
		this.nextLine = firstLine + batch.length;
		return rows;
	}

	/** After the last row. */
	finish(): SettlementEnd {
		const rows = this.waiting.map(({ cells, line }) => this.toRow(cells, line));
		this.waiting = [];
		const { head, tally, amounts } = this;
		const { settlementId, currency } = this.identity;
		const total = head && head.total !== '' ? amounts.read(head.total, this.identity.decimals) : undefined;
		const { decimalStyle } = amounts;
		return { rows, verdict: balanceOf({ head, total, tally, settlementId, currency, decimalStyle }) };
	}

	private take(cells: Cells, line: number, rows: SettlementRow[]): void {
		if (isHead(cells)) {
			this.takeHead(cells, line);
			this.retry(rows);
		} else if (!isBlank(cells)) {
			this.takeRow(cells, line, rows);
			if (this.waiting.length > 0 && this.amounts.decimalStyle !== undefined) this.retry(rows);
		}
	}

	private takeHead(cells: Cells, line: number): void {
		const held = this.identity.heldFor(cells);
		if (this.head !== undefined) {
			const message = `Line ${line}: a second row with a total; the first is in line ${this.head.line}`;
			this.tally.hold('several-settlements', line, message);
		} else if (held !== undefined) {
			this.tally.hold(held.reason, line, `Line ${line}: ${held.message}`);
		} else {
			this.head = readHead(cells, line);
			if (this.head.total !== '') this.amounts.read(this.head.total, this.identity.decimals);
		}
	}

	private takeRow(cells: Cells, line: number, rows: SettlementRow[]): void {
		const isOpen = this.isInTwoWays(cells) && this.identity.heldFor(cells) === undefined;
		if (isOpen && this.waiting.length < MOST_WAITING) this.waiting.push({ cells, line });
		else rows.push(this.toRow(cells, line));
	}

	private isInTwoWays(cells: Cells): boolean {
		if (this.amounts.decimalStyle !== undefined) return false;
		const amount = this.readAmount(cells);
		return amount instanceof Hold && amount.reason === 'amount-in-two-ways';
	}

	/** Those that waited, once more: what came in between may tell how they are written. */
	private retry(rows: SettlementRow[]): void {
		const { waiting } = this;
		this.waiting = [];
		for (const { cells, line } of waiting) this.takeRow(cells, line, rows);
	}

	private toRow(cells: Cells, line: number): SettlementRow {
		const kind = kindOfCells(cells, this.kindOf);
		const amount = this.identity.heldFor(cells) ?? this.readAmount(cells);
		const currency = cellOf(cells, 'currency') || this.identity.currency;
		const decimals = currencyDecimals(currency);
		const row = toRow({ cells, line, kind, amount, currency, decimals, postedAt: this.postedAt(cells) });
		this.tally.rows += 1;
		if (amount instanceof Hold) {
			this.tally.heldRows += 1;
			this.tally.hold(amount.reason, line, row.message ?? '');
		} else this.tally.count(kind, amount);
		if (kind === 'other') this.tally.noteUnknown(row);
		return row;
	}

	private readAmount(cells: Cells): Amount | Hold<RowReason> {
		return this.amounts.read(cellOf(cells, 'amount'), this.identity.decimals);
	}

	/** Rows of one shipment follow on each other and have the same time. */
	private postedAt(cells: Cells): string {
		const text = cellOf(cells, 'postedAt') || cellOf(cells, 'postedDate');
		if (text === '') return '';
		if (text !== this.lastDate.text) this.lastDate = { text, iso: isoDateOf(text) ?? '' };
		if (this.lastDate.iso === '') this.tally.noteDate(text);
		return this.lastDate.iso || text;
	}
}

function isBlank(cells: Cells): boolean {
	if (cellOf(cells, 'amount') !== '') return false;
	return Object.values(cells).every((given) => typeof given !== 'string' || given.trim() === '');
}
