import type {
	IDataObject,
	IExecuteResponsePromiseData,
	INodeExecutionData,
	IRun,
	ITaskData,
} from 'n8n-workflow';
import type { NodeFailure, NodeRun, RunResult, WebhookAnswer } from './contract';
import type { Execution } from './runtime';

/** n8n's run as tests look at it. */
export function toRunResult(run: IRun, execution: Execution): RunResult {
	const { runData, error } = run.data.resultData;
	const nodes = Object.fromEntries(
		Object.entries(runData).map(([name, turns]) => [name, turns.map(toNodeRun)]),
	);
	const turns = Object.entries(nodes).flatMap(([name, list]) => list.map((turn) => ({ name, turn })));
	turns.sort((left, right) => left.turn.executionIndex - right.turn.executionIndex);
	const items = (node: string, output = 0): INodeExecutionData[] =>
		(nodes[node] ?? []).flatMap(({ outputs }) => outputs[output] ?? []);
	return {
		status: toStatus(run),
		error: error && toFailure(error),
		nodes,
		order: turns.map(({ name }) => name),
		hints: turns.flatMap(({ turn }) => turn.hints),
		items,
		json: (node, output) => items(node, output).map(({ json }) => json),
		responses: execution.responses.map(toAnswer),
		staticData: plainStaticData(execution.workflow.staticData),
		waitTill: run.waitTill ?? undefined,
		raw: run,
	};
}

/** The fields of an error that survive being stored. */
export function toFailure(error: object): NodeFailure {
	const text = (key: string) => {
		const value: unknown = Reflect.get(error, key);
		return typeof value === 'string' ? value : undefined;
	};
	const node: unknown = Reflect.get(error, 'node');
	const context: unknown = Reflect.get(error, 'context');
	return {
		name: text('name') ?? 'Error',
		message: text('message') ?? '',
		description: text('description') ?? undefined,
		httpCode: text('httpCode'),
		node: typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : undefined,
		itemIndex: itemIndexIn(context),
	};
}

function itemIndexIn(context: unknown): number | undefined {
	if (typeof context !== 'object' || context === null || !('itemIndex' in context)) return undefined;
	return typeof context.itemIndex === 'number' ? context.itemIndex : undefined;
}

/** Without n8n's observer of changes. */
export function plainStaticData(staticData: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(staticData));
}

function toStatus({ status }: IRun): RunResult['status'] {
	if (status === 'success' || status === 'waiting' || status === 'canceled') return status;
	return 'error';
}

function toNodeRun({ data, error, hints = [], executionIndex, executionTime }: ITaskData): NodeRun {
	return {
		outputs: (data?.['main'] ?? []).map((items) => items ?? []),
		error: error && toFailure(error),
		hints,
		executionIndex,
		executionTimeMs: executionTime,
	};
}

function toAnswer(response: IExecuteResponsePromiseData): WebhookAnswer {
	const isFull = typeof response === 'object' && !Array.isArray(response) && 'statusCode' in response;
	if (!isFull) return { statusCode: 200, headers: {}, body: response };
	const headers = Object.entries(response['headers'] ?? {}).map(([name, value]) => [name, String(value)]);
	return {
		statusCode: Number(response['statusCode']),
		headers: Object.fromEntries(headers),
		body: response['body'],
	};
}
