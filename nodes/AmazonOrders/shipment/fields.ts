import type { INodeProperties } from 'n8n-workflow';

import { orderIdField } from '../order/fields';
import { sendBackOptions } from '../order/sendBackFields';

const trackingField: INodeProperties = {
	displayName: 'Tracking Number Field',
	name: 'trackingField',
	type: 'string',
	default: 'trackingNumber',
	placeholder: 'e.g. trackingNumber',
	description: 'Name of the input field that holds the tracking number',
};

const carrierField: INodeProperties = {
	displayName: 'Carrier Field',
	name: 'carrierField',
	type: 'string',
	default: 'carrier',
	placeholder: 'e.g. carrier',
	description:
		"Name of the input field that holds the carrier as your store calls it; it is looked up among Amazon's carriers",
};

const shipmentFieldPaths: INodeProperties = {
	displayName: 'More Shipment Fields',
	name: 'shipmentFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	description: 'Where the input keeps the rest, if it is not under these names',
	options: [
		{
			displayName: 'Items Field',
			name: 'items',
			type: 'string',
			default: 'items',
			description:
				'Holds the list of what is in the package. Without it, everything that is not shipped yet is in it.',
		},
		{
			displayName: 'Line: Amazon Item ID Field',
			name: 'itemId',
			type: 'string',
			default: 'itemId',
			description: "In each item: Amazon's order item ID",
		},
		{
			displayName: 'Line: Quantity Field',
			name: 'quantity',
			type: 'string',
			default: 'quantity',
			description: 'In each item: how many units are in the package',
		},
		{
			displayName: 'Line: SKU Field',
			name: 'sku',
			type: 'string',
			default: 'sku',
			description: 'In each item: the SKU at Amazon, where the Amazon item ID is not known',
		},
		{
			displayName: 'Package Reference Field',
			name: 'packageReference',
			type: 'string',
			default: 'packageReference',
			description:
				"Holds what tells the packages of an order apart, such as the shipment's ID in your store; sent again, it changes the package. Without it, one is made of the tracking number.",
		},
		{
			displayName: 'Service Field',
			name: 'service',
			type: 'string',
			default: 'service',
			description: 'Holds the shipping service, such as Ground or Express',
		},
		{
			displayName: 'Ship Date Field',
			name: 'shipDate',
			type: 'string',
			default: 'shipDate',
			description: 'Holds when the package left. Without it, it is now.',
		},
	],
};

const trackingRequired: INodeProperties = {
	displayName: 'Tracking Number Required',
	name: 'trackingRequired',
	type: 'boolean',
	default: true,
	description: 'Whether to hold packages without a tracking number',
};

const defaultCarrier: INodeProperties = {
	displayName: 'Default Carrier',
	name: 'defaultCarrier',
	type: 'string',
	default: '',
	placeholder: 'e.g. DHL',
	description: 'For packages that name no carrier; without it they are held',
};

const lookUp: INodeProperties = {
	displayName: 'Look Up Orders First',
	name: 'lookUp',
	type: 'boolean',
	default: false,
	description:
		'Whether to get each order from Amazon before sending, so that mistakes are found at once instead of in the result of the feed. Amazon gives 30 orders at once and then one in two seconds.',
};

function shipmentForm(...more: INodeProperties[]): INodeProperties[] {
	const options = sendBackOptions(trackingRequired, defaultCarrier, ...more);
	return [orderIdField, trackingField, carrierField, shipmentFieldPaths, options];
}

export const confirmFields = shipmentForm();

export const submitFields = shipmentForm(lookUp);
