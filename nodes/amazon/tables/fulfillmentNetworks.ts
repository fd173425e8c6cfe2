import { marketplaceById } from './marketplaces';

/** Names of Amazon's own warehouses in `fulfillment_channel_code`; `DEFAULT` is the seller's. */
export const MERCHANT_CHANNEL = 'DEFAULT';

const NETWORK_BY_COUNTRY: Readonly<Record<string, string>> = {
	JP: 'AMAZON_JP',
	AU: 'AMAZON_AU',
	SG: 'AMAZON_SG',
	IN: 'AMAZON_IN',
};
const NETWORK_BY_REGION = { na: 'AMAZON_NA', eu: 'AMAZON_EU', fe: 'AMAZON_JP' } as const;

/** Amazon's warehouse network (AFN) that serves a marketplace. */
export function amazonChannelOf(marketplaceId: string): string {
	const marketplace = marketplaceById(marketplaceId);
	if (marketplace === undefined) return NETWORK_BY_REGION.na;
	return NETWORK_BY_COUNTRY[marketplace.country] ?? NETWORK_BY_REGION[marketplace.region];
}
