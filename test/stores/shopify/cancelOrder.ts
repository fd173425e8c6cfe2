import { textAt, type JsonObject } from '../jsonFields';
import { placedOn, timeOf, type StoreState } from '../storeState';
import { giveBack, leftOf } from './giveBack';
import { tellCancelled, tellProducts, tellRefund } from './news';
import { gid, type ShopifyOrder } from './order';
import { userError, type UserError } from './orderErrors';
import { moveStock } from './stock';

/** `orderCancel`: a job in the real shop, done at once here. */
export function cancelOrder(state: StoreState, args: JsonObject): JsonObject {
	const order = placedOn(state, 'shopify').find(({ raw }) => raw.id === textAt(args, 'orderId'));
	if (order === undefined) return refused(userError(['orderId'], 'Order does not exist', 'NOT_FOUND'));
	if (order.raw.cancelledAt !== null)
		return refused(userError(['orderId'], 'Cannot cancel an order that has already been canceled'));
	if (order.raw.fulfillments.length > 0)
		return refused(userError(['orderId'], 'Cannot cancel an order that has fulfillments'));
	const isPaid = ['PAID', 'PARTIALLY_REFUNDED'].includes(order.raw.displayFinancialStatus);
	const now = `${timeOf(state)}Z`;
	Object.assign(order.raw, {
		...{ cancelledAt: now, closedAt: now, updatedAt: now, cancelReason: textAt(args, 'reason') },
		displayFinancialStatus: isPaid ? 'REFUNDED' : 'VOIDED',
	});
	for (const open of order.raw.fulfillmentOrders) open.status = 'CANCELLED';
	if (isPaid) tellRefund(state, order.raw, refundAll(state, order.raw));
	tellCancelled(state, order.raw);
	if (args['restock'] === true && order.tookStock) tellProducts(state, moveStock(state, order.raw, 1));
	return answer({ __typename: 'Job', id: gid('Job', Number(order.raw.legacyResourceId)), done: true }, []);
}

/** Who cancels a paid order gives the money back with it. */
function refundAll(state: StoreState, order: ShopifyOrder) {
	const parts = order.lineItems.map((line) => ({ line, units: leftOf(order, line) }));
	return giveBack(state, order, { parts, isWhole: true, restock: 'cancel', note: '' });
}

function refused(error: UserError): JsonObject {
	return answer(null, [error]);
}

function answer(job: JsonObject | null, errors: UserError[]): JsonObject {
	return {
		__typename: 'OrderCancelPayload',
		...{ job, orderCancelUserErrors: errors, userErrors: errors },
	};
}
