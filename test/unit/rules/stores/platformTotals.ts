import { currencyDecimals } from '../../../../nodes/rules/money/currencies';
import type { toMagentoOrder } from '../../../../nodes/rules/stores/magento/order';
import type { toShopifyOrder } from '../../../../nodes/rules/stores/shopify/order';
import type { toWooCommerceOrder } from '../../../../nodes/rules/stores/wooCommerce/order';
import { toUnits } from './orderBuilder';

/**
 * How the platforms add an order up, in whole units of the smallest coin and written down a second time, from their
 * documentation and source; what they would refuse throws.
 */

type WooCommerceOrder = ReturnType<typeof toWooCommerceOrder>;
type ShopifyOrder = ReturnType<typeof toShopifyOrder>;
type MagentoOrder = ReturnType<typeof toMagentoOrder>;

/** `WC_Abstract_Order::calculate_totals` of a store whose own tax is 20 % on everything. */
export function wooCommerceTotal(order: WooCommerceOrder): number {
	const units = (text: string) => toUnits(text, order.currency);
	const cart = sum(order.line_items.map(({ total }) => units(total)));
	const shipping = sum(order.shipping_lines.map(({ total }) => units(total)));
	let fees = 0;
	for (const { total } of order.fee_lines) {
		const fee = total === '0' ? 0 : units(total);
		const most = -(cart + fees + shipping);
		fees += fee < most && most < 0 ? most : fee;
	}
	const isExempt = order.meta_data.some(({ key, value }) => key === 'is_vat_exempt' && value === 'yes');
	const untaxed = cart + shipping + fees;
	return untaxed + (isExempt ? 0 : Math.round(untaxed / 5));
}

/** The sum of items less the discount, which cannot be more than they cost, plus shipping and tax that is not included. */
export function shopifyTotal({ order }: ShopifyOrder): number {
	const units = ({ shopMoney }: { shopMoney: { amount: string; currencyCode: string } }) => {
		if (shopMoney.currencyCode !== order.currency) throw new Error('The order has two currencies');
		const value = toUnits(shopMoney.amount, order.currency);
		if (value < 0) throw new Error('Shopify refuses negative amounts');
		return value;
	};
	const items = sum(order.lineItems.map(({ priceSet, quantity }) => units(priceSet) * quantity));
	const code = 'discountCode' in order ? order.discountCode?.itemFixedDiscountCode : undefined;
	const discount = code === undefined ? 0 : Math.min(items, units(code.amountSet));
	const shipping = sum(order.shippingLines.map(({ priceSet }) => units(priceSet)));
	const tax = sum(order.taxLines.map(({ priceSet }) => units(priceSet)));
	return items - discount + shipping + (order.taxesIncluded ? 0 : tax);
}

export function shopifyPaid({ order }: ShopifyOrder): number {
	return sum(order.transactions.map(({ amountSet }) => toUnits(amountSet.shopMoney.amount, order.currency)));
}

/** What the order's own fields make of its total. */
export function magentoTotal({ entity }: MagentoOrder): number {
	const units = (value: number) => jsonUnits(value, entity.order_currency_code);
	return (
		units(entity.subtotal) +
		units(entity.shipping_amount) +
		units(entity.tax_amount) +
		units(entity.discount_amount) +
		units(entity.discount_tax_compensation_amount)
	);
}

/** An invoice over the whole order: from the items, but for taxes, which the last invoice takes from the order. */
export function magentoInvoiceTotal({ entity }: MagentoOrder): number {
	const units = (value: number) => jsonUnits(value, entity.order_currency_code);
	const rows = sum(entity.items.map(({ row_total }) => units(row_total)));
	const discount =
		units(entity.shipping_discount_amount) +
		sum(entity.items.map(({ discount_amount }) => units(discount_amount)));
	const tax = units(entity.tax_amount) + units(entity.discount_tax_compensation_amount);
	return rows + units(entity.shipping_amount) + tax - discount;
}

/** A JSON number as whole units; fails on one that prints with more decimals than the currency has. */
export function jsonUnits(value: number, currency: string): number {
	const decimals = currencyDecimals(currency);
	const [whole = '', fraction = ''] = JSON.stringify(value).split('.');
	if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > decimals) {
		throw new Error(`${JSON.stringify(value)} is no amount of ${currency}`);
	}
	return Number(whole + fraction.padEnd(decimals, '0'));
}

function sum(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0);
}
