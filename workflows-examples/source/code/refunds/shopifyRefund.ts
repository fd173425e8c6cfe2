import { itemIdOf, orderOf, type ShopifyAnswer, type ShopifyLine } from '../shopifyOrder';
import { toItems, type Item } from '../n8n';
import { nameOf } from './lineName';
import { amazonId } from '../amazonId';
import { text } from '../text';
import { toRow } from './refundRow';
import { shown, units, type Money } from './money';

export interface ShopifyRefund {
	id: number;
	note?: string | null;
	transactions?: Array<{ kind: string; status: string; amount: string; currency: string }>;
	refund_line_items: Array<{
		line_item: ShopifyLine;
		quantity: number;
		subtotal: string | number;
		total_tax: string | number;
	}>;
	refund_shipping_lines?: Array<{
		subtotal_amount_set?: { shop_money: { amount: string } };
		tax_amount_set?: { shop_money: { amount: string } };
	}>;
	order_adjustments?: Array<{ kind: string; amount: string; tax_amount: string }>;
}

/** The refund's row; none when the order is not Amazon's, or is cancelled, or nothing was paid back. */
export function refundOfShopify(refund: ShopifyRefund, answer: ShopifyAnswer) {
	const order = orderOf(answer);
	const amazonOrderId = amazonId(order?.sourceIdentifier, ...(order?.tags ?? []));
	const paidBack = (refund.transactions ?? []).filter(
		({ kind, status }) => kind === 'refund' && ['success', 'pending'].includes(status),
	);
	const amount = paidBack.reduce((total, transaction) => total + units(transaction.amount), 0n);
	// Of a cancelled order Amazon has not charged anything yet: "Amazon 9" cancels it there.
	if (amazonOrderId === '' || order?.cancelledAt !== null || amount === 0n) return [];
	const facts = { refund: 'shopify/' + refund.id, amazonOrderId, amount: shown(amount), store: 'shopify' };
	const words = { currency: text(paidBack[0]?.currency), refundReason: text(refund.note) };
	return [toRow({ ...facts, ...words, lines: linesOf(refund), shipping: shippingOf(refund) })];
}

function linesOf({ refund_line_items: lines }: ShopifyRefund) {
	return lines.map(({ line_item: line, quantity, subtotal: money, total_tax: tax }) => ({
		name: nameOf(itemIdOf(line), line.sku, quantity),
		money,
		tax,
	}));
}

/** Shopify lists it by itself since 2024-10; before, it was an adjustment of the order. */
function shippingOf(refund: ShopifyRefund): Money[] {
	const { refund_shipping_lines: lines = [], order_adjustments: adjustments = [] } = refund;
	const listed = lines.map((line) => ({
		money: line.subtotal_amount_set?.shop_money.amount,
		tax: line.tax_amount_set?.shop_money.amount,
	}));
	if (listed.length > 0) return listed;
	return adjustments
		.filter(({ kind }) => kind === 'shipping_refund')
		.map(({ amount: money, tax_amount: tax }) => ({ money, tax }));
}

/** The refund as a row of the table "Refunds to Amazon". It names the order by Shopify's id only; the order knows Amazon's. */
export default (): Item[] => {
	const { body: refund } = $('Refunded in Shopify').first<{ body: ShopifyRefund }>().json;
	return toItems(refundOfShopify(refund, $input.first<ShopifyAnswer>().json));
};
