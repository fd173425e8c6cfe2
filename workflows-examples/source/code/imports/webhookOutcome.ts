import { jsonOf, toPairs, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';
import { toChange, withoutOrder, type Answered, type ImportedOrder, type Outcome } from './outcome';

export type CreateAnswer = StoreAnswer<{
	id?: number | string;
	number?: number | string;
	message?: string;
	error?: string;
}>;

/** The order that the store made, or what it has against it, or why there is no answer. */
export function readAnswer(answer: CreateAnswer): Outcome {
	const { statusCode = NaN, body } = answer;
	// 409 is a store that has the order already and says which it is.
	if ((statusCode < 300 || statusCode === 409) && body?.id !== undefined) {
		return { storeOrderId: String(body.id), storeOrderNumber: String(body.number ?? body.id) };
	}
	return withoutOrder(answer, body?.message ?? body?.error);
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
