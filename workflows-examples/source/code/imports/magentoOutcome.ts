import { wordsOfMagento, type MagentoWords } from '../magento/words';
import { jsonOf, toPairs, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';
import { toChange, withoutOrder, type Answered, type ImportedOrder, type Outcome } from './outcome';

export type CreateAnswer = StoreAnswer<
	MagentoWords & { entity_id?: number; increment_id?: string; grand_total?: number }
>;

/** The order that Magento made, or what it has against it, or why there is no answer. */
export function readAnswer(answer: CreateAnswer): Outcome {
	const { statusCode = NaN, body } = answer;
	if (statusCode < 300 && body?.entity_id !== undefined) {
		const { entity_id: id, increment_id: storeOrderNumber, grand_total: storeTotal } = body;
		return { storeOrderId: String(id), storeOrderNumber, storeTotal, isInvoiced: false };
	}
	return withoutOrder(answer, wordsOfMagento(body));
}

/** What became of each order, as columns of its row. */
export default (): Item[] => {
	const { store } = $('Settings').first().json;
	const changes = jsonOf($input.all<Answered<CreateAnswer>>()).map((json, index) => {
		const isAnswer = json.found === undefined;
		const order = isAnswer ? $('Must It Be Created?').itemMatching<ImportedOrder>(index).json : json;
		return {
			amazonOrderId: order.amazonOrderId,
			store,
			...toChange(order, isAnswer ? readAnswer(json) : json),
		};
	});
	return toPairs(changes);
};
