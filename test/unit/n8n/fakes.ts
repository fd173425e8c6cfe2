import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import type { Operation, Resource } from '../../../nodes/n8n/operation';

export interface FakeOptions {
	parameters?: INodeParameters;
	items?: IDataObject[];
	continueOnFail?: boolean;
	/** What n8n makes of a parameter for an item; the parameter itself when left out. */
	evaluate?: (name: string, item: number) => unknown;
	credentials?: IDataObject;
	signal?: AbortSignal;
}

export interface FakeExecution {
	n8n: IExecuteFunctions;
	/** Parameters read, as `name item`. */
	reads: string[];
}

/** The little of n8n that the floor `n8n` asks for while a node runs; no network. */
export function fakeExecution(options: FakeOptions = {}): FakeExecution {
	const { items = [{}], continueOnFail = false, signal } = options;
	const parameters: INodeParameters = { resource: 'thing', operation: 'do', ...options.parameters };
	const reads: string[] = [];
	const node: INode = {
		id: '1',
		name: 'Amazon',
		type: 'amazonListings',
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const functions = {
		getNode: () => node,
		getMode: () => 'trigger',
		getInputData: (): INodeExecutionData[] => items.map((json) => ({ json })),
		getNodeParameter: (name: string, item: number, fallback: unknown) => {
			reads.push(`${name} ${item}`);
			if (options.evaluate !== undefined) return options.evaluate(name, item);
			return parameters[name] ?? fallback;
		},
		getCredentials: async () => await Promise.resolve(options.credentials ?? CREDENTIAL),
		getExecutionCancelSignal: () => signal,
		continueOnFail: () => continueOnFail,
		helpers: {},
		logger: { debug() {}, info() {}, warn() {}, error() {} },
	};
	return { n8n: functions as unknown as IExecuteFunctions, reads };
}

export const CREDENTIAL: IDataObject = {
	environment: 'mock',
	mockUrl: 'http://127.0.0.1:9',
	mockAccount: 'own',
	region: 'eu',
	marketplaces: ['A1PA6795UKMFR9'],
	sellerId: 'S',
	lwaClientId: 'C',
	lwaClientSecret: 'X',
	refreshToken: 'R',
};

type Work =
	| Pick<Extract<Operation, { each: unknown }>, 'each' | 'parallel'>
	| Pick<Extract<Operation, { batch: unknown }>, 'batch'>;

/** One resource `thing` with one operation `do`. */
export function resourceOf(work: Work): Resource[] {
	const description = { value: 'do', name: 'Do', action: 'Do it', description: 'Does it', fields: [] };
	return [
		{ value: 'thing', name: 'Thing', defaultOperation: 'do', operations: [{ ...description, ...work }] },
	];
}
