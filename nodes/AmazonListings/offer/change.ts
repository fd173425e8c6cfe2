import type { INodeProperties } from 'n8n-workflow';

import { shownFor } from '../../n8n/forms/shownFor';

/** What an operation sends of each item. */
export const change: INodeProperties = {
	displayName: 'Change',
	name: 'change',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Price and Stock', value: 'offer' },
		{ name: 'Price Only', value: 'price' },
		{ name: 'Stock Only', value: 'stock' },
	],
	default: 'offer',
};

/** A field that only prices need. */
export function ofPrice(field: INodeProperties): INodeProperties {
	return shownFor({ change: ['offer', 'price'] }, field);
}

/** A field that only stock needs. */
export function ofStock(field: INodeProperties): INodeProperties {
	return shownFor({ change: ['offer', 'stock'] }, field);
}
