import type { INodeProperties } from 'n8n-workflow';

/** What only WooCommerce shops choose. */
export const wooCommerceFields: INodeProperties = {
	displayName: 'WooCommerce',
	name: 'wooCommerceRules',
	type: 'collection',
	placeholder: 'Add WooCommerce Setting',
	default: {},
	displayOptions: { show: { store: ['wooCommerce'] } },
	options: [
		{
			displayName: 'Let WooCommerce Mail Buyers',
			name: 'mailsBuyers',
			type: 'boolean',
			default: false,
			description:
				"Whether the orders carry the buyer's e-mail address as their own. WooCommerce then sends its order mails to every buyer, beside Amazon's. Off, the address is kept in the order's meta \"_amazon_buyer_email\".",
		},
		{
			displayName: 'Status Until Paid',
			name: 'unpaidStatus',
			type: 'options',
			options: [
				{
					name: 'On Hold',
					value: 'on-hold',
					description: 'Takes the units from the stock, and waits for the money',
				},
				{ name: 'Pending Payment', value: 'pending', description: 'Leaves the stock alone' },
				{
					name: 'Processing',
					value: 'processing',
					description: 'To be packed like any other, but WooCommerce may count it as paid',
				},
			],
			default: 'on-hold',
			description: 'For orders that the buyer pays on delivery',
		},
		{
			displayName: 'Tax in the Order',
			name: 'tax',
			type: 'options',
			options: [
				{
					name: "As Amazon's Figures",
					value: 'amazon',
					description:
						"Every total is Amazon's to the cent, but WooCommerce's tax reports show no tax for these orders",
				},
				{
					name: 'Per Line, by WooCommerce',
					value: 'store',
					description:
						"Lines go without tax, and WooCommerce adds its own to each, so that tax reports are filled. Your tax rates must be those of Amazon's orders; a total may differ by a cent.",
				},
			],
			default: 'amazon',
			description: 'WooCommerce takes no tax from outside: it adds its own, or none',
		},
	],
};
