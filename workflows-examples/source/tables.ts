/** What n8n's Data Tables can hold. */
export type ColumnType = 'string' | 'number' | 'boolean';

/** A Data Table: its name in n8n, and its columns in the order in which n8n shows them. */
export interface Table<Column extends string> {
	name: string;
	columns: Record<Column, ColumnType>;
}

export const OFFERS = {
	name: 'Amazon Offers',
	columns: {
		sku: 'string',
		marketplace: 'string',
		status: 'string',
		message: 'string',
		price: 'string',
		quantity: 'number',
		currency: 'string',
		product: 'string',
		reason: 'string',
		held: 'string',
		key: 'string',
		storeItem: 'string',
		salePrice: 'string',
		saleStart: 'string',
		saleEnd: 'string',
		enabled: 'boolean',
		inStock: 'boolean',
		managesStock: 'boolean',
		updatedAtStore: 'string',
		revision: 'string',
		priority: 'number',
		lastSku: 'string',
		lastPrice: 'string',
		lastSale: 'string',
		lastQuantity: 'number',
		feedId: 'string',
		messageId: 'number',
		submittedAt: 'string',
		feedMessages: 'number',
		pastFeed: 'string',
		claim: 'string',
		claimedAt: 'string',
	},
} as const satisfies Table<string>;

export const PROGRESS = {
	name: 'Store Progress',
	columns: { store: 'string', changedSince: 'string' },
} as const satisfies Table<string>;

export const ORDERS = {
	name: 'Amazon Orders',
	columns: {
		amazonOrderId: 'string',
		status: 'string',
		reason: 'string',
		message: 'string',
		store: 'string',
		storeOrderId: 'string',
		storeOrderNumber: 'string',
		marketplace: 'string',
		channel: 'string',
		amazonStatus: 'string',
		total: 'string',
		currency: 'string',
		buyer: 'string',
		purchasedAt: 'string',
		claimedAt: 'string',
		acknowledged: 'string',
		acknowledgeFeedId: 'string',
		acknowledgeMessageId: 'number',
		shipped: 'string',
		cancellation: 'string',
		cancelFeedId: 'string',
		cancelMessageId: 'number',
		claim: 'string',
	},
} as const satisfies Table<string>;

export const SHIPMENTS = {
	name: 'Shipments to Amazon',
	columns: {
		shipment: 'string',
		status: 'string',
		message: 'string',
		amazonOrderId: 'string',
		carrier: 'string',
		service: 'string',
		trackingNumber: 'string',
		shipDate: 'string',
		items: 'string',
		reason: 'string',
		feedId: 'string',
		messageId: 'number',
		store: 'string',
		claim: 'string',
		feedMessages: 'number',
	},
} as const satisfies Table<string>;

export const REFUNDS = {
	name: 'Refunds to Amazon',
	columns: {
		refund: 'string',
		status: 'string',
		message: 'string',
		amazonOrderId: 'string',
		amount: 'string',
		currency: 'string',
		items: 'string',
		refundReason: 'string',
		reason: 'string',
		refunded: 'string',
		feedId: 'string',
		messageId: 'number',
		store: 'string',
		claim: 'string',
		feedMessages: 'number',
	},
} as const satisfies Table<string>;

export const RETURNS = {
	name: 'Amazon Returns',
	columns: {
		amazonOrderId: 'string',
		sku: 'string',
		quantity: 'string',
		reason: 'string',
		status: 'string',
		message: 'string',
		returnStatus: 'string',
		resolution: 'string',
		product: 'string',
		asin: 'string',
		rma: 'string',
		requestedAt: 'string',
		orderedAt: 'string',
		refunded: 'string',
		currency: 'string',
		returnKey: 'string',
	},
} as const satisfies Table<string>;

export const SETTLEMENTS = {
	name: 'Amazon Settlements',
	columns: {
		settlementId: 'string',
		lineType: 'string',
		amazonOrderId: 'string',
		kind: 'string',
		description: 'string',
		postedAt: 'string',
		currency: 'string',
		sales: 'string',
		shipping: 'string',
		promotions: 'string',
		tax: 'string',
		withheldTax: 'string',
		fees: 'string',
		refunds: 'string',
		other: 'string',
		net: 'string',
		rows: 'number',
		isBalanced: 'boolean',
		line: 'string',
	},
} as const satisfies Table<string>;

export const SALES = {
	name: 'Amazon Daily Sales',
	columns: {
		day: 'string',
		marketplace: 'string',
		sku: 'string',
		units: 'number',
		sales: 'string',
		currency: 'string',
		tax: 'string',
		discount: 'string',
		unpriced: 'number',
		unread: 'number',
		product: 'string',
		saleKey: 'string',
	},
} as const satisfies Table<string>;

export const FBA_STOCK = {
	name: 'Amazon FBA Stock',
	columns: { sku: 'string', quantity: 'number' },
} as const satisfies Table<string>;
