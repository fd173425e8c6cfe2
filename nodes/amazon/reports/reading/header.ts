import { columnName } from './columnNames';
import { missingOf } from './expected';
import type { RowFormat, RowTerms } from './rowTerms';

/** How a table is written, as its header shows. */
export interface TableForm {
	/** Where the header begins. */
	start: number;
	/** Whether lines end with a carriage return alone. */
	hasOldEnds: boolean;
	delimiter: string;
	/** Whether cells may stand in quotation marks. */
	isQuoted: boolean;
}

/** Amazon's date range report has seven lines of explanations before its header. */
const LINES_BEFORE = 20;
/** Where so much text holds no known header, the first line is one. */
const LOOKED_AT = 100_000;

/**
 * The form of a table. Its header is the first line that is not blank, unless that has none of the expected columns and one
 * of the next lines has most of them. Undefined while more text is needed to know.
 */
export function formOf(text: string, isOver: boolean, terms: RowTerms): TableForm | undefined {
	const hasOldEnds = endsWithReturns(text, isOver);
	if (hasOldEnds === undefined) return undefined;
	const lines = linesOf(text, { lineEnd: hasOldEnds ? '\r' : '\n', isOver });
	const [first, ...next] = lines;
	if (first === undefined) return undefined;
	const { expectedColumns = [] } = terms;
	const asForm = (line: Line): TableForm => ({
		start: line.start,
		hasOldEnds,
		...writingOf(line.text, terms),
	});
	if (expectedColumns.length === 0 || missingIn(first, terms) < expectedColumns.length) return asForm(first);
	const header = next.find((line) => missingIn(line, terms) * 2 <= expectedColumns.length);
	if (header !== undefined) return asForm(header);
	const isSeen = isOver || lines.length > LINES_BEFORE || text.length > LOOKED_AT;
	return isSeen ? asForm(first) : undefined;
}

interface Line {
	start: number;
	text: string;
}

/** Whether lines end with a carriage return alone, as the first one does; undefined while that is still to come. */
function endsWithReturns(text: string, isOver: boolean): boolean | undefined {
	const start = text.search(/\S/);
	const length = text.slice(Math.max(start, 0)).search(/[\r\n]/);
	if (start < 0 || length < 0) return isOver ? false : undefined;
	const end = start + length;
	if (text[end] === '\n') return false;
	// A line feed may follow in text that is still to come.
	if (end + 1 >= text.length && !isOver) return undefined;
	return text[end + 1] !== '\n';
}

/** The first lines that are whole and not blank. */
function linesOf(text: string, { lineEnd, isOver }: { lineEnd: string; isOver: boolean }): Line[] {
	const lines: Line[] = [];
	for (let start = 0; start < text.length && lines.length <= LINES_BEFORE;) {
		const found = text.indexOf(lineEnd, start);
		if (found < 0 && !isOver) break;
		const end = found < 0 ? text.length : found;
		const line = text.slice(start, end);
		if (line.trim() !== '') lines.push({ start, text: line });
		start = end + 1;
	}
	return lines;
}

/** How many of the expected columns a line does not have. */
function missingIn({ text }: Line, terms: RowTerms): number {
	const { delimiter } = writingOf(text, terms);
	const cells = text.split(delimiter).map((cell) => cell.replaceAll('"', ''));
	const names = cells.map((cell) => columnName(cell, terms));
	return missingOf(terms.expectedColumns ?? [], [...cells, ...names]).length;
}

function writingOf(line: string, { format, isQuoted }: RowTerms): Pick<TableForm, 'delimiter' | 'isQuoted'> {
	const delimiter = delimiterOf(line, format);
	return { delimiter, isQuoted: isQuoted ?? (delimiter !== '\t' || line.trimStart().startsWith('"')) };
}

/** A tab is a tab; commas and semicolons are counted, as they stand in names, too. */
function delimiterOf(line: string, format: RowFormat | undefined): string {
	const counted = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length - 1 }));
	if (format !== 'csv' && line.includes('\t')) return '\t';
	const [most] = counted.sort((a, b) => b.count - a.count);
	const isClear = most !== undefined && most.count >= (format === 'csv' ? 1 : 2);
	return isClear ? most.sign : format === 'csv' ? ',' : '\t';
}
