import type { StoreLine, StoreOrder } from '../orders/storeOrder';
import { filled } from './fields';
import type { OrderMoney } from './orderMoney';

/** WooCommerce demands a method; this one stands where none was chosen. */
const OTHER_METHOD = 'other';

/** `line_items`: `subtotal` before promotions, `total` after them. */
export function toWooCommerceLines(order: StoreOrder, money: OrderMoney) {
	return order.lines.map((line) => ({
		...toProduct(line),
		name: line.name || line.sku,
		quantity: line.quantity,
		subtotal: money.sum(line.rowTotal),
		total: money.less(line.rowTotal, promotionOn(line.rowTotal, line.discount, money)),
		meta_data: toLineMeta(line),
	}));
}

/** The shipping, less the promotions on it. */
export function toWooCommerceShipping({ shipping }: StoreOrder, money: OrderMoney) {
	// Shipping zones number their methods: `flat_rate:3`.
	const [method = '', instance = ''] = shipping.method.split(':');
	return {
		method_id: method || OTHER_METHOD,
		...(instance !== '' && { instance_id: instance }),
		method_title: shipping.title,
		total: money.less(shipping.amount, promotionOn(shipping.amount, shipping.discount, money)),
	};
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
