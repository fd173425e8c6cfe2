import type { StoreLine, StoreOrder } from '../../import/storeOrder';
import { filled } from '../fields';
import { isNegative, isZero, type OrderMoney } from '../orderMoney';
import type { WooCommerceRules } from './rules';

/** WooCommerce demands a method; this one stands where none was chosen. */
const OTHER_METHOD = 'other';

/** `line_items`: `subtotal` before promotions, `total` after them. */
export function toWooCommerceLines(order: StoreOrder, rules: WooCommerceRules, money: OrderMoney) {
	return order.lines.map((line) => {
		const paid = paidFor(line.rowTotal, line.discount, money);
		const total = withoutTax(order, rules, { amount: paid, tax: line.tax, money });
		return {
			...toProduct(line),
			name: line.name || line.sku,
			quantity: line.quantity,
			// The price before promotions, less as large a share of tax as there is in what was paid.
			subtotal: isZero(total) ? money.sum(line.rowTotal) : money.inProportion(line.rowTotal, total, paid),
			total,
			meta_data: toLineMeta(line),
		};
	});
}

/** The shipping, less the promotions on it. */
export function toWooCommerceShipping(order: StoreOrder, rules: WooCommerceRules, money: OrderMoney) {
	const { shipping } = order;
	// Shipping zones number their methods: `flat_rate:3`.
	const [method = '', instance = ''] = shipping.method.split(':');
	const paid = paidFor(shipping.amount, shipping.discount, money);
	return {
		method_id: method || OTHER_METHOD,
		...(instance !== '' && { instance_id: instance }),
		method_title: shipping.title,
		total: withoutTax(order, rules, { amount: paid, tax: shipping.tax, money }),
	};
}

/** An amount as WooCommerce is to take it: without the tax in it where WooCommerce adds its own. */
export function withoutTax(
	order: StoreOrder,
	rules: WooCommerceRules,
	{ amount, tax, money }: Taxed & { money: OrderMoney },
): string {
	return isTaxTakenOut(order, rules) ? money.less(amount, taxIn({ amount, tax }, money)) : money.sum(amount);
}

/** Tax above what is left of a price after its promotions, which no amount of the order can be without. */
export function unplacedTax(
	order: StoreOrder,
	rules: WooCommerceRules,
	extras: readonly Taxed[],
	money: OrderMoney,
): string {
	if (!isTaxTakenOut(order, rules)) return money.sum();
	const discounted = [...order.lines.map((line) => ({ ...line, amount: line.rowTotal })), order.shipping];
	const taxed = discounted.map(({ amount, discount, tax }) => ({
		...{ amount: paidFor(amount, discount, money), tax },
	}));
	return money.sum(...[...taxed, ...extras].map((one) => money.less(one.tax, taxIn(one, money))));
}

interface Taxed {
	amount: string;
	tax: string;
}

function isTaxTakenOut({ taxIncluded }: StoreOrder, rules: WooCommerceRules): boolean {
	return rules.tax === 'store' && taxIncluded;
}

/** As much of a tax as the amount bears; an adjustment below nothing has none. */
function taxIn({ amount, tax }: Taxed, money: OrderMoney): string {
	return isNegative(amount) ? tax : money.smaller(amount, tax);
}

function paidFor(amount: string, discount: string, money: OrderMoney): string {
	return money.less(amount, promotionOn(amount, discount, money));
}

/** As much of a promotion as the amount bears. */
export function promotionOn(amount: string, discount: string, money: OrderMoney): string {
	return money.smaller(amount, discount);
}

/** A SKU goes alone: WooCommerce would believe it rather than the ids, and forget the product if it is misspelt. */
function toProduct(line: StoreLine) {
	if (!/^\d+$/.test(line.productId)) return { sku: line.sku || line.amazonSku || line.asin };
	const isVariation = /^\d+$/.test(line.variantId);
	return {
		product_id: Number(line.productId),
		...(isVariation && { variation_id: Number(line.variantId) }),
	};
}

function toLineMeta(line: StoreLine) {
	const meta = filled({
		_amazon_order_item_id: line.amazonItemId,
		_amazon_sku: line.amazonSku,
		_amazon_asin: line.asin,
		_amazon_tax: line.tax,
		_amazon_backordered: line.backordered ? 'yes' : '',
	});
	return meta.map(([key, value]) => ({ key, value }));
}
