import { toPairs, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';
import { claimSecondsFor, lookIn, type Found } from './found';

interface ShopifyOrder {
	id: string;
	name: string;
	sourceIdentifier?: string | null;
	tags: string[];
}

export type OrderAnswer = StoreAnswer<{ data?: { orders?: { nodes?: ShopifyOrder[] } } }>;

/** Whether Shopify has the Amazon order: it names it as its source, or in a tag. */
export function foundIn(answer: OrderAnswer, amazonOrderId: string): Found {
	return lookIn(answer, answer.body?.data?.orders?.nodes, (list) => {
		const known = list.find((order) => [order.sourceIdentifier, ...order.tags].includes(amazonOrderId));
		return known && { storeOrderId: known.id.split('/').at(-1) ?? '', storeOrderNumber: known.name };
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
