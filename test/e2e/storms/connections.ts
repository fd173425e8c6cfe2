import type { WorkflowJson } from '../../n8n/api';

/** Where a step's output goes. */
export interface Target {
	node: string;
	type: string;
	index: number;
}
type Outputs = Array<Target[] | null>;
/** What goes where, by the name of the step it comes from. */
export type Connections = Record<string, { main: Outputs }>;

export function connectionsOf({ connections }: WorkflowJson): Connections {
	return connections as Connections;
}

/** One step after the other. */
export function chain(...names: string[]): Connections {
	const links = names.slice(1).map((node, index) => {
		const main = [[{ node, type: 'main', index: 0 }]];
		return [names[index] ?? '', { main }] as const;
	});
	return Object.fromEntries(links);
}

/** Those among the targets that are kept. */
export function within(kept: ReadonlySet<string>, targets: Target[] | null): Target[] {
	return (targets ?? []).filter(({ node }) => kept.has(node));
}

/** The same, looked at from the end. */
export function reversed(connections: Connections): Connections {
	const back: Connections = {};
	for (const [from, { main }] of Object.entries(connections)) {
		for (const to of main.flat()) {
			if (to === null) continue;
			const known = back[to.node]?.main[0] ?? [];
			back[to.node] = { main: [[...known, { node: from, type: 'main', index: 0 }]] };
		}
	}
	return back;
}

/** The names of the steps that are reached from some, these included. */
export function reach(connections: Connections, from: string[]): Set<string> {
	const found = new Set(from);
	for (const name of found) {
		for (const to of connections[name]?.main.flat() ?? []) if (to !== null) found.add(to.node);
	}
	return found;
}
