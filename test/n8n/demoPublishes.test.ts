import type { WorkflowJson, WorkflowNode } from './api';
import { demoCredentials } from './credentials';
import { readExampleWorkflows } from './exampleWorkflows';
import { publishedInDemo } from './publishDemo';

const WORKFLOWS = readExampleWorkflows();
const OFFERS = 'Amazon Offers';
const SENDS_OFFERS = ['submit', 'sendNow'];

/** Puts products of a store into the table of offers. */
function queuesOffers({ type, parameters }: WorkflowNode): boolean {
	const { operation = '', dataTableId } = parameters as {
		operation?: string;
		dataTableId?: { value: string };
	};
	return type.endsWith('.dataTable') && dataTableId?.value === OFFERS && /insert|upsert/.test(operation);
}

function sendsOffers({ type, parameters }: WorkflowNode): boolean {
	const { resource = 'offer', operation = 'preview' } = parameters as Record<string, string>;
	const isOffer = ['offer', 'price', 'stock'].includes(resource);
	return type.endsWith('.amazonListings') && isOffer && SENDS_OFFERS.includes(operation);
}

const namesWith = (workflows: WorkflowJson[], does: (node: WorkflowNode) => boolean) =>
	workflows.filter(({ nodes }) => nodes.some(does)).map(({ name }) => name);

describe('what npm start publishes', () => {
	const published = publishedInDemo(WORKFLOWS);

	it('sends prices and stock from one workflow, which one store fills: no two overwrite each other', () => {
		expect(namesWith(published, sendsOffers)).toEqual(['Amazon 3: Queue to Amazon']);
		expect(namesWith(published, queuesOffers)).toEqual(['Amazon 2b: WooCommerce to Queue']);
	});

	it('leaves those to the person that would', () => {
		expect(namesWith(WORKFLOWS, sendsOffers)).toContain('Amazon 5: Price List Straight to Amazon');
		expect(namesWith(WORKFLOWS, queuesOffers)).toHaveLength(3);
	});

	it('brings orders into one store, and takes back what that store says of them', () => {
		const names = published.map(({ name }) => name);
		expect(names.filter((name) => name.startsWith('Amazon 6'))).toEqual(['Amazon 6a: Orders to WooCommerce']);
		expect(names).toEqual(
			expect.arrayContaining([
				'Amazon 7: Store Shipments to Amazon',
				'Amazon 8: Store Refunds to Amazon',
				'Amazon 9: Cancellations Both Ways',
			]),
		);
	});
});

describe("the demo's credentials", () => {
	const credentials = demoCredentials('http://127.0.0.1:8098', WORKFLOWS);

	it('hold one Amazon account, the European one', () => {
		const amazon = credentials.filter(({ type }) => type === 'amazonSpApi');
		expect(amazon).toMatchObject([{ name: 'Amazon SP-API (demo)', data: { mockAccount: 'eu' } }]);
	});

	it('are each named by a workflow', () => {
		const named = WORKFLOWS.flatMap(({ nodes }) =>
			nodes.flatMap((node) => Object.values(node.credentials ?? {}).map(({ id }) => id)),
		);
		expect(credentials.filter(({ id }) => !named.includes(id))).toEqual([]);
		expect([...new Set(named)].sort()).toEqual(credentials.map(({ id }) => id).sort());
	});
});
