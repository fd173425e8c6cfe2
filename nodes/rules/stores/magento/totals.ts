import type { StoreOrder } from '../../import/storeOrder';
import { both, splitTax, type MagentoItem } from './items';
import type { OrderMoney } from '../orderMoney';

/**
 * The sums of a Magento order. Magento, its invoices and its credit memos add them up as
 * `grand_total` = `subtotal` + `shipping_amount` + `tax_amount` + `discount_amount` (negative)
 * + `discount_tax_compensation_amount`.
 */
export function toMagentoTotals(order: StoreOrder, items: readonly MagentoItem[], money: OrderMoney) {
	const shipping = splitTax(order, order.shipping.amount, order.shipping.tax, money);
	const subtotal = money.sum(...items.map(({ amounts }) => amounts.net));
	const taxOfParts = money.sum(shipping.tax, ...items.map(({ amounts }) => amounts.tax));
	return {
		...both('grand_total', money.sum(order.total)),
		...both('subtotal', subtotal),
		...both('subtotal_incl_tax', money.sum(...items.map(({ amounts }) => amounts.gross))),
		...both('shipping_amount', shipping.net),
		...both('shipping_incl_tax', shipping.gross),
		...both('shipping_tax_amount', shipping.tax),
		...both('shipping_discount_amount', money.sum(order.shipping.discount)),
		...both('discount_amount', money.negative(order.discount)),
		...both('tax_amount', money.sum(order.tax)),
		...both('discount_tax_compensation_amount', compensation(order, taxOfParts, money)),
		// In Magento only an invoice pays an order, whether the buyer has paid at Amazon or pays on delivery.
		...both('total_due', money.sum(order.total)),
	};
}

/**
 * Where tax is included, promotions lower the order's tax below that of its parts; Magento names what is hidden that
 * way, for the sum to come out.
 */
function compensation(order: StoreOrder, taxOfParts: string, money: OrderMoney): string {
	return order.taxIncluded ? money.less(taxOfParts, order.tax) : money.sum('0');
}
