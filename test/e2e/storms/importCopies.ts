import { randomUUID } from 'node:crypto';
import type { WorkflowJson, WorkflowNode } from '../../n8n/api';
import { chain, connectionsOf, reach, reversed, within, type Connections, type Target } from './connections';

/** A workflow that takes orders over a webhook, `{label, orders}`, and answers when it has ended. */
export interface FedCopy {
	path: string;
	workflow: Omit<WorkflowJson, 'id'>;
}

/** The table in which the copies write down which run holds which order. */
export const OWNERS = { name: 'Storm Owners', columns: ['label', 'amazonOrderId'] };

/** Where both starts of every import meet, and the step that takes the orders which are this run's. */
const FIRST = 'Settings';
const CONVERT = 'Turn Into Store Orders';

/** An import as it is, from its settings to its end, but without the pauses that spare a real store. */
export function wholeImport(workflow: WorkflowJson): FedCopy {
	const connections = connectionsOf(workflow);
	const copy = fed(workflow, reach(connections, [FIRST]), 'whole');
	const unhurried = JSON.stringify(copy.workflow).replace(/"batchInterval":\d+/g, '"batchInterval":1');
	return { ...copy, workflow: JSON.parse(unhurried) as FedCopy['workflow'] };
}

/** Only how an import finds out which orders are its own; in the store's place stands a note of whose they are. */
export function claimPart(workflow: WorkflowJson): FedCopy {
	const connections = onlyOrdersInto(CONVERT, connectionsOf(workflow));
	const nodes = workflow.nodes.map((node) => (node.name === CONVERT ? noteOwner(node) : node));
	const needed = reach(reversed(connections), [CONVERT]);
	const products = reach(reversed(connectionsOf(workflow)), sourcesOfSecondInput(workflow));
	const kept = [...reach(connections, [FIRST])].filter((name) => needed.has(name) || !products.has(name));
	return fed({ ...workflow, nodes, connections }, new Set(kept), 'claims');
}

/** The steps with these names, fed by a webhook. */
function fed(workflow: WorkflowJson, kept: ReadonlySet<string>, kind: string): FedCopy {
	const path = `storm-${kind}-${workflow.id}`;
	const inner = Object.entries(connectionsOf(workflow)).filter(([name]) => kept.has(name));
	const trimmed = inner.map(
		([name, { main }]) => [name, { main: main.map((to) => within(kept, to)) }] as const,
	);
	return {
		path,
		workflow: {
			name: `Storm (${kind}): ${workflow.name}`,
			nodes: [...feeders(path), ...workflow.nodes.filter(({ name }) => kept.has(name))],
			connections: { ...chain(WEBHOOK, EACH, FIRST), ...Object.fromEntries(trimmed) },
			settings: workflow.settings,
		},
	};
}

const WEBHOOK = 'Orders of the Storm';
const EACH = 'One Item per Order';

function feeders(path: string): WorkflowNode[] {
	const place = { position: [0, 0], typeVersion: 1 };
	const wait = { responseMode: 'lastNode', responseData: 'noData' };
	return [
		{
			...{
				...place,
				id: randomUUID(),
				name: WEBHOOK,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: randomUUID(),
			},
			parameters: { httpMethod: 'POST', path, ...wait, options: {} },
		},
		{
			...{ ...place, id: randomUUID(), name: EACH, type: 'n8n-nodes-base.splitOut' },
			parameters: { fieldToSplitOut: 'body.orders', options: {} },
		},
	];
}

function noteOwner({ id, name, position }: WorkflowNode): WorkflowNode {
	const schema = OWNERS.columns.map((column) => ({ id: column, displayName: column, type: 'string' }));
	const value = {
		label: `={{ $('${WEBHOOK}').first().json.body.label }}`,
		amazonOrderId: '={{ $json.amazonOrderId }}',
	};
	return {
		...{ id, name, position, type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 },
		parameters: {
			...{ resource: 'row', operation: 'insert', options: { optimizeBulk: true } },
			dataTableId: { __rl: true, mode: 'name', value: OWNERS.name },
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema },
		},
	};
}

/** Nothing goes into the second input of `name`, and nothing comes out of it. */
function onlyOrdersInto(name: string, connections: Connections): Connections {
	const before = Object.entries(connections).filter(([from]) => from !== name);
	const first = (to: Target[] | null): Target[] =>
		(to ?? []).filter(({ node, index }) => node !== name || index === 0);
	return Object.fromEntries(before.map(([from, { main }]) => [from, { main: main.map(first) }]));
}

function sourcesOfSecondInput(workflow: WorkflowJson): string[] {
	return Object.entries(connectionsOf(workflow)).flatMap(([from, { main }]) =>
		main.flat().some((to) => to?.node === CONVERT && to.index > 0) ? [from] : [],
	);
}
