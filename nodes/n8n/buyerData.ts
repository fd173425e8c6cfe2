const RAW_ADDRESS = ['name', 'addressLine1', 'addressLine2', 'addressLine3', 'phone'];

/**
 * Fields of the answers that hold a buyer's personal data, for n8n's `sensitiveOutputFields`: n8n hides them in saved
 * executions. While somebody builds a workflow they are shown, and the next steps always get them.
 */
export const BUYER_DATA: string[] = [
	// An order, simplified or as Amazon writes it.
	...['buyer', 'address.name', 'address.lines', 'address.phone', 'lines[*].giftMessage'],
	...RAW_ADDRESS.map((name) => `recipient.deliveryAddress.${name}`),
	'recipient.deliveryPreference',
	'orderItems[*].fulfillment.packing.giftOption.giftMessage',
	// A store order, neutral or in the store's own fields.
	...['customer', 'billingAddress', 'shippingAddress', 'comments'].map((name) => `storeOrder.${name}`),
	...['payload.billing', 'payload.shipping', 'payload.customer_note'],
	...['billing_address', 'customer_email', 'customer_firstname', 'customer_lastname'].map(
		(name) => `payload.entity.${name}`,
	),
	...['payload.entity.extension_attributes', 'payload.entity.status_histories'],
	...['email', 'customer', 'billingAddress', 'shippingAddress', 'note'].map(
		(name) => `payload.variables.order.${name}`,
	),
	'payload.calls',
];
