import { Container } from '@n8n/di';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import { deepCopy } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData, Workflow } from 'n8n-workflow';
import type { PollOptions, PollResult, WorkflowJson } from './contract';
import { checkEvents } from './outputCheck';
import { plainStaticData, toFailure } from './runResult';
import type { Runtime } from './runtime';
import { findNode } from './startExecution';

/**
 * Polls a trigger once, with the static data given and a copy of the workflow. Throws when ours emits what its schema
 * does not know.
 */
export async function pollTrigger(
	runtime: Runtime,
	json: WorkflowJson,
	nodeName: string,
	{ staticData = {}, mode = 'trigger', activation = 'activate', budgetMs }: PollOptions,
): Promise<PollResult> {
	const { workflow, additionalData } = runtime.prepare(json, mode, {
		[`node:${nodeName}`]: deepCopy(staticData),
	});
	const node = findNode(workflow, nodeName);
	const context = new PollContext(workflow, node, additionalData, mode, activation);
	if (budgetMs !== undefined) Object.assign(context, { getPollBudgetMs: () => budgetMs });
	const result = await pollOnce(workflow, node, context, staticData);
	checkEvents(node, result.items);
	return result;
}

async function pollOnce(
	workflow: Workflow,
	node: INode,
	context: PollContext,
	staticData: IDataObject,
): Promise<PollResult> {
	try {
		const outputs = await workflow.expression.withIsolate(
			async () => await Container.get(TriggersAndPollers).runPollFunction(workflow, node, context),
		);
		const changed = Reflect.get(workflow.staticData, '__dataChanged') === true;
		return toPollResult(outputs, workflow.getStaticData('node', node), changed);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return { ...toPollResult(null, staticData, false), error: toFailure(error) };
	}
}

function toPollResult(
	outputs: INodeExecutionData[][] | null,
	staticData: IDataObject,
	staticDataChanged: boolean,
): PollResult {
	const items = outputs?.[0] ?? [];
	return {
		items,
		json: items.map(({ json }) => json),
		outputs,
		staticData: plainStaticData(staticData),
		staticDataChanged,
	};
}
