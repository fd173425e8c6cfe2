import type { StoreOrder } from '../orders/storeOrder';
import { extrasOf } from './extras';
import { isNegative, isZero, type OrderMoney } from './orderMoney';
import { promotionOn } from './wooCommerceLines';

/** `fee_lines` of everything besides goods and shipping. */
export function toWooCommerceFees(order: StoreOrder, money: OrderMoney) {
	const fees = [
		...extrasOf(order).map(({ title, amount }) => ({ name: title, total: money.sum(amount) })),
		...taxes(order, money),
		{ name: 'Promotion', total: money.negative(unplacedPromotions(order, money)) },
	].filter(({ total }) => !isZero(total));
	// A negative fee is cut to what has been added up before it, so these come last.
	const inOrder = [...fees.filter(isCharge), ...fees.filter((fee) => !isCharge(fee))];
	return [...inOrder.map((fee) => ({ ...fee, tax_status: 'none' })), searchable(order)];
}

/** Tax on top; included tax is in the amounts already. */
function taxes({ tax, taxIncluded, taxCollectedByAmazon }: StoreOrder, money: OrderMoney) {
	if (taxIncluded) return [];
	return [
		{ name: 'Tax', total: money.less(tax, taxCollectedByAmazon) },
		{ name: 'Tax collected by Amazon', total: money.sum(taxCollectedByAmazon) },
	];
}

/** Promotions above the price of what they are for: no line is worth less than nothing. */
function unplacedPromotions({ lines, shipping, discount }: StoreOrder, money: OrderMoney): string {
	const placed = lines.map((line) => promotionOn(line.rowTotal, line.discount, money));
	return money.less(discount, promotionOn(shipping.amount, shipping.discount, money), ...placed);
}

function isCharge({ total }: { total: string }): boolean {
	return !isNegative(total);
}

/** Carries Amazon's order id where the search looks; WooCommerce shows buyers no fee of "0", though it does "0.00". */
function searchable({ amazonOrderId }: StoreOrder) {
	return { name: `Amazon order ${amazonOrderId}`, total: '0', tax_status: 'none' };
}
