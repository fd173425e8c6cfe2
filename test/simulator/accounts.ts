import { marketplaceById, REGIONS } from '../../nodes/amazon/tables/marketplaces';
import type { SellerSeed } from './seed';

/** What a person types into n8n's credential for a simulated seller: the labels of its fields, in their order. */
export function credentialValues(seller: SellerSeed): Array<[label: string, value: string]> {
	return [
		['Region', REGIONS.find(({ id }) => id === seller.region)?.name ?? seller.region],
		['Marketplaces', seller.marketplaceIds.map((id) => marketplaceById(id)?.name ?? id).join(', ')],
		['Seller ID', seller.sellerId],
		['LWA Client ID', seller.clientId],
		['LWA Client Secret', seller.clientSecret],
		['Refresh Token', seller.refreshToken],
	];
}
