import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Resource } from './operation';

/**
 * The form of a node: the resource selector, one operation selector per resource and every field.
 * A field that several operations of a resource share (the same object) is described once.
 */
export function describe(resources: readonly Resource[], defaultResource: string): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: defaultResource,
		},
		...resources.map(operationSelector),
		...resources.flatMap(fieldsOf),
	];
}

function operationSelector(resource: Resource): INodeProperties {
	const { defaultOperation } = resource;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(optionOf),
		default: defaultOperation,
	};
}

function optionOf({ name, value, action, description, builderHint }: Operation): INodePropertyOptions {
	const hint = builderHint === undefined ? {} : { builderHint: { propertyHint: builderHint } };
	return { name, value, action, description, ...hint };
}

function fieldsOf(resource: Resource): INodeProperties[] {
	const operationsByField = new Map<INodeProperties, string[]>();
	for (const operation of resource.operations) {
		for (const field of operation.fields) {
			operationsByField.set(field, [...(operationsByField.get(field) ?? []), operation.value]);
		}
	}
	return [...operationsByField].map(([field, operation]) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource.value], operation, ...field.displayOptions?.show },
		},
	}));
}
