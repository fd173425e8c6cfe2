import type { INodeProperties } from 'n8n-workflow';

import { orderIdField } from '../order/fields';
import { fieldName, lineFieldNames, moreFields, sendBackOptions } from '../sendBack/fields';
import { asFieldName } from '../../n8n/forms/fieldNames';

const trackingField = asFieldName({
	displayName: 'Tracking Number Field',
	name: 'trackingField',
	type: 'string',
	default: 'trackingNumber',
	placeholder: 'e.g. trackingNumber',
	description: 'Name of the input field that holds the tracking number',
	builderHint: {
		propertyHint:
			"Write the name of the field with the tracking number; no expression and no value. Connect a node that lists the store's shipments before this one.",
	},
});

const carrierField = asFieldName({
	displayName: 'Carrier Field',
	name: 'carrierField',
	type: 'string',
	default: 'carrier',
	placeholder: 'e.g. carrier',
	description:
		"Name of the input field that holds the carrier as your store calls it; it is looked up among Amazon's carriers",
	builderHint: {
		propertyHint:
			'Write the name of the field with the carrier as the store calls it, such as DHL; no expression and no value. If the store names none, set Options: Default Carrier.',
	},
});

const shipmentFieldPaths: INodeProperties = {
	...moreFields(
		fieldName(
			'Items Field',
			'items',
			'Holds the list of what is in the package. Without it, everything that is not shipped yet is in it.',
		),
		...lineFieldNames,
		fieldName(
			'Package Reference Field',
			'packageReference',
			"Holds what tells the packages of an order apart, such as the shipment's ID in your store; sent again, it changes the package. Without it, one is made of the tracking number.",
		),
		fieldName('Service Field', 'service', 'Holds the shipping service, such as Ground or Express'),
		fieldName('Ship Date Field', 'shipDate', 'Holds when the package left. Without it, it is now.'),
	),
	displayName: 'More Shipment Fields',
	name: 'shipmentFields',
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
	builderHint: {
		propertyHint:
			'Turn it on for a few packages that need a check before they go; leave it off for hundreds, which it slows down.',
	},
};

function shipmentForm(...more: INodeProperties[]): INodeProperties[] {
	const options = sendBackOptions(trackingRequired, defaultCarrier, ...more);
	return [orderIdField, trackingField, carrierField, shipmentFieldPaths, options];
}

export const confirmFields = shipmentForm();

export const submitFields = shipmentForm(lookUp);
