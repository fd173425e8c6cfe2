/** Input objects of the Admin GraphQL API 2026-10: fields and their types in GraphQL's own notation. */
export const INPUT_OBJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	OrderCreateOrderInput: {
		...{ billingAddress: 'MailingAddressInput', buyerAcceptsMarketing: 'Boolean', closedAt: 'DateTime' },
		...{ companyLocationId: 'ID', currency: 'CurrencyCode', customAttributes: '[AttributeInput!]' },
		...{ customer: 'OrderCreateCustomerInput', customerId: 'ID' },
		...{ discountCode: 'OrderCreateDiscountCodeInput', email: 'String' },
		financialStatus: 'OrderCreateFinancialStatus',
		fulfillment: 'OrderCreateFulfillmentInput',
		fulfillmentStatus: 'OrderCreateFulfillmentStatus',
		...{ lineItems: '[OrderCreateLineItemInput!]', metafields: '[MetafieldInput!]', name: 'String' },
		...{ note: 'String', phone: 'String', poNumber: 'String', presentmentCurrency: 'CurrencyCode' },
		...{ processedAt: 'DateTime', referringSite: 'URL', shippingAddress: 'MailingAddressInput' },
		...{ shippingLines: '[OrderCreateShippingLineInput!]', sourceIdentifier: 'String' },
		...{ sourceName: 'String', sourceUrl: 'URL', tags: '[String!]', taxesIncluded: 'Boolean' },
		...{ taxLines: '[OrderCreateTaxLineInput!]', test: 'Boolean', userId: 'ID' },
		transactions: '[OrderCreateOrderTransactionInput!]',
	},
	OrderCreateOptionsInput: {
		inventoryBehaviour: 'OrderCreateInputsInventoryBehavior',
		...{ sendFulfillmentReceipt: 'Boolean', sendReceipt: 'Boolean' },
	},
	OrderCreateLineItemInput: {
		...{ fulfillmentService: 'String', giftCard: 'Boolean', priceSet: 'MoneyBagInput', productId: 'ID' },
		...{ properties: '[OrderCreateLineItemPropertyInput!]', quantity: 'Int!', requiresShipping: 'Boolean' },
		...{ sku: 'String', taxable: 'Boolean', taxLines: '[OrderCreateTaxLineInput!]', title: 'String' },
		...{ variantId: 'ID', variantTitle: 'String', vendor: 'String', weight: 'WeightInput' },
	},
	OrderCreateLineItemPropertyInput: { name: 'String!', value: 'String!' },
	OrderCreateShippingLineInput: {
		...{ code: 'String', priceSet: 'MoneyBagInput!', source: 'String', title: 'String!' },
		taxLines: '[OrderCreateTaxLineInput!]',
	},
	OrderCreateTaxLineInput: {
		...{ channelLiable: 'Boolean', priceSet: 'MoneyBagInput', rate: 'Decimal!', title: 'String!' },
	},
	OrderCreateOrderTransactionInput: {
		...{ amountSet: 'MoneyBagInput!', authorizationCode: 'String', deviceId: 'ID', gateway: 'String' },
		...{ giftCardId: 'ID', kind: 'OrderTransactionKind', locationId: 'ID', processedAt: 'DateTime' },
		...{ receiptJson: 'JSON', status: 'OrderTransactionStatus', test: 'Boolean', userId: 'ID' },
	},
	OrderCreateDiscountCodeInput: {
		freeShippingDiscountCode: 'OrderCreateFreeShippingDiscountCodeAttributesInput',
		itemFixedDiscountCode: 'OrderCreateFixedDiscountCodeAttributesInput',
		itemPercentageDiscountCode: 'OrderCreatePercentageDiscountCodeAttributesInput',
	},
	OrderCreateFreeShippingDiscountCodeAttributesInput: { code: 'String!' },
	OrderCreateFixedDiscountCodeAttributesInput: { amountSet: 'MoneyBagInput', code: 'String!' },
	OrderCreatePercentageDiscountCodeAttributesInput: { code: 'String!', percentage: 'Decimal' },
	OrderCreateFulfillmentInput: {
		...{ locationId: 'ID!', notifyCustomer: 'Boolean', originAddress: 'FulfillmentOriginAddressInput' },
		...{ shipmentStatus: 'String', trackingCompany: 'String', trackingNumber: 'String' },
	},
	OrderCreateCustomerInput: {
		toAssociate: 'OrderCreateAssociateCustomerAttributesInput',
		toUpsert: 'OrderCreateUpsertCustomerAttributesInput',
	},
	OrderCreateAssociateCustomerAttributesInput: { email: 'String', id: 'ID' },
	OrderCreateUpsertCustomerAttributesInput: {
		...{ addresses: '[OrderCreateCustomerAddressInput!]', email: 'String', firstName: 'String', id: 'ID' },
		...{ lastName: 'String', multipassIdentifier: 'String', note: 'String', phone: 'String' },
		...{ tags: '[String!]', taxExempt: 'Boolean' },
	},
	OrderCreateCustomerAddressInput: {
		...{ address1: 'String', address2: 'String', city: 'String', company: 'String', country: 'String' },
		...{ firstName: 'String', lastName: 'String', phone: 'String', province: 'String', zip: 'String' },
	},
	MailingAddressInput: {
		...{ address1: 'String', address2: 'String', city: 'String', company: 'String', country: 'String' },
		...{ countryCode: 'CountryCode', firstName: 'String', id: 'ID', lastName: 'String', phone: 'String' },
		...{ province: 'String', provinceCode: 'String', zip: 'String' },
	},
	MoneyBagInput: { presentmentMoney: 'MoneyInput', shopMoney: 'MoneyInput!' },
	MoneyInput: { amount: 'Decimal!', currencyCode: 'CurrencyCode!' },
	AttributeInput: { key: 'String!', value: 'String!' },
	MetafieldInput: { id: 'ID', key: 'String', namespace: 'String', type: 'String', value: 'String' },
	WeightInput: { unit: 'WeightUnit!', value: 'Float!' },
	FulfillmentOriginAddressInput: {
		...{ address1: 'String', address2: 'String', city: 'String', countryCode: 'String!' },
		...{ provinceCode: 'String', zip: 'String' },
	},
	OrderCancelRefundMethodInput: {
		originalPaymentMethodsRefund: 'Boolean',
		storeCreditRefund: 'OrderCancelStoreCreditRefundInput',
	},
	OrderCancelStoreCreditRefundInput: { expiresAt: 'DateTime' },
	FulfillmentInput: {
		lineItemsByFulfillmentOrder: '[FulfillmentOrderLineItemsInput!]!',
		...{ notifyCustomer: 'Boolean', originAddress: 'FulfillmentOriginAddressInput' },
		trackingInfo: 'FulfillmentTrackingInput',
	},
	FulfillmentOrderLineItemsInput: {
		fulfillmentOrderId: 'ID!',
		fulfillmentOrderLineItems: '[FulfillmentOrderLineItemInput!]',
	},
	FulfillmentOrderLineItemInput: { id: 'ID!', quantity: 'Int!' },
	FulfillmentTrackingInput: {
		...{ company: 'String', number: 'String', numbers: '[String!]', url: 'URL', urls: '[URL!]' },
	},
};

