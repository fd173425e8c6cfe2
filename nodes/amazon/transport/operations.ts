import { LIMITS, type RateLimit } from '../tables/limits';
import type { HttpMethod } from './ports';

/** Where an operation's answer names the next page, and how that page is asked for. */
export interface Paging {
	/** Query parameter that carries the token. */
	parameter: string;
	/** Keys that lead to the token in the answer, outermost first. */
	tokenAt: readonly string[];
	/** Whether the token must be the only parameter (Amazon refuses the call otherwise). */
	tokenAlone: boolean;
}

/** One SP-API operation as data. */
export interface SpApiOperation {
	/** Amazon's operation id, e.g. `createFeed`. */
	id: string;
	method: HttpMethod;
	/** Path template, e.g. `/feeds/2021-06-30/feeds/{feedId}`. */
	path: string;
	limit: RateLimit;
	/**
	 * `harmless`: sending it twice leaves Amazon as sending it once.
	 * `onlyIfNotReceived`: it creates something, so it is sent again only when the first cannot have been accepted.
	 */
	repeat: 'harmless' | 'onlyIfNotReceived';
	paging?: Paging;
}

const FEEDS_PAGING: Paging = { parameter: 'nextToken', tokenAt: ['nextToken'], tokenAlone: true };
const REPORTS_PAGING: Paging = FEEDS_PAGING;
const LISTINGS_PAGING: Paging = {
	parameter: 'pageToken',
	tokenAt: ['pagination', 'nextToken'],
	tokenAlone: false,
};
const CATALOG_PAGING: Paging = LISTINGS_PAGING;
const ORDERS_PAGING: Paging = {
	parameter: 'paginationToken',
	tokenAt: ['pagination', 'nextToken'],
	tokenAlone: false,
};

/**
 * Paths from Amazon's models: Feeds and Reports 2021-06-30, Listings Items 2021-08-01, Sellers v1, Orders 2026-01-01
 * and v0, Product Type Definitions 2020-09-01, Catalog Items 2022-04-01, Notifications v1,
 * Tokens 2021-03-01.
 */
