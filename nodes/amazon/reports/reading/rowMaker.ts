import { nameKey } from '../../../rules/item/nameKey';
import { ConfigError } from '../../../rules/verdict/verdict';
import { cellTyper, type TypeCell } from './cellTypes';
import { extraNames } from './columnNames';
import { compileCondition, type Test } from './conditions';
import type { ReportRow, RowTerms } from './rowTerms';
import { namesText, type Warnings } from './warnings';

/** V8 copies objects of up to 128 properties quickly; larger ones are dictionaries, which it fills quicker than it copies. */
const MOST_FAST = 120;

/** A column that a row gets: its name and where its cell stands; `place` is -1 where the document has no such column. */
interface Pick {
	name: string;
	place: number;
	type: TypeCell | undefined;
}

/** Makes rows of cells that stand in the order of a header. */
export class RowMaker {
	private readonly picks: readonly Pick[];
	private readonly tests: ReadonlyArray<readonly [number, Test]>;
	/** A row with empty texts, if rows are copies of it. */
	private readonly template: ReportRow;
	private readonly isWide: boolean;
	/** A row that is kept for long must not keep the text around it. */
	private readonly isSparse: boolean;
	/** Names beyond the header, as many as were needed. */
	private extra: readonly string[] = [];

	/**
	 * @param names the columns, each once
	 * @throws ConfigError for a condition on a column that the document does not have
	 */
	constructor(
		private readonly names: readonly string[],
		private readonly terms: RowTerms,
		private readonly warnings: Warnings,
	) {
		const { keepColumns = [], keepWhere = [], notation } = terms;
		this.picks = (keepColumns.length === 0 ? names : keepColumns).map((name) => this.pick(name));
		this.tests = keepWhere.map((condition) => [
			this.require(condition.column),
			compileCondition(condition, notation),
		]);
		this.isWide = this.picks.length > MOST_FAST;
		this.template = this.isWide ? {} : templateOf(this.picks.map(({ name }) => name));
		this.isSparse = keepColumns.length > 0 || keepWhere.length > 0;
	}

	/** How many cells a row comes to. */
	get width(): number {
		return this.picks.length;
	}

	/** Whether all conditions hold. */
	keeps(cells: readonly string[]): boolean {
		for (const [place, test] of this.tests) if (!test((cells[place] ?? '').trim())) return false;
		return true;
	}

	make(cells: readonly string[]): ReportRow {
		const row: ReportRow = this.isWide ? {} : { ...this.template };
		for (const { name, place, type } of this.picks) {
			const cell = trimmed(cells[place] ?? '');
			if (cell !== '') {
				const text = this.isSparse ? copyOf(cell) : cell;
				row[name] = type === undefined ? text : type(text);
			} else if (this.isWide) row[name] = '';
		}
		if (cells.length > this.names.length) this.addExtra(row, cells);
		return row;
	}

	private addExtra(row: ReportRow, all: readonly string[]): void {
		const first = this.names.length;
		// Empty ones come of nothing but a delimiter at the end of the line.
		let count = all.length;
		while (count > first && all[count - 1]?.trim() === '') count -= 1;
		if (count === first) return;
		this.warnings.once(
			'extra cells',
			'Some rows have more cells than the header has names; what is beyond it is named by its number.',
		);
		if ((this.terms.keepColumns ?? []).length > 0) return;
		if (this.extra.length < count - first) this.extra = extraNames(this.names, count, this.terms);
		all.slice(first, count).forEach((cell, index) => {
			row[this.extra[index] ?? ''] = this.isSparse ? copyOf(cell.trim()) : cell.trim();
		});
	}

	private pick(wanted: string): Pick {
		const place = placeOf(wanted, this.names);
		const { isTyped = false, notation = {} } = this.terms;
		if (place < 0) {
			this.warnings.once(
				`no ${wanted}`,
				`The report has no column ${namesText([wanted])}; it stays empty. Its columns: ${namesText(this.names)}`,
			);
		}
		const name = wanted === '__proto__' ? 'proto' : wanted;
		return { name, place, type: isTyped ? cellTyper(name, notation, this.warnings) : undefined };
	}

	private require(wanted: string): number {
		const place = placeOf(wanted, this.names);
		if (place >= 0) return place;
		throw new ConfigError('keepWhere', `a column of the report (${namesText(this.names, 40)})`, wanted);
	}
}

/** Where a column stands that somebody typed: as it is written, or else with other capitals and signs. */
function placeOf(wanted: string, names: readonly string[]): number {
	const exact = names.indexOf(wanted);
	return exact >= 0 ? exact : names.findIndex((name) => nameKey(name) === nameKey(wanted));
}

/** All rows are copies of it: much faster than building each by names that are known only now, and of one shape. */
function templateOf(names: readonly string[]): ReportRow {
	const pairs = names.map((name) => `${JSON.stringify(name)}:""`);
	return JSON.parse(`{${pairs.join(',')}}`) as ReportRow;
}

/** Without the blanks around it, U+00A0 and the wide ones of Japan included. Most cells have none. */
function trimmed(cell: string): string {
	const first = cell.charCodeAt(0);
	const last = cell.charCodeAt(cell.length - 1);
	return isPlain(first) && isPlain(last) ? cell : cell.trim();
}

function isPlain(code: number): boolean {
	return code > 0x20 && code < 0xa0;
}

/** V8 keeps a longer part of a text together with the whole text; joined and cut again it stands alone. */
function copyOf(cell: string): string {
	return cell.length < 13 ? cell : ` ${cell}`.slice(1);
}
