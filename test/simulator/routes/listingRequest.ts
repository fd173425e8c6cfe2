import { INCLUDED_DATA, type IncludedData } from '../listings/item';
import { invalidInput, unauthorized } from '../reply';
import type { SellerCall } from '../route';

/** The marketplaces of the request; throws 400 unless they are the seller's. */
export function readMarketplaces({ seller, query }: SellerCall, maxItems?: number): string[] {
	const ids = query.list('marketplaceIds', maxItems === undefined ? {} : { maxItems });
	if (ids === undefined) throw invalidInput("'marketplaceIds' is required.");
	const foreign = ids.find((id) => !seller.marketplaceIds.includes(id));
	if (foreign !== undefined) throw invalidInput(`Invalid 'marketplaceIds' provided: '${foreign}'.`);
	return ids;
}

/** Throws 403 when the path names another seller than the token. */
export function checkSeller({ seller, params }: SellerCall): void {
	if (params['sellerId'] !== seller.sellerId)
		throw unauthorized("The 'sellerId' is not the one of the access token.");
}

export function readIncludedData({ query }: SellerCall): readonly IncludedData[] {
	const wanted = query.list('includedData', { allowed: INCLUDED_DATA }) ?? ['summaries'];
	return INCLUDED_DATA.filter((name) => wanted.includes(name));
}
