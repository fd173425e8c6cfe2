import { jsonOf, toPairs, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';
import { toChange, withoutOrder, type Answered, type ImportedOrder, type Outcome } from './outcome';

interface WooCommerceBody {
	id?: number;
	number?: string;
	total?: string;
	message?: string;
	data?: { params?: Record<string, string> };
}

export type CreateAnswer = StoreAnswer<WooCommerceBody>;

/** The order that WooCommerce made, or what it has against it, or why there is no answer. */
export function readAnswer(answer: CreateAnswer): Outcome {
	const { statusCode = NaN, body } = answer;
	if (statusCode < 300 && body?.id !== undefined) {
		return { storeOrderId: String(body.id), storeOrderNumber: String(body.number), storeTotal: body.total };
	}
	return withoutOrder(answer, wordsOf(body));
}

/** WooCommerce's words, with those about each field that it does not like. */
function wordsOf(body: WooCommerceBody | null | undefined): string | undefined {
	const fields = Object.values(body?.data?.params ?? {});
	return body?.message && [body.message, ...fields].join('. ');
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
