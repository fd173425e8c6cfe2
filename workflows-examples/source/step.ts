import type { INode, INodeParameters } from 'n8n-workflow';

/** Every node that the workflows are made of: its type and the one version of it that they all use. */
const KINDS = {
	amazonListings: ['n8n-nodes-amazon-seller.amazonListings', 1],
	amazonOrders: ['n8n-nodes-amazon-seller.amazonOrders', 1],
	amazonReports: ['n8n-nodes-amazon-seller.amazonReports', 1],
	amazonTrigger: ['n8n-nodes-amazon-seller.amazonTrigger', 1],
	code: ['n8n-nodes-base.code', 2],
	crypto: ['n8n-nodes-base.crypto', 2],
	dataTable: ['n8n-nodes-base.dataTable', 1.1],
	extractFromFile: ['n8n-nodes-base.extractFromFile', 1.1],
	filter: ['n8n-nodes-base.filter', 2.3],
	httpRequest: ['n8n-nodes-base.httpRequest', 4.5],
	if: ['n8n-nodes-base.if', 2.3],
	manualTrigger: ['n8n-nodes-base.manualTrigger', 1],
	noOp: ['n8n-nodes-base.noOp', 1],
	respondToWebhook: ['n8n-nodes-base.respondToWebhook', 1.5],
	scheduleTrigger: ['n8n-nodes-base.scheduleTrigger', 1.4],
	set: ['n8n-nodes-base.set', 3.4],
	stickyNote: ['n8n-nodes-base.stickyNote', 1],
	switch: ['n8n-nodes-base.switch', 3.4],
	wait: ['n8n-nodes-base.wait', 1.1],
	webhook: ['n8n-nodes-base.webhook', 2.1],
} as const satisfies Record<string, readonly [type: string, version: number]>;

export type Kind = keyof typeof KINDS;

/** A step's id, which never changes, and its upper left corner on the canvas in n8n's pixels. */
export interface Place {
	id: string;
	at: [x: number, y: number];
}

/** The id that each step has in a workflow, by its name. */
export type Ids<Name extends string> = Record<Name, string>;

/** What a step does beside its parameters, in the order in which the JSON names it. */
const BEHAVIOUR = [
	...['webhookId', 'credentials', 'executeOnce', 'alwaysOutputData'],
	...['retryOnFail', 'maxTries', 'waitBetweenTries', 'onError'],
] as const;

export type Behaviour = Partial<
	Pick<
		INode,
		| ('webhookId' | 'credentials' | 'executeOnce' | 'alwaysOutputData')
		| ('retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'onError')
	>
>;

export type StepOptions = Place & Behaviour & { parameters?: INodeParameters };

/** A node of n8n with its keys always in the same order. */
export function step(
	kind: Kind,
	name: string,
	{ id, at, parameters = {}, ...behaviour }: StepOptions,
): INode {
	const [type, typeVersion] = KINDS[kind];
	const node = { id, name, type, typeVersion, position: at, parameters };
	return { ...node, ...inOrder(behaviour) };
}

export interface NoteOptions extends Place {
	size: [width: number, height: number];
	/** n8n's number of a colour: 5 for the first note, 6 for what to change, 7 for how it works, 3 for what needs care. */
	color?: number;
	/** Markdown, line by line. */
	text: string[];
}

/** A note on the canvas; notes are numbered from 1 in each workflow. */
export function note(number: number, { id, at, size: [width, height], color, text }: NoteOptions): INode {
	const parameters = { content: text.join('\n'), width, height, ...(color === undefined ? {} : { color }) };
	return step('stickyNote', `Note ${number}`, { id, at, parameters });
}

function inOrder(behaviour: Behaviour): Behaviour {
	const entries = Object.entries(behaviour);
	return Object.fromEntries(BEHAVIOUR.flatMap((key) => entries.filter(([name]) => name === key)));
}
