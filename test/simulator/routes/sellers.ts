import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import type { Reply } from '../reply';
import type { ApiRoute, SellerCall } from '../route';

/** Domain and main language per marketplace country (developer documentation, "Marketplace IDs"). */
const STORES: Readonly<Record<string, readonly [domain: string, language: string]>> = {
	CA: ['www.amazon.ca', 'en_CA'],
	US: ['www.amazon.com', 'en_US'],
	MX: ['www.amazon.com.mx', 'es_MX'],
	BR: ['www.amazon.com.br', 'pt_BR'],
	IE: ['www.amazon.ie', 'en_IE'],
	ES: ['www.amazon.es', 'es_ES'],
	UK: ['www.amazon.co.uk', 'en_GB'],
	FR: ['www.amazon.fr', 'fr_FR'],
	BE: ['www.amazon.com.be', 'fr_BE'],
	NL: ['www.amazon.nl', 'nl_NL'],
	DE: ['www.amazon.de', 'de_DE'],
	IT: ['www.amazon.it', 'it_IT'],
	SE: ['www.amazon.se', 'sv_SE'],
	ZA: ['www.amazon.co.za', 'en_ZA'],
	PL: ['www.amazon.pl', 'pl_PL'],
	EG: ['www.amazon.eg', 'ar_AE'],
	TR: ['www.amazon.com.tr', 'tr_TR'],
	SA: ['www.amazon.sa', 'ar_AE'],
	AE: ['www.amazon.ae', 'en_AE'],
	IN: ['www.amazon.in', 'en_IN'],
	SG: ['www.amazon.sg', 'en_SG'],
	AU: ['www.amazon.com.au', 'en_AU'],
	JP: ['www.amazon.co.jp', 'ja_JP'],
};

function getMarketplaceParticipations({ seller }: SellerCall): Reply {
	const payload = seller.marketplaceIds.flatMap((id) => {
		const marketplace = marketplaceById(id);
		const [domainName, defaultLanguageCode] = STORES[marketplace?.country ?? ''] ?? [];
		if (marketplace === undefined) return [];
		return {
			marketplace: {
				id,
				name: `Amazon.${domainName?.replace('www.amazon.', '')}`,
				countryCode: marketplace.iso,
				defaultCurrencyCode: marketplace.currency,
				defaultLanguageCode,
				domainName,
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
