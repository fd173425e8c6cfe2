import type { StoreLine, StoreOrder } from '../../import/storeOrder';
import { extrasOf } from '../extras';
import { isNegative, isZero, type OrderMoney } from '../orderMoney';
import { filled, given } from '../fields';
import { toMoneyBag } from './money';

/** Shopify takes no longer titles. */
const MAX_TITLE_LENGTH = 255;

/**
 * `lineItems`: the goods, then gift wrap, fees and a positive adjustment as items that need no shipping. Shopify
 * multiplies unit prices, so a row that they would miss by a cent is two items with prices a cent apart. Tax lines of
 * the whole order go to taxable items only, whatever the product's "Charge tax" says.
 */
export function toShopifyLines(order: StoreOrder, money: OrderMoney) {
	return [...order.lines.flatMap((line) => toGoods(order, line, money)), ...toExtras(order, money)];
}

function toGoods({ currency, tax }: StoreOrder, line: StoreLine, money: OrderMoney) {
	return money.exactUnits(line.rowTotal, line.quantity).map(({ quantity, unitPrice }) => ({
		...toVariant(line),
		...given('sku', line.sku || line.amazonSku),
		title: (line.name || line.sku || line.asin).slice(0, MAX_TITLE_LENGTH),
		quantity,
		priceSet: toMoneyBag(unitPrice, currency),
		requiresShipping: true,
		...(!isZero(tax) && { taxable: true }),
		properties: toProperties(line),
	}));
}

function toExtras(order: StoreOrder, money: OrderMoney) {
	return extrasOf(order)
		.filter(({ amount }) => !isNegative(amount))
		.map(({ title, amount }) => ({
			title,
			quantity: 1,
			priceSet: toMoneyBag(money.sum(amount), order.currency),
			requiresShipping: false,
		}));
}

function toVariant({ variantId }: StoreLine): { variantId?: string } {
	if (/^\d+$/.test(variantId)) return { variantId: `gid://shopify/ProductVariant/${variantId}` };
	return variantId.startsWith('gid://') ? { variantId } : {};
}

/** Names with an underscore in front are hidden from the buyer. */
function toProperties(line: StoreLine) {
	const texts = filled({
		_amazon_order_item_id: line.amazonItemId,
		_amazon_sku: line.amazonSku,
		_amazon_asin: line.asin,
		_backordered: line.backordered ? 'yes' : '',
	});
	return texts.map(([name, value]) => ({ name, value }));
}
