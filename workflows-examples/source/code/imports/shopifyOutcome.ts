import { jsonOf, toPairs, type Item } from '../n8n';
import { problemOf, type StoreAnswer } from '../storeAnswer';
import { toChange, type Answered, type ImportedOrder, type Outcome } from './outcome';

export type CreateAnswer = StoreAnswer<{
	data?: {
		orderCreate?: {
			order?: { id: string; name: string; totalPriceSet?: { shopMoney: { amount: string } } } | null;
			userErrors?: Array<{ field?: string[] | null; message: string }>;
		} | null;
	};
	errors?: Array<{ message: string; extensions?: { code?: string } }>;
}>;

/** The order that Shopify made, or what it has against it, or why there is no answer. */
export function readAnswer(answer: CreateAnswer): Outcome {
	const { order, userErrors = [] } = answer.body?.data?.orderCreate ?? {};
	if (order) {
		const storeTotal = order.totalPriceSet?.shopMoney.amount;
		return { storeOrderId: order.id.split('/').at(-1), storeOrderNumber: order.name, storeTotal };
	}
	const [first] = answer.body?.errors ?? [];
	// A value that its fields do not take; other errors say nothing against the order, which is tried again.
	const words =
		first?.extensions?.code === 'INVALID_VARIABLE'
			? [first.message]
			: userErrors.map(({ field, message }) => [field?.join('.'), message].filter(Boolean).join(': '));
	if (words.length > 0) return { refusal: words.join('. ') };
	return { problem: first?.message ?? problemOf(answer) };
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
