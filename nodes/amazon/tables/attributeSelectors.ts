import { MERCHANT_CHANNEL } from './fulfillmentNetworks';
import type { Marketplace } from './marketplaces';

/** How the values of a listing's attribute are told apart, where it is not by the marketplace alone. */
export interface AttributeSelectors {
	/** The schema has no `marketplace_id` and allows no field that it does not name. */
	withoutMarketplace?: true;
	/** The field that a bare value stands for; `value` in most attributes. */
	bareField?: string;
	/** What a deletion names beside the marketplace, where that can be known. */
	selected?: (marketplace: Marketplace) => Readonly<Record<string, string>>;
}

const currency = ({ currency: code }: Marketplace) => ({ currency: code });

/**
 * Source: `selectors` and the properties of the attributes in Amazon's product type schemas
 * (developer-docs.amazon.com/sp-api/docs/product-type-definition-meta-schema). All other attributes have a marketplace;
 * texts are told apart by `language_tag` too, which nobody but the seller knows.
 */
const SELECTORS: Readonly<Record<string, AttributeSelectors>> = {
	fulfillment_availability: {
		withoutMarketplace: true,
		selected: () => ({ fulfillment_channel_code: MERCHANT_CHANNEL }),
	},
	list_price: { selected: currency },
	purchasable_offer: { selected: (marketplace) => ({ ...currency(marketplace), audience: 'ALL' }) },
	uvp_list_price: { selected: currency },
	variation_theme: { withoutMarketplace: true, bareField: 'name' },
};

export function selectorsOf(attribute: string): AttributeSelectors {
	return Object.hasOwn(SELECTORS, attribute) ? (SELECTORS[attribute] ?? {}) : {};
}
