/** Stages of an order (Orders API 2026-01-01, `FulfillmentStatus`). */
export const ORDER_STATUSES = [
	'PENDING_AVAILABILITY',
	'PENDING',
	'UNSHIPPED',
	'PARTIALLY_SHIPPED',
	'SHIPPED',
	'CANCELLED',
	'UNFULFILLABLE',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const FULFILLERS = ['MERCHANT', 'AMAZON'] as const;
export type Fulfiller = (typeof FULFILLERS)[number];

/** Data sets that are answered only when they are asked for. */
export const ORDER_DATA = [
	'BUYER',
	'RECIPIENT',
	'PROCEEDS',
	'EXPENSE',
	'PROMOTION',
	'CANCELLATION',
	'FULFILLMENT',
	'PACKAGES',
	'TAX',
	'PAYMENT',
	'FULFILLMENT_ORDERS',
] as const;
export type OrderData = (typeof ORDER_DATA)[number];

/** Amazon's `Money`: a decimal text and ISO 4217. */
export interface Money {
	amount: string;
	currencyCode: string;
}

export interface DateTimeRange {
	earliestDateTime?: string;
	latestDateTime?: string;
}

export interface Address {
	name?: string;
	companyName?: string;
	addressLine1?: string;
	addressLine2?: string;
	addressLine3?: string;
	city?: string;
	districtOrCounty?: string;
	stateOrRegion?: string;
	municipality?: string;
	postalCode?: string;
	countryCode?: string;
	phone?: string;
	extendedFields?: Record<string, string>;
	addressType?: string;
}

export interface Buyer {
	buyerName?: string;
	buyerEmail?: string;
	buyerCompanyName?: string;
	buyerPurchaseOrderNumber?: string;
}

export interface Recipient {
	deliveryAddress?: Address;
	deliveryPreference?: { dropOffLocation?: string; addressInstruction?: string };
}

export interface Breakdown {
	type: string;
	subtotal: Money;
	detailedBreakdowns?: { subtype: string; value: Money }[];
}

export interface ItemCancellation {
	cancellationRequest?: { requester: string; cancelReason?: string };
	cancellationExecution?: { cancelledBy: string; cancelReason?: string };
}

export interface ItemFulfillment {
	quantityFulfilled: number;
	quantityUnfulfilled: number;
	[part: string]: unknown;
}

export interface OrderItem {
	orderItemId: string;
	quantityOrdered: number;
	programs?: string[];
	product: {
		asin?: string;
		title?: string;
		sellerSku?: string;
		condition?: Record<string, string>;
		price?: { unitPrice?: Money; priceDesignation?: string };
		[part: string]: unknown;
	};
	proceeds?: { proceedsTotal?: Money; breakdowns?: Breakdown[] };
	expense?: Record<string, unknown>;
	promotion?: { breakdowns: { promotionId: string }[] };
	cancellation?: ItemCancellation;
	fulfillment?: ItemFulfillment;
	tax?: Record<string, unknown>;
	[part: string]: unknown;
}

export interface OrderPackage {
	packageReferenceId: string;
	createdTime?: string;
	packageStatus?: { status: string; detailedStatus?: string };
	carrier?: string;
	shipTime?: string;
	shippingService?: string;
	trackingNumber?: string;
	packageItems?: { orderItemId: string; quantity: number; transparencyCodes?: string[] }[];
	[part: string]: unknown;
}

/** Amazon's `Order` with every data set; an answer shows a part of it. */
export interface AmazonOrder {
	orderId: string;
	orderAliases?: { aliasId: string; aliasType: string }[];
	/** ISO 8601. */
	createdTime: string;
	/** ISO 8601. */
	lastUpdatedTime: string;
	programs?: string[];
	associatedOrders?: { orderId: string; associationType: string }[];
	salesChannel: { channelName: string; marketplaceId: string; marketplaceName?: string };
	buyer?: Buyer;
	recipient?: Recipient;
	proceeds?: { grandTotal?: Money; breakdowns?: Breakdown[] };
	payment?: { paymentExecutions: Record<string, unknown>[] };
	tax?: { taxRegistrations?: Record<string, unknown>[]; [part: string]: unknown };
	fulfillment: {
		fulfillmentStatus: OrderStatus;
		fulfilledBy: Fulfiller;
		fulfillmentServiceLevel?: string;
		shipByWindow?: DateTimeRange;
		deliverByWindow?: DateTimeRange;
		[part: string]: unknown;
	};
	orderItems: OrderItem[];
	packages?: OrderPackage[];
	fulfillmentOrders?: Record<string, unknown>[];
}
