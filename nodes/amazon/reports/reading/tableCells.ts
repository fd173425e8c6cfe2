import { formOf, type TableForm } from './header';
import { quotedRow } from './quotedCells';
import { refusal } from './refusal';
import type { RowTerms } from './rowTerms';

/** In characters: hundreds of times longer than Amazon's longest rows. */
const LONGEST_ROW = 1024 * 1024;
/** Amazon's widest files, the templates of listings, have some hundreds of columns. */
const MOST_CELLS = 5_000;

/** Cuts text that comes in pieces into rows, and these into cells. Blank lines are no rows. */
export class TableCells {
	form: TableForm | undefined;
	/** Whether some cell had a quotation mark inside that was not doubled. */
	hasStray = false;
	private text = '';
	private at = 0;
	private isOver = false;
	/** Where the next quotation mark is; a place before `at` says that it is not known. */
	private quoteAt = -1;
	/** The header is row 0. */
	private rows = -1;

	constructor(private readonly terms: RowTerms) {}

	write(text: string): void {
		this.text = this.text.slice(this.at) + (this.form?.hasOldEnds === true ? withNewEnds(text) : text);
		this.at = 0;
		this.quoteAt = -1;
	}

	end(): void {
		this.isOver = true;
	}

	/** Whether the row before ended with the text, and with no line end. */
	get hasOpenEnd(): boolean {
		return this.at > this.text.length;
	}

	/**
	 * The next row's cells as they are written, without the quotation marks around them; undefined when no whole row is left.
	 * Throws a `DocumentError` for a row that is too long or too wide, and for a quotation mark without end.
	 */
	next(): readonly string[] | undefined {
		this.form ??= this.readForm();
		if (this.form === undefined) return undefined;
		for (;;) {
			const from = this.at;
			if (from >= this.text.length) return undefined;
			const cells = this.form.isQuoted ? this.quoted(this.form) : this.plain(this.form);
			if (cells === undefined) {
				this.checkLength(this.text.length - from);
				return undefined;
			}
			this.checkLength(this.at - from);
			if (isBlank(cells) && this.text.slice(from, this.at).trim() === '') continue;
			this.rows += 1;
			if (cells.length > MOST_CELLS) throw tooWide(this.rows);
			return cells;
		}
	}

	private readForm(): TableForm | undefined {
		const form = formOf(this.text, this.isOver, this.terms);
		if (form === undefined) this.checkLength(this.text.length);
		else if (form.hasOldEnds) this.text = withNewEnds(this.text);
		this.at = form?.start ?? 0;
		return form;
	}

	private plain({ delimiter }: TableForm): readonly string[] | undefined {
		const found = this.text.indexOf('\n', this.at);
		if (found < 0 && !this.isOver) return undefined;
		return this.line(found, delimiter);
	}

	private line(found: number, delimiter: string): readonly string[] {
		const end = found < 0 ? this.text.length : found;
		const line = this.text.slice(this.at, end);
		this.at = end + 1;
		return line.split(delimiter);
	}

	private quoted({ delimiter }: TableForm): readonly string[] | undefined {
		const { text, isOver, at } = this;
		const found = text.indexOf('\n', at);
		// Looked for once, not for each row again.
		if (this.quoteAt < at) this.quoteAt = placeOf('"', text, at);
		const hasQuote = this.quoteAt < (found < 0 ? text.length : found);
		if (!hasQuote && (found >= 0 || isOver)) return this.line(found, delimiter);
		const row = quotedRow({ text, delimiter, isOver }, at);
		if (row === undefined) {
			if (isOver) throw this.withoutEnd();
			return undefined;
		}
		this.hasStray ||= row.hasStray;
		this.at = row.next;
		return row.cells;
	}

	private checkLength(length: number): void {
		if (length <= LONGEST_ROW) return;
		if (this.form?.isQuoted === true) throw this.withoutEnd();
		throw refusal('TooLarge', `${rowName(this.rows + 1)} has more than ${LONGEST_ROW} characters.`);
	}

	private withoutEnd(): Error {
		const row = rowName(this.rows + 1);
		return refusal(
			'Unreadable',
			`${row} has a quotation mark without end, or more than ${LONGEST_ROW} characters.`,
		);
	}
}

function placeOf(sign: string, text: string, from: number): number {
	const place = text.indexOf(sign, from);
	return place < 0 ? text.length : place;
}

function isBlank([first = '']: readonly string[]): boolean {
	return first === '' || first.charCodeAt(0) <= 0x20 || first.charCodeAt(0) >= 0xa0;
}

function tooWide(row: number): Error {
	return refusal(
		'TooLarge',
		`${rowName(row)} has more than ${MOST_CELLS} cells, which is no report of Amazon's.`,
	);
}

function rowName(row: number): string {
	return row <= 0 ? 'The header' : `Row ${row}`;
}

/** Blank lines between the two halves of a line end do no harm. */
function withNewEnds(text: string): string {
	return text.replaceAll('\r', '\n');
}
