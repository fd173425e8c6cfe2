import { wordsOfMagento, type MagentoWords } from '../magento/words';
import { jsonOf, toPairs, type Fields, type Item } from '../n8n';
import { problemOf, type StoreAnswer } from '../storeAnswer';

/** A change of an order's row; `invoice` says whether one is due. */
export interface ChangeOfOrder extends Fields {
	status: string;
	message?: string;
	invoice?: boolean;
}

export type InvoiceAnswer = StoreAnswer<MagentoWords> & { status?: undefined };

/** Why there may be no invoice; nothing when Magento made one. */
export function problemOfInvoice(answer: InvoiceAnswer): string | undefined {
	if (answer.statusCode !== undefined && answer.statusCode < 300) return undefined;
	return wordsOfMagento(answer.body) ?? problemOf(answer);
}

/** The change as the table takes it, with what is missing in its message. */
export function withInvoice(
	{ invoice: _due, ...change }: ChangeOfOrder,
	problem: string | undefined,
): Fields {
	const missing = problem && 'Its invoice may be missing: ' + problem;
	return { ...change, message: [change.message, missing].filter(Boolean).join('. ') };
}

/** An order whose invoice could not be made is in the store all the same; its row says what is missing. */
export default (): Item[] => {
	const changes = jsonOf($input.all<InvoiceAnswer | ChangeOfOrder>()).map((json, index) => {
		if (json.status !== undefined) return withInvoice(json, undefined);
		const change = $('Is an Invoice Due?').itemMatching<ChangeOfOrder>(index).json;
		return withInvoice(change, problemOfInvoice(json));
	});
	return toPairs(changes);
};
