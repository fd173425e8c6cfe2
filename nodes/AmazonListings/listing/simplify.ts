import type { IDataObject } from 'n8n-workflow';

import { isGroup, toList, toText } from '../../n8n/params';

/** The handful of facts people look for in a listing; prices stay Amazon's decimal strings. */
export function simplifyListing(listing: Record<string, unknown>): IDataObject {
	const summary = firstOf(listing.summaries);
	const offer = listOf(listing.offers).find(isForEverybody) ?? {};
	const price = isGroup(offer.price) ? offer.price : {};
	const stock = ownStockOf(listOf(listing.fulfillmentAvailability));
	return {
		sku: textOf(listing.sku),
		asin: textOf(summary.asin),
		title: textOf(summary.itemName),
		productType: textOf(summary.productType),
		condition: textOf(summary.conditionType),
		status: toList(summary.status).join(', '),
		price: textOf(price.amount),
		currency: textOf(price.currencyCode ?? price.currency),
		quantity: typeof stock.quantity === 'number' ? stock.quantity : null,
		fulfillmentChannel: textOf(stock.fulfillmentChannelCode),
		issues: listOf(listing.issues).map(({ severity, message }) => `${toText(severity)}: ${toText(message)}`),
		lastUpdated: textOf(summary.lastUpdatedDate),
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

function textOf(value: unknown): string | null {
	return toText(value) === '' ? null : toText(value);
}
