import type { RowFormat, RowTerms } from './rowTerms';

/** How a table is written, as its first line shows. */
export interface TableForm {
	/** Where the first line begins. */
	start: number;
	/** Whether lines end with a carriage return alone. */
	hasOldEnds: boolean;
	delimiter: string;
	/** Whether cells may stand in quotation marks. */
	isQuoted: boolean;
}

/** Lines with nothing but white space before the first one. */
const BLANK_LINES = /^(?:[^\S\r\n]*(?:\r\n?|\n))+/;

/** The form of a table, by its first line that is not blank; undefined while that is not whole. */
export function formOf(
	text: string,
	isOver: boolean,
	{ format, isQuoted }: Pick<RowTerms, 'format' | 'isQuoted'>,
): TableForm | undefined {
	const start = BLANK_LINES.exec(text)?.[0].length ?? 0;
	const length = text.slice(start).search(/[\r\n]/);
	if (length < 0 && !isOver) return undefined;
	const end = length < 0 ? text.length : start + length;
	// A line feed may follow in text that is still to come.
	if (text[end] === '\r' && end + 1 >= text.length && !isOver) return undefined;
	const line = text.slice(start, end);
	const delimiter = delimiterOf(line, format);
	return {
		start,
		hasOldEnds: text[end] === '\r' && text[end + 1] !== '\n',
		delimiter,
		isQuoted: isQuoted ?? (delimiter !== '\t' || line.trimStart().startsWith('"')),
	};
}

/** A tab is a tab; commas and semicolons are counted, as they stand in names, too. */
function delimiterOf(line: string, format: RowFormat | undefined): string {
	const counted = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length - 1 }));
	if (format !== 'csv' && line.includes('\t')) return '\t';
	const [most] = counted.sort((a, b) => b.count - a.count);
	const isClear = most !== undefined && most.count >= (format === 'csv' ? 1 : 2);
	return isClear ? most.sign : format === 'csv' ? ',' : '\t';
}