export const OPERATIONS = {
	createFeedDocument: {
		id: 'createFeedDocument',
		method: 'POST',
		path: '/feeds/2021-06-30/documents',
		limit: LIMITS.createFeedDocument,
		// A second document that nobody uses expires by itself.
		repeat: 'harmless',
	},
	createFeed: {
		id: 'createFeed',
		method: 'POST',
		path: '/feeds/2021-06-30/feeds',
		limit: LIMITS.createFeed,
		repeat: 'onlyIfNotReceived',
	},
	getFeed: {
		id: 'getFeed',
		method: 'GET',
		path: '/feeds/2021-06-30/feeds/{feedId}',
		limit: LIMITS.getFeed,
		repeat: 'harmless',
	},
	getFeeds: {
		id: 'getFeeds',
		method: 'GET',
		path: '/feeds/2021-06-30/feeds',
		limit: LIMITS.getFeeds,
		repeat: 'harmless',
		paging: FEEDS_PAGING,
	},
	cancelFeed: {
		id: 'cancelFeed',
		method: 'DELETE',
		path: '/feeds/2021-06-30/feeds/{feedId}',
		limit: LIMITS.cancelFeed,
		repeat: 'harmless',
	},
	getFeedDocument: {
		id: 'getFeedDocument',
		method: 'GET',
		path: '/feeds/2021-06-30/documents/{feedDocumentId}',
		limit: LIMITS.getFeedDocument,
		repeat: 'harmless',
	},
	getListingsItem: {
		id: 'getListingsItem',
		method: 'GET',
		path: '/listings/2021-08-01/items/{sellerId}/{sku}',
		limit: LIMITS.getListingsItem,
		repeat: 'harmless',
	},
	putListingsItem: {
		id: 'putListingsItem',
		method: 'PUT',
		path: '/listings/2021-08-01/items/{sellerId}/{sku}',
		limit: LIMITS.putListingsItem,
		repeat: 'harmless',
	},
	patchListingsItem: {
		id: 'patchListingsItem',
		method: 'PATCH',
		path: '/listings/2021-08-01/items/{sellerId}/{sku}',
		limit: LIMITS.patchListingsItem,
		repeat: 'harmless',
	},
	deleteListingsItem: {
		id: 'deleteListingsItem',
		method: 'DELETE',
		path: '/listings/2021-08-01/items/{sellerId}/{sku}',
		limit: LIMITS.deleteListingsItem,
		repeat: 'harmless',
	},
	searchListingsItems: {
		id: 'searchListingsItems',
		method: 'GET',
		path: '/listings/2021-08-01/items/{sellerId}',
		limit: LIMITS.searchListingsItems,
		repeat: 'harmless',
		paging: LISTINGS_PAGING,
	},
	getMarketplaceParticipations: {
		id: 'getMarketplaceParticipations',
		method: 'GET',
		path: '/sellers/v1/marketplaceParticipations',
		limit: LIMITS.getMarketplaceParticipations,
		repeat: 'harmless',
	},
	searchOrders: {
		id: 'searchOrders',
		method: 'GET',
		path: '/orders/2026-01-01/orders',
		limit: LIMITS.searchOrders,
		repeat: 'harmless',
		paging: ORDERS_PAGING,
	},
	getOrder: {
		id: 'getOrder',
		method: 'GET',
		path: '/orders/2026-01-01/orders/{orderId}',
		limit: LIMITS.getOrder,
		repeat: 'harmless',
	},
	getReports: {
		id: 'getReports',
		method: 'GET',
		path: '/reports/2021-06-30/reports',
		limit: LIMITS.getReports,
		repeat: 'harmless',
		paging: REPORTS_PAGING,
	},
	createReport: {
		id: 'createReport',
		method: 'POST',
		path: '/reports/2021-06-30/reports',
		limit: LIMITS.createReport,
		repeat: 'onlyIfNotReceived',
	},
	getReport: {
		id: 'getReport',
		method: 'GET',
		path: '/reports/2021-06-30/reports/{reportId}',
		limit: LIMITS.getReport,
		repeat: 'harmless',
	},
	cancelReport: {
		id: 'cancelReport',
		method: 'DELETE',
		path: '/reports/2021-06-30/reports/{reportId}',
		limit: LIMITS.cancelReport,
		repeat: 'harmless',
	},
	getReportDocument: {
		id: 'getReportDocument',
		method: 'GET',
		path: '/reports/2021-06-30/documents/{reportDocumentId}',
		limit: LIMITS.getReportDocument,
		repeat: 'harmless',
	},
	createReportSchedule: {
		id: 'createReportSchedule',
		method: 'POST',
		path: '/reports/2021-06-30/schedules',
		limit: LIMITS.createReportSchedule,
		// A schedule of the same type and marketplaces takes the place of the one before it (Amazon's model).
		repeat: 'harmless',
	},
	getReportSchedule: {
		id: 'getReportSchedule',
		method: 'GET',
		path: '/reports/2021-06-30/schedules/{reportScheduleId}',
		limit: LIMITS.getReportSchedule,
		repeat: 'harmless',
	},
	getReportSchedules: {
		id: 'getReportSchedules',
		method: 'GET',
		path: '/reports/2021-06-30/schedules',
		limit: LIMITS.getReportSchedules,
		repeat: 'harmless',
	},
	cancelReportSchedule: {
		id: 'cancelReportSchedule',
		method: 'DELETE',
		path: '/reports/2021-06-30/schedules/{reportScheduleId}',
		limit: LIMITS.cancelReportSchedule,
		repeat: 'harmless',
	},
	createRestrictedDataToken: {
		id: 'createRestrictedDataToken',
		method: 'POST',
		path: '/tokens/2021-03-01/restrictedDataToken',
		limit: LIMITS.createRestrictedDataToken,
		// A token that nobody uses expires by itself.
		repeat: 'harmless',
	},
	searchDefinitionsProductTypes: {
		id: 'searchDefinitionsProductTypes',
		method: 'GET',
		path: '/definitions/2020-09-01/productTypes',
		limit: LIMITS.searchDefinitionsProductTypes,
		repeat: 'harmless',
	},
	searchCatalogItems: {
		id: 'searchCatalogItems',
		method: 'GET',
		path: '/catalog/2022-04-01/items',
		limit: LIMITS.searchCatalogItems,
		repeat: 'harmless',
		paging: CATALOG_PAGING,
	},
	getSubscription: {
		id: 'getSubscription',
		method: 'GET',
		path: '/notifications/v1/subscriptions/{notificationType}',
		limit: LIMITS.getSubscription,
		repeat: 'harmless',
	},
	confirmShipment: {
		id: 'confirmShipment',
		method: 'POST',
		path: '/orders/v0/orders/{orderId}/shipmentConfirmation',
		limit: LIMITS.confirmShipment,
		// The package has a reference: a second confirmation changes the same package, or is refused as shipped.
		repeat: 'harmless',
	},
	updateShipmentStatus: {
		id: 'updateShipmentStatus',
		method: 'POST',
		path: '/orders/v0/orders/{orderId}/shipment',
		limit: LIMITS.updateShipmentStatus,
		repeat: 'harmless',
	},
} as const satisfies Record<string, SpApiOperation>;
