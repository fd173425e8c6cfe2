import { columnNames } from './columnNames';
import { missingOf, tellMissing } from './expected';
import { RowMaker } from './rowMaker';
import type { ReadingParts, RowReader } from './rowReader';
import type { ReportRow } from './rowTerms';
import { TableCells } from './tableCells';

/** Fewer rows make a batch where they are very wide. */
const VALUES_PER_BATCH = 200_000;

/** Reads lines of cells between tabs or commas; the first line names the columns. */
export class DelimitedReader implements RowReader {
	columns: readonly string[] = [];
	missingColumns: readonly string[] = [];
	private readonly cells: TableCells;
	private maker: RowMaker | undefined;

	constructor(private readonly parts: ReadingParts) {
		this.cells = new TableCells(parts.terms);
	}

	get format(): 'tsv' | 'csv' {
		return (this.cells.form?.delimiter ?? '\t') === '\t' ? 'tsv' : 'csv';
	}

	write(text: string): void {
		this.cells.write(text);
	}

	end(): void {
		this.cells.end();
	}

	fill(batch: ReportRow[], limit: number): boolean {
		this.maker ??= this.readHeader();
		if (this.maker === undefined) return false;
		const most = Math.max(1, Math.min(limit, Math.floor(VALUES_PER_BATCH / this.maker.width)));
		this.readRows(batch, most, this.maker);
		if (this.cells.hasStray) this.tellStray();
		return batch.length >= most;
	}

	private readHeader(): RowMaker | undefined {
		const headers = this.cells.next();
		if (headers === undefined) return undefined;
		const { terms, warnings } = this.parts;
		this.columns = columnNames(headers, terms);
		const { expectedColumns = [] } = terms;
		this.missingColumns = missingOf(expectedColumns, [...headers, ...this.columns]);
		tellMissing(expectedColumns, this.missingColumns, warnings);
		return new RowMaker(this.columns, terms, warnings);
	}

	private readRows(batch: ReportRow[], limit: number, maker: RowMaker): void {
		const { tally, terms } = this.parts;
		const { isCountOnly = false, stopAfter = Infinity } = terms;
		while (batch.length < limit && tally.kept < stopAfter) {
			const cells = this.cells.next();
			if (cells === undefined) return;
			tally.rows += 1;
			if (this.cells.hasOpenEnd && cells.length < this.columns.length) this.tellCut();
			if (!maker.keeps(cells)) continue;
			tally.kept += 1;
			if (!isCountOnly) batch.push(maker.make(cells));
		}
	}

	/** Nothing else shows that a file of the announced length ends too soon. */
	private tellCut(): void {
		this.parts.warnings.once(
			'cut row',
			`The last row (${this.parts.tally.rows}) ends before its last columns and without a line end: the document may be cut off. Compare the number of rows, or ask for the report again.`,
		);
	}

	private tellStray(): void {
		this.parts.warnings.once(
			'stray quotes',
			`A quotation mark inside a cell is not doubled, in one of the rows up to ${this.parts.tally.rows}; it was read as a letter. Check that no two rows have become one.`,
		);
	}
}
