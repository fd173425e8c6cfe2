import { marketplaceById, REGIONS } from '../../nodes/amazon/tables/marketplaces';
import type { SellerSeed } from './seed';

/**
 * What a person types into n8n's credential for a simulated seller, by the labels they see there, in their order.
 * n8n has a word of its own for every field that is called `clientId` or `clientSecret`: Amazon's "LWA" is not shown.
 */
export function credentialValues(seller: SellerSeed): Array<[label: string, value: string]> {
	return [
		['Region', REGIONS.find(({ id }) => id === seller.region)?.name ?? seller.region],
		['Marketplaces', seller.marketplaceIds.map((id) => marketplaceById(id)?.name ?? id).join(', ')],
		['Seller ID', seller.sellerId],
		['Client ID', seller.clientId],
		['Client Secret', seller.clientSecret],
		['Refresh Token', seller.refreshToken],
	];
}
