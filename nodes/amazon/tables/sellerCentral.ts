import { marketplaceById, type Marketplace } from './marketplaces';

/** Where each marketplace's Seller Central lives: `sellercentral.amazon.` and this, by Amazon's country code. */
const DOMAINS: Readonly<Record<Marketplace['country'], string>> = {
	...{ CA: 'ca', US: 'com', MX: 'com.mx', BR: 'com.br' },
	...{ IE: 'ie', ES: 'es', UK: 'co.uk', FR: 'fr', BE: 'com.be', NL: 'nl', DE: 'de', IT: 'it', SE: 'se' },
	...{ ZA: 'co.za', PL: 'pl', EG: 'eg', TR: 'com.tr', SA: 'sa', AE: 'ae', IN: 'in' },
	...{ SG: 'sg', AU: 'com.au', JP: 'co.jp' },
};

const PATHS = {
	/** Apps and Services > Develop Apps: the own apps, their roles and authorizations. */
	developApps: '/sellingpartner/developerconsole',
	/** Apps and Services > Manage Your Apps: what the seller has authorized. */
	manageApps: '/apps/manage',
	/** Settings > Account Info > Your Merchant Token: the Seller ID. */
	sellerId: '/sw/AccountInfo/MerchantToken/step/MerchantToken',
} as const;

export type SellerCentralPage = keyof typeof PATHS;

/** The address of a page in the Seller Central of a marketplace; that of the United States when it is unknown. */
export function sellerCentralPage(page: SellerCentralPage, marketplaceId: string | undefined): string {
	const country = marketplaceById(marketplaceId ?? '')?.country ?? 'US';
	return `https://sellercentral.amazon.${DOMAINS[country] ?? 'com'}${PATHS[page]}`;
}
