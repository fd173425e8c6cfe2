import type { INode } from 'n8n-workflow';
import { allSteps, isBase, stepsOf, textOf } from './exampleSteps';
import { readExample } from './exampleWorld';

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
		expect(tables).toHaveLength(2);
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
		const { priceRules, stockRules, options } = nodes.find((node) => node.name === name)?.parameters ?? {};
		const { soldOutBrake: _brake, chunkSize: _size, ...shared } = options as Record<string, unknown>;
		return { priceRules, stockRules, shared };
	};
	const urgent = rulesOf('Send Sold-Out Products Now');
	expect(urgent.shared).toMatchObject({ onlyChanges: true, brakePercent: 50 });
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

function columnNames(columns: unknown): string[] {
	return (columns as { column: Array<{ name: string }> }).column.map(({ name }) => name);
}
