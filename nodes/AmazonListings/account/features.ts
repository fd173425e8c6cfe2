import { askBuyerData, askMarketplaces, askNotifications, askOrders, whatWorks, type Ask } from './asks';
import { JSON_LISTINGS_FEED } from '../../amazon/tables/feedTypes';
import { ROLES, type Role } from '../../amazon/tables/roles';
import { OPERATIONS } from '../../amazon/transport/operations';

/** Something the nodes do, and what the application needs for it. */
export interface Feature {
	name: string;
	/** What is asked for, in the middle of a sentence. */
	noun: string;
	/** One of them is enough. */
	roles: readonly Role[];
	/** Whether the question carries the credential's Seller ID. */
	namesSeller?: true;
	ask: Ask;
}

const { directToConsumer, insights, inventoryAndOrders, productListing } = ROLES;

/** Roles by Amazon's "Role Mappings for SP-API Operations" and "... Types". */
export const FEATURES: readonly Feature[] = [
	{
		name: 'Marketplaces',
		noun: 'the marketplaces of the account',
		roles: [productListing, insights],
		ask: askMarketplaces,
	},
	{
		name: 'Listings',
		noun: 'listings',
		roles: [productListing],
		namesSeller: true,
		ask: whatWorks(
			OPERATIONS.searchListingsItems,
			{ list: 'items', noun: 'listings', message: 'Listings can be read' },
			({ account }) => ({
				path: { sellerId: account.sellerId },
				query: { marketplaceIds: account.marketplaceIds.slice(0, 1), pageSize: 1 },
			}),
		),
	},
	{
		name: 'Orders',
		noun: 'orders',
		roles: [inventoryAndOrders, directToConsumer],
		ask: askOrders,
	},
	{ name: "Buyers' Data", noun: "buyers' names and addresses", roles: [directToConsumer], ask: askBuyerData },
	{
		name: 'Feeds',
		noun: 'feeds',
		roles: [productListing, inventoryAndOrders],
		ask: whatWorks(
			OPERATIONS.getFeeds,
			{ list: 'feeds', noun: 'feeds', message: 'Feeds can be listed' },
			() => ({
				query: { feedTypes: [JSON_LISTINGS_FEED.id], pageSize: 1 },
			}),
		),
	},
	{
		name: 'Reports',
		noun: 'reports',
		roles: [productListing, inventoryAndOrders],
		ask: whatWorks(
			OPERATIONS.getReports,
			{ list: 'reports', noun: 'reports', message: 'Reports can be listed' },
			() => ({
				query: { reportTypes: ['GET_MERCHANT_LISTINGS_ALL_DATA'], pageSize: 1 },
			}),
		),
	},
	{
		name: 'Product Types',
		noun: 'product types',
		roles: [productListing],
		ask: whatWorks(
			OPERATIONS.searchDefinitionsProductTypes,
			{ list: 'productTypes', noun: 'product types', message: 'Product types can be read' },
			({ account }) => ({
				query: { marketplaceIds: account.marketplaceIds.slice(0, 1), keywords: ['SHIRT'] },
			}),
		),
	},
	{
		name: 'Catalog',
		noun: "Amazon's catalog",
		roles: [productListing],
		ask: whatWorks(
			OPERATIONS.searchCatalogItems,
			{ list: 'items', noun: "Amazon's catalog", message: "Amazon's catalog can be searched" },
			({ account }) => ({
				query: { marketplaceIds: account.marketplaceIds.slice(0, 1), keywords: ['shirt'], pageSize: 1 },
			}),
		),
	},
	{
		name: 'Notifications',
		noun: 'notifications of orders',
		roles: [inventoryAndOrders, directToConsumer],
		ask: askNotifications,
	},
];
