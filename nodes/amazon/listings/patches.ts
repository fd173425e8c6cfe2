import type { PriceChange, Tier } from '../../rules/price/config';
import type { Channel, StockChange } from '../../rules/stock/config';
import { amazonChannelOf, MERCHANT_CHANNEL } from '../tables/fulfillmentNetworks';

/** One JSON Patch operation on a listing's attributes; paths name top-level attributes only. */
export interface Patch {
	op: 'add' | 'replace' | 'merge' | 'delete';
	path: string;
	value?: object[];
}

/** Any product type accepts offer attributes; this is Amazon's generic one. */
export const OFFER_PRODUCT_TYPE = 'PRODUCT';

export interface OfferChange {
	price?: PriceChange;
	stock?: StockChange;
}

/**
 * The JSON text of the patches for a change of an offer. Text, not objects, because a run writes it for
 * 100,000 items; so decimal strings reach Amazon as JSON numbers without ever being floats. All values are
 * checked by the rules: amounts, whole numbers, ISO dates and codes need no escaping.
 * Source: Amazon's offer schema (`purchasable_offer`, `fulfillment_availability`).
 */
export function patchesText({ price, stock }: OfferChange, marketplaceId: string): string {
	if (price === undefined) return stock === undefined ? '[]' : `[${stockText(stock, marketplaceId)}]`;
	if (stock === undefined) return `[${priceText(price, marketplaceId)}]`;
	return `[${priceText(price, marketplaceId)},${stockText(stock, marketplaceId)}]`;
}

/** The same as objects, for single calls and for showing. */
export function toPatches(change: OfferChange, marketplaceId: string): Patch[] {
	return JSON.parse(patchesText(change, marketplaceId)) as Patch[];
}

/**
 * Amazon acts per marketplace, currency and audience. Whether a sale or a bound that is left out is removed, sellers report
 * both ways; `merge` with null is Amazon's documented way to remove what it is known to have, and a whole offer, as that for
 * business customers, is deleted by its selectors.
 * Source: developer-docs.amazon.com/sp-api/docs/manage-purchasable-offer
 */
function priceText(change: PriceChange, marketplaceId: string): string {
	const { currency, price, sale, business, bounds } = change;
	const base = `"marketplace_id":"${marketplaceId}","currency":"${currency}"`;
	let offers = `{${base},"audience":"ALL",${amount('our_price', price)}`;
	if (isGiven(sale)) {
		const { startAt, endAt } = sale;
		offers += `,"discounted_price":[{"schedule":[{"start_at":"${startAt}","end_at":"${endAt}","value_with_tax":${sale.price}}]}]`;
	}
	const minimum = bounds?.minimum;
	const maximum = bounds?.maximum;
	if (isGiven(minimum)) offers += `,${amount('minimum_seller_allowed_price', minimum)}`;
	if (isGiven(maximum)) offers += `,${amount('maximum_seller_allowed_price', maximum)}`;
	offers += '}';
	if (isGiven(business)) {
		offers += `,{${base},"audience":"B2B"`;
		// Amazon takes tiers only with a price beside them.
		offers += `,${amount('our_price', business.price ?? price)}`;
		if (business.tiers !== undefined) offers += `,${quantityDiscounts(business.tiers)}`;
		offers += '}';
	}
	let replaced = `{"op":"replace","path":"/attributes/purchasable_offer","value":[${offers}]}`;
	if (business === null)
		replaced += `,{"op":"delete","path":"/attributes/purchasable_offer","value":[{${base},"audience":"B2B"}]}`;
	if (sale !== null && minimum !== null && maximum !== null) return replaced;
	let cleared = `{${base},"audience":"ALL"`;
	if (sale === null) cleared += ',"discounted_price":null';
	if (minimum === null) cleared += ',"minimum_seller_allowed_price":null';
	if (maximum === null) cleared += ',"maximum_seller_allowed_price":null';
	return `${replaced},{"op":"merge","path":"/attributes/purchasable_offer","value":[${cleared}}]}`;
}

function isGiven<T>(part: T | null | undefined): part is T {
	return part !== undefined && part !== null;
}

function amount(name: string, price: string): string {
	return `"${name}":[{"schedule":[{"value_with_tax":${price}}]}]`;
}

/** A plan has one kind of discount; the rules make sure that the tiers do not mix prices and percentages. */
function quantityDiscounts(tiers: readonly Tier[]): string {
	const fixed = tiers.every(({ price }) => price !== undefined);
	const levels = tiers.map(({ quantity, price, percentOff }) => {
		return `{"lower_bound":${quantity},"value":${(fixed ? price : percentOff) ?? 0}}`;
	});
	const kind = fixed ? 'fixed' : 'percent';
	return `"quantity_discount_plan":[{"schedule":[{"discount_type":"${kind}","levels":[${levels.join(',')}]}]}]`;
}

/**
 * Selling through the other channel takes two patches: add one channel, delete the other. A quantity alone is merged:
 * `replace` would delete the handling time and the restock date that the listing has.
 * Source: developer-docs.amazon.com/sp-api/docs/merge-a-listing
 */
function stockText(change: StockChange, marketplaceId: string): string {
	const { channel, quantity, handlingDays, restockDate, switchFrom } = change;
	let availability = `{"fulfillment_channel_code":"${channelCode(channel, marketplaceId)}"`;
	if (quantity !== undefined) availability += `,"quantity":${quantity}`;
	if (handlingDays !== undefined) availability += `,"lead_time_to_ship_max_days":${handlingDays}`;
	if (restockDate !== undefined) availability += `,"restock_date":"${restockDate}"`;
	availability += '}';
	const path = '"path":"/attributes/fulfillment_availability"';
	if (switchFrom === undefined) {
		const isQuantityAlone = handlingDays === undefined && restockDate === undefined;
		return `{"op":${isQuantityAlone ? '"merge"' : '"replace"'},${path},"value":[${availability}]}`;
	}
	const left = `{"fulfillment_channel_code":"${channelCode(switchFrom, marketplaceId)}"}`;
	return `{"op":"add",${path},"value":[${availability}]},{"op":"delete",${path},"value":[${left}]}`;
}

function channelCode(channel: Channel, marketplaceId: string): string {
	return channel === 'MFN' ? MERCHANT_CHANNEL : amazonChannelOf(marketplaceId);
}
