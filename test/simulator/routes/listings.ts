import { effectOf } from '../faults';
import { isObject } from '../json';
import { toIssue, type Finding } from '../listings/issue';
import { toItem } from '../listings/item';
import { asinOf } from '../listings/listing';
import { rulesOf } from '../listings/rules';
import { submit, type Submission } from '../listings/submission';
import { parsePatches } from '../feeds/parseMessage';
import { invalidInput, notFound, type Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import type { ApiRoute, SellerCall } from '../route';
import { checkSeller, readIncludedData, readMarketplaces } from './listingRequest';
import { LISTING_SEARCH_QUERY, searchListingsItems } from './listingSearch';

const ITEM_QUERY = ['marketplaceIds', 'issueLocale', 'includedData'];

function readSku({ params }: SellerCall): string {
	const sku = params['sku'] ?? '';
	if (sku === '' || sku.trim() !== sku)
		throw invalidInput("The 'sku' is empty, or begins or ends with a space.");
	return sku;
}

function getListingsItem(call: SellerCall): Reply {
	const marketplaceIds = readMarketplaces(call);
	const included = readIncludedData(call);
	const sku = readSku(call);
	checkSeller(call);
	const listing = call.state.catalogue(call.seller.sellerId).find(sku);
	if (listing === undefined)
		throw notFound(`SKU '${sku}' not found in marketplace ${marketplaceIds.join(', ')}.`);
	return { status: 200, json: toItem(listing, marketplaceIds, included) };
}

function identifiersOf(
	{ state, seller }: SellerCall,
	submission: Submission,
	findings: Finding[],
): unknown[] {
	if (findings.length > 0) return [];
	const asin = state.catalogue(seller.sellerId).find(submission.sku)?.asin ?? asinOf(submission.sku);
	return submission.marketplaceIds.map((marketplaceId) => ({ marketplaceId, asin }));
}

function answer(call: SellerCall, submission: Submission): Reply {
	const { state, seller, query } = call;
	const preview = query.oneOf('mode', ['VALIDATION_PREVIEW']) !== undefined;
	const included = query.list('includedData', { allowed: ['identifiers', 'issues'] }) ?? ['issues'];
	checkSeller(call);
	const nowMs = state.nowMs() + state.faults.skewMs();
	const liesOfSuccess = effectOf(call.faults, 'false-success') !== undefined;
	const rules = { ...rulesOf(state, liesOfSuccess), preview, nowMs };
	const findings = submit(state.catalogue(seller.sellerId), submission, rules);
	const good = preview ? 'VALID' : 'ACCEPTED';
	const identifiers = identifiersOf(call, submission, findings);
	return {
		status: 200,
		json: {
			sku: submission.sku,
			status: findings.length === 0 ? good : 'INVALID',
			submissionId: state.chance.uuid(),
			...(included.includes('identifiers') ? { identifiers } : {}),
			issues: findings.map(toIssue),
		},
	};
}

function readProductType(fields: Record<string, unknown>): string {
	const { productType } = fields;
	if (typeof productType !== 'string' || productType === '') throw invalidInput("'productType' is required.");
	return productType;
}

function putListingsItem(call: SellerCall): Reply {
	const marketplaceIds = readMarketplaces(call, 1);
	const sku = readSku(call);
	const fields = parseJsonBody(call.body);
	const { requirements = 'LISTING', attributes } = fields;
	if (typeof requirements !== 'string' || !/^LISTING(_PRODUCT_ONLY|_OFFER_ONLY)?$/.test(requirements)) {
		throw invalidInput("'requirements' must be LISTING, LISTING_PRODUCT_ONLY or LISTING_OFFER_ONLY.");
	}
	if (!isObject(attributes)) throw invalidInput("'attributes' is required.");
	const productType = readProductType(fields);
	return answer(call, {
		sku,
		operation: 'UPDATE',
		productType,
		requirements,
		attributes,
		patches: [],
		marketplaceIds,
	});
}

function patchListingsItem(call: SellerCall): Reply {
	const marketplaceIds = readMarketplaces(call);
	const sku = readSku(call);
	const fields = parseJsonBody(call.body);
	const patches = parsePatches(fields['patches']);
	if (typeof patches === 'string') throw invalidInput(`${patches}.`);
	const productType = readProductType(fields);
	const plain = { requirements: 'LISTING', attributes: {} };
	return answer(call, { sku, operation: 'PATCH', productType, ...plain, patches, marketplaceIds });
}

function deleteListingsItem(call: SellerCall): Reply {
	const marketplaceIds = readMarketplaces(call, 1);
	const sku = readSku(call);
	const plain = { productType: 'PRODUCT', requirements: 'LISTING', attributes: {}, patches: [] };
	return answer(call, { sku, operation: 'DELETE', ...plain, marketplaceIds });
}

const ITEMS = '/listings/2021-08-01/items/{sellerId}';
const ITEM = { path: `${ITEMS}/{sku}`, access: 'seller', takesJson: false } as const;
const WRITE_QUERY = [...ITEM_QUERY, 'mode'];

/** Listings Items API 2021-08-01. */
export const LISTINGS_ROUTES: readonly ApiRoute[] = [
	{ ...ITEM, operation: 'getListingsItem', method: 'GET', query: ITEM_QUERY, handle: getListingsItem },
	{
		...ITEM,
		operation: 'putListingsItem',
		method: 'PUT',
		query: WRITE_QUERY,
		takesJson: true,
		handle: putListingsItem,
	},
	{
		...ITEM,
		operation: 'patchListingsItem',
		method: 'PATCH',
		query: WRITE_QUERY,
		takesJson: true,
		handle: patchListingsItem,
	},
	{
		...ITEM,
		operation: 'deleteListingsItem',
		method: 'DELETE',
		query: ['marketplaceIds', 'issueLocale'],
		handle: deleteListingsItem,
	},
	{
		...ITEM,
		path: ITEMS,
		operation: 'searchListingsItems',
		method: 'GET',
		query: LISTING_SEARCH_QUERY,
		handle: searchListingsItems,
	},
];
