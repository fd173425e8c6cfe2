import type { INodeProperties } from 'n8n-workflow';

import { asFieldName } from '../../n8n/forms/fieldNames';

const paymentMethods: INodeProperties = {
	displayName: "Payment Methods by Amazon's Method",
	name: 'paymentMethods',
	type: 'string',
	default: '',
	placeholder: 'e.g. CashOnDelivery: cashondelivery, Cash on Delivery; Invoice: invoice',
	builderHint: {
		propertyHint:
			"One text of pairs separated by semicolons: Amazon's payment method, a colon, the store's method code, and after a comma its title.",
	},
	description:
		"Amazon's method, the store's code and, if you like, a title; several separated by semicolons. Amazon's methods stand in \"paymentMethods\" of an order. Cash on delivery is one by itself: the store's usual one, unless you name another here.",
};

const stores: INodeProperties = {
	displayName: 'Store per Marketplace',
	name: 'stores',
	type: 'string',
	default: '',
	placeholder: 'e.g. DE: 2; FR: 3',
	builderHint: {
		propertyHint:
			'One text of pairs separated by semicolons: the two-letter code of a marketplace, a colon, and the number or code of its store.',
	},
	description:
		'The code of a marketplace and the store or store view of its orders; several separated by semicolons. All others go to the default store.',
};

/** What happens to an imported order in the store. */
export const placementFields: INodeProperties = {
	displayName: 'In the Store',
	name: 'placement',
	type: 'collection',
	placeholder: 'Add Store Setting',
	default: {},
	options: [
		{
			displayName: 'Acknowledge at Amazon',
			name: 'acknowledge',
			type: 'boolean',
			default: true,
			description:
				'Whether the workflow should tell Amazon the store\'s order number: sets "then.acknowledge"',
		},
		{
			displayName: 'Create Invoice',
			name: 'createInvoice',
			type: 'boolean',
			default: true,
			description:
				'Whether the workflow should create an invoice: sets "then.createInvoice". Never for orders that are paid on delivery: the money is not there yet.',
		},
		{
			displayName: 'Default Store',
			name: 'defaultStore',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1',
			description: 'Store or store view that the orders belong to',
		},
		{
			displayName: 'Notify',
			name: 'notify',
			type: 'boolean',
			default: true,
			description: 'Whether the workflow should send a message about the order: sets "then.notify"',
		},
		{
			displayName: 'Payment Method Code',
			name: 'paymentMethod',
			type: 'string',
			default: '',
			placeholder: 'e.g. checkmo',
			description: "Empty takes the store's usual one for Amazon",
		},
		{ displayName: 'Payment Method Title', name: 'paymentTitle', type: 'string', default: 'Amazon' },
		paymentMethods,
		{
			displayName: 'Shipping Method Code',
			name: 'shippingMethod',
			type: 'string',
			default: '',
			placeholder: 'e.g. flatrate_flatrate',
			description: "Empty takes the store's usual one for Amazon",
		},
		{
			displayName: 'Shipping Method Title',
			name: 'shippingTitle',
			type: 'string',
			default: 'Amazon Shipping',
		},
		stores,
	],
};

const productField = (
	displayName: string,
	name: string,
	description: string,
	placeholder?: string,
): INodeProperties =>
	asFieldName({ displayName, name, type: 'string', default: '', description, placeholder });

/** Where the store's products keep what the rules ask. */
export const productFields: INodeProperties = {
	displayName: 'Store Products',
	name: 'productFields',
	type: 'collection',
	placeholder: 'Add Product Field',
	default: {},
	description: "Fields of the products on the second input; left out, they are the chosen store's own",
	options: [
		productField(
			'Alternate SKU Field',
			'alternateSku',
			'Holds the Amazon SKU of a product, or several as ||A||B||; products without one go by their own SKU',
			'e.g. amazon_sku',
		),
		productField(
			'Backorders Field',
			'backorders',
			'Says whether the store sells the product beyond its stock',
			'e.g. backorders',
		),
		productField('Enabled Field', 'enabled', 'Says whether the product can be sold', 'e.g. status'),
		productField('ID Field', 'id', "Holds the store's product ID", 'e.g. id'),
		productField('In Stock Field', 'inStock', 'Says whether the product is in stock', 'e.g. stock_status'),
		productField(
			'List Field',
			'list',
			'Holds the list of products, when an input item brings many',
			'e.g. items',
		),
		productField(
			'Manages Stock Field',
			'managesStock',
			'Says whether the store counts the product',
			'e.g. manage_stock',
		),
		productField('Name Field', 'name', "Holds the product's name", 'e.g. name'),
		productField(
			'Parent ID Field',
			'parentId',
			'Holds the ID of the product that a variation belongs to',
			'e.g. parent_id',
		),
		productField('Quantity Field', 'quantity', 'Holds the units for sale', 'e.g. stock_quantity'),
		productField('SKU Field', 'sku', "Holds the store's SKU", 'e.g. sku'),
		productField(
			'Type Field',
			'type',
			'Says what kind of product it is; one with variations (variable, configurable) cannot be sold itself',
			'e.g. type',
		),
		{
			displayName: 'When a Product Is Disabled',
			name: 'whenDisabled',
			type: 'options',
			options: [
				{ name: 'Fail the Order', value: 'fail' },
				{ name: 'Import It All the Same', value: 'import' },
			],
			default: 'fail',
		},
	],
};
