import { add, ZERO, type Amount } from '../money/money';
import { shown } from '../verdict/verdict';
import type { AmazonWords } from './kindOf';
import type { SettlementKind } from './kinds';
import type { RowReason, SettlementFinding, SettlementProblem } from './verdict';

/** Rows that are not counted for one reason. */
interface HeldRows {
	rows: number;
	/** The lowest of their lines. */
	firstLine: number;
}

/** More lines than this nobody reads; the others are counted. */
const MOST_TOLD = 100;
const MOST_WORDS = 20;

/** What is kept of the rows: sums and what went wrong, never the rows. */
export class Tally {
	sum: Amount = ZERO;
	rows = 0;
	heldRows = 0;
	problemCount = 0;
	readonly byKind = new Map<SettlementKind, Amount>();
	readonly held = new Map<RowReason, HeldRows>();
	private readonly told: SettlementProblem[] = [];
	private readonly unknownWords = new Map<string, number>();
	private unreadDates = 0;
	private unreadDate = '';

	count(kind: SettlementKind, amount: Amount): void {
		this.sum = add(this.sum, amount);
		this.byKind.set(kind, add(this.byKind.get(kind) ?? ZERO, amount));
	}

	/** @param line of the row that is not counted; `message` begins with it */
	hold(reason: RowReason, line: number, message: string): void {
		const { rows, firstLine } = this.held.get(reason) ?? { rows: 0, firstLine: line };
		this.held.set(reason, { rows: rows + 1, firstLine: Math.min(firstLine, line) });
		this.problemCount += 1;
		if (this.told.length < MOST_TOLD) this.told.push({ reason, line, message });
	}

	noteUnknown({ transactionType, amountType, description }: AmazonWords): void {
		const words = [transactionType, amountType, description].map((word) => word || '-').join(' / ');
		const earlier = this.unknownWords.get(words);
		if (earlier !== undefined || this.unknownWords.size < MOST_WORDS) {
			this.unknownWords.set(words, (earlier ?? 0) + 1);
		}
	}

	noteDate(text: string): void {
		this.unreadDates += 1;
		if (this.unreadDate === '' || text < this.unreadDate) this.unreadDate = text;
	}

	/** In the order of the lines. */
	get problems(): SettlementProblem[] {
		return [...this.told].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
	}

	get findings(): SettlementFinding[] {
		const unknown = [...this.unknownWords].sort(([a], [b]) => (a < b ? -1 : 1));
		const findings = unknown.map(([words, rows]): SettlementFinding => {
			const message = `Amazon's words ${shown(words)} are not known here: ${countOf(rows)} of the kind "other"`;
			return { code: 'kind-not-known', message };
		});
		if (this.unreadDates === 0) return findings;
		const message = `${countOf(this.unreadDates)} with a date that can be read in two ways or not at all, such as ${shown(this.unreadDate)}; it stays as Amazon wrote it`;
		return [...findings, { code: 'date-not-read', message }];
	}
}

/** Rows in a sentence. */
export function countOf(rows: number): string {
	return rows === 1 ? '1 row' : `${rows} rows`;
}
