import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readModelJson } from './models';

interface SwaggerParameter {
	name: string;
	in: 'query' | 'path' | 'body' | 'header';
	required?: boolean;
	/** Of a list. */
	maxItems?: number;
	/** Of a number. */
	maximum?: number;
}

/** One request and answer of Amazon's static sandbox. */
export interface SandboxPair {
	request: { parameters: Record<string, { value?: unknown }> };
	response: unknown;
}

interface SwaggerOperation {
	operationId: string;
	description?: string;
	parameters?: SwaggerParameter[];
	responses: Record<string, { schema?: object; 'x-amzn-api-sandbox'?: { static?: SandboxPair[] } }>;
}

interface SwaggerModel {
	paths: Record<string, Record<string, SwaggerOperation>>;
	definitions: Record<string, object>;
}

export interface Operation extends SwaggerOperation {
	method: string;
	path: string;
}

/** One API of Amazon's, with validators made from its definitions. */
export interface Model {
	operations: Operation[];
	/** Problems of an answer's body under the schema of its operation and status; empty when it is valid. */
	problemsOf(operationId: string, status: number, body: unknown): string[];
}

/** The models of the APIs that the simulator serves. */
export const MODEL_FILES = [
	'models/sellers.json',
	'models/feeds_2021-06-30.json',
	'models/listingsItems_2021-08-01.json',
	'models/orders_2026-01-01.json',
	'models/ordersV0.json',
] as const;

/** Those about reports: all of their operations are served. */
export const REPORT_MODEL_FILES = [
	'models/reports_2021-06-30.json',
	'models/tokens_2021-03-01.json',
] as const;

/** And those of which it serves single operations, as far as access to them can be checked. */
export const ALL_MODEL_FILES = [
	...MODEL_FILES,
	...REPORT_MODEL_FILES,
	'models/definitionsProductTypes_2020-09-01.json',
	'models/catalogItems_2022-04-01.json',
	'models/notifications.json',
] as const;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Closes every object with declared properties, so that a misspelt field is a problem. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema;
	const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
	const copy = Object.fromEntries(entries) as Record<string, unknown>;
	if (copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy)) {
		copy['additionalProperties'] = false;
	}
	return copy;
}

export function problemsIn(errors: ErrorObject[] | null | undefined): string[] {
	return (errors ?? []).map(
		({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
	);
}

function operationsOf(model: Partial<SwaggerModel>): Operation[] {
	return Object.entries(model.paths ?? {}).flatMap(([path, byMethod]) =>
		Object.entries(byMethod)
			.filter(([method]) => METHODS.includes(method))
			.map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
	);
}

/** The operations of a file; none for a file that is no model. */
export function operationsIn(file: string): Operation[] {
	return operationsOf(readModelJson<Partial<SwaggerModel>>(file));
}

const models = new Map<string, Model>();

/** Reads one of Amazon's Swagger 2 models, once. */
function readModel(file: string): Model {
	const model = models.get(file) ?? compileModel(file);
	models.set(file, model);
	return model;
}

/** The operations of the models; both order APIs have a `getOrder`. */
export function allOperations(files: readonly string[] = MODEL_FILES): Operation[] {
	return files.flatMap((file) => readModel(file).operations);
}

/** The problems of an answer under the first of the models that has the operation. */
export function problemsOfAnswer(operationId: string, status: number, body: unknown): string[] {
	const model = ALL_MODEL_FILES.map(readModel).find(({ operations }) =>
		operations.some((operation) => operation.operationId === operationId),
	);
	return model?.problemsOf(operationId, status, body) ?? [`no model has ${operationId}`];
}

function compileModel(file: string): Model {
	const model = readModelJson<SwaggerModel>(file);
	const operations = operationsOf(model);
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	ajv.addSchema({ $id: 'model', definitions: closed(model.definitions) as object });
	const validators = new Map<object, ValidateFunction>();
	const validatorOf = (schema: object): ValidateFunction => {
		const known = validators.get(schema);
		const text = JSON.stringify(schema).replaceAll('"#/definitions/', '"model#/definitions/');
		const validator = known ?? ajv.compile(JSON.parse(text) as object);
		validators.set(schema, validator);
		return validator;
	};
	const problemsOf = (operationId: string, status: number, body: unknown): string[] => {
		const operation = operations.find((candidate) => candidate.operationId === operationId);
		const response = operation?.responses[String(status)];
		if (response === undefined) return [`${operationId} has no answer with status ${status}`];
		if (response.schema === undefined) return body === undefined ? [] : ['no body is expected'];
		const validator = validatorOf(response.schema);
		return validator(body) ? [] : problemsIn(validator.errors);
	};
	return { operations, problemsOf };
}
