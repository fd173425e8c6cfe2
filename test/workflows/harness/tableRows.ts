import { DATA_TABLE_SYSTEM_COLUMN_TYPE_MAP, validateFieldType } from 'n8n-workflow';
import type {
	DataTableColumnJsType,
	DataTableColumnType,
	DataTableFilter,
	DataTableRow,
	DataTableRowReturn,
} from 'n8n-workflow';

export type ColumnTypes = Record<string, DataTableColumnType>;

type Condition = DataTableFilter['filters'][number];

const fieldTypes = { number: 'number', string: 'string', boolean: 'boolean', date: 'dateTime' } as const;

/** A row's values as the columns hold them; throws, as n8n does, on an unknown column or a value of another type. */
export function toStoredRow(row: DataTableRow, columns: ColumnTypes): DataTableRow {
	return Object.fromEntries(
		Object.entries(row).map(([name, value]) => [name, toStoredValue(name, value, columns)]),
	);
}

function toStoredValue(
	name: string,
	value: DataTableColumnJsType,
	columns: ColumnTypes,
): DataTableColumnJsType {
	const type = columns[name];
	if (!type) throw new Error(`unknown column name '${name}'`);
	if (value === null) return null;
	const checked = validateFieldType(name, value, fieldTypes[type], { strict: false, parseStrings: false });
	if (!checked.valid) {
		throw new Error(`value '${String(value)}' does not match column type '${type}': ${checked.errorMessage}`);
	}
	if (type === 'date') return new Date(Number(checked.newValue));
	return checked.newValue as DataTableColumnJsType;
}

/** What tells whether a row is meant: SQL's comparisons, where null equals nothing but null. */
export function toPredicate(
	filter: DataTableFilter | undefined,
	columns: ColumnTypes,
): (row: DataTableRowReturn) => boolean {
	if (!filter || filter.filters.length === 0) return () => true;
	const all: ColumnTypes = { ...columns, ...DATA_TABLE_SYSTEM_COLUMN_TYPE_MAP };
	const tests = filter.filters.map(({ columnName, condition, value }) => {
		const wanted = comparable(toStoredValue(columnName, value, all));
		return (row: DataTableRowReturn) => holds(comparable(row[columnName] ?? null), condition, wanted);
	});
	if (filter.type === 'or') return (row) => tests.some((test) => test(row));
	return (row) => tests.every((test) => test(row));
}

type Comparable = string | number | boolean | null;

function holds(cell: Comparable, condition: Condition['condition'], wanted: Comparable): boolean {
	if (condition === 'isEmpty') return cell === null || cell === '';
	if (condition === 'isNotEmpty') return cell !== null && cell !== '';
	if (condition === 'eq') return cell === wanted;
	if (condition === 'neq') return cell !== wanted;
	if (cell === null || wanted === null) return false;
	if (condition === 'gt') return cell > wanted;
	if (condition === 'gte') return cell >= wanted;
	if (condition === 'lt') return cell < wanted;
	if (condition === 'lte') return cell <= wanted;
	return likePattern(String(wanted), condition === 'ilike' ? 'isu' : 'su').test(String(cell));
}

/** `%` stands for anything; a text without it may stand anywhere. */
function likePattern(text: string, flags: string): RegExp {
	const pattern = text.includes('%') ? text : `%${text}%`;
	const escaped = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
	return new RegExp(`^${escaped.join('.*')}$`, flags);
}

function comparable(value: DataTableColumnJsType): Comparable {
	// Not by `instanceof`, which is slow where tests have made the date up.
	return typeof value === 'object' && value !== null ? value.getTime() : value;
}

/** Orders rows by a column, null first, then by id. */
export function compareRows(column: string, direction: 'ASC' | 'DESC') {
	const sign = direction === 'ASC' ? 1 : -1;
	return (left: DataTableRowReturn, right: DataTableRowReturn): number => {
		const [a, b] = [comparable(left[column] ?? null), comparable(right[column] ?? null)];
		if (a === b) return left.id - right.id;
		if (a === null) return -sign;
		if (b === null) return sign;
		return a < b ? -sign : sign;
	};
}
