import type { StoreAddress, StoreOrder } from '../../import/storeOrder';
import { given } from '../fields';
import { twoLines } from '../postal';
import { platformRegionCode } from '../regionCodes';

/** Stands where Magento demands a text and Amazon gives none; its checks of names and phones let a hyphen pass. */
export const MAGENTO_UNKNOWN = '-';

/** Stands where Magento demands a well-formed e-mail address; `.invalid` reaches nobody (RFC 2606). */
const MAGENTO_UNKNOWN_EMAIL = 'unknown@example.invalid';

/** The buyer's e-mail address or its placeholder. */
export function magentoEmail({ customer }: StoreOrder): string {
	return customer.email || MAGENTO_UNKNOWN_EMAIL;
}

/** An address of an order (`sales-data-order-address-interface`), with all its lines. */
export function toMagentoAddress(order: StoreOrder, type: 'billing' | 'shipping') {
	const address = type === 'billing' ? order.billingAddress : order.shippingAddress;
	const street = address.street.length === 0 ? [MAGENTO_UNKNOWN] : address.street;
	return {
		address_type: type,
		...toFields(order, address),
		...given('region', address.region),
		...given('region_code', platformRegionCode('magento', address)),
		street,
	};
}

/** An address of a cart (`quote-data-address-interface`), where Magento refuses a third line. */
export function toMagentoCartAddress(order: StoreOrder, type: 'billing' | 'shipping') {
	const address = type === 'billing' ? order.billingAddress : order.shippingAddress;
	const [first, second] = twoLines(address);
	const code = platformRegionCode('magento', address);
	return {
		...toFields(order, address),
		// A cart looks its region up by the code in this field (`AbstractAddress::getRegionCode`), not by `region_code`.
		...given('region', code || address.region),
		...given('region_code', code),
		street: [first || MAGENTO_UNKNOWN, ...(second === '' ? [] : [second])],
	};
}

function toFields(order: StoreOrder, address: StoreAddress) {
	return {
		firstname: address.firstName || MAGENTO_UNKNOWN,
		lastname: address.lastName || MAGENTO_UNKNOWN,
		...given('company', address.company),
		city: address.city || MAGENTO_UNKNOWN,
		postcode: address.postalCode || MAGENTO_UNKNOWN,
		country_id: address.country,
		telephone: address.phone || MAGENTO_UNKNOWN,
		email: magentoEmail(order),
		...given('vat_id', order.customer.vatNumber),
	};
}
