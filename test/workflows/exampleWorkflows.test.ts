import { Script } from 'node:vm';
import { isINodeProperties, NodeHelpers, type IConnections, type INode } from 'n8n-workflow';
import { STORE_CREDENTIALS } from '../stores';
import { isSticky, overlaps, tangles } from './canvas';
import { allSteps, descriptionOf, isBase, stepsOf, textOf, workflows } from './exampleSteps';
import { baseNode } from './harness/sketch';

const names = workflows.map(({ name }) => name);
const AMAZON_CREDENTIAL = { type: 'amazonSpApi', id: 'amazonSpApiDemo', name: 'Amazon SP-API (demo)' };

describe('bundled workflows', () => {
	it('are all there', () => {
		expect(names).toEqual([
			...['cancellations', 'daily-sales', 'direct-price-list', 'feed-results', 'inventory-to-store'],
			...['magento-to-queue', 'order-feed-results', 'orders-to-magento', 'orders-to-shopify'],
			...['orders-to-webhook', 'orders-to-woocommerce', 'queue-to-amazon', 'refunds-to-amazon'],
			...['returns-to-store', 'set-up', 'settlement-to-spreadsheet', 'shipments-in-bulk'],
			...['shipments-to-amazon', 'shopify-to-queue', 'woocommerce-to-queue'],
		]);
	});

	it('have ids and names of their own', () => {
		expect(new Set(workflows.map(({ workflow }) => workflow.id)).size).toBe(names.length);
		expect(new Set(workflows.map(({ workflow }) => workflow.name)).size).toBe(names.length);
	});

	describe.each(workflows)('$name', ({ workflow }) => {
		it('runs in order v1 and has a stable id', () => {
			expect(workflow.settings?.executionOrder).toBe('v1');
			expect(workflow.id).toMatch(/^amazon[A-Za-z]+$/);
		});

		it('gives each node a name and an id of its own', () => {
			expect(new Set(workflow.nodes.map(({ name }) => name)).size).toBe(workflow.nodes.length);
			expect(new Set(workflow.nodes.map(({ id }) => id)).size).toBe(workflow.nodes.length);
		});

		it('explains itself in notes', () => {
			const notes = workflow.nodes.filter(isSticky).map((node) => textOf(node, 'content'));
			expect(notes.length).toBeGreaterThanOrEqual(2);
			expect(notes.some((note) => note.startsWith('## '))).toBe(true);
		});

		it('lies on the canvas without overlaps', () => expect(overlaps(workflow)).toEqual([]));
		it('runs from left to right without crossings', () => expect(tangles(workflow)).toEqual([]));

		it('connects every step', () => {
			const targets = Object.values(workflow.connections).flatMap(({ main = [] }) =>
				main.flatMap((list) => (list ?? []).map(({ node }) => node)),
			);
			const steps = stepsOf(workflow.nodes);
			const known = steps.map(({ name }) => name);
			expect(
				[...Object.keys(workflow.connections), ...targets].filter((name) => !known.includes(name)),
			).toEqual([]);
			const loose = steps.filter(
				(node) => !targets.includes(node.name) && !descriptionOf(node).group.includes('trigger'),
			);
			expect(loose.map(({ name }) => name)).toEqual([]);
		});

		it('holds nothing that looks like a secret, and no address but this machine', () => {
			const text = JSON.stringify(workflow);
			expect(text).not.toMatch(
				/Atz[ar]\||amzn1\.|shp(ss|at|ca)_|c[ks]_[0-9a-f]{10}|Bearer [A-Za-z0-9]{12}|[0-9a-f]{32}/,
			);
			expect(
				(text.match(/https?:\/\/[^"'\s\\]+/g) ?? []).filter((url) => !url.startsWith('http://127.0.0.1:')),
			).toEqual([]);
			expect(workflow.pinData ?? {}).toEqual({});
		});
	});

	describe.each(allSteps)('$where', ({ node }) => {
		it('exists in the version it names', () => {
			expect([descriptionOf(node).version].flat()).toContain(node.typeVersion);
		});

		it('sets only parameters that the node shows', () => {
			const description = descriptionOf(node);
			expect(description.properties.every(isINodeProperties)).toBe(true);
			const known = NodeHelpers.getNodeParameters(
				description.properties,
				node.parameters,
				true,
				false,
				node,
				description,
			);
			const { pollTimes, ...given } = node.parameters;
			expect(pollTimes === undefined || description.polling === true).toBe(true);
			expect(known).toMatchObject(given);
			expect(NodeHelpers.getNodeParametersIssues(description.properties, node, description)).toBeNull();
		});

		it('names credentials of the demo, and all it needs', () => {
			const needed = (descriptionOf(node).credentials ?? [])
				.filter(
					(credential) =>
						credential.required === true &&
						NodeHelpers.displayParameter(node.parameters, credential, node, descriptionOf(node)),
				)
				.map(({ name }) => name);
			const given = Object.entries(node.credentials ?? {});
			expect(given.map(([type]) => type)).toEqual(expect.arrayContaining(needed));
			for (const [type, reference] of given) {
				expect([AMAZON_CREDENTIAL, ...STORE_CREDENTIALS]).toContainEqual(
					expect.objectContaining({ type, ...reference }),
				);
			}
		});
	});

	it.each(allSteps.filter(({ node }) => isBase(node, 'code')))(
		'$where needs nothing but the language',
		({ node }) => {
			const code = textOf(node, 'jsCode');
			expect(() => new Script(`async () => {${code}\n}`)).not.toThrow();
			expect(code).not.toMatch(/\brequire\(|\bimport\b|\bfetch\(|\$env|process\./);
			expect(code).toMatch(/^\/\/ /);
		},
	);
});

describe('the checks of the canvas', () => {
	const at = (name: string, x: number, y: number): INode => ({
		...baseNode(name, 'noOp', 1),
		position: [x, y],
	});
	const link = (...targets: string[]) => ({
		main: [targets.map((node) => ({ node, type: 'main' as const, index: 0 }))],
	});
	const nodes = [at('A', 0, 0), at('B', 0, 300), at('C', 300, 0), at('D', 300, 300)];

	it('see nodes that lie on each other', () => {
		expect(overlaps({ nodes: [...nodes, at('E', 380, 280)], connections: {} })).toEqual(['D / E']);
	});

	it.each<{ what: string; connections: IConnections; found: string[] }>([
		{ what: 'nothing wrong', connections: { A: link('C', 'D'), B: link('D') }, found: [] },
		{ what: 'a crossing', connections: { A: link('D'), B: link('C') }, found: ['A -> D x B -> C'] },
		{ what: 'a way back', connections: { C: link('A') }, found: ['C -> A'] },
	])('see $what', ({ connections, found }) => expect(tangles({ nodes, connections })).toEqual(found));
});
