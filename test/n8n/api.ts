import { openDataTables, type DataTables } from './dataTables';
import {
	listExecutions,
	readExecution,
	waitForExecution,
	type Execution,
	type ExecutionSummary,
} from './executions';
import { publishWorkflow, unpublishWorkflow } from './publish';
import { openSession, type Rest } from './session';

/** A credential with its secrets in plain text, as `n8n import:credentials` takes it. */
export interface PlainCredential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface WorkflowJson {
	id: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	[other: string]: unknown;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	disabled?: boolean;
	[other: string]: unknown;
}

export interface CredentialVerdict {
	status: 'OK' | 'Error';
	message: string;
}

/** n8n's REST interface as its owner. */
export interface N8nApi {
	rest: Rest;
	dataTables: DataTables;
	/** Full names, e.g. `n8n-nodes-amazon-seller.amazonOrders`. */
	nodeTypes(): Promise<string[]>;
	workflows(): Promise<Array<{ id: string; name: string; active: boolean }>>;
	/** Saves a new workflow; answers with its id. */
	createWorkflow(workflow: Omit<WorkflowJson, 'id'>): Promise<string>;
	publish(workflowId: string): Promise<void>;
	unpublish(workflowId: string): Promise<void>;
	/** Runs a workflow by hand from one of its triggers and waits for the end. */
	run(workflowId: string, triggerName: string, timeoutMs?: number): Promise<Execution>;
	execution(id: string): Promise<Execution>;
	waitForExecution(id: string, options?: { timeoutMs?: number; orWaiting?: boolean }): Promise<Execution>;
	executions(workflowId?: string, limit?: number): Promise<ExecutionSummary[]>;
	/** n8n's own test of a credential, stored or not. */
	testCredential(credential: PlainCredential): Promise<CredentialVerdict>;
}

/** Signs in to the n8n at `url` (creating its owner when it has none). */
export async function signIn(url: string): Promise<N8nApi> {
	const rest = await openSession(url);
	return {
		rest,
		dataTables: await openDataTables(rest),
		nodeTypes: async () =>
			(await rest<Array<{ name: string }>>('GET', '/types/nodes.json')).map(({ name }) => name),
		workflows: () => rest('GET', '/rest/workflows?take=250'),
		createWorkflow: async (workflow) => (await rest<{ id: string }>('POST', '/rest/workflows', workflow)).id,
		publish: (id) => publishWorkflow(rest, id),
		unpublish: (id) => unpublishWorkflow(rest, id),
		run: (id, triggerName, timeoutMs) => runByHand(rest, id, triggerName, timeoutMs),
		execution: (id) => readExecution(rest, id),
		waitForExecution: (id, options) => waitForExecution(rest, id, options),
		executions: (workflowId, limit) => listExecutions(rest, workflowId, limit),
		testCredential: (credentials) => rest('POST', '/rest/credentials/test', { credentials }),
	};
}

async function runByHand(
	rest: Rest,
	workflowId: string,
	triggerName: string,
	timeoutMs?: number,
): Promise<Execution> {
	const { executionId } = await rest<{ executionId?: string }>('POST', `/rest/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: triggerName },
	});
	if (executionId === undefined) {
		throw new Error(
			`"${triggerName}" of workflow ${workflowId} waits for a call from outside; it cannot be run by hand`,
		);
	}
	return await waitForExecution(rest, executionId, { timeoutMs });
}
