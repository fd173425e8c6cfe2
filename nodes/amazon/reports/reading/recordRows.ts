import { nameKey } from '../../../rules/item/nameKey';
import { cellTyper, type TypeCell } from './cellTypes';
import { columnName, uniqueNames } from './columnNames';
import { compileCondition, type Test } from './conditions';
import { flatten, isTooDeep, type NamedValue, type Nested } from './flatten';
import type { ReadingParts } from './rowReader';
import type { CellValue, ReportRow } from './rowTerms';
import { namesText } from './warnings';

/** Whatever has more of them is no record of Amazon's. */
const MOST_COLUMNS = 5_000;

/** Makes rows of records (XML, JSON), each with columns of its own, and keeps them until they are asked for. */
export class RecordRows {
	private readonly seen = new Set<string>();
	private readonly names = new Map<string, string>();
	private readonly typers = new Map<string, TypeCell>();
	private readonly tests: ReadonlyArray<readonly [string, Test]>;
	private waiting: ReportRow[] = [];
	/** How many of those that wait were given. */
	private givenOf = 0;
	private readonly keys = new Map<string, string>();

	/** @throws ConfigError for a condition that makes no sense */
	constructor(private readonly parts: ReadingParts) {
		const { keepWhere = [], notation } = parts.terms;
		this.tests = keepWhere.map((condition) => [condition.column, compileCondition(condition, notation)]);
	}

	get columns(): string[] {
		return [...this.seen];
	}

	/** Takes a record; `undefined` stands for one that could not be read. `list` says where it comes from. */
	add(record: Readonly<Record<string, Nested>> | undefined, list?: string): void {
		const { tally, terms } = this.parts;
		if (tally.kept >= (terms.stopAfter ?? Infinity)) return;
		tally.rows += 1;
		const values = record === undefined ? undefined : this.valuesOf(record, list);
		if (values === undefined) {
			this.leaveOut();
			return;
		}
		const row = this.rowOf(values);
		if (!this.tests.every(([column, test]) => test(textOf(this.valueOf(row, column))))) return;
		tally.kept += 1;
		if (terms.isCountOnly !== true) this.waiting.push(this.picked(row));
	}

	fill(batch: ReportRow[], limit: number): void {
		const end = this.givenOf + limit - batch.length;
		for (const row of this.waiting.slice(this.givenOf, end)) batch.push(row);
		this.givenOf = Math.min(end, this.waiting.length);
		if (this.givenOf < this.waiting.length) return;
		this.waiting = [];
		this.givenOf = 0;
	}

	/** Tells which wanted columns no record had. */
	end(): void {
		const { keepColumns = [], keepWhere = [] } = this.parts.terms;
		const keys = new Set([...this.seen].map(nameKey));
		const wanted = [...keepColumns, ...keepWhere.map(({ column }) => column)];
		const absent = [...new Set(wanted)].filter((name) => !keys.has(nameKey(name)));
		if (absent.length === 0 || this.seen.size === 0) return;
		this.parts.warnings.once(
			'no columns',
			`No record has a column ${namesText(absent)}. There are: ${namesText([...this.seen])}`,
		);
	}

	private valuesOf(
		record: Readonly<Record<string, Nested>>,
		list: string | undefined,
	): NamedValue[] | undefined {
		if (isTooDeep(record)) return undefined;
		const values = flatten(record);
		if (values.length > MOST_COLUMNS) return undefined;
		return list === undefined ? values : [['list', list], ...values];
	}

	private rowOf(values: readonly NamedValue[]): ReportRow {
		const { terms } = this.parts;
		const names = uniqueNames(
			values.map(([name]) => this.nameOf(name)),
			terms,
		);
		const row: ReportRow = {};
		values.forEach(([, value], index) => {
			const name = names[index] ?? '';
			if (this.seen.size < MOST_COLUMNS) this.seen.add(name);
			row[name] = typeof value === 'string' ? this.typed(name, value) : value;
		});
		return row;
	}

	private nameOf(raw: string): string {
		const known = this.names.get(raw);
		if (known !== undefined) return known;
		const name = columnName(raw, this.parts.terms) || 'value';
		if (this.names.size < MOST_COLUMNS) this.names.set(raw, name);
		return name;
	}

	private typed(name: string, text: string): CellValue {
		const { terms, warnings } = this.parts;
		if (terms.isTyped !== true) return text;
		const typer = this.typers.get(name) ?? cellTyper(name, terms.notation ?? {}, warnings);
		if (this.typers.size < MOST_COLUMNS) this.typers.set(name, typer);
		return typer(text);
	}

	private picked(row: ReportRow): ReportRow {
		const { keepColumns = [] } = this.parts.terms;
		if (keepColumns.length === 0) return row;
		const names = keepColumns.map((name) => (name === '__proto__' ? 'proto' : name));
		return Object.fromEntries(names.map((name) => [name, this.valueOf(row, name) ?? '']));
	}

	/** By the name as it is written, or else with other capitals and signs. */
	private valueOf(row: ReportRow, wanted: string): CellValue | undefined {
		if (Object.hasOwn(row, wanted)) return row[wanted];
		const key = this.keyOf(wanted);
		const name = Object.keys(row).find((one) => this.keyOf(one) === key);
		return name === undefined ? undefined : row[name];
	}

	private keyOf(name: string): string {
		const key = this.keys.get(name) ?? nameKey(name);
		if (this.keys.size < MOST_COLUMNS) this.keys.set(name, key);
		return key;
	}

	private leaveOut(): void {
		const { tally, warnings } = this.parts;
		warnings.once(
			'unreadable records',
			`Some records are too large or nested too deeply to become rows, first the one at place ${tally.rows}; they were left out.`,
		);
	}
}

function textOf(value: CellValue | undefined): string {
	return typeof value === 'string'
		? value
		: typeof value === 'number' || typeof value === 'boolean'
			? String(value)
			: '';
}
