import type { IDataObject } from 'n8n-workflow';

import { isGroup, toList, toText } from '../../n8n/params';

/** The handful of facts people look for in a listing; prices stay Amazon's decimal strings. */
export function simplifyListing(listing: Record<string, unknown>): IDataObject {
	const summary = firstOf(listing.summaries);
	const offer = firstOf(listing.offers);
	const price = isGroup(offer.price) ? offer.price : {};
	const issues = Array.isArray(listing.issues) ? listing.issues.filter(isGroup) : [];
	const stock = Array.isArray(listing.fulfillmentAvailability)
		? listing.fulfillmentAvailability.filter(isGroup)
		: [];
	return {
		sku: textOf(listing.sku),
		asin: textOf(summary.asin),
		title: textOf(summary.itemName),
		productType: textOf(summary.productType),
		condition: textOf(summary.conditionType),
		status: toList(summary.status).join(', '),
		price: textOf(price.amount),
		currency: textOf(price.currencyCode ?? price.currency),
		quantity: stock[0]?.quantity ?? null,
		fulfillmentChannel: textOf(stock[0]?.fulfillmentChannelCode),
		issues: issues.map(({ severity, message }) => `${toText(severity)}: ${toText(message)}`),
		lastUpdated: textOf(summary.lastUpdatedDate),
	};
}

function firstOf(value: unknown): IDataObject {
	const first: unknown = Array.isArray(value) ? value[0] : undefined;
	return isGroup(first) ? first : {};
}

function textOf(value: unknown): string | null {
	return toText(value) === '' ? null : toText(value);
}
