import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { IDataObject, INode, INodeExecutionData, IRun } from 'n8n-workflow';
import type { Execution } from './runtime';
import { ownPackage } from './loaders';

const nodesFolder = resolve(__dirname, '../../../nodes');

interface OutputSchema extends Record<string, unknown> {
	/** What the operation answers when Output is Raw; n8n does not look at it. */
	$defs?: { raw?: object };
}

interface Validators {
	usual: ValidateFunction;
	raw?: ValidateFunction;
	/** For Selected Fields: those that the schema names are as it says; others are Amazon's, where they may be asked for. */
	selected: ValidateFunction;
}

// `version` is n8n's own: the schemas of its nodes carry it.
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, keywords: ['version'] });
const FEED_FINISHED = 'AmazonTrigger: Feed Finished';
/** Those whose items are not orders as Get Many gives them. */
const EVENTS: Readonly<Record<string, string>> = {
	feedFinished: FEED_FINISHED,
	reportFinished: 'AmazonReports/report/get',
};
const compiled = new Map<string, Validators>();
const emitted = new Set<string>();

/** An item that "On Error: Continue" makes of an error (`toErrorJson`); the error output adds the input's fields. */
const isErrorItem = ajv.compile({
	type: 'object',
	required: ['error'],
	properties: {
		error: { type: 'string' },
		details: {
			type: 'object',
			additionalProperties: false,
			properties: {
				...{
					hint: { type: 'string' },
					message: { type: 'string' },
					code: { type: 'string' },
					status: { type: 'number' },
				},
				...{ requestId: { type: 'string' }, operation: { type: 'string' }, mayHaveArrived: { const: true } },
			},
		},
	},
});

/** Every `Node/resource/operation`, with its output's number, that has emitted an item in this process and passed. */
export function emittedOutputs(): ReadonlySet<string> {
	return emitted;
}

/**
 * Holds every item that our own nodes emitted against the output schema of its operation, in which objects are closed
 * unless they say otherwise. Throws an error that names operation, field and value's type.
 * @param pinned nodes whose output a test gave
 */
export function checkOutputs({ workflow }: Execution, run: IRun, pinned: ReadonlySet<string>): void {
	for (const [name, turns] of Object.entries(run.data.resultData.runData)) {
		const node = workflow.getNode(name);
		const operation = node === null || pinned.has(name) ? undefined : operationOf(node);
		if (node === null || operation === undefined) continue;
		for (const outputs of turns.map(({ data }) => data?.['main'] ?? [])) {
			outputs.forEach((items, output) => {
				for (const { json } of items ?? []) checkItem({ node, operation, output }, json);
			});
		}
	}
}

/**
 * The same for what a trigger emitted. n8n looks output schemas up by resource and operation, and an event is neither,
 * so none is published; orders come as Get Many gives them, reports as Get does.
 */
export function checkEvents(node: INode, items: readonly INodeExecutionData[]): void {
	if (!node.type.startsWith(`${ownPackage().name}.`)) return;
	const { event } = node.parameters;
	const operation = (typeof event === 'string' ? EVENTS[event] : undefined) ?? 'AmazonOrders/order/getMany';
	for (const { json } of items) check({ node, operation }, json);
}

interface Place {
	node: INode;
	operation: string;
	output: number;
}

/** `AmazonOrders/order/get`; undefined for other packages' nodes and for triggers. */
function operationOf({ type, parameters: { resource, operation } }: INode): string | undefined {
	const [packageName, name = ''] = type.split('.');
	if (packageName !== ownPackage().name) return undefined;
	if (typeof resource !== 'string' || typeof operation !== 'string') return undefined;
	return [name.charAt(0).toUpperCase() + name.slice(1), resource, operation].join('/');
}

function checkItem({ node, operation, output }: Place, json: IDataObject): void {
	if (node.onError?.startsWith('continue') && isErrorItem(json)) return;
	check({ node, operation }, json);
	emitted.add(`${operation} output ${output}`);
}

function check({ node, operation }: Omit<Place, 'output'>, json: IDataObject): void {
	const validate = validatorFor(node, validatorsOf(operation));
	if (!validate(withoutKept(node, json))) throw new Error(complaint(operation, validate.errors ?? []));
}

/** By what the node was asked for: an action by its Output, a trigger by Simplify. */
function validatorFor({ parameters: { output, simplify } }: INode, { usual, raw, selected }: Validators) {
	if (output === 'fields') return selected;
	return output === 'raw' || simplify === false ? (raw ?? usual) : usual;
}

/** The item without the input's own fields that "Fields to Keep" repeats. */
function withoutKept({ parameters: { options } }: INode, json: IDataObject): IDataObject {
	const keepFields: unknown = isRecord(options) ? Reflect.get(options, 'keepFields') : undefined;
	if (typeof keepFields !== 'string' || keepFields === '') return json;
	const kept = keepFields.split(',').map((field) => field.trim());
	return Object.fromEntries(Object.entries(json).filter(([name]) => !kept.includes(name)));
}

function complaint(operation: string, errors: readonly ErrorObject[]): string {
	const told = errors.map(({ instancePath, message, params }) => {
		const extra: unknown = params['additionalProperty'];
		return typeof extra === 'string' ? `${instancePath}/${extra} is not in it` : `${instancePath} ${message}`;
	});
	return `${operation} emits what its output schema does not know: ${[...new Set(told)].join('; ')}`;
}

function validatorsOf(operation: string): Validators {
	const known = compiled.get(operation);
	if (known !== undefined) return known;
	const schema: OutputSchema = JSON.parse(readFileSync(fileOf(operation), 'utf8'));
	const raw = schema.$defs?.raw;
	const validators = {
		usual: ajv.compile(closed(schema) as object),
		selected: ajv.compile(raw === undefined ? (closed(schema) as object) : schema),
		...(raw !== undefined && { raw: ajv.compile(raw) }),
	};
	compiled.set(operation, validators);
	return validators;
}

function fileOf(operation: string): string {
	const [node = '', ...rest] = operation.split('/');
	if (operation === FEED_FINISHED) return join(__dirname, 'feedFinished.schema.json');
	return `${join(nodesFolder, node, '__schema__', 'v1.0.0', ...rest)}.json`;
}

/** The same schema, in which objects hold nothing but what is named unless `additionalProperties` says otherwise. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (!isRecord(schema)) return schema;
	const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
	const isObject = schema['type'] === 'object';
	return isObject && !('additionalProperties' in schema) ? { ...inner, additionalProperties: false } : inner;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
