import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Account } from '../amazon/transport/account';
import type { Client } from '../amazon/transport/contract';
import type { Clock } from '../amazon/transport/ports';

import type { Columns } from './columns';
import type { Params } from './params';

/** A risky setting of an operation: what can happen, and what to choose instead. */
export interface Risk {
	/** JavaScript over n8n's `$parameter`, without braces; true where the setting is risky. */
	when: string;
	message: string;
	/** Of what cannot be undone. */
	isFinal?: true;
}

/** One thing an operation answers. */
export interface Output {
	json: IDataObject;
	binary?: IBinaryKeyData;
	/** Which of the operation's `outputs`, counted from 0, its default. */
	output?: number;
}

/**
 * What became of input item number `item`; an item may have several outcomes, never none. An error leaves through the operation's
 * `errorOutput`.
 */
export type Outcome = { item: number } & (Output | { error: Error; output?: undefined });

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
	/** Which of them errors leave through with "On Error: Continue", counted from 0, its default. */
	errorOutput?: number;
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
