import type { INodeProperties } from 'n8n-workflow';

import type { OfferKind } from './settings';

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

const PRICE: readonly OfferKind[] = ['offer', 'price'];
const STOCK: readonly OfferKind[] = ['offer', 'stock'];

/** A field that only prices need. */
export function ofPrice(field: INodeProperties): INodeProperties {
	return shownFor(PRICE, field);
}

/** A field that only stock needs. */
export function ofStock(field: INodeProperties): INodeProperties {
	return shownFor(STOCK, field);
}

function shownFor(kinds: readonly OfferKind[], field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: { show: { change: [...kinds] } } };
}
