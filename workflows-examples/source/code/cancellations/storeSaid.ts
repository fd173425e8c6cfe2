import { jsonOf, toPairs, wordsOfError, type Item, type StepError } from '../n8n';

interface Body {
	message?: string;
	/** Of an order, at WooCommerce and Magento. */
	status?: string;
	state?: string;
	/** Of Shopify's GraphQL. */
	errors?: Array<{ message: string }>;
	data?: { orderCancel: { orderCancelUserErrors: Array<{ message: string }> } };
}

/** What the store said to a cancellation; Magento answers with `true` or a number where others answer with an order. */
export interface CancelAnswer {
	error?: StepError;
	statusCode?: number;
	body?: Body | boolean | number | string;
}

/** The change of the order's row. An order that the store could not be told of stays one that is being cancelled. */
export function changeAfterStore(store: string, { error, statusCode = NaN, body }: CancelAnswer) {
	const isBusy = statusCode >= 500 || [401, 403, 408, 425, 429].includes(statusCode);
	if (error !== undefined || isBusy) {
		const problem = error === undefined ? 'HTTP ' + statusCode : wordsOfError(error);
		const advice = 'The store could not be told (' + problem + '); tried again within the hour';
		return { reason: 'cancelling', message: 'Cancelled at Amazon. ' + advice };
	}
	const words = typeof body === 'object' ? body.message : undefined;
	const refusal = statusCode < 300 ? refusalOf(store, body) : 'HTTP ' + statusCode + ' ' + (words ?? '');
	if (refusal === undefined) return { reason: '', message: 'Cancelled at Amazon and in the store' };
	const message = 'Cancelled at Amazon, but not in the store: ' + refusal.trim();
	return { reason: 'not-cancelled-in-store', message };
}

/** Why the order is not cancelled there; nothing when it is, or was before. */
function refusalOf(store: string, body: CancelAnswer['body']): string | undefined {
	const order = typeof body === 'object' ? body : {};
	if (store === 'woocommerce') {
		return order.status === 'completed' ? 'it is completed there, so it has been shipped' : undefined;
	}
	if (store === 'magento') return refusalOfMagento(body, order.state ?? '');
	if (store !== 'shopify') return undefined;
	const errors = order.errors ?? order.data?.orderCancel.orderCancelUserErrors;
	if (errors === undefined)
		throw new Error('Shopify did not answer to the cancellation: ' + JSON.stringify(body));
	return errors.map(({ message }) => message).find((message) => !/already/i.test(message));
}

/** It answers true for a cancellation, a number for a credit memo, and the order where neither was tried. */
function refusalOfMagento(body: CancelAnswer['body'], state: string): string | undefined {
	const isNumber = typeof body !== 'object' && /^\d+$/.test(String(body));
	const isGone = body === true || isNumber || ['canceled', 'closed'].includes(state);
	return isGone ? undefined : 'it is shipped there, or Magento does not cancel it for another reason';
}

/** What the store said, as a change of the order's row. */
export default (): Item[] => {
	const changes = jsonOf($input.all<CancelAnswer>()).map((answer, index) => {
		const { id, store } = $('Settings').itemMatching<{ id: number; store: string }>(index).json;
		return { id, claim: '', ...changeAfterStore(store, answer) };
	});
	return toPairs(changes);
};
