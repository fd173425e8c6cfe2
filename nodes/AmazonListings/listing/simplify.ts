import type { IDataObject } from 'n8n-workflow';

import { conditionName } from '../../amazon/tables/conditions';
import { MERCHANT_CHANNEL } from '../../amazon/tables/fulfillmentNetworks';
import type { Columns } from '../../n8n/columns';
import type { AnswerForms } from '../../n8n/forms/output';
import { isGroup, toList, toText } from '../../n8n/params';

/** How listings stand in the table; raw ones begin with their SKU as well. */
export const LISTING_COLUMNS: Columns = { first: ['status', 'sku', 'message'], last: ['asin'] };

/** What there is to choose of a listing's answer. */
export const LISTING_OUTPUT = {
	idName: 'sku',
	example: 'status, price, quantity, issues.message',
	hasRaw: true,
};

/** The forms in which a listing can be answered. */
export function listingForms(listing: Record<string, unknown>): AnswerForms {
	return { simple: () => simplifyListing(listing), raw: () => listing as IDataObject };
}

/** The handful of facts people look for in a listing; prices stay Amazon's decimal strings. */
export function simplifyListing(listing: Record<string, unknown>): IDataObject {
	const summary = firstOf(listing.summaries);
	const offer = listOf(listing.offers).find(isForEverybody) ?? {};
	const price = isGroup(offer.price) ? offer.price : {};
	const stock = ownStockOf(listOf(listing.fulfillmentAvailability));
	return {
		status: statusOf(toList(summary.status)),
		sku: toText(listing.sku),
		message: listOf(listing.issues)
			.map(({ severity, message }) => `${toText(severity)}: ${toText(message)}`)
			.join(' '),
		title: toText(summary.itemName),
		price: toText(price.amount),
		quantity: typeof stock.quantity === 'number' ? stock.quantity : '',
		currency: toText(price.currencyCode ?? price.currency),
		fulfillmentChannel: channelOf(toText(stock.fulfillmentChannelCode)),
		condition: conditionName(toText(summary.conditionType)),
		productType: toText(summary.productType),
		lastUpdated: toText(summary.lastUpdatedDate),
		asin: toText(summary.asin),
	};
}

function listOf(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value.filter(isGroup) : [];
}

function firstOf(value: unknown): IDataObject {
	return listOf(value)[0] ?? {};
}

/** A business price is for companies only (Listings Items 2021-08-01, `offerType` and `audience`). */
function isForEverybody({ offerType, audience }: IDataObject): boolean {
	return offerType !== 'B2B' && !(isGroup(audience) && audience.value === 'B2B');
}

/** The stock that the merchant keeps, where there is any: Amazon names no quantity of its own warehouse here. */
function ownStockOf(stock: readonly IDataObject[]): IDataObject {
	return stock.find(({ quantity }) => typeof quantity === 'number') ?? stock[0] ?? {};
}

/** As Seller Central calls it; a listing that cannot be bought is inactive, whether it is found or not. */
function statusOf(statuses: readonly string[]): string {
	return statuses.includes('BUYABLE') ? 'Active' : 'Inactive';
}

function channelOf(code: string): string {
	if (code === '') return '';
	return code === MERCHANT_CHANNEL ? 'MFN' : 'AFN';
}
