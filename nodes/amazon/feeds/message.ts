import { OFFER_PRODUCT_TYPE, type Patch } from '../listings/patches';

/** A message of the JSON listings feed without its id, which is given when it is packed. */
export interface ListingsMessage {
	sku: string;
	operationType: 'UPDATE' | 'PARTIAL_UPDATE' | 'PATCH' | 'DELETE';
	productType?: string;
	requirements?: string;
	attributes?: object;
	patches?: Patch[];
}

export function patchMessage(
	sku: string,
	patches: Patch[],
	productType = OFFER_PRODUCT_TYPE,
): ListingsMessage {
	return { sku, operationType: 'PATCH', productType, patches };
}
