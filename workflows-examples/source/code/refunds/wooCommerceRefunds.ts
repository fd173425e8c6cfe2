import { metaOf, type WithMeta } from '../metaOf';
import { jsonOf, toItems, type Item } from '../n8n';
import { nameOf } from './lineName';
import { amazonId } from '../amazonId';
import { text } from '../text';
import { toRow } from './refundRow';
import { units } from './money';

interface RefundedLine extends WithMeta {
	sku?: string;
	quantity: number;
	total: string;
	total_tax: string;
}

export interface WooCommerceOrder extends WithMeta {
	currency: string;
	line_items: Array<WithMeta & { id: number }>;
}

export interface WooCommerceRefund {
	id?: number;
	amount?: string;
	reason?: string;
	line_items: RefundedLine[];
	shipping_lines: Array<{ total: string; total_tax: string }>;
}

/** The rows of the order's refunds; none for an order that is not Amazon's, and for what gives nothing back. */
export function refundsOfWooCommerce(order: WooCommerceOrder, all: WooCommerceRefund[]) {
	const amazonOrderId = amazonId(metaOf(order, '_amazon_order_id'));
	if (amazonOrderId === '') return [];
	const refunds = all.filter(({ id, amount }) => id !== undefined && units(amount) > 0n);
	return refunds.map((refund) =>
		toRow({
			refund: 'woocommerce/' + refund.id,
			amazonOrderId,
			amount: refund.amount,
			currency: text(order.currency),
			refundReason: text(refund.reason),
			lines: refund.line_items.map((line) => ({
				name: nameOfRefunded(line, order),
				money: line.total,
				tax: line.total_tax,
			})),
			shipping: refund.shipping_lines.map(({ total: money, total_tax: tax }) => ({ money, tax })),
			store: 'woocommerce',
		}),
	);
}

/** A refunded line names the order's line, which knows Amazon's id. */
function nameOfRefunded(line: RefundedLine, order: WooCommerceOrder) {
	const ordered =
		order.line_items.find(({ id }) => String(id) === text(metaOf(line, '_refunded_item_id'))) ?? line;
	return nameOf(metaOf(ordered, '_amazon_order_item_id'), line.sku, Math.abs(line.quantity));
}

/** One item per refund of the order, with the columns of the table "Refunds to Amazon". */
export default (): Item[] => {
	const { body: order } = $('Order Changed in WooCommerce').first<{ body: WooCommerceOrder }>().json;
	return toItems(refundsOfWooCommerce(order, jsonOf($input.all<WooCommerceRefund>())));
};
