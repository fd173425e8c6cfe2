import type { INodeProperties } from 'n8n-workflow';

import { SHIPPED_BY_AMAZON, SHIPPED_BY_MERCHANT } from '../../../n8n/forms/channels';
import { asFieldNames } from '../../../n8n/forms/fieldNames';

/** The stock fields of the first screen; `config.ts` beside it turns what was chosen into the rules' configuration. */

export const quantityField: INodeProperties = asFieldNames({
	displayName: 'Quantity Field',
	name: 'quantityField',
	type: 'string',
	required: true,
	default: 'quantity',
	placeholder: 'e.g. quantity or warehouseA, warehouseB',
	description:
		'Name of the input field that holds the quantity in stock. Several names separated by commas are added up. A quantity below 0 counts as 0.',
	builderHint: {
		propertyHint:
			"Write the name of the field with the units in stock, or several separated by commas, which are added up; no expression and no value. Connect the store's products before this node.",
	},
});

export const keepBack: INodeProperties = {
	displayName: 'Keep Back',
	name: 'keepBack',
	type: 'string',
	default: '0',
	description: 'The buffer: so many units of each item are not shown at Amazon',
	builderHint: {
		propertyHint:
			"Write a whole number of units, such as 2: so many of each product are kept for the store's own sales.",
	},
};

const { value: BY_MERCHANT } = SHIPPED_BY_MERCHANT;

export const shippedBy: INodeProperties = {
	displayName: 'Shipped By',
	name: 'shippedBy',
	type: 'options',
	options: [
		{
			...SHIPPED_BY_AMAZON,
			description: 'Amazon ships and counts the stock, so no quantity is sent',
		},
		{ ...SHIPPED_BY_MERCHANT, description: 'The quantity is sent' },
	],
	default: BY_MERCHANT,
	builderHint: {
		propertyHint:
			'Choose the merchant for products that the seller ships (FBM); with Amazon (FBA) no quantity is sent.',
	},
};

/** @param percent its default: a run of sold-out items alone is what the lane for urgent changes is for */
export function soldOutBrake(percent: number): INodeProperties {
	return {
		displayName: 'Sold-Out Brake (%)',
		name: 'soldOutPercent',
		type: 'string',
		default: String(percent),
		description:
			'The brake: when a larger part of the items would go from above 0 to 0 in one run, usually because the export is broken, those zeroes are held. What Amazon was last sent the items bring in the field lastQuantity (another name: Options). 100 turns it off.',
		builderHint: {
			propertyHint:
				'Keep the default unless the user asks for another: it keeps a broken export from taking everything off sale. It needs items with the last sent quantity in lastQuantity, such as rows of a queue table; 100 turns it off.',
		},
	};
}
