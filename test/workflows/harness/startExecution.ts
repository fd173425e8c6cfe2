import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IPinData,
	IRun,
	IRunExecutionData,
	Workflow,
} from 'n8n-workflow';
import { checkOutputs } from './outputCheck';
import type { Execution } from './runtime';

export interface Start {
	startNode?: string;
	items?: Array<INodeExecutionData | IDataObject>;
	destinationNode?: string;
	/** Output of nodes that are not to run. */
	pinData?: IPinData;
	/** Output data of a trigger that has already run, one list of items per output. */
	triggered?: INodeExecutionData[][];
}

const empty: INodeExecutionData[] = [{ json: {} }];

/** Runs a workflow from one node to its end. Failures of nodes are in the run, not thrown. */
export async function startExecution(execution: Execution, start: Start): Promise<IRun> {
	const node = findStartNode(execution.workflow, start);
	const items = start.items?.map(toItem);
	const emits = items !== undefined && isTrigger(execution.workflow, node);
	const data = createRunExecutionData({
		startData: start.destinationNode ? toDestination(execution.workflow, start.destinationNode) : undefined,
		executionData: {
			nodeExecutionStack: [{ node, data: { main: start.triggered ?? [items ?? empty] }, source: null }],
		},
		resultData: { pinData: { ...start.pinData, ...(emits && { [node.name]: items }) } },
	});
	return await processExecution(execution, data);
}

/**
 * Goes on with the run data of an execution that was put to wait. Throws when a node of ours emits what its output
 * schema does not know.
 */
export async function processExecution(execution: Execution, data: IRunExecutionData): Promise<IRun> {
	const { additionalData, mode, workflow } = execution;
	const run = await new WorkflowExecute(additionalData, mode, data).processRunExecutionData(workflow);
	checkOutputs(execution, run, new Set(Object.keys(data.resultData.pinData ?? {})));
	return run;
}

export function findNode(workflow: Workflow, name: string): INode {
	const node = workflow.getNode(name);
	if (!node) throw new Error(`There is no node "${name}" among: ${Object.keys(workflow.nodes).join(', ')}`);
	return node;
}

function findStartNode(workflow: Workflow, { startNode, destinationNode }: Start): INode {
	const node =
		startNode === undefined ? workflow.getStartNode(destinationNode) : findNode(workflow, startNode);
	if (!node) throw new Error('The workflow has no node to start from: name one as startNode');
	return node;
}

function toDestination(workflow: Workflow, nodeName: string) {
	return {
		destinationNode: { nodeName, mode: 'inclusive' as const },
		runNodeFilter: [...workflow.getParentNodes(nodeName), nodeName],
	};
}

/** What such a node emits is pinned: run by hand, n8n would ask the node itself. */
function isTrigger(workflow: Workflow, { type, typeVersion }: INode): boolean {
	const nodeType = workflow.nodeTypes.getByNameAndVersion(type, typeVersion);
	return ['trigger', 'poll', 'webhook'].some((method) => method in nodeType);
}

function toItem(item: INodeExecutionData | IDataObject): INodeExecutionData {
	return isItem(item) ? item : { json: item };
}

function isItem(item: INodeExecutionData | IDataObject): item is INodeExecutionData {
	return typeof item['json'] === 'object' && item['json'] !== null && !Array.isArray(item['json']);
}
