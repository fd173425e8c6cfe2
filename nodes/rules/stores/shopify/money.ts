import type { StoreOrder } from '../../import/storeOrder';
import { extrasOf } from '../extras';
import { isNegative, isZero, shareOf, type OrderMoney } from '../orderMoney';

/** `MoneyBagInput`: the amount as text, in Amazon's currency. */
export function toMoneyBag(amount: string, currency: string) {
	return { shopMoney: { amount, currencyCode: currency } };
}

/** What is taken off the goods by the one discount code an order may have, and what shipping costs after it. */
export interface ShopifyReductions {
	discount: string;
	shipping: string;
}

/**
 * Promotions on shipping lower the shipping, all others and a negative adjustment are the discount. A discount is for
 * items: what is more than they cost lowers the shipping.
 */
export function toShopifyReductions(order: StoreOrder, money: OrderMoney): ShopifyReductions {
	const { shipping, adjustment } = order;
	const onShipping = money.smaller(shipping.discount, shipping.amount);
	const wanted = money.less(order.discount, onShipping, isNegative(adjustment) ? adjustment : '0');
	const extras = extrasOf(order).filter(({ amount }) => !isNegative(amount));
	const items = money.sum(
		...order.lines.map(({ rowTotal }) => rowTotal),
		...extras.map(({ amount }) => amount),
	);
	const discount = money.smaller(wanted, items);
	return { discount, shipping: money.less(shipping.amount, onShipping, money.less(wanted, discount)) };
}

/**
 * `taxLines` of the whole order, since they may stand on the order or on the items but not on both; Shopify spreads
 * them over the items. Amazon names no rates: they are what the tax makes of the amount without it.
 */
export function toShopifyTaxLines(order: StoreOrder, money: OrderMoney) {
	const { tax, taxCollectedByAmazon, total, currency } = order;
	const untaxed = money.less(total, tax);
	const lines = [
		{ title: 'Tax', amount: money.less(tax, taxCollectedByAmazon), channelLiable: false },
		{ title: 'Tax collected by Amazon', amount: money.sum(taxCollectedByAmazon), channelLiable: true },
	];
	return lines
		.filter(({ amount }) => !isZero(amount))
		.map(({ title, amount, channelLiable }) => ({
			title,
			rate: shareOf(amount, untaxed),
			priceSet: toMoneyBag(amount, currency),
			channelLiable,
		}));
}
