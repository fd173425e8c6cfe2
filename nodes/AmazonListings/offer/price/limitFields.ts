import type { INodeProperties } from 'n8n-workflow';

/** A price that others are measured against. */
export function limit(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 9.99, 80% or floorPrice',
		description: `${description}: an amount, a percentage of the store's price, or the name of an input field`,
		builderHint: {
			propertyHint:
				'Write an amount such as 9.99, a percentage of the price in the store such as 80 %, or the name of an input field; no expression. Empty means no such limit.',
		},
	};
}

export const whenCrossed: INodeProperties = {
	displayName: 'When a Limit Is Crossed',
	name: 'onCrossing',
	type: 'options',
	options: [
		{ name: 'Hold the Item', value: 'hold', description: 'Send nothing and say why' },
		{ name: 'Use the Limit', value: 'clamp', description: 'Send the lowest or highest price instead' },
	],
	default: 'hold',
	description: 'Without this rule the limit is used',
};

export const clearBounds: INodeProperties = {
	displayName: 'Repricing at Amazon: Clear',
	name: 'boundsClear',
	type: 'multiOptions',
	options: [
		{ name: 'Maximum', value: 'maximum' },
		{ name: 'Minimum', value: 'minimum' },
	],
	default: ['maximum', 'minimum'],
	description:
		'Removes what Amazon has of these, for items to which the rules give none. Amazon takes no price outside its minimum and maximum.',
	builderHint: { propertyHint: "Add it only if the user wants Amazon's own repricing range removed." },
};
