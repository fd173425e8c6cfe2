import { REGION_LISTS } from '../../../../nodes/rules/import/regionList';
import { findRegion } from '../../../../nodes/rules/import/regions';
import type { StoreAddress } from '../../../../nodes/rules/import/storeOrder';
import { toMagentoOrder } from '../../../../nodes/rules/stores/magento/order';
import { toMagentoCart } from '../../../../nodes/rules/stores/magento/cart';
import { platformRegionCode } from '../../../../nodes/rules/stores/regionCodes';
import { toShopifyOrder } from '../../../../nodes/rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../../../nodes/rules/stores/wooCommerce/order';
import { ADDRESS, storeOrder } from './orderBuilder';

const PLATFORMS = ['wooCommerce', 'shopify', 'magento'] as const;

describe('the codes of the platforms', () => {
	it.each([
		['US', 'Georgia', 'GA', 'GA', 'GA'],
		['US', 'Puerto Rico', '', 'PR', 'PR'],
		['MX', 'Ciudad de México', 'DF', 'DF', 'CMX'],
		['MX', 'Jalisco', 'JA', 'JAL', 'JAL'],
		['MX', 'Nuevo León', 'NL', 'NL', 'NLE'],
		['BR', 'São Paulo', 'SP', 'SP', 'SP'],
		['IN', 'Chhattisgarh', 'CT', 'CG', 'CT'],
		['IN', 'Odisha', 'OD', 'OR', 'OR'],
		['IN', 'Telangana', 'TS', 'TS', 'TG'],
		['IN', 'Uttarakhand', 'UK', 'UK', 'UT'],
		['JP', '東京都', 'JP13', 'JP-13', ''],
		['IE', 'County Dublin', 'D', 'D', 'D'],
		['ZA', 'Western Cape', 'WC', 'WC', ''],
		['ZA', 'KwaZulu-Natal', 'KZN', 'NL', ''],
		['EG', 'Cairo', 'EGC', 'C', ''],
		['TR', 'İstanbul', 'TR34', '', ''],
		['DE', 'Bayern', 'DE-BY', '', 'BAY'],
		['ES', 'A Coruña', 'C', 'C', 'A Coruсa'],
		['ES', 'Cantabria', 'S', 'S', 'Cantabria'],
		['IT', 'Roma', 'RM', 'RM', 'RM'],
		['AE', 'Dubai', '', 'DU', ''],
		['AR', 'Córdoba', 'X', 'X', 'AR-X'],
		['AU', 'New South Wales', 'NSW', 'NSW', 'NSW'],
		['CA', 'Québec', 'QC', 'QC', 'QC'],
		['AT', 'Wien', '', '', 'WI'],
		['SE', 'Skåne', '', '', 'SE-M'],
		['GB', 'Kent', '', '', ''],
	])('%s, %s: WooCommerce %s, Shopify %s, Magento %s', (country, text, ...codes) => {
		const regionCode = findRegion(country, text)?.code ?? '';
		expect(PLATFORMS.map((platform) => platformRegionCode(platform, { country, regionCode }))).toEqual(codes);
	});

	const everyRegion = Object.entries(REGION_LISTS).map(([country, list]) => ({
		country,
		codes: list.split(';').map((entry) => entry.split(' ')[0] ?? ''),
	}));

	it.each(PLATFORMS)('%s: no two regions of a country have one code', (platform) => {
		for (const { country, codes } of everyRegion) {
			const own = codes.map((regionCode) => platformRegionCode(platform, { country, regionCode }));
			const named = own.filter((code) => code !== '');
			expect([country, named.length - new Set(named).size]).toEqual([country, 0]);
			expect(named.filter((code) => code.includes('*'))).toEqual([]);
		}
	});

	it.each(PLATFORMS)('%s: knows no country beside those of the list, and no empty code', (platform) => {
		expect(platformRegionCode(platform, { country: 'constructor', regionCode: 'GA' })).toBe('');
		expect(platformRegionCode(platform, { country: 'US', regionCode: '' })).toBe('');
	});
});

describe('the region in an order', () => {
	const inOrder = (changes: Partial<StoreAddress>) => {
		const address = { ...ADDRESS, ...changes };
		return storeOrder({ billingAddress: address, shippingAddress: address });
	};
	const MILAN = inOrder({ city: 'Milano', region: 'Milano', regionCode: 'MI', country: 'IT' });
	const MUNICH = inOrder({ city: 'München', region: 'Bayern', regionCode: 'BY', country: 'DE' });
	const KENT = inOrder({ city: 'Dover', region: 'Kent', regionCode: '', country: 'GB' });

	it.each([
		['a code', MILAN, 'MI'],
		["the platform's own code", MUNICH, 'DE-BY'],
		['a text, where there are no codes', KENT, 'Kent'],
	])('of WooCommerce: %s', (_label, order, state) => {
		expect(toWooCommerceOrder(order).shipping.state).toBe(state);
	});

	it.each([
		['a code', MILAN, 'Milano', 'MI', undefined],
		[
			'a region without code is an attribute; the city stays the city',
			MUNICH,
			'München',
			undefined,
			'Bayern',
		],
		['a text is an attribute', KENT, 'Dover', undefined, 'Kent'],
	])('of Shopify: %s', (_label, order, city, provinceCode, attribute) => {
		const { shippingAddress, customAttributes } = toShopifyOrder(order).order;
		expect([shippingAddress.city, shippingAddress.provinceCode]).toEqual([city, provinceCode]);
		expect(customAttributes.find(({ key }) => key === 'Region')?.value).toBe(attribute);
	});

	it.each([
		['a name and a code', MUNICH, 'Bayern', 'BAY'],
		['a text', KENT, 'Kent', undefined],
	])('of Magento: %s', (_label, order, region, code) => {
		expect(toMagentoOrder(order).entity.billing_address).toMatchObject({ region });
		expect(toMagentoOrder(order).entity.billing_address.region_code).toBe(code);
	});

	it.each([
		['the code where the cart looks it up', MUNICH, 'BAY'],
		['a text', KENT, 'Kent'],
	])('of a Magento cart: %s', (_label, order, region) => {
		const bodies = toMagentoCart(order).map(({ body }) => body);
		expect(bodies).toContainEqual(
			expect.objectContaining({
				addressInformation: expect.objectContaining({
					shipping_address: expect.objectContaining({ region }),
					billing_address: expect.objectContaining({ region }),
				}),
			}),
		);
	});
});
