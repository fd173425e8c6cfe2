import { counted, firstOf, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface NewOrder {
	amazonOrderId: string;
	storeOrderNumber: string;
	marketplace: string;
	total: string;
	currency: string;
	message?: string;
}

/** The message about the orders that are new in the store. */
export function messageOfNewOrders(rows: NewOrder[]) {
	const subject = counted(rows.length, 'new Amazon order');
	const lines = rows.map((row) => {
		const order = '- ' + row.amazonOrderId + ' (' + row.marketplace + '), ' + row.total + ' ' + row.currency;
		return order + ', your order ' + row.storeOrderNumber + (row.message ? '. ' + row.message : '');
	});
	const text = textOf(subject, firstOf(lines, ' in the table "Amazon Orders"'));
	return { subject, text, orders: rows.length };
}

/** One message for the orders of this run; none when "Notify" is off in "Turn Into Store Orders". It names no buyers. */
export default (): Item[] => {
	const [{ json: order }] = [
		$('Turn Into Store Orders').first<{ storeOrder: { then: { notify?: boolean } } }>(),
	];
	if (!order.storeOrder.then.notify) return [];
	return toItems([messageOfNewOrders(jsonOf($input.all<NewOrder>()))]);
};
