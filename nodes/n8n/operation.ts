import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Account } from '../amazon/transport/account';
import type { Client } from '../amazon/transport/contract';
import type { Clock } from '../amazon/transport/ports';

import type { Columns } from './columns';
import type { Risk } from './forms/risk';
import type { Params } from './params';

/** One thing an operation answers. */
export interface Output {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/**
 * What became of input item number `item`; an item may have several outcomes, never none. `output` counts the
 * operation's `outputs` from 0, its default.
 */
export type Outcome = { item: number; output?: number } & (Output | { error: Error });

/** What an operation may use while it runs. */
export interface Context {
	/** n8n's own functions: binary data, hints, progress. */
	n8n: IExecuteFunctions;
	client: Client;
	account: Account;
	params: Params;
	clock: Clock;
	/** The items of the second input; undefined when nothing is connected to it. */
	secondInput(): IDataObject[] | undefined;
	/** Aborts when the user stops the execution. */
	signal?: AbortSignal;
}

interface OperationDescription {
	/** Never changes after a release: workflows store it. */
	value: string;
	name: string;
	/** Sentence case; shown in n8n's node list. */
	action: string;
	description: string;
	/** For n8n's assistant and its MCP server: what to connect before and after; no expressions. */
	builderHint?: string;
	fields: INodeProperties[];
	/** Settings that may cost money or cannot be undone: the form warns of them. */
	risks?: readonly Risk[];
	/** Names of the inputs, when there are several; the first holds the items, the others may stay unconnected. */
	inputs?: readonly string[];
	/** Names of the outputs, when there are several. */
	outputs?: readonly string[];
	/** How the answers stand in n8n's table; without it each is as it is. */
	columns?: Columns;
	/** By status of an answer, what comes next; the hint after a run says it. An empty text adds nothing to the counts. */
	next?: Readonly<Record<string, string>>;
}

export interface EachOperation extends OperationDescription {
	/** How many items may be under way at once; 1 keeps their order of arrival. */
	parallel?: number;
	each(context: Context, item: number): Promise<Output | Output[]>;
}

export interface BatchOperation extends OperationDescription {
	batch(context: Context, items: IDataObject[]): Promise<Outcome[]> | Outcome[];
}

/** What the form shows and what happens, as one value. */
export type Operation = EachOperation | BatchOperation;

export interface Resource {
	value: string;
	name: string;
	operations: readonly Operation[];
	/** The `value` of the operation that is chosen first. */
	defaultOperation: string;
}
