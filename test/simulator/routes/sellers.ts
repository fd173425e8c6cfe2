import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import type { Reply } from '../reply';
import type { ApiRoute, SellerCall } from '../route';
import { storeOf } from '../stores';

function getMarketplaceParticipations({ seller }: SellerCall): Reply {
	const payload = seller.marketplaceIds.flatMap((id) => {
		const marketplace = marketplaceById(id);
		if (marketplace === undefined) return [];
		const { name, domain, language } = storeOf(marketplace.country);
		return {
			marketplace: {
				id,
				name,
				countryCode: marketplace.iso,
				defaultCurrencyCode: marketplace.currency,
				defaultLanguageCode: language,
				domainName: domain,
			},
			storeName: seller.storeName,
			participation: { isParticipating: true, hasSuspendedListings: false },
		};
	});
	return { status: 200, json: { payload } };
}

/** Sellers API v1. */
export const SELLERS_ROUTES: readonly ApiRoute[] = [
	{
		operation: 'getMarketplaceParticipations',
		method: 'GET',
		path: '/sellers/v1/marketplaceParticipations',
		access: 'seller',
		query: [],
		takesJson: false,
		handle: getMarketplaceParticipations,
	},
];
