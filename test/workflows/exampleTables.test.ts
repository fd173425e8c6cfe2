import type { INode } from 'n8n-workflow';
import { allSteps, isBase, stepsOf, textOf } from './exampleSteps';
import { readExample } from './exampleWorld';
import { IMPORTS } from './orderImport';

const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];

describe('the tables of the bundled workflows', () => {
	const creates = stepsOf(readExample('set-up').nodes).filter(
		(node) => node.parameters['operation'] === 'create',
	);
	const columnsOf = new Map(
		creates.map((node) => [textOf(node, 'tableName'), columnNames(node.parameters['columns'])]),
	);
	const rowSteps = allSteps.filter(
		({ node }) => isBase(node, 'dataTable') && node.parameters['resource'] === 'row',
	);

	it('have names of which none is part of another', () => {
		const tables = [...columnsOf.keys()];
		expect(tables).toHaveLength(9);
		const parts = tables.filter((name) =>
			tables.some((other) => other !== name && other.toLowerCase().includes(name.toLowerCase())),
		);
		expect(parts).toEqual([]);
	});

	it('have no column that n8n keeps for itself', () => {
		expect([...columnsOf.values()].flat().filter((name) => SYSTEM_COLUMNS.includes(name))).toEqual([]);
	});

	it.each(rowSteps)('$where uses columns that exist', ({ node }) => {
		const { parameters } = node;
		const { value: table } = parameters['dataTableId'] as { value: string };
		const known = [...(columnsOf.get(table) ?? []), ...SYSTEM_COLUMNS];
		const { conditions = [] } = (parameters['filters'] ?? {}) as { conditions?: Array<{ keyName: string }> };
		const { value, schema = [] } = (parameters['columns'] ?? {}) as {
			value?: object | null;
			schema?: Array<{ id: string }>;
		};
		const written = Object.keys(value ?? {});
		const used = [
			...conditions.map(({ keyName }) => keyName),
			...written,
			textOf(node, 'orderByColumn') || 'id',
		];
		expect(used.filter((name) => !known.includes(name))).toEqual([]);
		expect(schema.map(({ id }) => id)).toEqual(written);
	});
});

it('both lanes of the queue follow the same rules', () => {
	const { nodes } = readExample('queue-to-amazon');
	const rulesOf = (name: string) => {
		const {
			operation: _,
			soldOutPercent: _brake,
			options,
			...rules
		} = nodes.find((node) => node.name === name)?.parameters ?? {};
		const { chunkSize: _size, ...shared } = options as Record<string, unknown>;
		return { rules, shared };
	};
	const urgent = rulesOf('Send Sold-Out Products Now');
	expect(urgent.shared).toMatchObject({ onlyChanges: true });
	expect(urgent.rules).toMatchObject({ brakePercent: 50 });
	expect(rulesOf('Submit the Rest in One Feed')).toEqual(urgent);
});

describe('the workflows of the stores', () => {
	const stores = ['magento-to-queue', 'shopify-to-queue', 'woocommerce-to-queue'].map((name) => ({
		name,
		workflow: readExample(name),
	}));
	const step = (nodes: INode[], name: string) => nodes.find((node) => node.name === name);

	it('queue in the same way, in one step, when they are told of a change', () => {
		const [shopify, wooCommerce] = stores
			.slice(1)
			.map(({ workflow }) => step(workflow.nodes, 'Put Into the Queue')?.parameters);
		expect(shopify).toMatchObject({ resource: 'row', operation: 'upsert' });
		expect(wooCommerce).toEqual(shopify);
	});

	it.each(stores.slice(1))('$name answers 200 below the branch that queues', ({ workflow }) => {
		const heightOf = (name: string) => step(workflow.nodes, name)?.position[1] ?? NaN;
		const [changed] = workflow.connections['What Is It?']?.main ?? [];
		expect(changed?.map(({ node }) => node)).toEqual(['Settings', 'Answer 200 (Queued)']);
		expect(heightOf('Answer 200 (Queued)')).toBeGreaterThan(heightOf('Settings'));
	});

	it('make the same rows', () => {
		const marker = '/** A number of the store as text';
		const ends = stores.map(
			({ workflow }) => textOf(step(workflow.nodes, 'Make One Row per Product'), 'jsCode').split(marker)[1],
		);
		expect(ends[0]).toContain('function toRow');
		expect(new Set(ends).size).toBe(1);
	});

	it.each(stores)('$name does not save what went well', ({ workflow }) => {
		expect(workflow.settings).toMatchObject({
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'all',
		});
	});

	it.each(stores.slice(1))('$name keeps the raw bytes that are signed', ({ workflow }) => {
		const [webhook] = workflow.nodes.filter((node) => isBase(node, 'webhook'));
		expect(webhook).toMatchObject({
			webhookId: expect.any(String),
			parameters: { responseMode: 'responseNode', options: { rawBody: true } },
		});
	});
});

describe('the imports of orders', () => {
	/** What each store needs in its own way; all other steps are the same. */
	const OF_THE_STORE = [
		...['Settings', 'List the SKUs', 'Look Up the Products', 'Read the Products', 'Turn Into Store Orders'],
		...['Look for It in the Store', 'Read What Was Found', 'Create the Order', 'Note What Came of It'],
	];
	const imports = IMPORTS.map(({ name }) => ({ name, nodes: stepsOf(readExample(name).nodes) }));
	const plain = ({ id: _id, position: _position, ...node }: INode) => node;
	const [first] = imports;
	const step = (nodes: INode[], name: string) => nodes.find((node) => node.name === name);

	it.each(imports.slice(1))('$name has the steps of the others', ({ nodes }) => {
		const shared = (first?.nodes ?? []).filter(
			({ name }) => step(nodes, name) !== undefined && !OF_THE_STORE.includes(name),
		);
		expect(shared.length).toBeGreaterThan(20);
		for (const node of shared) expect(step(nodes, node.name)).toMatchObject(plain(node));
	});

	it.each(imports)('$name asks the store in the same way, and never creates twice', ({ nodes }) => {
		const read = {
			options: { batching: {}, response: { response: { fullResponse: true } }, timeout: 60_000 },
		};
		const reads = ['Look Up the Products', 'Look for It in the Store'].flatMap(
			(name) => step(nodes, name) ?? [],
		);
		for (const node of reads)
			expect(node).toMatchObject({
				parameters: read,
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 5000,
			});
		const creates = nodes.filter(({ name }) => name.startsWith('Create the '));
		expect(creates.length).toBeGreaterThanOrEqual(1);
		for (const node of creates) {
			expect(node).toMatchObject({ parameters: { method: 'POST' }, onError: 'continueRegularOutput' });
			expect(node.retryOnFail ?? false).toBe(false);
		}
	});

	it.each(imports)('$name reads and notes the answers in the same way', ({ nodes }) => {
		const beginning = (list: INode[], name: string) => textOf(step(list, name), 'jsCode').split('\n\n')[0];
		for (const name of ['Read What Was Found', 'Note What Came of It'])
			expect(beginning(nodes, name)).toBe(beginning(first?.nodes ?? [], name));
	});

	it.each(imports)('$name cancels nothing unless it is switched on', ({ nodes }) => {
		expect(step(nodes, 'Turn Into Store Orders')?.parameters).toMatchObject({ cancelOnFail: false });
	});
});

function columnNames(columns: unknown): string[] {
	return (columns as { column: Array<{ name: string }> }).column.map(({ name }) => name);
}
