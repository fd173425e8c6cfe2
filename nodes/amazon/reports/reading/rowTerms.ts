import type { Condition } from './conditions';
import type { RowNotation } from './rowNotation';

export type RowFormat = 'tsv' | 'csv' | 'xml' | 'json';

export type CellValue = string | number | boolean | null | CellValue[] | { [name: string]: CellValue };

/** One row by its columns' names: a plain object whose properties are all its own. */
export type ReportRow = Record<string, CellValue>;

/** What is known of a report and what is wanted of it; an empty object reads all rows of any report. */
export interface RowTerms {
	/** What the report's type is written in; undefined: recognised by Content-Type and content. */
	format?: RowFormat;
	/** Read as this where the document itself names no charset and is no UTF-8; default `windows-1252`. */
	charset?: string;
	/** TSV whose cells stand in quotation marks; undefined: its header says. CSV always may. */
	isQuoted?: boolean;
	/** Paths of XML elements (`a/b/c`, from the root) or names of JSON lists; undefined: recognised. */
	records?: readonly string[];
	/** English names of columns that tell the report from others; capitals and signs do not count. */
	expectedColumns?: readonly string[];
	/** At most so many rows in a batch (fewer where rows are very wide); default 1000. */
	rowsPerBatch?: number;
	/** Names as the rows have them; in this order. All columns when it is undefined or empty. */
	keepColumns?: readonly string[];
	/** A row is kept when all of them hold. */
	keepWhere?: readonly Condition[];
	/** Reading ends after so many kept rows. */
	stopAfter?: number;
	/** `plain`: lower case, words joined by `_`, as n8n's Data Tables take them; default as they are written. */
	headerNames?: 'asWritten' | 'plain';
	/** Another name for a header (of another language); undefined leaves it. */
	translateHeaders?: (name: string) => string | undefined;
	/** Numbers as JSON numbers and dates as ISO 8601, where they are clear; default all texts as they are. */
	isTyped?: boolean;
	notation?: RowNotation;
	/** Rows are counted (`told()`), none is given. */
	isCountOnly?: boolean;
}

/** What is known of a reading; grows while the batches are taken. */
export interface ReadingSummary {
	/** Rows of the document so far. */
	rows: number;
	/** Of these, the ones that the conditions kept. */
	kept: number;
	/** Names as the rows have them. */
	columns: readonly string[];
	/** Expected columns that the document does not have. */
	missingColumns: readonly string[];
	/** As it was decoded, e.g. `UTF-8`. Empty until the first bytes have come. */
	charset: string;
	/** Undefined for an empty document whose format nobody named. */
	format?: RowFormat;
	/** Whether the document was read to its end. */
	isWhole: boolean;
	/** Sentences for a shopkeeper; never with a cell's content. */
	warnings: readonly string[];
}
