import { entriesOf, type Page } from '../magento/pages';
import { jsonOf, toItems, type Item } from '../n8n';
import { nameOf } from './lineName';
import { amazonId } from '../amazonId';
import { text } from '../text';
import { toRow } from './refundRow';
import { shown, units } from './money';

export interface MagentoOrder {
	entity_id: number;
	ext_order_id?: string | null;
	items: Array<{ item_id: number; ext_order_item_id?: string | null }>;
}

interface MemoLine {
	order_item_id: number;
	sku: string;
	qty: number | string;
	row_total?: number | string;
	discount_amount?: number | string;
	tax_amount?: number | string;
}

export interface CreditMemo {
	entity_id: number;
	order_id: number;
	order_currency_code: string;
	grand_total: number | string;
	shipping_amount?: number | string;
	shipping_tax_amount?: number | string;
	comments?: Array<{ comment?: string }>;
	items: MemoLine[];
}

/** A row for each credit memo; an empty item for one that is not Amazon's, or gives nothing back. */
export function refundsOfMagento(memos: CreditMemo[], all: MagentoOrder[]) {
	const orders = new Map(all.map((order) => [order.entity_id, order]));
	return memos.map((memo) => refundOf(memo, orders.get(memo.order_id)));
}

function refundOf(memo: CreditMemo, order: MagentoOrder | undefined) {
	const amazonOrderId = amazonId(order?.ext_order_id);
	if (order === undefined || amazonOrderId === '' || units(memo.grand_total) === 0n) return {};
	return toRow({
		refund: 'magento/' + memo.entity_id,
		amazonOrderId,
		amount: memo.grand_total,
		currency: text(memo.order_currency_code),
		refundReason: text(memo.comments?.[0]?.comment),
		lines: memo.items.filter(({ qty }) => Number(qty) > 0).map((line) => toLine(line, order)),
		shipping: [{ money: memo.shipping_amount, tax: memo.shipping_tax_amount }],
		store: 'magento',
	});
}

function toLine(line: MemoLine, { items }: MagentoOrder) {
	const ordered = items.find((item) => item.item_id === line.order_item_id);
	const name = nameOf(ordered?.ext_order_item_id, line.sku, Number(line.qty));
	const money = shown(units(line.row_total) - units(line.discount_amount));
	return { name, money, tax: line.tax_amount };
}

/** One item per credit memo of Magento. It names the order and its lines by Magento's ids; the order knows Amazon's. */
export default (): Item[] => {
	const orders = entriesOf(jsonOf($input.all<Page<MagentoOrder>>()), 'orders');
	const memos = entriesOf(jsonOf($('Download the Credit Memos').all<Page<CreditMemo>>()), 'credit memos');
	return toItems(refundsOfMagento(memos, orders));
};
