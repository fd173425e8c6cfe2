import type { Content, RowFlaw, Subject } from './content';

export type Cell = string | number | undefined;

/** How a table is written. */
export interface TableStyle {
	separator: '\t' | ',';
	/** Every cell in quotation marks, as in the ledger reports. */
	isQuoted?: true;
}

export const TABS: TableStyle = { separator: '\t' };
export const QUOTED_TABS: TableStyle = { separator: '\t', isQuoted: true };
export const COMMAS: TableStyle = { separator: ',' };

function written(cell: Cell, { separator, isQuoted }: TableStyle): string {
	if (cell === '' && !isQuoted) return cell;
	const text = cell === undefined ? '' : String(cell);
	// In Amazon's plain tables a quotation mark is a letter; what ends a cell or a line cannot stand in it.
	if (separator === '\t' && !isQuoted)
		return /[\t\r\n]/.test(text) ? text.replaceAll(/[\t\r\n]+/g, ' ') : text;
	return isQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function flawedCells(cells: Cell[], number: number, flaws: readonly RowFlaw[]): Cell[] {
	// Every third row ends before its last columns; which ones differs.
	const isShort = flaws.includes('short-rows') && number % 3 === 2;
	const kept = isShort ? cells.slice(0, Math.max(1, cells.length - 1 - (number % 4))) : cells;
	if (!flaws.includes('padded-cells')) return kept;
	return kept.map((cell) => (cell === undefined || cell === '' ? ' ' : ` ${cell} `));
}

function headersOf(columns: readonly string[], { headers, flaws }: Subject): string[] {
	const named = columns.map((column) => headers[column] ?? column);
	// Some headers come eight times over, and some are missing, by account.
	if (flaws.includes('repeated-headers'))
		return named.map((name, index) => (index % 4 === 3 ? (named[2] ?? name) : name));
	if (flaws.includes('missing-headers')) return named.map((name, index) => (index % 5 === 4 ? '' : name));
	return named;
}

/** A table of a subject. Lines end as in Amazon's flat files, the last one too. */
export function tableOf(
	subject: Subject,
	style: TableStyle,
	columns: readonly string[],
	rows: () => Iterable<Cell[]>,
): Content {
	const { flaws } = subject;
	const line = (cells: readonly Cell[]) =>
		cells.map((cell) => written(cell, style)).join(style.separator) + '\r\n';
	return {
		head: line(headersOf(columns, subject)),
		*records() {
			let number = 0;
			for (const cells of rows())
				yield line(flaws.length === 0 ? cells : flawedCells(cells, number++, flaws));
		},
		between: '',
		tail: '',
	};
}
