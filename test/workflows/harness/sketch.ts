import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowJson } from './contract';

/** A node of n8n itself, for workflows written down in a test. */
export function baseNode(
	name: string,
	type: string,
	version: number,
	parameters: INodeParameters = {},
): INode {
	return sketchNode(name, `n8n-nodes-base.${type}`, version, parameters);
}

/** One of the project's own nodes, e.g. `ownNode('Prices', 'amazonListings', 1, { … })`. */
export function ownNode(
	name: string,
	type: string,
	version: number,
	parameters: INodeParameters = {},
): INode {
	return sketchNode(name, `n8n-nodes-amazon-seller.${type}`, version, parameters);
}

/** The same node with a credential, by name. */
export function withCredential(node: INode, type: string, name: string): INode {
	return { ...node, credentials: { ...node.credentials, [type]: { id: null, name } } };
}

/** Nodes one after the other, each on the first output of the one before. */
export function chain(...nodes: INode[]): WorkflowJson {
	const connections: IConnections = {};
	nodes.forEach(({ name }, index) => {
		const next = nodes[index + 1];
		if (next) connections[name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	return { nodes, connections };
}

function sketchNode(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}
