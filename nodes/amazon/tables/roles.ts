/**
 * Roles as Seller Central and the Solution Provider Portal name them. Amazon's "Role Mappings for SP-API Operations"
 * and "... Types" list, for each operation and type, the roles of which one is enough.
 */
export const ROLES = {
	directToConsumer: 'Direct-to-Consumer Shipping (Restricted)',
	inventoryAndOrders: 'Inventory and Order Tracking',
	insights: 'Selling Partner Insights',
	productListing: 'Product Listing',
} as const;

export type Role = (typeof ROLES)[keyof typeof ROLES];
