import type { SellerSeed } from './seed';

const LISTING = 'Product Listing';
const TRACKING = 'Inventory and Order Tracking';
const SHIPPING = 'Direct-to-Consumer Shipping (Restricted)';
const INSIGHTS = 'Selling Partner Insights';
/** Each of them has report types of its own. */
const REPORTING = [
	LISTING,
	TRACKING,
	SHIPPING,
	'Finance and Accounting',
	'Amazon Fulfillment',
	'Brand Analytics',
];

/**
 * The roles of which one is enough, by operation (Amazon's "Role Mappings for SP-API Operations", and "... Types" for
 * what feeds, reports and notifications carry).
 */
const ROLES_OF: Readonly<Record<string, readonly string[]>> = {
	getMarketplaceParticipations: [LISTING, INSIGHTS],
	...Object.fromEntries(['get', 'put', 'patch', 'delete'].map((verb) => [`${verb}ListingsItem`, [LISTING]])),
	searchListingsItems: [LISTING],
	searchDefinitionsProductTypes: [LISTING],
	searchCatalogItems: [LISTING],
	...Object.fromEntries(
		['createFeedDocument', 'createFeed', 'getFeed', 'getFeeds', 'cancelFeed', 'getFeedDocument'].map(
			(operation) => [operation, [LISTING, TRACKING]],
		),
	),
	...Object.fromEntries(
		[
			...['createReport', 'getReport', 'getReports', 'cancelReport', 'getReportDocument'],
			...['createReportSchedule', 'getReportSchedule', 'getReportSchedules', 'cancelReportSchedule'],
		].map((operation) => [operation, REPORTING]),
	),
	searchOrders: [TRACKING, SHIPPING],
	getOrder: [TRACKING, SHIPPING],
	confirmShipment: [TRACKING, SHIPPING],
	updateShipmentStatus: [TRACKING, SHIPPING],
	getSubscription: [TRACKING, SHIPPING],
};

/** Whether one of the application's roles allows the operation; a seller without a list of roles has them all. */
export function mayCall({ roles }: SellerSeed, operation: string): boolean {
	const wanted = ROLES_OF[operation];
	return roles === undefined || wanted === undefined || hasOneOf({ roles }, wanted);
}

/** Whether the application has one of the roles that a type of report asks for. */
export function hasOneOf({ roles }: Pick<SellerSeed, 'roles'>, wanted: readonly string[]): boolean {
	return roles === undefined || wanted.some((role) => roles.includes(role));
}

/** Whether names and addresses of buyers are shown: their fields are simply absent otherwise. */
export function seesBuyers({ roles, hidesPersonalData }: SellerSeed): boolean {
	return hidesPersonalData !== true && (roles === undefined || roles.includes(SHIPPING));
}
