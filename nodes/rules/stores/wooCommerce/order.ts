import type { StoreAddress, StoreOrder } from '../../import/storeOrder';
import { filled, given } from '../fields';
import { isZero, OrderMoney } from '../orderMoney';
import { twoLines } from '../postal';
import { platformRegionCode } from '../regionCodes';
import { toWooCommerceFees } from './fees';
import { toWooCommerceLines, toWooCommerceShipping } from './lines';
import { WOOCOMMERCE_DEFAULTS, type WooCommerceRules } from './rules';

/**
 * The body of WooCommerce's `POST /wp-json/wc/v3/orders` (WooCommerce REST API documentation, "Create an order").
 * WooCommerce adds the order up itself, from the lines' `total`, shipping and fees, and its own taxes on top, and takes no
 * tax from the API. So either the meta `is_vat_exempt` keeps its taxes away (`WC_Abstract_Order::calculate_taxes`) and
 * Amazon's comes as a fee, or the lines come without tax and WooCommerce's rates decide, perhaps a cent off.
 * The date of creation is read-only. WooCommerce mails `billing.email` by the status, which the API cannot forbid: the
 * buyer's address is therefore a meta only, `_amazon_buyer_email`, unless the rules let the buyer be mailed.
 *
 * Look it up before creating by `GET /wp-json/wc/v3/orders?search={Amazon's order id}`, and compare the meta
 * `_amazon_order_id`, which the API itself does not search: it finds `transaction_id` or, in older versions and in
 * stores that keep orders as posts, the name of an empty fee.
 */
export function toWooCommerceOrder(order: StoreOrder, rules: WooCommerceRules = WOOCOMMERCE_DEFAULTS) {
	const money = new OrderMoney(order.currency);
	const isPaid = isZero(order.toCollect);
	const mailed = isMailed(order, rules) ? order.customer.email : '';
	return {
		status: isPaid ? paidStatus(order) : rules.unpaidStatus,
		currency: order.currency,
		customer_id: 0,
		set_paid: isPaid,
		payment_method: order.payment.method,
		payment_method_title: order.payment.title,
		transaction_id: order.amazonOrderId,
		customer_note: order.comments.join('\n'),
		// An empty address is refused as malformed, no address is not.
		billing: { ...toAddress(order.billingAddress), ...given('email', mailed) },
		shipping: toAddress(order.shippingAddress),
		line_items: toWooCommerceLines(order, rules, money),
		shipping_lines: [toWooCommerceShipping(order, rules, money)],
		fee_lines: toWooCommerceFees(order, rules, money),
		meta_data: toMeta(order, rules, mailed),
	};
}

function paidStatus({ shipped }: StoreOrder): string {
	return shipped ? 'completed' : 'processing';
}

/** The shop's own default customer is no buyer. */
function isMailed({ customer }: StoreOrder, { mailsBuyers }: WooCommerceRules): boolean {
	return mailsBuyers || customer.kind === 'default';
}

function toAddress(address: StoreAddress) {
	const [address_1, address_2] = twoLines(address);
	return {
		first_name: address.firstName,
		last_name: address.lastName,
		company: address.company,
		address_1,
		address_2,
		city: address.city,
		state: platformRegionCode('wooCommerce', address) || address.region,
		postcode: address.postalCode,
		country: address.country,
		phone: address.phone,
	};
}

/** Keys with an underscore in front are hidden from the buyer. */
function toMeta(order: StoreOrder, { tax }: WooCommerceRules, mailed: string) {
	const meta = filled({
		is_vat_exempt: tax === 'amazon' ? 'yes' : '',
		_amazon_order_id: order.amazonOrderId,
		_amazon_marketplace: order.marketplace,
		_amazon_channel: order.fulfillmentChannel,
		_amazon_purchased_at: order.placedAt,
		_amazon_tax: order.tax,
		_amazon_tax_included: order.taxIncluded ? 'yes' : 'no',
		_amazon_tax_collected_by_amazon: order.taxCollectedByAmazon,
		_amazon_ship_by: order.shipBy,
		_amazon_replaces_order_id: order.replacesOrderId,
		_amazon_purchase_order_number: order.purchaseOrderNumber,
		_amazon_buyer_email: mailed === '' ? order.customer.email : '',
		_amazon_to_collect: isZero(order.toCollect) ? '' : order.toCollect,
		_amazon_business: order.business ? 'yes' : '',
		_amazon_prime: order.prime ? 'yes' : '',
		// The keys of WooCommerce's extensions "EU VAT Number" and "Sequential Order Numbers".
		_billing_vat_number: order.customer.vatNumber,
		_order_number: order.orderNumber,
		// Says that the stock is counted already: what Amazon ships lies in its own warehouses.
		_order_stock_reduced: order.fulfillmentChannel === 'AFN' ? 'yes' : '',
	});
	return meta.map(([key, value]) => ({ key, value }));
}
