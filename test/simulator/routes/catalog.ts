import { invalidInput, type Reply } from '../reply';
import type { ApiRoute, SellerCall } from '../route';
import { readMarketplaces } from './listingRequest';

/** A catalogue without products: every search is answered, none finds anything. */
function searchCatalogItems(call: SellerCall): Reply {
	const { query } = call;
	readMarketplaces(call, 1);
	const identifiers = query.list('identifiers', { maxItems: 20 });
	const keywords = query.list('keywords', { maxItems: 20 });
	if ((identifiers === undefined) === (keywords === undefined))
		throw invalidInput("Exactly one of 'identifiers' and 'keywords' is required.");
	query.count('pageSize', 10, 20);
	return { status: 200, json: { numberOfResults: 0, items: [] } };
}

/** Catalog Items API 2022-04-01, as far as the search. */
export const CATALOG_ROUTES: readonly ApiRoute[] = [
	{
		operation: 'searchCatalogItems',
		method: 'GET',
		path: '/catalog/2022-04-01/items',
		access: 'seller',
		query: [
			...['identifiers', 'identifiersType', 'marketplaceIds', 'includedData', 'locale', 'sellerId'],
			...['keywords', 'brandNames', 'classificationIds', 'pageSize', 'pageToken', 'keywordsLocale'],
		],
		takesJson: false,
		handle: searchCatalogItems,
	},
];
