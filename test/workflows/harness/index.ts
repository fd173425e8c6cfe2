import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';
import { callMethod } from './callMethod';
import { callWebhook } from './callWebhook';
import type { Harness, HarnessOptions, RunOptions, RunResult, WorkflowJson } from './contract';
import { acquireEngine, releaseEngine } from './engine';
import { nodesBaseLoader, ownLoader, packageLoader } from './loaders';
import { pollTrigger } from './pollTrigger';
import { toRunResult } from './runResult';
import { Runtime } from './runtime';
import { processExecution, startExecution } from './startExecution';

export type * from './contract';

/**
 * n8n's own engine in this process, with the project's nodes, n8n's nodes, credentials and data tables in
 * memory. No server, no database. Close it when done.
 */
export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
	await acquireEngine(options.binaryMode ?? 'filesystem');
	const { packageFolder } = options;
	const own = packageFolder === undefined ? ownLoader() : await packageLoader(packageFolder);
	const runtime = new Runtime([own, nodesBaseLoader()], options);
	let open = true;
	return {
		run: async (workflow, runOptions = {}) => await run(runtime, workflow, runOptions),
		resume: async (workflow, waiting) => await resume(runtime, workflow, waiting),
		poll: async (workflow, node, pollOptions = {}) => await pollTrigger(runtime, workflow, node, pollOptions),
		webhook: async (workflow, node, request = {}) => await callWebhook(runtime, workflow, node, request),
		callMethod: async (node, ...call) => await callMethod(runtime, node, ...call),
		binary: readBinary,
		credentials: runtime.credentials,
		dataTables: runtime.dataTables,
		addWorkflow: (workflow) => void runtime.workflows.set(workflow.id, workflow),
		close: async () => {
			if (open) releaseEngine();
			open = false;
		},
	};
}

async function run(runtime: Runtime, workflow: WorkflowJson, options: RunOptions): Promise<RunResult> {
	const { startNode, destinationNode, items, mode = 'manual', staticData } = options;
	const pinData = mode === 'manual' ? workflow.pinData : undefined;
	const execution = runtime.prepare(workflow, mode, staticData);
	return toRunResult(
		await startExecution(execution, { startNode, destinationNode, items, pinData }),
		execution,
	);
}

async function resume(runtime: Runtime, workflow: WorkflowJson, waiting: RunResult): Promise<RunResult> {
	if (waiting.status !== 'waiting')
		throw new Error(`Only a waiting execution goes on, this one is ${waiting.status}`);
	const data = structuredClone(waiting.raw.data);
	const execution = runtime.prepare(workflow, waiting.raw.mode, waiting.staticData);
	return toRunResult(await processExecution(execution, data), execution);
}

async function readBinary(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
	const binary = item.binary?.[property];
	if (!binary) throw new Error(`The item has no binary data "${property}"`);
	return await Container.get(BinaryDataService).getAsBuffer(binary);
}
