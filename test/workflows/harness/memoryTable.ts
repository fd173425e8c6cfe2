import type {
	DataTable,
	DataTableColumn,
	DataTableFilter,
	DataTableInsertRowsReturnType,
	DataTableInsertRowsResult,
	DataTableRow,
	DataTableRowReturn,
	DataTableRows,
	DeleteDataTableRowsOptions,
	IDataTableProjectService,
	ListDataTableRowsOptions,
	UpdateDataTableRowOptions,
} from 'n8n-workflow';
import { compareRows, toPredicate, toStoredRow, type ColumnTypes } from './tableRows';

/** One data table in memory, with the service n8n's Data Table node works on. */
export class MemoryTable {
	private stored: DataTableRowReturn[] = [];
	private lastId = 0;

	constructor(
		readonly table: DataTable,
		private readonly touched: (table: DataTable) => void,
	) {}

	list({ filter, sortBy = ['id', 'ASC'], skip = 0, take }: Partial<ListDataTableRowsOptions> = {}) {
		const found = this.matching(filter).sort(compareRows(...sortBy));
		const page = found.slice(skip, take === undefined ? undefined : skip + take);
		return { count: found.length, data: page.map((row) => ({ ...row })) };
	}

	insert(rows: DataTableRows): DataTableRowReturn[] {
		const empty: DataTableRow = Object.fromEntries(this.table.columns.map(({ name }) => [name, null]));
		const values = rows.map((row) => toStoredRow(row, this.columnTypes()));
		const now = new Date();
		const inserted = values.map((row) => {
			this.lastId += 1;
			return Object.assign({ ...empty, ...row }, { id: this.lastId, createdAt: now, updatedAt: now });
		});
		this.stored.push(...inserted);
		this.touched(this.table);
		return inserted.map((row) => ({ ...row }));
	}

	update({ filter, data, dryRun }: UpdateDataTableRowOptions): DataTableRowReturn[] {
		refuse(dryRun, filter);
		if (Object.keys(data).length === 0) throw new Error('Data columns must not be empty');
		const values = toStoredRow(data, this.columnTypes());
		const changed = this.matching(filter);
		for (const row of changed) Object.assign(row, values, { updatedAt: new Date() });
		this.touched(this.table);
		return changed.map((row) => ({ ...row }));
	}

	remove({ filter, dryRun }: DeleteDataTableRowsOptions): DataTableRowReturn[] {
		refuse(dryRun, filter);
		const removed = new Set(this.matching(filter));
		this.stored = this.stored.filter((row) => !removed.has(row));
		this.touched(this.table);
		return [...removed];
	}

	clear(): { deletedCount: number } {
		const deletedCount = this.stored.length;
		this.stored = [];
		this.touched(this.table);
		return { deletedCount };
	}

	addColumn(column: Pick<DataTableColumn, 'name' | 'type'>): DataTableColumn {
		const { id, columns } = this.table;
		const added = { ...column, id: `${id}-${column.name}`, index: columns.length, dataTableId: id };
		columns.push(added);
		for (const row of this.stored) row[column.name] = null;
		return added;
	}

	dropColumn(columnId: string): boolean {
		const dropped = this.table.columns.find(({ id }) => id === columnId);
		if (!dropped) return false;
		this.table.columns = this.table.columns.filter((column) => column !== dropped);
		for (const row of this.stored) delete row[dropped.name];
		return true;
	}

	private matching(filter: DataTableFilter | undefined): DataTableRowReturn[] {
		return this.stored.filter(toPredicate(filter, this.columnTypes()));
	}

	private columnTypes(): ColumnTypes {
		return Object.fromEntries(this.table.columns.map(({ name, type }) => [name, type]));
	}
}

function refuse(dryRun: boolean | undefined, filter: DataTableFilter): void {
	if (dryRun) throw new Error('Dry runs are not part of the data tables in tests');
	if (filter.filters.length === 0) throw new Error('Filter must not be empty');
}

/** The node's way to one table. */
export function tableService(memory: MemoryTable, drop: () => boolean): IDataTableProjectService {
	return {
		updateDataTable: async ({ name }) => Boolean(Object.assign(memory.table, { name })),
		deleteDataTable: async () => drop(),
		getColumns: async () => memory.table.columns,
		addColumn: async (column) => memory.addColumn(column),
		moveColumn: async () => true,
		deleteColumn: async (columnId) => memory.dropColumn(columnId),
		getManyRowsAndCount: async (options) => memory.list(options),
		insertRows: async <Kind extends DataTableInsertRowsReturnType>(rows: DataTableRows, kind: Kind) =>
			toInsertResult(memory.insert(rows), kind),
		updateRows: async (options) => memory.update(options),
		upsertRow: async (options) => {
			const updated = memory.update(options);
			return updated.length > 0 ? updated : memory.insert([options.data]);
		},
		deleteRows: async (options) => memory.remove(options),
		clearRows: async () => memory.clear(),
	};
}

function toInsertResult<Kind extends DataTableInsertRowsReturnType>(rows: DataTableRowReturn[], kind: Kind) {
	const results = {
		all: rows,
		id: rows.map(({ id }) => ({ id })),
		count: { success: true, insertedRows: rows.length },
	};
	return results[kind] as DataTableInsertRowsResult<Kind>;
}
