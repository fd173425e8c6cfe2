import { cellOf, type Cells } from './columns';

/** The file's first row: the settlement itself. */
export interface Head {
	settlementId: string;
	from: string;
	to: string;
	depositedAt: string;
	/** As Amazon wrote it. */
	total: string;
	line: number;
}

/** Whether a row is the settlement's own: it has a total or a period, and no amount with words of its own. */
export function isHead(cells: Cells): boolean {
	const hasWords = cellOf(cells, 'amountType') !== '' || cellOf(cells, 'description') !== '';
	if (hasWords || cellOf(cells, 'amount') !== '') return false;
	return (['total', 'from', 'depositedAt'] as const).some((column) => cellOf(cells, column) !== '');
}

export function readHead(cells: Cells, line: number): Head {
	return {
		settlementId: cellOf(cells, 'settlementId'),
		from: cellOf(cells, 'from'),
		to: cellOf(cells, 'to'),
		depositedAt: cellOf(cells, 'depositedAt'),
		total: cellOf(cells, 'total'),
		line,
	};
}
