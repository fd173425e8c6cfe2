import type { INodeProperties } from 'n8n-workflow';

export const threshold: INodeProperties = {
	displayName: 'Show: Another Quantity When Low or High',
	name: 'threshold',
	type: 'fixedCollection',
	default: { rule: { breakpoint: '5', valueAtOrBelow: '', valueAbove: '' } },
	description:
		'Show another quantity when stock is low or high, such as 0 when 5 or fewer are left, and 100 when there are more',
	options: [
		{
			displayName: 'Threshold',
			name: 'rule',
			values: [
				{
					displayName: 'Breakpoint',
					name: 'breakpoint',
					type: 'string',
					default: '5',
					description: 'The quantity that divides low from high',
					builderHint: { propertyHint: 'Write a whole number of units, such as 5.' },
				},
				{
					displayName: 'Value If Above',
					name: 'valueAbove',
					type: 'string',
					default: '',
					placeholder: 'e.g. 100',
					description: 'Quantity to send above the breakpoint; empty keeps the real one',
					builderHint: {
						propertyHint: 'Write a whole number of units, or leave it empty to keep the real quantity.',
					},
				},
				{
					displayName: 'Value If At or Below',
					name: 'valueAtOrBelow',
					type: 'string',
					default: '',
					placeholder: 'e.g. 0',
					description: 'Quantity to send at or below the breakpoint; empty keeps the real one',
					builderHint: {
						propertyHint:
							'Write a whole number of units, such as 0, or leave it empty to keep the real quantity.',
					},
				},
			],
		},
	],
};
