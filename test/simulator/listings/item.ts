import { isObjectList } from '../json';
import type { Attributes, AttributeValue } from './attributes';
import { toIssue } from './issue';
import type { Listing } from './listing';

/** Data sets of the Listings Items API. */
export const INCLUDED_DATA = [
	'summaries',
	'attributes',
	'issues',
	'offers',
	'fulfillmentAvailability',
	'procurement',
	'relationships',
	'productTypes',
] as const;
export type IncludedData = (typeof INCLUDED_DATA)[number];

type ItemPart = Record<string, unknown>;

function valuesOf(listing: Listing, attribute: string): AttributeValue[] {
	return listing.attributes[attribute] ?? [];
}

function valueIn(listing: Listing, attribute: string, marketplaceId: string): unknown {
	return valuesOf(listing, attribute).find((value) => value['marketplace_id'] === marketplaceId)?.['value'];
}

function priceOf(offer: AttributeValue): number | undefined {
	const prices = offer['our_price'];
	const schedule = isObjectList(prices) ? prices[0]?.['schedule'] : undefined;
	const amount = isObjectList(schedule) ? schedule[0]?.['value_with_tax'] : undefined;
	return typeof amount === 'number' ? amount : undefined;
}

function isInStock(listing: Listing): boolean {
	return valuesOf(listing, 'fulfillment_availability').some(
		({ fulfillment_channel_code: channel, quantity }) => channel !== 'DEFAULT' || Number(quantity ?? 0) > 0,
	);
}

/** Whether buyers can find it, and buy it, in a marketplace. */
export function statusOf(listing: Listing, marketplaceId: string): ('BUYABLE' | 'DISCOVERABLE')[] {
	if (valueIn(listing, 'item_name', marketplaceId) === undefined) return [];
	const offered = valuesOf(listing, 'purchasable_offer').some(
		(offer) => offer['marketplace_id'] === marketplaceId && priceOf(offer) !== undefined,
	);
	return offered && isInStock(listing) ? ['BUYABLE', 'DISCOVERABLE'] : ['DISCOVERABLE'];
}

function summaryOf(listing: Listing, marketplaceId: string): ItemPart {
	const condition = valueIn(listing, 'condition_type', marketplaceId);
	const name = valueIn(listing, 'item_name', marketplaceId);
	return {
		marketplaceId,
		asin: listing.asin,
		productType: listing.productType,
		...(condition === undefined ? {} : { conditionType: condition }),
		status: statusOf(listing, marketplaceId),
		...(name === undefined ? {} : { itemName: name }),
		createdDate: new Date(listing.createdAtMs).toISOString(),
		lastUpdatedDate: new Date(listing.updatedAtMs).toISOString(),
		mainImage: { link: `https://images.simulator.example/${listing.asin}.jpg`, height: 500, width: 500 },
	};
}

function offersOf(listing: Listing, marketplaceIds: readonly string[]): ItemPart[] {
	return valuesOf(listing, 'purchasable_offer').flatMap((offer) => {
		const { marketplace_id: marketplaceId, currency, audience } = offer;
		const price = priceOf(offer);
		if (price === undefined || !marketplaceIds.some((id) => id === marketplaceId)) return [];
		return {
			marketplaceId,
			offerType: audience === 'B2B' ? 'B2B' : 'B2C',
			price: { currencyCode: currency, amount: price.toFixed(currency === 'JPY' ? 0 : 2) },
			audience: { value: audience, displayName: audience === 'B2B' ? 'Amazon Business' : 'Sell on Amazon' },
		};
	});
}

function availabilityOf(listing: Listing): ItemPart[] {
	return valuesOf(listing, 'fulfillment_availability').map(
		({ fulfillment_channel_code: channel, quantity }) => ({
			fulfillmentChannelCode: channel,
			...(quantity === undefined ? {} : { quantity }),
		}),
	);
}

/** Values of other marketplaces are left out; values without a marketplace belong to all. */
function attributesOf({ attributes }: Listing, marketplaceIds: readonly string[]): Attributes {
	const isAsked = ({ marketplace_id: id }: AttributeValue) =>
		id === undefined || marketplaceIds.some((asked) => asked === id);
	const entries = Object.entries(attributes).map(([name, values]) => [name, values.filter(isAsked)] as const);
	return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

const PARTS: Readonly<
	Record<IncludedData, (listing: Listing, marketplaceIds: readonly string[]) => unknown>
> = {
	summaries: (listing, ids) => ids.map((id) => summaryOf(listing, id)),
	attributes: attributesOf,
	issues: ({ issues = [] }) => issues.map(toIssue),
	offers: offersOf,
	fulfillmentAvailability: availabilityOf,
	procurement: () => [],
	relationships: (_listing, ids) => ids.map((marketplaceId) => ({ marketplaceId, relationships: [] })),
	productTypes: ({ productType }, ids) => ids.map((marketplaceId) => ({ marketplaceId, productType })),
};

/** Amazon's `Item` with the data sets asked for. */
export function toItem(
	listing: Listing,
	marketplaceIds: readonly string[],
	included: readonly IncludedData[],
): ItemPart {
	const parts = included.map((name): [string, unknown] => [name, PARTS[name](listing, marketplaceIds)]);
	return { sku: listing.sku, ...Object.fromEntries(parts) };
}
