import { isRefusal, problemOf, type StoreAnswer } from '../storeAnswer';
import type { StoreOrder } from './found';

/** The Amazon order as it was turned into one of the store, in what its row needs to know of it. */
export interface ImportedOrder {
	amazonOrderId: string;
	total?: string;
	currency?: string;
	message?: string;
	fulfillmentChannel?: string;
	storeOrder: { then: { acknowledge?: boolean; createInvoice?: boolean } };
}

/** The order in the store, or what the store has against it, or why nobody knows. */
export type Outcome = Partial<StoreOrder> & { refusal?: string; problem?: string };

/** An item of the step: the store's answer to the creation, or an order that was not created now. */
export type Answered<Answer> =
	(Answer & { found?: undefined }) | (ImportedOrder & Outcome & { found: string });

/** What became of an order, as columns of its row; `invoice` only where the store tells whether there is one. */
export function toChange(order: ImportedOrder, { refusal, problem, ...inStore }: Outcome) {
	if (inStore.storeOrderId !== undefined) return importedAs(order, inStore);
	if (refusal !== undefined) {
		const message = 'The store refused the order: ' + refusal;
		return { status: 'failed', claim: '', reason: 'store-refused', message };
	}
	const message = 'The store could not be reached (' + problem + '); tried again by Catch Up';
	return { status: 'importing', reason: '', message };
}

function importedAs(
	order: ImportedOrder,
	{ storeOrderId, storeOrderNumber, storeTotal, isInvoiced }: Outcome,
) {
	const { total, currency, fulfillmentChannel, storeOrder } = order;
	const { acknowledge, createInvoice } = storeOrder.then;
	// Amazon takes no number for orders that it ships itself.
	const acknowledged = acknowledge && fulfillmentChannel === 'MFN' ? '' : 'no';
	const message = [order.message, differenceOf(order, storeTotal)].filter(Boolean).join('. ');
	const facts = { storeOrderId, storeOrderNumber, total, currency, acknowledged };
	const invoice = isInvoiced === undefined ? {} : { invoice: createInvoice && !isInvoiced };
	return { status: 'imported', claim: '', reason: '', message, ...facts, ...invoice };
}

/** What a person should know when the store has made another total of the order, with its own decimals or taxes. */
function differenceOf({ total, currency }: ImportedOrder, storeTotal: Outcome['storeTotal']): string {
	if (storeTotal === undefined || Number(storeTotal) === Number(total)) return '';
	const totals = 'The store makes the total ' + storeTotal + ' ' + currency + ', Amazon ' + total;
	return (
		totals +
		': correct the order, and look at the number of decimals and the taxes in the settings of the store'
	);
}

/** What an answer without an order says; `words` are the store's own, if it gave any. */
export function withoutOrder(answer: StoreAnswer<unknown>, words: string | undefined): Outcome {
	if (isRefusal(answer.statusCode)) return { refusal: words ?? problemOf(answer) };
	return { problem: [problemOf(answer), words].filter(Boolean).join(': ') };
}
