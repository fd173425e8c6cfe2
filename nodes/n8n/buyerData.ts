import { BUYER_COLUMNS } from '../amazon/tables/reports/buyerColumns';

/** Of the rows of Amazon's reports, as they are written or under plain names, one by one or in batches. */
export const BUYER_DATA_OF_ROWS: string[] = BUYER_COLUMNS.flatMap((name) => [
	name,
	name.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
]).flatMap((name) => [name, `rows[*].${name}`]);

/**
 * Fields of the answers that hold a buyer's data, for n8n's `sensitiveOutputFields`: n8n hides them in saved
 * executions. While somebody builds a workflow they are shown, and the next steps always get them.
 */
export const BUYER_DATA: string[] = [
	// An order: simplified, as Amazon writes it, and what Convert shows of it.
	...['buyer', 'city', 'buyerDetails', 'address', 'recipient', 'tax', 'createRegions'],
	...['lines[*].giftMessage', 'lines[*].cancelRequest'],
	...['paymentExecutions[*].authorizationCode', 'paymentExecutions[*].cardBrand'].map(
		(name) => `payment.${name}`,
	),
	...['product.customization', 'cancellation.cancellationRequest', 'fulfillment.packing.giftOption'].map(
		(name) => `orderItems[*].${name}`,
	),
	// A store order.
	...['customer', 'billingAddress', 'shippingAddress', 'purchaseOrderNumber', 'comments'].map(
		(name) => `storeOrder.${name}`,
	),
	// WooCommerce's.
	...['billing', 'shipping', 'customer_note', 'meta_data'].map((name) => `payload.${name}`),
	// Magento's, and the calls of a cart.
	...['billing_address', 'customer_email', 'customer_firstname', 'customer_lastname', 'customer_taxvat'].map(
		(name) => `payload.entity.${name}`,
	),
	...['payment.po_number', 'extension_attributes', 'status_histories'].map(
		(name) => `payload.entity.${name}`,
	),
	'payload.calls',
	// Shopify's.
	...['email', 'customer', 'billingAddress', 'shippingAddress', 'note', 'poNumber', 'customAttributes'].map(
		(name) => `payload.variables.order.${name}`,
	),
];
