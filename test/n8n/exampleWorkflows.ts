import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlainCredential, WorkflowJson, WorkflowNode } from './api';
import { PROJECT_FOLDER } from './package';

const OUR_NODES = 'n8n-nodes-amazon-seller.';
const OUR_CREDENTIAL = 'amazonSpApi';
const MANUAL_TRIGGERS = [
	'n8n-nodes-base.manualTrigger',
	'n8n-nodes-base.executeWorkflowTrigger',
	'n8n-nodes-base.errorTrigger',
];

/** The bundled workflows as they would be imported, with ids that stay the same. */
export function readExampleWorkflows(folder = join(PROJECT_FOLDER, 'workflows-examples')): WorkflowJson[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => {
			const workflow = JSON.parse(readFileSync(join(folder, name), 'utf8')) as WorkflowJson;
			return { ...workflow, id: workflow.id ?? idFromFile(name), active: false };
		});
}

/** The demo store's address in the bundled workflows. */
const STORE_URL = 'http://127.0.0.1:8099';

/** Points the workflows to where the demo store really listens. */
export function withStoreAt(workflow: WorkflowJson, storeUrl: string): WorkflowJson {
	return JSON.parse(JSON.stringify(workflow).replaceAll(STORE_URL, storeUrl)) as WorkflowJson;
}

/** Gives nodes whose credential is not there the first of its type, as a person would choose it after an import. */
export function withCredentials(workflow: WorkflowJson, credentials: PlainCredential[]): WorkflowJson {
	const known = new Set(credentials.map(({ id }) => id));
	const choose = (type: string): PlainCredential | undefined =>
		credentials.find((credential) => credential.type === type);
	const nodes = workflow.nodes.map((node) => {
		const given = node.credentials ?? {};
		const absent = credentialTypes(node).filter((type) => !known.has(given[type]?.id ?? ''));
		const chosen = absent.flatMap((type) => choose(type) ?? []);
		if (chosen.length === 0) return node;
		const references = chosen.map(({ id, name, type }) => [type, { id, name }] as const);
		return { ...node, credentials: { ...given, ...Object.fromEntries(references) } };
	});
	return { ...workflow, nodes };
}

/** Credential types that workflows name and nobody has given. */
export function missingCredentialTypes(workflows: WorkflowJson[], credentials: PlainCredential[]): string[] {
	const known = credentials.map(({ type }) => type);
	const named = workflows.flatMap(({ nodes }) => nodes.flatMap(credentialTypes));
	return [...new Set(named)].filter((type) => !known.includes(type));
}

/** A workflow is worth publishing when something other than a person starts it. */
export function startsByItself(workflow: WorkflowJson): boolean {
	return workflow.nodes.some(
		(node) => isTrigger(node) && !node.disabled && !MANUAL_TRIGGERS.includes(node.type),
	);
}

/** The name of the trigger that a person starts by hand, if the workflow has one. */
export function manualTriggerOf(workflow: WorkflowJson): string | undefined {
	return workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name;
}

/** The workflow that makes the data tables all others use; it runs once, before they are published. */
export function isSetUp(workflow: WorkflowJson): boolean {
	return /set[ -]?up/i.test(workflow.name) && manualTriggerOf(workflow) !== undefined;
}

function isTrigger({ type }: WorkflowNode): boolean {
	return type === 'n8n-nodes-base.webhook' || /trigger$/i.test(type);
}

function credentialTypes(node: WorkflowNode): string[] {
	const named = Object.keys(node.credentials ?? {});
	return node.type.startsWith(OUR_NODES) && named.length === 0 ? [OUR_CREDENTIAL] : named;
}

/** `01 Price & Stock.json` becomes `01PriceStock`. */
function idFromFile(name: string): string {
	return basename(name, '.json')
		.replace(/[^A-Za-z0-9]/g, '')
		.slice(0, 36);
}
