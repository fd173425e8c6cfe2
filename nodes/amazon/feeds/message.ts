import { OFFER_PRODUCT_TYPE, patchesText, type OfferChange, type Patch } from '../listings/patches';

/** A message of the JSON listings feed without its id, which is given when it is packed. */
export interface ListingsMessage {
	sku: string;
	operationType: 'UPDATE' | 'PARTIAL_UPDATE' | 'PATCH' | 'DELETE';
	productType?: string;
	requirements?: string;
	attributes?: object;
	patches?: Patch[];
}

/** The message that changes an offer, as the JSON text behind its id. */
export function offerMessageText(sku: string, change: OfferChange, marketplaceId: string): string {
	const patches = patchesText(change, marketplaceId);
	return `"sku":${JSON.stringify(sku)},"operationType":"PATCH","productType":"${OFFER_PRODUCT_TYPE}","patches":${patches}}`;
}

/** Any message, as the JSON text behind its id. */
export function messageText(message: ListingsMessage): string {
	return JSON.stringify(message).slice(1);
}
