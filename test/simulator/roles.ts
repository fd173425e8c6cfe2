import type { SellerSeed } from './seed';

const LISTING = 'Product Listing';
const TRACKING = 'Inventory and Order Tracking';
const SHIPPING = 'Direct-to-Consumer Shipping (Restricted)';
const INSIGHTS = 'Selling Partner Insights';

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
	getReports: [LISTING, TRACKING],
	searchOrders: [TRACKING, SHIPPING],
	getOrder: [TRACKING, SHIPPING],
	confirmShipment: [TRACKING, SHIPPING],
	updateShipmentStatus: [TRACKING, SHIPPING],
	getSubscription: [TRACKING, SHIPPING],
};

/** Whether one of the application's roles allows the operation; a seller without a list of roles has them all. */
export function mayCall({ roles }: SellerSeed, operation: string): boolean {
	const wanted = ROLES_OF[operation];
	return roles === undefined || wanted === undefined || wanted.some((role) => roles.includes(role));
}

/** Whether names and addresses of buyers are shown: their fields are simply absent otherwise. */
export function seesBuyers({ roles, hidesPersonalData }: SellerSeed): boolean {
	return hidesPersonalData !== true && (roles === undefined || roles.includes(SHIPPING));
}
