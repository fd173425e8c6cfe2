const QUOTE = 34;
const LINE_FEED = 10;

/** A row of cells that may stand in quotation marks. */
export interface QuotedRow {
	cells: string[];
	/** Where the next row begins. */
	next: number;
	/** Whether a quotation mark inside a cell was not doubled. */
	hasStray: boolean;
}

export interface QuotedText {
	text: string;
	delimiter: string;
	/** Whether no more text comes. */
	isOver: boolean;
}

interface Cell {
	text: string;
	/** Where the delimiter, the line end or the end of the text is. */
	end: number;
	hasStray: boolean;
}

/**
 * The row that begins at `at`: a cell that begins with a quotation mark may hold delimiters, line ends and doubled
 * quotation marks. One ends it only before a delimiter or a line end; anywhere else it is a letter.
 * @returns undefined while the row may go on in text that is still to come, and when a quotation mark has no end
 */
export function quotedRow(source: QuotedText, at: number): QuotedRow | undefined {
	const { text, delimiter, isOver } = source;
	const row: QuotedRow = { cells: [], next: at, hasStray: false };
	for (;;) {
		const cell = cellAt(source, row.next);
		if (cell === undefined) return undefined;
		row.cells.push(cell.text);
		row.hasStray ||= cell.hasStray;
		row.next = cell.end + 1;
		if (cell.end >= text.length) return isOver ? row : undefined;
		if (text[cell.end] !== delimiter) return row;
	}
}

function cellAt(source: QuotedText, at: number): Cell | undefined {
	const { text, delimiter } = source;
	const open = skipBlanks(text, at, delimiter);
	if (text.charCodeAt(open) === QUOTE) return cellInQuotes(source, open);
	const end = endOfPlain(text, at, delimiter);
	return { text: text.slice(at, end), end, hasStray: false };
}

/** Letter by letter: looking for the line's end once for each cell would take for ever in a long line. */
function endOfPlain(text: string, at: number, delimiter: string): number {
	const sign = delimiter.charCodeAt(0);
	let end = at;
	for (; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (code === sign || code === LINE_FEED) break;
	}
	return end;
}

function cellInQuotes({ text, delimiter, isOver }: QuotedText, open: number): Cell | undefined {
	let from = open + 1;
	let hasStray = false;
	let hasDoubled = false;
	for (;;) {
		const close = text.indexOf('"', from);
		if (close < 0) return undefined;
		if (text.charCodeAt(close + 1) === QUOTE) {
			hasDoubled = true;
			from = close + 2;
			continue;
		}
		const end = skipBlanks(text, close + 1, delimiter);
		if (end >= text.length && !isOver) return undefined;
		if (end >= text.length || text[end] === delimiter || text[end] === '\n') {
			const inner = text.slice(open + 1, close);
			return { text: hasDoubled ? inner.replaceAll('""', '"') : inner, end, hasStray };
		}
		hasStray = true;
		from = close + 1;
	}
}

/** Blanks and the first half of a line end. */
function skipBlanks(text: string, at: number, delimiter: string): number {
	let end = at;
	for (; end < text.length; end++) {
		const letter = text[end] ?? '';
		if (letter === delimiter || (letter !== ' ' && letter !== '\r' && letter !== '\t' && letter !== '\u00a0'))
			break;
	}
	return end;
}
