import { NodeOperationError } from 'n8n-workflow';
import type {
	CreateDataTableOptions,
	DataTable,
	DataTableProxyProvider,
	DataTableRow,
	DataTableRowReturn,
	DataTableRows,
	IDataTableProjectAggregateService,
	ListDataTableOptions,
} from 'n8n-workflow';
import { MemoryTable, tableService } from './memoryTable';
import type { ColumnTypes } from './tableRows';

const projectId = 'project';

/** n8n's data tables, in memory: what workflows see through the Data Table node, and what tests look at. */
export class DataTables {
	/** Most recently changed first, the order in which n8n finds a table by a part of its name. */
	private tables: MemoryTable[] = [];
	private lastId = 0;
	private watcher: ((name: string) => void) | undefined;

	/** Calls back after every change of a table, before anybody can look at it: as if another run were that quick. */
	watch(watcher: ((name: string) => void) | undefined): void {
		this.watcher = watcher;
	}

	create(name: string, columns: ColumnTypes): void {
		this.add({ name, columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })) });
	}

	insert(name: string, rows: DataTableRows): void {
		this.byName(name).insert(rows);
	}

	/** Changes every row of a table, as a person could in n8n. */
	updateAll(name: string, values: DataTableRow): void {
		const every = { columnName: 'id', condition: 'neq', value: null } as const;
		this.byName(name).update({ filter: { type: 'and', filters: [every] }, data: values });
	}

	/** Changes one row. */
	update(name: string, id: number, values: DataTableRow): void {
		const one = { columnName: 'id', condition: 'eq', value: id } as const;
		this.byName(name).update({ filter: { type: 'and', filters: [one] }, data: values });
	}

	/** Copies of a table's rows by id, with n8n's own columns; throws when there is no such table. */
	rows(name: string): DataTableRowReturn[] {
		return this.byName(name).list().data;
	}

	names(): string[] {
		return this.tables.map(({ table }) => table.name).sort();
	}

	provider(): DataTableProxyProvider {
		return {
			getDataTableAggregateProxy: async () => this.aggregateService(),
			getDataTableProxy: async (_workflow, node, id) => {
				const memory = this.tables.find(({ table }) => table.id === id);
				if (!memory) {
					const message = `Data table with ID '${id}' could not be found in this project`;
					throw new NodeOperationError(node, message);
				}
				return tableService(memory, () => this.drop(memory));
			},
		};
	}

	private aggregateService(): IDataTableProjectAggregateService {
		return {
			getProjectId: () => projectId,
			createDataTable: async (options) => this.add(options),
			getManyAndCount: async (options) => this.list(options),
			deleteDataTableAll: async () => {
				this.tables = [];
				return true;
			},
		};
	}

	private add({ name, columns }: CreateDataTableOptions): DataTable {
		if (this.tables.some(({ table }) => table.name === name)) {
			throw new Error(`Data table with name '${name}' already exists in this project`);
		}
		this.lastId += 1;
		const times = { createdAt: new Date(), updatedAt: new Date() };
		const memory = new MemoryTable(
			{ id: `table-${this.lastId}`, name, columns: [], projectId, ...times },
			() => {
				this.moveToFront(memory);
				this.watcher?.(name);
			},
		);
		for (const column of columns) memory.addColumn(column);
		this.tables.unshift(memory);
		return memory.table;
	}

	private moveToFront(memory: MemoryTable): void {
		memory.table.updatedAt = new Date();
		this.tables = [memory, ...this.tables.filter((other) => other !== memory)];
	}

	private list({ filter, skip = 0, take = Infinity }: ListDataTableOptions): {
		count: number;
		data: DataTable[];
	} {
		const wanted = [filter?.['name'] ?? []].flat().map((part) => part.toLowerCase());
		const found = this.tables
			.map(({ table }) => table)
			.filter(({ name }) => wanted.every((part) => name.toLowerCase().includes(part)));
		return { count: found.length, data: found.slice(skip, skip + take) };
	}

	private drop(memory: MemoryTable): boolean {
		this.tables = this.tables.filter((other) => other !== memory);
		return true;
	}

	private byName(name: string): MemoryTable {
		const found = this.tables.find(({ table }) => table.name === name);
		if (!found)
			throw new Error(`There is no data table "${name}" among: ${this.names().join(', ') || 'none'}`);
		return found;
	}
}
