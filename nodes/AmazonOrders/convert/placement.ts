import type { IDataObject } from 'n8n-workflow';

import type { StoreKind } from './storeField';
import { findMarketplace } from '../../amazon/tables/marketplaces';
import { toParts } from '../../n8n/forms/parts';
import { optionalText, toText } from '../../n8n/params';
import type { OrderImportConfig, PaymentMethod } from '../../rules/import/config';
import { byAmazonMethod } from '../../rules/import/payment';
import { ConfigError } from '../../rules/verdict/verdict';

interface UsualMethods {
	shipping: string;
	payment: string;
	onDelivery: string;
}

/** Methods that a plain installation of each store has. */
const USUAL_METHODS: Record<StoreKind, UsualMethods> = {
	none: { shipping: 'amazon', payment: 'amazon', onDelivery: 'cod' },
	magento: { shipping: 'flatrate_flatrate', payment: 'checkmo', onDelivery: 'cashondelivery' },
	magentoCart: { shipping: 'flatrate_flatrate', payment: 'checkmo', onDelivery: 'cashondelivery' },
	shopify: { shipping: 'amazon', payment: 'amazon', onDelivery: 'Cash on Delivery (COD)' },
	wooCommerce: { shipping: 'flat_rate', payment: 'amazon', onDelivery: 'cod' },
};

type Placement = Pick<OrderImportConfig, 'stores' | 'shippingMethod' | 'then'> & Payments;
type Payments = Pick<OrderImportConfig, 'paymentMethod' | 'onDeliveryMethod' | 'paymentMethods'>;

/** Where imported orders go in the store, and how they are shipped and paid there. @throws ConfigError naming the field */
export function toPlacement(rules: IDataObject, store: StoreKind): Placement {
	const usual = USUAL_METHODS[store];
	const byMarketplace = Object.fromEntries(toParts(rules.stores).map(toStore));
	return {
		stores: { default: toText(rules.defaultStore).trim(), byMarketplace },
		shippingMethod: {
			code: optionalText(rules.shippingMethod) ?? usual.shipping,
			title: optionalText(rules.shippingTitle) ?? 'Amazon Shipping',
		},
		...toPayments(rules, usual),
		then: {
			createInvoice: rules.createInvoice !== false,
			acknowledge: rules.acknowledge !== false,
			notify: rules.notify !== false,
		},
	};
}

/** `DE: 2`: the marketplace and its store. */
function toStore(typed: string): [country: string, store: string] {
	const [code, store] = splitAtColon(typed);
	const marketplace = findMarketplace(code);
	if (marketplace !== undefined && store !== '') return [marketplace.country, store];
	throw new ConfigError('Store per Marketplace', 'a list such as DE: 2; FR: 3', typed);
}

function toPayments(rules: IDataObject, usual: UsualMethods): Payments {
	const byMethod = toParts(rules.paymentMethods).map(toPaymentMethod);
	return {
		paymentMethod: {
			code: optionalText(rules.paymentMethod) ?? usual.payment,
			title: optionalText(rules.paymentTitle) ?? 'Amazon',
		},
		onDeliveryMethod: { code: usual.onDelivery, title: 'Cash on Delivery' },
		paymentMethods: byAmazonMethod(byMethod),
	};
}

/** `CashOnDelivery: cashondelivery, Cash on Delivery`: Amazon's method, then the store's, with its title if there is one. */
function toPaymentMethod(typed: string): [amazonMethod: string, method: PaymentMethod] {
	const [amazonMethod, method] = splitAtColon(typed);
	const [code = '', ...title] = method.split(',').map((part) => part.trim());
	if (amazonMethod !== '' && code !== '')
		return [amazonMethod, { code, title: optionalText(title.join(', ')) ?? 'Amazon' }];
	const allowed = 'a list such as CashOnDelivery: cashondelivery, Cash on Delivery';
	throw new ConfigError("Payment Methods by Amazon's Method", allowed, typed);
}

function splitAtColon(typed: string): [before: string, behind: string] {
	const colon = typed.indexOf(':');
	return colon < 0 ? [typed, ''] : [typed.slice(0, colon).trim(), typed.slice(colon + 1).trim()];
}
