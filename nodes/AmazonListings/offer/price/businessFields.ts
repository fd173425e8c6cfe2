import type { INodeProperties } from 'n8n-workflow';

import { asFieldName } from '../../../n8n/forms/fieldNames';

export const businessPrice: INodeProperties = {
	displayName: 'Business Price',
	name: 'business',
	type: 'fixedCollection',
	default: { rule: { kind: 'percentOff', percentOff: '5' } },
	description: 'A price for Amazon Business customers',
	options: [
		{
			displayName: 'Business Price',
			name: 'rule',
			values: [
				{
					displayName: 'Comes From',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Input Field', value: 'field' },
						{ name: 'Percentage Off the Price', value: 'percentOff' },
					],
					default: 'percentOff',
				},
				asFieldName({
					displayName: 'Business Price Field',
					name: 'field',
					type: 'string',
					displayOptions: { show: { kind: ['field'] } },
					default: 'businessPrice',
				}),
				{
					displayName: 'Percentage Off',
					name: 'percentOff',
					type: 'string',
					displayOptions: { show: { kind: ['percentOff'] } },
					default: '5',
					description: 'A number, or the name of the input field that holds it',
					builderHint: {
						propertyHint:
							'Write a number such as 5, or the name of an input field that holds the percentage.',
					},
				},
			],
		},
	],
};

export const quantityDiscounts: INodeProperties = {
	displayName: 'Business Quantity Discounts',
	name: 'tiers',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5: 3 %; 10: 5 %',
	description:
		'Lower prices for business customers who buy more, at most five steps separated by semicolons: from how many, and the percentage off or the price of each, such as 5: 9.50',
	builderHint: {
		propertyHint:
			'Write at most five steps such as 5: 3 %; 10: 5 % (percentages off) or 5: 9.50 (prices): quantities rise, prices fall.',
	},
};
