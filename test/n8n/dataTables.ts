import type { Rest } from './session';

export interface DataTable {
	id: string;
	name: string;
	columns: Array<{ name: string; type: string }>;
}

export type DataTableRow = Record<string, string | number | boolean | null>;

/** n8n's Data Tables of the owner's personal project. */
export interface DataTables {
	list(): Promise<DataTable[]>;
	/** Rows of the table with exactly this name. Throws when there is none. */
	rows(tableName: string): Promise<DataTableRow[]>;
	create(name: string, columns: DataTable['columns']): Promise<DataTable>;
	/** Adds the columns that the table lacks: a demo of an earlier day may have fewer. */
	complete(tableName: string, columns: DataTable['columns']): Promise<void>;
	insert(tableName: string, rows: DataTableRow[]): Promise<void>;
	/** Changes the rows in which a column has a value. */
	update(tableName: string, where: { column: string; equals: string }, values: DataTableRow): Promise<void>;
	/** Changes every row. */
	updateAll(tableName: string, values: DataTableRow): Promise<void>;
	/** Where n8n shows a table. */
	path(table: Pick<DataTable, 'id'>): string;
}

const PAGE = 250;

/** The Data Tables behind a session. */
export async function openDataTables(rest: Rest): Promise<DataTables> {
	const { id: projectId } = await rest<{ id: string }>('GET', '/rest/projects/personal');
	const base = `/rest/projects/${projectId}/data-tables`;

	const list = async (): Promise<DataTable[]> =>
		(await rest<{ data: DataTable[] }>('GET', `${base}?take=${PAGE}`)).data;
	const find = async (name: string): Promise<DataTable> => {
		const tables = await list();
		const table = tables.find((candidate) => candidate.name === name);
		if (table === undefined) {
			throw new Error(`No data table "${name}"; there are: ${tables.map((each) => each.name).join(', ')}`);
		}
		return table;
	};

	const change = async (tableName: string, filter: object, data: DataTableRow): Promise<void> => {
		const { id } = await find(tableName);
		await rest('PATCH', `${base}/${id}/rows`, { filter: { type: 'and', filters: [filter] }, data });
	};

	return {
		list,
		async rows(tableName) {
			const { id } = await find(tableName);
			return await readRows(rest, `${base}/${id}/rows`);
		},
		create: (name, columns) => rest('POST', base, { name, columns }),
		async complete(tableName, columns) {
			const table = await find(tableName);
			const known = new Set(table.columns.map(({ name }) => name));
			for (const { name, type } of columns.filter((column) => !known.has(column.name)))
				await rest('POST', `${base}/${table.id}/columns`, { name, type });
		},
		async insert(tableName, rows) {
			const { id } = await find(tableName);
			await rest('POST', `${base}/${id}/insert`, { data: rows, returnType: 'count' });
		},
		update: (tableName, { column, equals }, data) =>
			change(tableName, { columnName: column, condition: 'eq', value: equals }, data),
		// n8n takes no change without a filter.
		updateAll: (tableName, data) => change(tableName, { columnName: 'id', condition: 'gte', value: 0 }, data),
		path: ({ id }) => `/projects/${projectId}/datatables/${id}`,
	};
}

async function readRows(rest: Rest, path: string): Promise<DataTableRow[]> {
	const rows: DataTableRow[] = [];
	for (;;) {
		const page = await rest<{ count: number; data: DataTableRow[] }>(
			'GET',
			`${path}?skip=${rows.length}&take=${PAGE}`,
		);
		rows.push(...page.data);
		if (page.data.length === 0 || rows.length >= page.count) return rows;
	}
}
