import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
	IWorkflowBase,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { DataTables } from './dataTables';

/** A workflow as n8n exports it; everything but nodes and connections may be left out. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> &
	Partial<Pick<IWorkflowBase, 'id' | 'name' | 'settings' | 'staticData' | 'pinData'>>;

export interface CredentialSeed {
	/** Credential type, e.g. `amazonSpApi` or `httpHeaderAuth`. */
	type: string;
	data: ICredentialDataDecryptedObject;
	/** What workflows refer to; the seed's key when left out. */
	id?: string;
}

export interface HarnessOptions {
	/** By name; a workflow's credential is found by id first, then by name. */
	credentials?: Record<string, CredentialSeed>;
	/** Where n8n keeps binary data: `filesystem` (default, as a server does) or `default` (in memory). */
	binaryMode?: 'filesystem' | 'default';
	/** Workflows that Execute Workflow may call by id. */
	workflows?: WorkflowJson[];
	/** n8n's variables, `$vars`. */
	variables?: Record<string, string>;
	/** Where the project's package is installed; its sources when left out. */
	packageFolder?: string;
}

/** An error as run data holds it: a plain object, never an instance. */
export interface NodeFailure {
	name: string;
	message: string;
	description?: string;
	httpCode?: string;
	/** The node that failed, when known. */
	node?: string;
	itemIndex?: number;
}

/** One execution of one node. */
export interface NodeRun {
	/** Items per output. */
	outputs: INodeExecutionData[][];
	error?: NodeFailure;
	hints: NodeExecutionHint[];
	/** Position in the whole execution, from 0. */
	executionIndex: number;
	executionTimeMs: number;
}

export interface RunResult {
	status: 'success' | 'error' | 'waiting' | 'canceled';
	/** What stopped the workflow. */
	error?: NodeFailure;
	/** Every execution of every node, by node name. */
	nodes: Record<string, NodeRun[]>;
	/** Node names in the order they ran; a node in a loop appears once per turn. */
	order: string[];
	/** All hints, in order. */
	hints: NodeExecutionHint[];
	/** All items a node sent to one output, over all its turns; empty when it did not run. */
	items(node: string, output?: number): INodeExecutionData[];
	/** The same, JSON only. */
	json(node: string, output?: number): IDataObject[];
	/** What Respond to Webhook answered, in order. */
	responses: WebhookAnswer[];
	/** The workflow's static data after the run; give it to the next one. */
	staticData: IDataObject;
	/** When an execution put to wait wants to go on. */
	waitTill?: Date;
	/** What n8n itself returned. */
	raw: IRun;
}

export interface RunOptions {
	/** Node to start from; the workflow's trigger when left out. */
	startNode?: string;
	/**
	 * What the start node receives (or, as a trigger, emits): items, or their JSON. When left out, a trigger emits what
	 * it emits when run by hand, and any other node receives one empty item.
	 */
	items?: Array<INodeExecutionData | IDataObject>;
	/** `manual` by default. */
	mode?: WorkflowExecuteMode;
	staticData?: IDataObject;
	/** Run only what leads to this node, and this node. */
	destinationNode?: string;
}

export interface PollOptions {
	/** The node's own static data before the poll; `{}` is the first poll. Never changed. */
	staticData?: IDataObject;
	/** `trigger` by default; `manual` is "Fetch Test Event". */
	mode?: WorkflowExecuteMode;
	activation?: 'activate' | 'update' | 'init' | 'manual' | 'leadershipChange';
	/** What `getPollBudgetMs()` answers; n8n's 300,000 by default. */
	budgetMs?: number;
}

export interface PollResult {
	/** What the trigger emitted on its first output; empty when it returned null. */
	items: INodeExecutionData[];
	json: IDataObject[];
	/** All outputs, or null as the node returned it. */
	outputs: INodeExecutionData[][] | null;
	/** The node's static data after the poll. n8n saves it for sure only when something was emitted. */
	staticData: IDataObject;
	staticDataChanged: boolean;
	/** A poll that failed; the other fields are then as before it. */
	error?: NodeFailure;
}

export interface WebhookRequest {
	method?: string;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	params?: Record<string, string>;
	/** Parsed body; read from `rawBody` as JSON when left out. */
	body?: unknown;
	/** Bytes as sent; `JSON.stringify(body)` when left out. */
	rawBody?: Buffer | string;
	staticData?: IDataObject;
	mode?: WorkflowExecuteMode;
}

export interface WebhookAnswer {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

export interface WebhookResult {
	/** Sent by the node itself (say 403), by Respond to Webhook, or n8n's own 200. */
	response: WebhookAnswer;
	/** What followed; undefined when the node started no workflow. */
	run?: RunResult;
}

/** Credentials as stored, for reading and changing in tests. */
export interface CredentialBook {
	/** A copy of what is stored now (after a login: with the new token); throws when unknown. */
	data(nameOrId: string): ICredentialDataDecryptedObject;
	set(name: string, seed: CredentialSeed): void;
	/** How often a credential was stored anew, say by a login. */
	saves(nameOrId: string): number;
}

export interface Harness {
	run(workflow: WorkflowJson, options?: RunOptions): Promise<RunResult>;
	/** Goes on with an execution that was put to wait, as n8n does: the node's input passes to its first output. */
	resume(workflow: WorkflowJson, waiting: RunResult): Promise<RunResult>;
	/** Polls once; nothing after the trigger runs. */
	poll(workflow: WorkflowJson, nodeName: string, options?: PollOptions): Promise<PollResult>;
	/** Calls a webhook node and runs what follows. */
	webhook(workflow: WorkflowJson, nodeName: string, request?: WebhookRequest): Promise<WebhookResult>;
	/** Calls a method behind a dropdown or a column list, as the editor does. */
	callMethod(
		node: INode,
		kind: 'loadOptions' | 'listSearch' | 'resourceMapping',
		method: string,
		...parameters: unknown[]
	): Promise<unknown>;
	/** Binary data of an item, wherever n8n keeps it. */
	binary(item: INodeExecutionData, property?: string): Promise<Buffer>;
	credentials: CredentialBook;
	dataTables: DataTables;
	/** Adds a workflow that Execute Workflow may call by its id. */
	addWorkflow(workflow: WorkflowJson & { id: string }): void;
	/** Deletes the temporary folder. Call it in afterAll. */
	close(): Promise<void>;
}
