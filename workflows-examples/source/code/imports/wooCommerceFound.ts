import { toPairs, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';
import { claimSecondsFor, lookIn, type Found } from './found';

interface WooCommerceOrder {
	id: number;
	number: string;
	total: string;
	meta_data: Array<{ key: string; value: unknown }>;
}

export type OrderAnswer = StoreAnswer<WooCommerceOrder[]>;

/** Whether WooCommerce has the Amazon order. */
export function foundIn(answer: OrderAnswer, amazonOrderId: string): Found {
	return lookIn(answer, answer.body, (list) => {
		const known = list.find(({ meta_data: meta }) =>
			meta.some(({ key, value }) => key === '_amazon_order_id' && value === amazonOrderId),
		);
		return (
			known && {
				storeOrderId: String(known.id),
				storeOrderNumber: String(known.number),
				storeTotal: known.total,
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
