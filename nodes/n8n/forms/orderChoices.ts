import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { SHIPPED_BY_AMAZON, SHIPPED_BY_MERCHANT } from './channels';
import { ORDER_STATUSES, type OrderStatus } from '../../rules/order/marketplaceOrder';

/** What Seller Central calls the stages of an order. */
const STATUS_NAMES: Record<OrderStatus, string> = {
	PENDING_AVAILABILITY: 'Pending Availability (Pre-Order)',
	PENDING: 'Pending (Not Paid Yet)',
	UNSHIPPED: 'Unshipped',
	PARTIALLY_SHIPPED: 'Partially Shipped',
	SHIPPED: 'Shipped',
	CANCELLED: 'Cancelled',
	UNFULFILLABLE: 'Unfulfillable',
};

export const statusOptions: INodePropertyOptions[] = ORDER_STATUSES.map((value) => ({
	name: STATUS_NAMES[value],
	value,
}));

/** The statuses of a form's list; what is none is left out. */
export function toStatuses(values: readonly string[]): OrderStatus[] {
	return ORDER_STATUSES.filter((status) => values.includes(status));
}

/** Who ships, with the values that the items have. */
export const shippedBy: INodeProperties = {
	displayName: 'Shipped By',
	name: 'fulfillmentChannel',
	type: 'options',
	options: [
		{ name: 'Amazon or You', value: 'all' },
		{ ...SHIPPED_BY_AMAZON, description: "Orders that leave from Amazon's warehouses" },
		{ ...SHIPPED_BY_MERCHANT, description: 'Orders that you ship' },
	],
	default: 'all',
};

/** Who ships, as Amazon's filter takes it; undefined for both. */
export function toFulfilledBy(value: unknown): string[] | undefined {
	if (value === 'AFN') return ['AMAZON'];
	return value === 'MFN' ? ['MERCHANT'] : undefined;
}

/** Parts of an order (Orders API 2026-01-01, `includedData`). */
const DATA_NAMES: Readonly<Record<string, string>> = {
	BUYER: 'Buyer',
	CANCELLATION: 'Cancellations',
	EXPENSE: 'Expenses (Amazon Points)',
	FULFILLMENT: 'Fulfilment',
	FULFILLMENT_ORDERS: 'Fulfilment Orders',
	PACKAGES: 'Packages and Tracking',
	PAYMENT: 'Payment Methods',
	PROCEEDS: 'Prices and Totals',
	PROMOTION: 'Promotions',
	RECIPIENT: 'Delivery Address',
	TAX: 'Taxes and VAT Numbers',
};

/** All that an order import reads; without the role for it, Amazon leaves the personal parts out. */
export const DEFAULT_DATA: readonly string[] = [
	...['BUYER', 'CANCELLATION', 'FULFILLMENT', 'PACKAGES', 'PAYMENT'],
	...['PROCEEDS', 'PROMOTION', 'RECIPIENT', 'TAX'],
];

export const dataField: INodeProperties = {
	displayName: 'Data to Include',
	name: 'includedData',
	type: 'multiOptions',
	options: Object.entries(DATA_NAMES).map(([value, name]) => ({ name, value })),
	default: [...DEFAULT_DATA],
	description:
		'Parts of each order to ask Amazon for. The import needs all that are chosen at first; buyer and address come only if your application has the role for personal data.',
};

/** For the orders that Amazon lists beside its own; off, they are left out. */
export const multiChannelField: INodeProperties = {
	displayName: 'Include Multi-Channel Orders',
	name: 'includeMultiChannel',
	type: 'boolean',
	default: false,
	description:
		"Whether to include orders that were not placed on Amazon: those of your own shop that Amazon's warehouse ships (Multi-Channel Fulfilment), and removals of your goods from the warehouse. Imported, they would be in your store twice.",
};

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
