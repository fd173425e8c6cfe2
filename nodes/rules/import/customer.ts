import type { CustomerRules } from './config';
import type { ImportFinding } from './verdict';
import type { MarketplaceOrder } from '../order/marketplaceOrder';
import { splitName } from './personName';
import type { StoreAddress, StoreCustomer } from './storeOrder';

/**
 * Who buys, as the store keeps it.
 * Source: https://docs.cedcommerce.com/magento-2/amazon-integration-magento-2-user-guide/ (Amazon Order Settings: default and guest customer).
 */
export function toStoreCustomer(
	order: MarketplaceOrder,
	rules: CustomerRules,
): { customer: StoreCustomer; findings: ImportFinding[] } {
	const { buyer } = order;
	const placeholder = rules.placeholderEmail.replaceAll('{orderId}', order.orderId);
	const isDefault = rules.kind === 'default';
	const email = isDefault ? rules.email : (buyer.email ?? placeholder);
	const name = buyer.name ?? order.address?.name ?? rules.placeholderName;
	const findings: ImportFinding[] = [];
	if (!isDefault && buyer.email === undefined) {
		const message = `Amazon gives no e-mail address of the buyer: "${placeholder}" is used`;
		findings.push({ code: 'placeholder-used', message });
	}
	return {
		customer: {
			kind: rules.kind,
			email,
			...splitName(name),
			company: buyer.company ?? '',
			vatNumber: buyer.vatNumber ?? '',
		},
		findings,
	};
}

/** Amazon tells no billing address: the delivery address serves, under the buyer's name, or the default customer's own. */
export function toBillingAddress(
	delivery: StoreAddress,
	customer: StoreCustomer,
	rules: CustomerRules,
): StoreAddress {
	if (rules.kind === 'default' && rules.billingAddress !== undefined) return rules.billingAddress;
	const { firstName, lastName } = customer;
	return { ...delivery, firstName, lastName, company: customer.company || delivery.company };
}
