import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import type { CatalogueSeed } from '../seed';
import type { Attributes, AttributeValue } from './attributes';
import type { Finding } from './issue';

/** A SKU of one seller, in all marketplaces. */
export interface Listing {
	sku: string;
	asin: string;
	productType: string;
	attributes: Attributes;
	createdAtMs: number;
	updatedAtMs: number;
	/** Of a change that Amazon took and did not carry out. */
	issues?: Finding[];
}

/** When the listings of a seeded catalogue were created. */
const SEEDED_AT_MS = Date.parse('2026-01-05T08:00:00Z');

/** Rough units of a currency per euro, so that seeded prices look like prices. */
const PRICE_FACTOR: Readonly<Record<string, number>> = { JPY: 160, MXN: 20, INR: 90 };

/** A number from 0 to 2^32 - 1 that always is the same for the same text (FNV-1a). */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash;
}

/** A made-up ASIN, always the same for a SKU. */
export function asinOf(sku: string): string {
	return `B0${hashOf(sku).toString(36).toUpperCase().padStart(8, '0').slice(-8)}`;
}

/** Price of a seeded listing in minor units: cents, or yen. */
export function seededPrice(sku: string, currency: string): number {
	const cents = (500 + (hashOf(sku) % 9000)) * (PRICE_FACTOR[currency] ?? 1);
	return currency === 'JPY' ? Math.round(cents / 100) : cents;
}

function offerOf(marketplaceId: string, sku: string): AttributeValue {
	const currency = marketplaceById(marketplaceId)?.currency ?? 'EUR';
	const price = seededPrice(sku, currency);
	return {
		marketplace_id: marketplaceId,
		currency,
		audience: 'ALL',
		our_price: [{ schedule: [{ value_with_tax: currency === 'JPY' ? price : price / 100 }] }],
	};
}

/** Name of a seeded listing. */
export function seededTitle(sku: string): string {
	return `Simulated product ${sku}`;
}

/** A listing of a seeded catalogue, made when it is looked at. */
export function seededListing(
	sku: string,
	seed: CatalogueSeed,
	marketplaceIds: readonly string[],
	fba: string,
): Listing {
	const hash = hashOf(sku);
	const availability: AttributeValue = seed.fulfilledByAmazon
		? { fulfillment_channel_code: fba }
		: { fulfillment_channel_code: 'DEFAULT', quantity: hash % 100, lead_time_to_ship_max_days: 2 };
	return {
		sku,
		asin: asinOf(sku),
		productType: seed.productType ?? 'PRODUCT',
		attributes: {
			item_name: marketplaceIds.map((id) => ({ marketplace_id: id, value: seededTitle(sku) })),
			condition_type: marketplaceIds.map((id) => ({ marketplace_id: id, value: 'new_new' })),
			purchasable_offer: marketplaceIds.map((id) => offerOf(id, sku)),
			fulfillment_availability: [availability],
		},
		createdAtMs: SEEDED_AT_MS,
		updatedAtMs: SEEDED_AT_MS,
	};
}

/** Milliseconds since 1970 at which every seeded listing was created and last updated. */
export function seededAtMs(): number {
	return SEEDED_AT_MS;
}
