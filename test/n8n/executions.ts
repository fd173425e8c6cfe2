import { parse } from 'flatted';
import type { Rest } from './session';
import { waitFor } from './waiting';

/** One output item of a node. */
export interface OutputItem {
	json: Record<string, unknown>;
	binary?: Record<string, { fileName?: string; mimeType?: string }>;
	pairedItem?: unknown;
}

/** One run of one node: what it gave on each of its outputs, or its error. */
export interface NodeRun {
	outputs: OutputItem[][];
	error?: { message: string; description?: string; name?: string; httpCode?: string };
	startedAt: number;
	durationMs: number;
}

export interface Execution {
	id: string;
	workflowId: string;
	status: string;
	/** By node name; a node in a loop has several runs. */
	runs: Record<string, NodeRun[]>;
	/** The workflow's own error, when it failed. */
	error?: { message: string; description?: string; node?: { name: string } };
}

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	startedAt?: string;
	stoppedAt?: string;
}

const ENDED = ['success', 'error', 'crashed', 'canceled'];

/** Whether nothing more comes of an execution with this status. */
export function isEnded(status: string): boolean {
	return ENDED.includes(status);
}

/** Waits until an execution has ended (or `waiting`, with `orWaiting`) and reads it. */
export async function waitForExecution(
	rest: Rest,
	id: string,
	{ timeoutMs = 120_000, orWaiting = false } = {},
): Promise<Execution> {
	let status = 'unknown';
	await waitFor(
		`execution ${id} to end`,
		async () => {
			({ status } = await rest<ExecutionSummary>('GET', `/rest/executions/${id}`));
			return isEnded(status) || (orWaiting && status === 'waiting') ? status : undefined;
		},
		{ timeoutMs, lastSeen: () => `It is "${status}".` },
	);
	return await readExecution(rest, id);
}

/** An execution with the data of every node. */
export async function readExecution(rest: Rest, id: string): Promise<Execution> {
	const raw = await rest<ExecutionSummary & { data: string }>('GET', `/rest/executions/${id}`);
	const { resultData } = parse(raw.data) as RawExecutionData;
	const runs = Object.entries(resultData?.runData ?? {}).map(([name, list]) => [name, list.map(toNodeRun)]);
	return {
		id: raw.id,
		workflowId: raw.workflowId,
		status: raw.status,
		runs: Object.fromEntries(runs) as Record<string, NodeRun[]>,
		error: resultData?.error,
	};
}

/** The newest executions, of one workflow or of all. */
export async function listExecutions(
	rest: Rest,
	workflowId?: string,
	limit = 100,
): Promise<ExecutionSummary[]> {
	const filter = encodeURIComponent(JSON.stringify(workflowId === undefined ? {} : { workflowId }));
	const { results } = await rest<{ results: ExecutionSummary[] }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=${limit}`,
	);
	return results;
}

/** Why an execution failed, in one line. */
export function reasonOf(execution: Execution): string {
	const { error } = execution;
	if (error === undefined) return `execution ${execution.id} ended as "${execution.status}"`;
	const where = error.node ? `node "${error.node.name}": ` : '';
	return `${where}${error.message}${error.description ? ` (${error.description})` : ''}`;
}

interface RawRun {
	data?: { main?: Array<OutputItem[] | null> };
	error?: NodeRun['error'];
	startTime: number;
	executionTime: number;
}

interface RawExecutionData {
	resultData?: { runData?: Record<string, RawRun[]>; error?: Execution['error'] };
}

function toNodeRun(run: RawRun): NodeRun {
	return {
		outputs: (run.data?.main ?? []).map((items) => items ?? []),
		error: run.error,
		startedAt: run.startTime,
		durationMs: run.executionTime,
	};
}
