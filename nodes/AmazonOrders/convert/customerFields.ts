import type { INodeProperties } from 'n8n-workflow';

const text = (displayName: string, name: string, fallback = ''): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: fallback,
});

const addressParts: INodeProperties[] = [
	text('City', 'city'),
	text('Company', 'company'),
	{ ...text('Country Code', 'country'), placeholder: 'e.g. US' },
	text('First Name', 'firstName'),
	text('Last Name', 'lastName'),
	text('Phone', 'phone'),
	text('Postal Code', 'postalCode'),
	{ ...text('Region', 'region'), placeholder: 'e.g. Georgia or GA' },
	text('Street', 'street'),
];

const billingAddress: INodeProperties = {
	displayName: 'Default Customer Billing Address',
	name: 'billingAddress',
	type: 'fixedCollection',
	placeholder: 'Add Address',
	default: { address: Object.fromEntries(addressParts.map(({ name }) => [name, ''])) },
	description: "The default customer's own billing address, instead of the buyer's delivery address",
	options: [{ displayName: 'Address', name: 'address', values: addressParts }],
};

export const customerFields: INodeProperties = {
	displayName: 'Customer and Address',
	name: 'customerRules',
	type: 'collection',
	placeholder: 'Add Customer or Address Rule',
	default: {},
	options: [
		{
			displayName: 'Customer Is',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'A Guest', value: 'guest', description: 'No customer account is used' },
				{ name: 'One Default Customer', value: 'default', description: 'All orders belong to one account' },
				{
					name: 'The Buyer',
					value: 'buyer',
					description: "An account by the buyer's e-mail address at Amazon",
				},
			],
			default: 'guest',
		},
		billingAddress,
		{
			displayName: 'Default Customer Email',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'e.g. amazon@mystore.com',
			description: 'The account for Customer Is: One Default Customer',
		},
		{
			...text('Default Region', 'defaultRegion'),
			placeholder: 'e.g. Georgia or GA',
			description:
				'For orders into countries with regions whose own is missing or unknown; empty leaves it out',
		},
		{
			...text('Placeholder Email', 'placeholderEmail', 'amazon-{orderId}@customer.invalid'),
			description: 'Where Amazon gives none, as for orders it ships. {orderId} is filled in.',
		},
		{
			...text('Placeholder Name', 'placeholderName', 'Amazon Customer'),
			description: 'Where Amazon gives none',
		},
		{
			...text('Placeholder Street and City', 'placeholderText', 'Withheld by Amazon'),
			description: 'Where Amazon gives none',
		},
		{
			displayName: 'When the Region Is Unknown',
			name: 'whenRegionUnknown',
			type: 'options',
			options: [
				{
					name: 'Ask to Create It',
					value: 'create',
					description: 'The result lists it under "createRegions"',
				},
				{ name: 'Fail the Order', value: 'fail' },
				{ name: 'Use the Default Region', value: 'default' },
			],
			default: 'default',
		},
	],
};
