import { isoCountryOf } from '../../rules/order/isoCountry';

/** Amazon's regions and marketplaces (developer documentation, "Marketplace IDs" and "SP-API endpoints"). */

export type RegionId = 'na' | 'eu' | 'fe';

export interface Region {
	id: RegionId;
	name: string;
	/** Host of the Selling Partner API; the sandbox's has the prefix `sandbox.`. */
	host: string;
}

export const REGIONS: readonly Region[] = [
	{ id: 'eu', name: 'Europe, Middle East, Africa and India', host: 'sellingpartnerapi-eu.amazon.com' },
	{ id: 'fe', name: 'Far East', host: 'sellingpartnerapi-fe.amazon.com' },
	{ id: 'na', name: 'North and South America', host: 'sellingpartnerapi-na.amazon.com' },
];

export interface Marketplace {
	/** Amazon's id, e.g. `ATVPDKIKX0DER`. */
	id: string;
	/** Amazon's own country code; the United Kingdom is `UK`. */
	country: string;
	/** ISO 3166-1; the United Kingdom is `GB`. */
	iso: string;
	name: string;
	/** ISO 4217. */
	currency: string;
	region: RegionId;
}

const ROWS: ReadonlyArray<Omit<Marketplace, 'iso'>> = [
	{ id: 'A2EUQ1WTGCTBG2', country: 'CA', name: 'Canada', currency: 'CAD', region: 'na' },
	{ id: 'ATVPDKIKX0DER', country: 'US', name: 'United States', currency: 'USD', region: 'na' },
	{ id: 'A1AM78C64UM0Y8', country: 'MX', name: 'Mexico', currency: 'MXN', region: 'na' },
	{ id: 'A2Q3Y263D00KWC', country: 'BR', name: 'Brazil', currency: 'BRL', region: 'na' },
	{ id: 'A28R8C7NBKEWEA', country: 'IE', name: 'Ireland', currency: 'EUR', region: 'eu' },
	{ id: 'A1RKKUPIHCS9HS', country: 'ES', name: 'Spain', currency: 'EUR', region: 'eu' },
	{ id: 'A1F83G8C2ARO7P', country: 'UK', name: 'United Kingdom', currency: 'GBP', region: 'eu' },
	{ id: 'A13V1IB3VIYZZH', country: 'FR', name: 'France', currency: 'EUR', region: 'eu' },
	{ id: 'AMEN7PMS3EDWL', country: 'BE', name: 'Belgium', currency: 'EUR', region: 'eu' },
	{ id: 'A1805IZSGTT6HS', country: 'NL', name: 'Netherlands', currency: 'EUR', region: 'eu' },
	{ id: 'A1PA6795UKMFR9', country: 'DE', name: 'Germany', currency: 'EUR', region: 'eu' },
	{ id: 'APJ6JRA9NG5V4', country: 'IT', name: 'Italy', currency: 'EUR', region: 'eu' },
	{ id: 'A2NODRKZP88ZB9', country: 'SE', name: 'Sweden', currency: 'SEK', region: 'eu' },
	{ id: 'AE08WJ6YKNBMC', country: 'ZA', name: 'South Africa', currency: 'ZAR', region: 'eu' },
	{ id: 'A1C3SOZRARQ6R3', country: 'PL', name: 'Poland', currency: 'PLN', region: 'eu' },
	{ id: 'ARBP9OOSHTCHU', country: 'EG', name: 'Egypt', currency: 'EGP', region: 'eu' },
	{ id: 'A33AVAJ2PDY3EV', country: 'TR', name: 'Turkey', currency: 'TRY', region: 'eu' },
	{ id: 'A17E79C6D8DWNP', country: 'SA', name: 'Saudi Arabia', currency: 'SAR', region: 'eu' },
	{
		id: 'A2VIGQ35RCS4UG',
		country: 'AE',
		name: 'United Arab Emirates',
		currency: 'AED',
		region: 'eu',
	},
	{ id: 'A21TJRUUN4KGV', country: 'IN', name: 'India', currency: 'INR', region: 'eu' },
	{ id: 'A19VAU5U5O7RUS', country: 'SG', name: 'Singapore', currency: 'SGD', region: 'fe' },
	{ id: 'A39IBJ37TRP1C6', country: 'AU', name: 'Australia', currency: 'AUD', region: 'fe' },
	{ id: 'A1VC38T7YXB528', country: 'JP', name: 'Japan', currency: 'JPY', region: 'fe' },
];

export const MARKETPLACES: readonly Marketplace[] = ROWS.map((row) => ({
	...row,
	iso: isoCountryOf(row.country),
}));

const byId = new Map(MARKETPLACES.map((marketplace) => [marketplace.id, marketplace]));

export function marketplaceById(id: string): Marketplace | undefined {
	return byId.get(id);
}

/**
 * The marketplace a person means: Amazon's id, Amazon's or the ISO country code (any case), or the name.
 */
export function findMarketplace(text: string): Marketplace | undefined {
	const wanted = text.trim().toLowerCase();
	return MARKETPLACES.find((marketplace) =>
		[marketplace.id, marketplace.country, marketplace.iso, marketplace.name].some(
			(name) => name.toLowerCase() === wanted,
		),
	);
}
