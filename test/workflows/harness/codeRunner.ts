import { DateTime, Duration, Interval } from 'luxon';
import { getAdditionalKeys } from 'n8n-core';
import { WorkflowDataProxy } from 'n8n-workflow';
import type { INodeExecutionData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { createContext, runInContext, type Context } from 'node:vm';

type RunnerTask = IWorkflowExecuteAdditionalData['startRunnerTask'];
type TaskInput = Parameters<RunnerTask>;

type Result<Output, Failure> = { ok: true; result: Output } | { ok: false; error: Failure };

interface CodeSettings {
	code: string;
	nodeMode: 'runOnceForAllItems' | 'runOnceForEachItem' | 'runCode';
	continueOnFail: boolean;
	chunk?: { startIndex: number; count: number };
	additionalProperties?: Record<string, unknown>;
}

interface CodeRun {
	settings: CodeSettings;
	items: INodeExecutionData[];
	proxyFor: (item: number) => object;
}

/** Stands in for n8n's task runner: the Code node's JavaScript in a context of its own in this process. */
export async function runCodeTask<Output, Failure>(...input: TaskInput): Promise<Result<Output, Failure>> {
	const run: CodeRun = { settings: input[2] as CodeSettings, items: input[11], proxyFor: dataProxies(input) };
	try {
		const result = run.settings.nodeMode === 'runOnceForEachItem' ? await eachItem(run) : await allItems(run);
		return { ok: true, result: result as Output };
	} catch (error) {
		return { ok: false, error: error as Failure };
	}
}

function dataProxies(input: TaskInput): (item: number) => object {
	const [additionalData, , , , , , workflow, runExecutionData, runIndex, , node, items, parameters, mode] =
		input;
	const [environment, executeData] = [input[14], input[15]];
	const keys = getAdditionalKeys(additionalData, mode, runExecutionData);
	return (item) =>
		new WorkflowDataProxy(
			workflow,
			runExecutionData,
			runIndex,
			item,
			node,
			items,
			parameters,
			mode,
			keys,
			executeData,
			-1,
			{},
			undefined,
			environment,
		).getDataProxy({ throwOnMissingExecutionData: false });
}

async function allItems({ settings, items, proxyFor }: CodeRun): Promise<unknown> {
	const context = codeContext(settings, proxyFor(0), { items });
	try {
		return (await execute(settings.code, context)) ?? [];
	} catch (error) {
		if (!settings.continueOnFail) throw error;
		return [{ json: { error: messageOf(error) } }];
	}
}

async function eachItem({ settings, items, proxyFor }: CodeRun): Promise<unknown[]> {
	const { startIndex, count } = settings.chunk ?? { startIndex: 0, count: items.length };
	const results: unknown[] = [];
	for (let index = startIndex; index < startIndex + count; index += 1) {
		const context = codeContext(settings, proxyFor(index), { item: items[index] });
		try {
			const result = await execute(settings.code, context);
			if (result !== null && result !== undefined) results.push(toItem(result, index));
		} catch (error) {
			if (!settings.continueOnFail) throw error;
			results.push(toItem({ json: { error: messageOf(error) } }, index));
		}
	}
	return results;
}

function codeContext(settings: CodeSettings, proxy: object, input: object): Context {
	const names = { DateTime, Duration, Interval, console: { log() {} }, Buffer, URL, URLSearchParams };
	return createContext({ ...names, ...proxy, ...input, ...settings.additionalProperties });
}

/** Runs the code; what it returns passes through JSON, as between n8n and its runner. */
async function execute(code: string, context: Context): Promise<unknown> {
	const result: unknown = await runInContext(`(async function codeNode() {${code}\n})()`, context);
	return result === undefined ? undefined : JSON.parse(JSON.stringify(result));
}

function toItem(result: unknown, index: number): object {
	const isItem = typeof result === 'object' && result !== null && ('json' in result || 'binary' in result);
	return isItem ? { ...result, pairedItem: { item: index } } : { json: result, pairedItem: { item: index } };
}

function messageOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'message' in error
		? String(error.message)
		: String(error);
}
