import { LoadOptionsContext } from 'n8n-core';
import type { INode } from 'n8n-workflow';
import type { Harness } from './contract';
import type { Runtime } from './runtime';
import { findNode } from './startExecution';

/** Calls what stands behind a dropdown, a search list or a column list of a node, with the node's parameters. */
export async function callMethod(
	runtime: Runtime,
	node: INode,
	...[kind, method, ...parameters]: Parameters<Harness['callMethod']> extends [INode, ...infer Rest]
		? Rest
		: never
): Promise<unknown> {
	const { workflow, additionalData } = runtime.prepare({ nodes: [node], connections: {} }, 'internal');
	const prepared = findNode(workflow, node.name);
	const { methods } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const found = methods?.[kind]?.[method];
	if (!found) throw new Error(`Node type "${node.type}" has no ${kind} method "${method}"`);
	additionalData.currentNodeParameters = prepared.parameters;
	const context = new LoadOptionsContext(workflow, prepared, additionalData, '');
	return await workflow.expression.withIsolate(async () => await Reflect.apply(found, context, parameters));
}
