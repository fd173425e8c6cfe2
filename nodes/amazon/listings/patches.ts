import type { PriceChange, SalePrice, Tier } from '../../rules/priceConfig';
import type { Channel, StockChange } from '../../rules/stockConfig';
import { amazonChannelOf, MERCHANT_CHANNEL } from '../tables/fulfillmentNetworks';

/** One JSON Patch operation on a listing's attributes; paths name top-level attributes only. */
export interface Patch {
	op: 'add' | 'replace' | 'merge' | 'delete';
	path: string;
	value?: object[];
}

/** Any product type accepts offer attributes; this is Amazon's generic one. */
export const OFFER_PRODUCT_TYPE = 'PRODUCT';

/** Amazon acts per marketplace, currency and audience, so a sale that is left out is removed. */
export function pricePatch(change: PriceChange, marketplaceId: string): Patch {
	const { currency, business } = change;
	const base = { marketplace_id: marketplaceId, currency };
	const offers: object[] = [{ ...base, audience: 'ALL', ...consumerOffer(change) }];
	if (business !== undefined) {
		offers.push({
			...base,
			audience: 'B2B',
			...(business.price !== undefined && { our_price: amount(business.price) }),
			...(business.tiers !== undefined && { quantity_discount_plan: quantityDiscounts(business.tiers) }),
		});
	}
	return { op: 'replace', path: '/attributes/purchasable_offer', value: offers };
}

function consumerOffer({ price, sale, bounds }: PriceChange): object {
	const offer: Record<string, object> = { our_price: amount(price) };
	if (sale !== undefined) offer.discounted_price = discount(sale);
	if (bounds?.minimum !== undefined) offer.minimum_seller_allowed_price = amount(bounds.minimum);
	if (bounds?.maximum !== undefined) offer.maximum_seller_allowed_price = amount(bounds.maximum);
	return offer;
}

/** The schema wants JSON numbers; a decimal string with the currency's decimals survives the conversion. */
function amount(price: string): object[] {
	return [{ schedule: [{ value_with_tax: Number(price) }] }];
}

function discount({ price, startAt, endAt }: SalePrice): object[] {
	return [{ schedule: [{ start_at: startAt, end_at: endAt, value_with_tax: Number(price) }] }];
}

/** A plan has one kind of discount; the rules make sure that the tiers do not mix prices and percentages. */
function quantityDiscounts(tiers: readonly Tier[]): object[] {
	const fixed = tiers.every(({ price }) => price !== undefined);
	const levels = tiers.map(({ quantity, price, percentOff }) => ({
		lower_bound: quantity,
		value: Number(fixed ? price : percentOff),
	}));
	return [{ schedule: [{ discount_type: fixed ? 'fixed' : 'percent', levels }] }];
}

/** Selling through the other channel takes two patches: add one channel, delete the other. */
export function stockPatches(change: StockChange, marketplaceId: string): Patch[] {
	const availability: Record<string, string | number> = {
		fulfillment_channel_code: channelCode(change.channel, marketplaceId),
	};
	if (change.quantity !== undefined) availability.quantity = change.quantity;
	if (change.handlingDays !== undefined) availability.lead_time_to_ship_max_days = change.handlingDays;
	if (change.restockDate !== undefined) availability.restock_date = change.restockDate;
	const path = '/attributes/fulfillment_availability';
	if (change.switchFrom === undefined) return [{ op: 'replace', path, value: [availability] }];
	const left = { fulfillment_channel_code: channelCode(change.switchFrom, marketplaceId) };
	return [
		{ op: 'add', path, value: [availability] },
		{ op: 'delete', path, value: [left] },
	];
}

function channelCode(channel: Channel, marketplaceId: string): string {
	return channel === 'MFN' ? MERCHANT_CHANNEL : amazonChannelOf(marketplaceId);
}
