import type { INode } from 'n8n-workflow';
import { SHOPIFY_SECRET, WOOCOMMERCE_SECRET } from '../credentials';
import { answer, signature } from '../everyday';
import { type Place } from '../step';

/** The signature that a webhook of WooCommerce should have. */
export function wooCommerceSignature(place: Place): INode {
	return signature("Compute WooCommerce's Signature", { ...place, credentials: WOOCOMMERCE_SECRET });
}

/** The signature that a webhook of Shopify should have. */
export function shopifySignature(place: Place): INode {
	return signature("Compute Shopify's Signature", { ...place, credentials: SHOPIFY_SECRET });
}

/** WooCommerce calls once when a webhook is made. */
export function answerTestCall(place: Place): INode {
	return answer('Answer the Test Call', { ...place, status: 200, text: 'OK' });
}

/** Refuses a call that WooCommerce has not signed. */
export function notWooCommerce(place: Place): INode {
	return answer('Answer 401 (Not WooCommerce)', { ...place, status: 401, text: 'The signature is wrong' });
}

/** Refuses a call that Shopify has not signed. */
export function notShopify(place: Place): INode {
	return answer('Answer 401 (Not Shopify)', { ...place, status: 401, text: 'The signature is wrong' });
}

/** Tells the store that what it said is in the table. */
export function writtenDown(place: Place): INode {
	return answer('Answer 200 (Written Down)', { ...place, status: 200, text: 'OK' });
}
