import type { StoreLine, StoreOrder } from '../../import/storeOrder';
import { extrasOf, type Extra } from '../extras';
import { given } from '../fields';
import { numberOf, type OrderMoney } from '../orderMoney';

/** What an order item costs; texts, so that totals are added from the very same amounts. */
export interface MagentoAmounts {
	/** Without tax, before promotions. */
	net: string;
	/** With tax. */
	gross: string;
	tax: string;
	discount: string;
}

/** An item of `sales-data-order-item-interface` beside the texts of its amounts. */
export interface MagentoItem {
	amounts: MagentoAmounts;
	json: ReturnType<typeof withPrices>;
}

/**
 * The goods, then gift wrap, fees and adjustment as virtual items: plain Magento has no fields for them, and only what
 * is in an item gets onto invoices and credit memos. Virtual items are neither shipped nor taken from the stock.
 */
export function toMagentoItems(order: StoreOrder, money: OrderMoney): MagentoItem[] {
	return [
		...order.lines.map((line) => toGoods(order, line, money)),
		...extrasOf(order).map((extra) => toVirtual(order, extra, money)),
	];
}

/** An amount in the order's currency and, under `base_`, in the store's: both are taken to be Amazon's. */
export function both<Name extends string>(name: Name, text: string) {
	const value = numberOf(text);
	return { [name]: value, [`base_${name}`]: value } as Record<Name | `base_${Name}`, number>;
}

/** Splits an amount as Amazon gives it into what Magento keeps apart. */
export function splitTax(order: StoreOrder, amount: string, tax: string, money: OrderMoney) {
	return order.taxIncluded
		? { net: money.less(amount, tax), gross: money.sum(amount), tax: money.sum(tax) }
		: { net: money.sum(amount), gross: money.sum(amount, tax), tax: money.sum(tax) };
}

function toGoods(order: StoreOrder, line: StoreLine, money: OrderMoney): MagentoItem {
	const amounts = {
		...splitTax(order, line.rowTotal, line.tax, money),
		discount: money.sum(line.discount),
	};
	const facts = {
		sku: line.sku || line.amazonSku || line.asin,
		name: line.name || line.sku,
		...(/^\d+$/.test(line.productId) && { product_id: Number(line.productId) }),
		product_type: 'simple',
		is_virtual: 0,
		...given('ext_order_item_id', line.amazonItemId),
		qty_ordered: line.quantity,
		// Without this Magento would offer to ship, and to take from the stock, what is on its way already.
		...(order.shipped && { qty_shipped: line.quantity }),
	};
	return { amounts, json: withPrices(facts, amounts, line.quantity, money) };
}

function toVirtual(order: StoreOrder, extra: Extra, money: OrderMoney): MagentoItem {
	const amounts = { ...splitTax(order, extra.amount, extra.tax, money), discount: money.sum('0') };
	const facts = {
		sku: `amazon-${extra.code}`,
		name: extra.title,
		product_type: 'virtual',
		is_virtual: 1,
		qty_ordered: 1,
	};
	return { amounts, json: withPrices(facts, amounts, 1, money) };
}

interface ItemFacts {
	sku: string;
	name: string;
	product_id?: number;
	product_type: string;
	is_virtual: number;
	ext_order_item_id?: string;
	qty_ordered: number;
	qty_shipped?: number;
}

function withPrices(facts: ItemFacts, amounts: MagentoAmounts, quantity: number, money: OrderMoney) {
	return {
		...facts,
		...both('price', money.unitPrice(amounts.net, quantity)),
		...both('original_price', money.unitPrice(amounts.net, quantity)),
		...both('price_incl_tax', money.unitPrice(amounts.gross, quantity)),
		...both('row_total', amounts.net),
		...both('row_total_incl_tax', amounts.gross),
		...both('tax_amount', amounts.tax),
		...both('discount_amount', amounts.discount),
	};
}
