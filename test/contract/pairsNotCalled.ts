/** Why a pair of Amazon's static sandbox is not run: nothing in the nodes calls its operation. */
const WHY = {
	older:
		'an older version of an API that the nodes call; Amazon removes the reads of Orders v0 in March 2027',
	unused: 'nothing that the nodes do needs it',
} as const;

/** APIs and operations that are older than those the nodes call. */
const OLDER = ['listingsItems_2020-09-01', 'ordersV0'];

/** Why the operations of an API are not called. */
export function whyNotCalled(api: string): string {
	return OLDER.includes(api) ? WHY.older : WHY.unused;
}

/** Operations by API, as Amazon names both, that the nodes do not call. One that they begin to call must leave here. */
export const NOT_CALLED: Readonly<Record<string, readonly string[]>> = {
	'InvoicesApiModel_2024-06-19': [
		'getInvoicesAttributes',
		'getInvoicesDocument',
		'createInvoicesExport',
		'getInvoicesExports',
		'getInvoicesExport',
		'createGovernmentInvoice',
		'getGovernmentInvoiceStatus',
		'getGovernmentInvoiceDocument',
		'getInvoices',
		'getInvoice',
	],
	'application_2023-11-30': ['rotateApplicationClientSecret'],
	'catalogItems_2020-12-01': ['searchCatalogItems', 'getCatalogItem'],
	'catalogItems_2022-04-01': ['getCatalogItem'],
	'dataKiosk_2023-11-15': ['getQueries', 'createQuery', 'cancelQuery', 'getQuery', 'getDocument'],
	'definitionsProductTypes_2020-09-01': ['getDefinitionsProductType'],
	'easyShip_2022-03-23': [
		'listHandoverSlots',
		'getScheduledPackage',
		'createScheduledPackage',
		'updateScheduledPackages',
		'createScheduledPackageBulk',
	],
	'externalFulfillmentInventory_2024-09-11': ['batchInventory'],
	'externalFulfillmentReturns_2024-09-11': ['listReturns', 'getReturn'],
	'externalFulfillmentShipments_2024-09-11': [
		'getShipments',
		'getShipment',
		'processShipment',
		'createPackages',
		'updatePackage',
		'updatePackageStatus',
		'retrieveShippingOptions',
		'generateInvoice',
		'retrieveInvoice',
		'generateShipLabels',
	],
	'financesInvoices_2026-06-25': ['getInvoiceHeaders', 'getInvoice'],
	financesV0: [
		'listFinancialEventGroups',
		'listFinancialEventsByGroupId',
		'listFinancialEventsByOrderId',
		'listFinancialEvents',
	],
	'finances_2024-06-19': ['listTransactions', 'listBalances', 'listSummary'],
	'listingsItems_2020-09-01': ['deleteListingsItem', 'patchListingsItem', 'putListingsItem'],
	'listingsRestrictions_2021-08-01': ['getListingsRestrictions'],
	merchantFulfillmentV0: [
		'getEligibleShipmentServices',
		'getShipment',
		'cancelShipment',
		'createShipment',
		'getAdditionalSellerInputs',
	],
	messaging: [
		'getMessagingActionsForOrder',
		'confirmCustomizationDetails',
		'createConfirmDeliveryDetails',
		'createLegalDisclosure',
		'createConfirmOrderDetails',
		'createConfirmServiceDetails',
		'CreateWarranty',
		'GetAttributes',
		'createDigitalAccessKey',
		'createUnexpectedProblem',
		'sendInvoice',
	],
	notifications: [
		'getSubscriptions',
		'createSubscription',
		'getSubscriptionById',
		'deleteSubscriptionById',
		'getDestinations',
		'createDestination',
		'getDestination',
		'deleteDestination',
	],
	ordersV0: [
		'getOrders',
		'getOrder',
		'getOrderBuyerInfo',
		'getOrderAddress',
		'getOrderItems',
		'getOrderItemsBuyerInfo',
		'getOrderRegulatedInfo',
		'updateVerificationStatus',
	],
	productFeesV0: ['getMyFeesEstimateForSKU', 'getMyFeesEstimateForASIN', 'getMyFeesEstimates'],
	productPricingV0: [
		'getPricing',
		'getCompetitivePricing',
		'getListingOffers',
		'getItemOffers',
		'getItemOffersBatch',
		'getListingOffersBatch',
	],
	'productPricing_2022-05-01': ['getFeaturedOfferExpectedPriceBatch', 'getCompetitiveSummary'],
	sales: ['getOrderMetrics'],
	sellers: ['getAccount'],
	shipmentInvoicingV0: ['getShipmentDetails', 'submitInvoice', 'getInvoiceStatus'],
	solicitations: ['getSolicitationActionsForOrder', 'createProductReviewAndSellerFeedbackSolicitation'],
	'supplySources_2020-07-01': [
		'getSupplySources',
		'createSupplySource',
		'getSupplySource',
		'updateSupplySource',
		'archiveSupplySource',
		'updateSupplySourceStatus',
	],
	'tracking_2026-01-30': ['getShipmentTracking'],
	'transfers_2024-06-01': ['initiatePayout', 'listPayouts', 'getPaymentMethods', 'listExpectedPayouts'],
};
