import type { ReportRow, RowFormat, RowTerms } from './rowTerms';
import type { Warnings } from './warnings';

/** What all parts of a reading share. */
export interface ReadingParts {
	terms: RowTerms;
	warnings: Warnings;
	tally: Tally;
}

export interface Tally {
	/** Rows read. */
	rows: number;
	/** Rows that the conditions kept. */
	kept: number;
}

/** Makes rows of a document's text as it comes. */
export interface RowReader {
	readonly format: RowFormat;
	/** Names of the columns as far as they are known. */
	readonly columns: readonly string[];
	/** Expected columns that the document does not have, as far as it is known. */
	readonly missingColumns: readonly string[];
	write(text: string): void;
	/** No more text comes: what is left is the last row. */
	end(): void;
	/**
	 * Adds rows until the batch is full (`limit` rows, or fewer where they are very wide), as many as wanted were kept, or no
	 * whole row is left. Answers whether it is full: there may be more rows then.
	 * Throws a `DocumentError` where the text is no such document.
	 */
	fill(batch: ReportRow[], limit: number): boolean;
}
