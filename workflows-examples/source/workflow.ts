import type { IConnection, IConnections, INode, INodeConnections, IWorkflowSettings } from 'n8n-workflow';

/** A step that items go to; `into` names another of its inputs than the first. */
export type Target = string | { step: string; input: number };

/** Where the items of each output go, by the step's name: to one step, to several, or (`[]`) to none. */
export type Wires = Record<string, Array<Target | Target[]>>;

/** Steps with the wires between them, as a part gives them and a workflow takes them. */
export interface Part {
	steps: INode[];
	wires: Wires;
}

export interface WorkflowOptions extends Part {
	/** The name of the JSON file, without `.json`. */
	file: string;
	/** n8n's id of the workflow, which never changes. */
	id: string;
	/** What n8n calls it. */
	name: string;
	/** Whether n8n keeps the data of runs that went well. Webhooks come too often for that, and carry buyers' data. */
	keepsSuccesses: boolean;
}

/** A workflow as n8n imports it, and the file it goes to. */
export interface Workflow {
	file: string;
	json: {
		id: string;
		name: string;
		nodes: INode[];
		connections: IConnections;
		active: boolean;
		settings: IWorkflowSettings;
		pinData: object;
		meta: object;
		tags: string[];
	};
}

/** Throws when a wire begins or ends at a step that is not there, or two steps have one name. */
export function workflow({ file, id, name, keepsSuccesses, steps, wires }: WorkflowOptions): Workflow {
	checkNames(file, steps, wires);
	const quiet = { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'all' } as const;
	const json = {
		...{ id, name, nodes: steps, connections: toConnections(steps, wires), active: false },
		settings: { executionOrder: 'v1' as const, ...(keepsSuccesses ? {} : quiet) },
		...{ pinData: {}, meta: { templateCredsSetupCompleted: true }, tags: [] },
	};
	return { file, json };
}

/** All wires in one: those that begin at the same output go to the targets of all, in the order given. */
export function joined(...parts: Wires[]): Wires {
	const all: Wires = {};
	for (const [from, outputs] of parts.flatMap((wires) => Object.entries(wires))) {
		const before = all[from] ?? [];
		const count = Math.max(before.length, outputs.length);
		all[from] = Array.from({ length: count }, (_, output) => [
			...listOf(before[output]),
			...listOf(outputs[output]),
		]);
	}
	return all;
}

function listOf(targets: Target | Target[] | undefined): Target[] {
	return targets === undefined ? [] : [targets].flat();
}

function toConnections(steps: INode[], wires: Wires): IConnections {
	const connected = steps.flatMap(({ name }) => {
		const outputs = wires[name];
		return outputs === undefined ? [] : ([[name, { main: outputs.map(toConnection) }]] as const);
	});
	return Object.fromEntries<INodeConnections>(connected);
}

function toConnection(targets: Target | Target[]): IConnection[] {
	return listOf(targets).map((target) => {
		const { step, input } = typeof target === 'string' ? { step: target, input: 0 } : target;
		return { node: step, type: 'main', index: input };
	});
}

function checkNames(file: string, steps: INode[], wires: Wires): void {
	const names = steps.map(({ name }) => name);
	const twice = names.filter((name, index) => names.indexOf(name) !== index);
	if (twice.length > 0) throw new Error(`${file}: two steps are called "${twice.join('", "')}"`);
	const ends = Object.values(wires).flatMap((outputs) =>
		outputs.flatMap(toConnection).map(({ node }) => node),
	);
	const unknown = [...Object.keys(wires), ...ends].filter((name) => !names.includes(name));
	if (unknown.length > 0)
		throw new Error(`${file}: wires name steps that are not there: "${unknown.join('", "')}"`);
}
