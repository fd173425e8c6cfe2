import { toPairs, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';
import { claimSecondsFor, lookIn, type Found } from './found';

interface MagentoOrder {
	entity_id: number;
	increment_id: string;
	ext_order_id?: string;
	items: Array<{ qty_ordered: number; qty_invoiced?: number | null }>;
}

export type OrderAnswer = StoreAnswer<{ items?: MagentoOrder[]; total_count?: number }>;

/** Whether Magento has the Amazon order, and whether all of it is invoiced. */
export function foundIn(answer: OrderAnswer, amazonOrderId: string): Found {
	const orders = answer.body?.total_count === 0 ? [] : answer.body?.items;
	return lookIn(answer, orders, (list) => {
		const known = list.find((order) => order.ext_order_id === amazonOrderId);
		return (
			known && {
				storeOrderId: String(known.entity_id),
				storeOrderNumber: known.increment_id,
				isInvoiced: known.items.every((item) => (item.qty_invoiced ?? 0) >= item.qty_ordered),
			}
		);
	});
}

/** Whether the store has each order already: a run that was cut off may have got that far. */
export default (): Item[] => {
	const answers = $input.all<OrderAnswer>();
	const { secondsPerOrder } = $('Settings').first<{ secondsPerOrder: number }>().json;
	const claimSeconds = claimSecondsFor(answers.length, secondsPerOrder);
	const found = answers.map(({ json: answer }, index) => {
		const order = $('Turn Into Store Orders').itemMatching<{ amazonOrderId: string }>(index).json;
		return { ...order, ...foundIn(answer, order.amazonOrderId), claimSeconds };
	});
	return toPairs(found);
};
