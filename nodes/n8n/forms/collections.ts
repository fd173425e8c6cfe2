import type { INodeProperties } from 'n8n-workflow';

import { plainOrder } from '../../rules/item/plainOrder';

/** The collection "Options", in alphabetical order: what few people change. */
export function optionsOf(...options: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: byName(options),
	};
}

/** The collection "Filters", in alphabetical order: which of many are wanted; all when it is empty. */
export function filtersOf(...filters: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: byName(filters),
	};
}

function byName(fields: readonly INodeProperties[]): INodeProperties[] {
	return [...fields].sort((one, other) => plainOrder(one.displayName, other.displayName));
}
