import type { INode, INodeParameters } from 'n8n-workflow';
import { step, type Behaviour, type Place } from './step';
import type { Table } from './tables';

type Cell = string | number | boolean | null;

/** What n8n's Data Table node compares a column with; a value is a text, a number or an expression. */
export type Condition<Column extends string> =
	| [column: Column | SystemColumn, is: 'eq' | 'neq' | 'lt' | 'lte' | 'like', value: Cell]
	| [column: Column | SystemColumn, is: 'isEmpty' | 'isNotEmpty'];

/** Columns that n8n keeps by itself. */
type SystemColumn = 'id' | 'createdAt' | 'updatedAt';

interface RowStep extends Place, Behaviour {}

interface Where<Column extends string> extends RowStep {
	/** All of them must hold. */
	where: Array<Condition<Column>>;
}

interface Write<Column extends string> {
	/** The columns to write, or `input`: every field of the item goes into the column of its name. */
	set: Partial<Record<Column, Cell>> | 'input';
}

interface Get<Column extends string> extends Where<Column> {
	/** How many rows at most, all if it is not there; in the order of a column, if one is named. */
	limit?: number | string;
	orderBy?: Column | 'id';
	direction?: 'ASC' | 'DESC';
	/** One condition is enough. */
	any?: true;
}

/** Another run may hold a table for a moment, so every step on rows tries again. */
const TRIES = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1000 };

/** Gives the rows that fit; always at least one item if `alwaysOutputData` says so. */
export function getRows<Column extends string>(
	name: string,
	table: Table<Column>,
	options: Get<NoInfer<Column>>,
): INode {
	const { where, limit, orderBy, direction = 'ASC', any, ...place } = options;
	const amount = limit === undefined ? { returnAll: true } : { returnAll: false, limit };
	const order =
		orderBy === undefined
			? { orderBy: false }
			: { orderBy: true, orderByColumn: orderBy, orderByDirection: direction };
	const matching = { matchType: any ? 'anyCondition' : 'allConditions', filters: filtersOf(where) };
	return rowStep(name, place, { operation: 'get', ...onTable(table), ...matching, ...amount, ...order });
}

/** Lets an item pass when no row has these values. */
export function ifNoRow<Column extends string>(
	name: string,
	table: Table<Column>,
	{ has, ...place }: RowStep & { has: Partial<Record<NoInfer<Column>, Cell>> },
): INode {
	const conditions = Object.entries(has).map(([keyName, keyValue]) => ({
		keyName,
		keyValue: keyValue as Cell,
	}));
	const matching = { matchType: 'allConditions', filters: { conditions } };
	return rowStep(name, place, { operation: 'rowNotExists', ...onTable(table), ...matching });
}

/** A new row for each item. */
export function insertRow<Column extends string>(
	name: string,
	table: Table<Column>,
	{ set, ...place }: RowStep & Write<NoInfer<Column>>,
): INode {
	const columns = columnsOf(table, set);
	return rowStep(name, place, { operation: 'insert', ...onTable(table), columns, options: {} });
}

/** Writes columns of all rows that fit. */
export function updateRows<Column extends string>(
	name: string,
	table: Table<Column>,
	{ where, set, ...place }: Where<NoInfer<Column>> & Write<NoInfer<Column>>,
): INode {
	const [matching, columns] = [matchingAll(where), columnsOf(table, set)];
	return rowStep(name, place, { operation: 'update', ...onTable(table), ...matching, columns, options: {} });
}

/** Updates the rows that fit, or inserts one if none does. */
export function upsertRow<Column extends string>(
	name: string,
	table: Table<Column>,
	{ where, set, ...place }: Where<NoInfer<Column>> & Write<NoInfer<Column>>,
): INode {
	const [matching, columns] = [matchingAll(where), columnsOf(table, set)];
	return rowStep(name, place, { operation: 'upsert', ...onTable(table), ...matching, columns, options: {} });
}

/** Deletes the rows that fit. */
export function deleteRows<Column extends string>(
	name: string,
	table: Table<Column>,
	{ where, ...place }: Where<NoInfer<Column>>,
): INode {
	return rowStep(name, place, {
		operation: 'deleteRows',
		...onTable(table),
		...matchingAll(where),
		options: {},
	});
}

/** Makes the table with all its columns, unless it is there. */
export function createTable<Column extends string>(name: string, table: Table<Column>, place: Place): INode {
	const column = Object.entries<string>(table.columns).map(([name, type]) => ({ name, type }));
	return step('dataTable', name, {
		...place,
		parameters: {
			resource: 'table',
			operation: 'create',
			tableName: table.name,
			columns: { column },
			options: { createIfNotExists: true },
		},
	});
}

function rowStep(name: string, place: RowStep, parameters: INodeParameters): INode {
	return step('dataTable', name, { ...place, ...TRIES, parameters: { resource: 'row', ...parameters } });
}

function onTable({ name }: { name: string }): INodeParameters {
	return { dataTableId: { __rl: true, mode: 'name', value: name } };
}

function matchingAll<Column extends string>(where: Array<Condition<Column>>): INodeParameters {
	return { matchType: 'allConditions', filters: filtersOf(where) };
}

function filtersOf<Column extends string>(where: Array<Condition<Column>>): INodeParameters {
	const conditions = where.map(([keyName, condition, ...keyValue]) => ({
		keyName,
		condition,
		...(keyValue.length === 0 ? {} : { keyValue: keyValue[0] }),
	}));
	return { conditions };
}

/** The columns that a step writes, with what n8n's form wants to know of each. */
function columnsOf<Column extends string>(table: Table<Column>, set: Write<Column>['set']): INodeParameters {
	if (set === 'input')
		return { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
	const schema = (Object.keys(set) as Column[]).map((column) => ({
		id: column,
		displayName: column,
		...{ required: false, defaultMatch: false, display: true },
		type: table.columns[column],
		...{ canBeUsedToMatch: true, readOnly: false, removed: false },
	}));
	return { mappingMode: 'defineBelow', value: { ...set }, matchingColumns: [], schema };
}
