import type { INodeProperties } from 'n8n-workflow';

const ROUNDING_DIRECTIONS = [
	{ name: 'Down', value: 'down' },
	{ name: 'Nearest', value: 'nearest' },
	{ name: 'Up', value: 'up' },
];

const endingDirection: INodeProperties = {
	displayName: 'Direction',
	name: 'endingDirection',
	type: 'options',
	displayOptions: { show: { kind: ['ending'] } },
	options: ROUNDING_DIRECTIONS.filter(({ value }) => value !== 'down'),
	default: 'nearest',
};

export const rounding: INodeProperties = {
	displayName: 'Rounding',
	name: 'rounding',
	type: 'fixedCollection',
	default: { rule: { kind: 'whole', direction: 'nearest' } },
	description: 'In the place of End Prices In',
	options: [
		{
			displayName: 'Rounding',
			name: 'rule',
			values: [
				{
					displayName: 'Round To',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Cents', value: 'cents' },
						{ name: 'Ending, Such as .99', value: 'ending' },
						{ name: 'Step, Such as 0.05', value: 'step' },
						{ name: 'Whole Amount', value: 'whole' },
					],
					default: 'whole',
				},
				{
					displayName: 'Ending',
					name: 'ending',
					type: 'string',
					displayOptions: { show: { kind: ['ending'] } },
					default: '.99',
					placeholder: 'e.g. .99',
					description: 'The cents that every price ends in',
					builderHint: { propertyHint: 'Write two digits such as .99.' },
				},
				{
					displayName: 'Step',
					name: 'step',
					type: 'string',
					displayOptions: { show: { kind: ['step'] } },
					default: '0.05',
					builderHint: { propertyHint: 'Write an amount such as 0.05, the smallest step between prices.' },
				},
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					displayOptions: { show: { kind: ['step', 'whole'] } },
					options: ROUNDING_DIRECTIONS,
					default: 'nearest',
				},
				endingDirection,
			],
		},
	],
};