export const ENUMS: Readonly<Record<string, readonly string[]>> = {
	CurrencyCode: Intl.supportedValuesOf('currency'),
	OrderCreateFinancialStatus: [
		...['AUTHORIZED', 'EXPIRED', 'PAID', 'PARTIALLY_PAID', 'PARTIALLY_REFUNDED', 'PENDING', 'REFUNDED'],
		'VOIDED',
	],
	OrderCreateFulfillmentStatus: ['FULFILLED', 'PARTIAL', 'RESTOCKED'],
	OrderCreateInputsInventoryBehavior: [
		...['BYPASS', 'DECREMENT_IGNORING_POLICY', 'DECREMENT_OBEYING_POLICY'],
	],
	OrderTransactionKind: [
		...['AUTHORIZATION', 'CAPTURE', 'CHANGE', 'EMV_AUTHORIZATION', 'REFUND', 'SALE', 'SUGGESTED_REFUND'],
		'VOID',
	],
	OrderTransactionStatus: ['AWAITING_RESPONSE', 'ERROR', 'FAILURE', 'PENDING', 'SUCCESS', 'UNKNOWN'],
	OrderCancelReason: ['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF'],
	OrderSortKeys: [
		...['CREATED_AT', 'CUSTOMER_NAME', 'DESTINATION', 'FINANCIAL_STATUS', 'FULFILLMENT_STATUS', 'ID'],
		...['ORDER_NUMBER', 'PO_NUMBER', 'PROCESSED_AT', 'RELEVANCE', 'TOTAL_ITEMS_QUANTITY', 'TOTAL_PRICE'],
		'UPDATED_AT',
	],
	ProductVariantSortKeys: [
		...['FULL_TITLE', 'ID', 'INVENTORY_LEVELS_AVAILABLE', 'INVENTORY_MANAGEMENT', 'INVENTORY_POLICY'],
		...['INVENTORY_QUANTITY', 'NAME', 'POPULAR', 'POSITION', 'RELEVANCE', 'SKU', 'TITLE'],
	],
	WeightUnit: ['GRAMS', 'KILOGRAMS', 'OUNCES', 'POUNDS'],
};

export const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
	Boolean: (value) => typeof value === 'boolean',
	CountryCode: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
	DateTime: (value) => typeof value === 'string' && isDateTime(value),
	Decimal: (value) => /^-?\d+(?:\.\d+)?$/.test(String(value)),
	Float: (value) => typeof value === 'number',
	ID: (value) => typeof value === 'string' || typeof value === 'number',
	Int: (value) => Number.isInteger(value),
	JSON: () => true,
	String: (value) => typeof value === 'string',
	URL: (value) => typeof value === 'string' && URL.canParse(value),
};

function isDateTime(text: string): boolean {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Arguments of the fields that this shop answers. */
export const ROOT_FIELDS: Readonly<Record<'query' | 'mutation', Record<string, Record<string, string>>>> = {
	query: {
		orders: {
			...{ after: 'String', before: 'String', first: 'Int', last: 'Int', query: 'String' },
			...{ reverse: 'Boolean', savedSearchId: 'ID', sortKey: 'OrderSortKeys' },
		},
		order: { id: 'ID!' },
		productVariants: {
			...{ after: 'String', before: 'String', first: 'Int', last: 'Int', query: 'String' },
			...{ reverse: 'Boolean', savedSearchId: 'ID', sortKey: 'ProductVariantSortKeys' },
		},
	},
	mutation: {
		orderCreate: { options: 'OrderCreateOptionsInput', order: 'OrderCreateOrderInput!' },
		orderCancel: {
			...{ notifyCustomer: 'Boolean', orderId: 'ID!', reason: 'OrderCancelReason!', refund: 'Boolean' },
			...{ refundMethod: 'OrderCancelRefundMethodInput', restock: 'Boolean!', staffNote: 'String' },
		},
		fulfillmentCreate: { fulfillment: 'FulfillmentInput!', message: 'String' },
	},
};
