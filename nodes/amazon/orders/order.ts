/**
 * An order as Amazon answers it (Orders API 2026-01-01, `Order`): the fields this package reads, everything that
 * the model does not require being optional. Amounts are decimal texts.
 */
export interface Money {
	amount?: string;
	currencyCode?: string;
}

export interface Order {
	orderId: string;
	orderAliases?: Array<{ aliasId?: string; aliasType?: string }>;
	/** ISO 8601. */
	createdTime: string;
	lastUpdatedTime: string;
	programs?: string[];
	associatedOrders?: Array<{ orderId?: string; associationType?: string }>;
	salesChannel?: { channelName?: string; marketplaceId?: string; marketplaceName?: string };
	buyer?: {
		buyerName?: string;
		buyerEmail?: string;
		buyerCompanyName?: string;
		buyerPurchaseOrderNumber?: string;
	};
	recipient?: {
		deliveryAddress?: CustomerAddress;
		deliveryPreference?: { dropOffLocation?: string; addressInstruction?: string };
	};
	proceeds?: { grandTotal?: Money; breakdowns?: Array<{ type?: string; subtotal?: Money }> };
	payment?: { paymentExecutions?: Array<{ paymentMethod?: string; paymentAmount?: Money }> };
	tax?: {
		taxRegistrations?: Array<{
			entityType?: string;
			taxRegistrationType?: string;
			taxRegistrationNumber?: string;
		}>;
	};
	fulfillment?: {
		fulfillmentStatus?: string;
		fulfilledBy?: string;
		fulfillmentServiceLevel?: string;
		shipByWindow?: DateTimeRange;
		deliverByWindow?: DateTimeRange;
	};
	orderItems: OrderItem[];
	packages?: OrderPackage[];
}

export interface DateTimeRange {
	earliestDateTime?: string;
	latestDateTime?: string;
}

export interface CustomerAddress {
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
	/** In Brazil. */
	extendedFields?: {
		streetName?: string;
		streetNumber?: string;
		complement?: string;
		neighborhood?: string;
	};
	addressType?: string;
}

export interface ItemBreakdown {
	type?: string;
	subtotal?: Money;
	detailedBreakdowns?: Array<{ subtype?: string; value?: Money }>;
}

export interface OrderItem {
	orderItemId: string;
	quantityOrdered: number;
	product?: {
		asin?: string;
		title?: string;
		sellerSku?: string;
		price?: { unitPrice?: Money; priceDesignation?: string };
	};
	proceeds?: { proceedsTotal?: Money; breakdowns?: ItemBreakdown[] };
	promotion?: { breakdowns?: Array<{ promotionId?: string }> };
	cancellation?: {
		cancellationRequest?: { requester?: string; cancelReason?: string };
		cancellationExecution?: { cancelledBy?: string; cancelReason?: string };
	};
	fulfillment?: {
		quantityFulfilled?: number;
		quantityUnfulfilled?: number;
		packing?: { giftOption?: { giftMessage?: string; giftWrapLevel?: string } };
	};
	tax?: { taxCollections?: Array<{ model?: string; responsibleParty?: string }> };
}

export interface OrderPackage {
	packageReferenceId?: string;
	packageStatus?: { status?: string; detailedStatus?: string };
	carrier?: string;
	shipTime?: string;
	shippingService?: string;
	trackingNumber?: string;
	packageItems?: Array<{ orderItemId?: string; quantity?: number }>;
}
