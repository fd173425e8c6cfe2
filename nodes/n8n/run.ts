import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { connect } from './account';
import { alignRows } from './columns';
import { toErrorJson, toNodeError } from './errors';
import type { BatchOperation, Context, EachOperation, Operation, Outcome, Resource } from './operation';
import { Params } from './params';
import { addSummary } from './summary';
import { toError } from '../amazon/transport/errors';
import { pool } from '../amazon/transport/pool';

/**
 * Runs the chosen operation over all input items: the only place that loops, pairs each answer with its
 * item, wraps errors and knows "On Error: Continue".
 */
export async function run(
	n8n: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const input = n8n.getInputData();
	const operation = findOperation(n8n, resources);
	const outputs: INodeExecutionData[][] = (operation.outputs ?? ['']).map(() => []);
	if (input.length === 0) return outputs;
	const outcomes = await outcomesOf(n8n, operation, input);
	addSummary(n8n, operation, outcomes);
	const isRaw = n8n.getNodeParameter('output', 0, 'simple') === 'raw';
	for (const outcome of isRaw ? outcomes : aligned(outcomes, operation)) {
		const usual = 'error' in outcome ? operation.errorOutput : undefined;
		outputs[outcome.output ?? usual ?? 0]?.push(toExecutionData(n8n, outcome));
	}
	return outputs;
}

/** Errors stay as they are. */
function aligned(outcomes: Outcome[], { columns }: Operation): Outcome[] {
	if (columns === undefined) return outcomes;
	const answers = outcomes.filter((outcome) => 'json' in outcome);
	const rows = alignRows(
		answers.map(({ json }) => json),
		columns,
	).values();
	return outcomes.map((outcome) =>
		'json' in outcome ? { ...outcome, json: rows.next().value ?? {} } : outcome,
	);
}

function findOperation(n8n: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const resource = n8n.getNodeParameter('resource', 0);
	const value = n8n.getNodeParameter('operation', 0);
	const operation = resources
		.find((candidate) => candidate.value === resource)
		?.operations.find((candidate) => candidate.value === value);
	if (operation === undefined) {
		throw toNodeError(
			n8n.getNode(),
			new Error(`"${String(resource)}: ${String(value)}" does not exist here`),
		);
	}
	return operation;
}

async function outcomesOf(
	n8n: IExecuteFunctions,
	operation: Operation,
	input: INodeExecutionData[],
): Promise<Outcome[]> {
	try {
		const context = await open(n8n);
		if ('each' in operation) return await runEach(context, operation, input.length);
		return await runBatch(
			context,
			operation,
			input.map(({ json }) => json),
		);
	} catch (error) {
		if (!n8n.continueOnFail()) throw toNodeError(n8n.getNode(), error);
		const failed = toError(error);
		return input.map((_, item) => ({ item, error: failed }));
	}
}

async function open(n8n: IExecuteFunctions): Promise<Context> {
	const { account, client, clock } = await connect(n8n);
	const signal = n8n.getExecutionCancelSignal();
	return {
		...{ n8n, account, client, clock, params: new Params(n8n), signal },
		secondInput: () => secondInputOf(n8n),
	};
}

/** n8n gives an unconnected input and an empty one alike as no items; only its raw data tells them apart. */
function secondInputOf(n8n: IExecuteFunctions): IDataObject[] | undefined {
	const inputs = n8n.getExecuteData().data.main ?? [];
	return inputs.length > 1 ? (inputs[1] ?? []).map(({ json }) => json) : undefined;
}

/** At most `parallel` items at once; the answers keep the order of the items. */
async function runEach(context: Context, operation: EachOperation, count: number): Promise<Outcome[]> {
	const items = Array.from({ length: count }, (_, item) => item);
	let isOver = false;
	const options = { atOnce: operation.parallel ?? 1, isOver: () => isOver };
	const answers = await pool(items, options, async (item) => {
		const outcomes = await answer(context, operation, item);
		isOver ||= !context.n8n.continueOnFail() && outcomes.some((outcome) => 'error' in outcome);
		return outcomes;
	});
	return answers.flat();
}

async function answer(context: Context, operation: EachOperation, item: number): Promise<Outcome[]> {
	try {
		const output = await operation.each(context, item);
		return (Array.isArray(output) ? output : [output]).map((one) => ({ item, ...one }));
	} catch (error) {
		return [{ item, error: toError(error) }];
	}
}

async function runBatch(
	context: Context,
	operation: BatchOperation,
	items: IDataObject[],
): Promise<Outcome[]> {
	const outcomes = await operation.batch(context, items);
	const answered = new Set(outcomes.map(({ item }) => item));
	const missing = items.findIndex((_, item) => !answered.has(item));
	if (missing >= 0)
		throw new Error(`[Item ${missing}] got no answer from "${operation.name}"; please report this`);
	return outcomes.sort((one, other) => one.item - other.item);
}

function toExecutionData(n8n: IExecuteFunctions, outcome: Outcome): INodeExecutionData {
	const pairedItem = { item: outcome.item };
	if (!('error' in outcome)) return { json: outcome.json, binary: outcome.binary, pairedItem };
	if (!n8n.continueOnFail()) throw toNodeError(n8n.getNode(), outcome.error, outcome.item);
	return { json: toErrorJson(outcome.error), pairedItem };
}
