import { missingOf, tellMissing } from './expected';
import { RecordRows } from './recordRows';
import { refusal } from './refusal';
import type { ReadingParts, RowReader } from './rowReader';
import type { ReportRow, RowFormat } from './rowTerms';
import { DocumentError, toError } from '../../transport/errors';
import { namesText } from './warnings';

/** Reads a document whose records name their values themselves. */
export abstract class RecordReader implements RowReader {
	abstract readonly format: RowFormat;
	missingColumns: readonly string[] = [];
	protected readonly rows: RecordRows;

	constructor(protected readonly parts: ReadingParts) {
		this.rows = new RecordRows(parts);
	}

	get columns(): readonly string[] {
		return this.rows.columns;
	}

	write(text: string): void {
		this.parsing('Unreadable', () => this.read(text));
	}

	end(): void {
		this.parsing('Truncated', () => this.close());
		this.rows.end();
		const { terms, warnings, tally } = this.parts;
		if (tally.rows === 0) return;
		const { expectedColumns = [] } = terms;
		this.missingColumns = missingOf(expectedColumns, this.columns);
		tellMissing(expectedColumns, this.missingColumns, warnings);
	}

	fill(batch: ReportRow[], limit: number): boolean {
		this.rows.fill(batch, limit);
		return batch.length >= limit;
	}

	protected abstract read(text: string): void;
	protected abstract close(): void;

	protected tellNoRecords(wanted: readonly string[], found: readonly string[]): void {
		const there = found.length === 0 ? '' : ` It holds ${namesText(found)}.`;
		this.parts.warnings.once(
			'no records',
			`The document has no ${namesText(wanted)}, where this report's rows are: it is empty, or another report.${there}`,
		);
	}

	private toDocumentError(code: 'Unreadable' | 'Truncated', error: Error): DocumentError {
		if (error instanceof DocumentError) return error;
		return refusal(code, `The document cannot be read as ${this.format.toUpperCase()}: ${error.message}.`);
	}

	private parsing(code: 'Unreadable' | 'Truncated', work: () => void): void {
		try {
			work();
		} catch (error) {
			throw this.toDocumentError(code, toError(error));
		}
	}
}
