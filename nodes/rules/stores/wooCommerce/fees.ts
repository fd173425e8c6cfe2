import type { StoreOrder } from '../../import/storeOrder';
import { extrasOf } from '../extras';
import { isNegative, isZero, type OrderMoney } from '../orderMoney';
import { promotionOn, unplacedTax, withoutTax } from './lines';
import type { WooCommerceRules } from './rules';

/** `fee_lines` of everything besides goods and shipping. */
export function toWooCommerceFees(order: StoreOrder, rules: WooCommerceRules, money: OrderMoney) {
	const extras = extrasOf(order);
	const unplaced = money.sum(unplacedPromotions(order, money), unplacedTax(order, rules, extras, money));
	const fees = [
		...extras.map(({ title, amount, tax }) => ({
			name: title,
			total: withoutTax(order, rules, { amount, tax, money }),
			tax_status: rules.tax === 'store' && !isZero(tax) ? 'taxable' : 'none',
		})),
		...taxes(order, rules, money),
		{ name: 'Promotion', total: money.negative(unplaced), tax_status: 'none' },
	].filter(({ total }) => !isZero(total));
	// A negative fee is cut to what has been added up before it, so these come last.
	return [...fees.filter(isCharge), ...fees.filter((fee) => !isCharge(fee)), searchable(order)];
}

/** Tax on top, where WooCommerce adds none of its own; included tax is in the amounts already. */
function taxes(
	{ tax, taxIncluded, taxCollectedByAmazon }: StoreOrder,
	rules: WooCommerceRules,
	money: OrderMoney,
) {
	if (taxIncluded || rules.tax === 'store') return [];
	return [
		{ name: 'Tax', total: money.less(tax, taxCollectedByAmazon), tax_status: 'none' },
		{ name: 'Tax collected by Amazon', total: money.sum(taxCollectedByAmazon), tax_status: 'none' },
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
