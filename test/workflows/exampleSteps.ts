import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { isSticky } from './canvas';
import { exampleNames, readExample } from './exampleWorld';
import { nodesBaseLoader, ownLoader } from './harness/loaders';
import { LoadedNodeTypes } from './harness/nodeTypes';

const nodeTypes = new LoadedNodeTypes([ownLoader(), nodesBaseLoader()]);

/** Every bundled workflow, by its file's name. */
export const workflows = exampleNames().map((name) => ({ name, workflow: readExample(name) }));

/** Every node of every bundled workflow, notes aside. */
export const allSteps = workflows.flatMap(({ name, workflow }) =>
	stepsOf(workflow.nodes).map((node) => ({ where: `${name}: ${node.name}`, node })),
);

export function stepsOf(nodes: INode[]): INode[] {
	return nodes.filter((node) => !isSticky(node));
}

export function descriptionOf(node: INode): INodeTypeDescription {
	return nodeTypes.getByNameAndVersion(node.type, node.typeVersion).description;
}

/** Whether it is one of n8n's own nodes, such as `dataTable`. */
export function isBase(node: INode, type: string): boolean {
	return node.type === `n8n-nodes-base.${type}`;
}

/** A parameter that is text; empty when it is not there. */
export function textOf(node: INode | undefined, parameter: string): string {
	const value = node?.parameters[parameter];
	return typeof value === 'string' ? value : '';
}
