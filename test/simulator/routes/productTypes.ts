import { invalidInput, type Reply } from '../reply';
import type { ApiRoute, SellerCall } from '../route';
import { readMarketplaces } from './listingRequest';

const NAMES = ['LUGGAGE', 'SHIRT', 'SHOES'];

/** The few product types of this Amazon whose name has one of the keywords. */
function searchDefinitionsProductTypes(call: SellerCall): Reply {
	const marketplaceIds = readMarketplaces(call);
	const keywords = call.query.list('keywords');
	if (keywords !== undefined && call.query.text('itemName') !== undefined)
		throw invalidInput("'keywords' cannot be used with 'itemName'.");
	const isMeant = (name: string) => keywords?.some((word) => name.includes(word.toUpperCase())) ?? true;
	const productTypes = NAMES.filter(isMeant).map((name) => ({
		name,
		displayName: name.charAt(0) + name.slice(1).toLowerCase(),
		marketplaceIds,
	}));
	return { status: 200, json: { productTypes, productTypeVersion: 'simulated' } };
}

/** Product Type Definitions API 2020-09-01, as far as the search. */
export const PRODUCT_TYPE_ROUTES: readonly ApiRoute[] = [
	{
		operation: 'searchDefinitionsProductTypes',
		method: 'GET',
		path: '/definitions/2020-09-01/productTypes',
		access: 'seller',
		query: ['keywords', 'marketplaceIds', 'itemName', 'locale', 'searchLocale'],
		takesJson: false,
		handle: searchDefinitionsProductTypes,
	},
];
