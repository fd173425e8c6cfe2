import { UserError, WorkflowOperationError } from 'n8n-workflow';
import type {
	ExecuteWorkflowData,
	ExecuteWorkflowOptions,
	IExecuteWorkflowInfo,
	INode,
	IRun,
	Workflow,
} from 'n8n-workflow';
import type { WorkflowJson } from './contract';
import type { Runtime } from './runtime';
import { startExecution } from './startExecution';

const starters = ['n8n-nodes-base.executeWorkflowTrigger', 'n8n-nodes-base.manualTrigger'];

/** What Execute Workflow starts: a workflow of this harness by id, or the one in its own parameter. */
export async function executeSubWorkflow(
	runtime: Runtime,
	info: IExecuteWorkflowInfo,
	options: ExecuteWorkflowOptions,
): Promise<ExecuteWorkflowData> {
	const execution = runtime.prepare(findWorkflow(runtime, info), options.executionMode ?? 'integrated');
	const executionId = execution.additionalData.executionId ?? '';
	const started = startExecution(execution, {
		startNode: startNodeOf(execution.workflow).name,
		items: options.inputData ?? [{ json: {} }],
	});
	if (options.doNotWaitToFinish) {
		void started.catch(() => undefined);
		return { executionId, data: [null] };
	}
	const run = await started;
	runtime.runs.set(executionId, run);
	const { error, lastNodeExecuted = '', runData } = run.data.resultData;
	if (error)
		throw 'message' in error ? Object.assign(new WorkflowOperationError(error.message), error) : error;
	return { executionId, data: lastOutput(runData[lastNodeExecuted]), waitTill: run.waitTill };
}

function lastOutput(
	turns: IRun['data']['resultData']['runData'][string] | undefined,
): ExecuteWorkflowData['data'] {
	return turns?.at(-1)?.data?.['main'] ?? [];
}

function findWorkflow(runtime: Runtime, { code, id }: IExecuteWorkflowInfo): WorkflowJson {
	const workflow = code ?? runtime.workflows.get(id ?? '');
	if (!workflow) throw new UserError(`Workflow "${id}" is not among the harness's workflows`);
	return workflow;
}

function startNodeOf(workflow: Workflow): INode {
	const nodes = Object.values(workflow.nodes);
	for (const type of starters) {
		const node = nodes.find((candidate) => candidate.type === type);
		if (node) return node;
	}
	throw new UserError('The workflow to execute has no node "When Executed by Another Workflow"');
}
