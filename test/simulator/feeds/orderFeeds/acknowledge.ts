import { cancelItems } from '../../orders/change';
import type { SimOrder } from '../../orders/simOrder';
import { findItem, findOrder, incomplete, quantityOf, type OrderFeedContext } from './message';
import { childrenOf, textOf, type XmlElement } from './xml';

function checkQuantities(order: SimOrder, content: XmlElement): void {
	for (const element of childrenOf(content, 'Item')) {
		const { orderItemId, quantityOrdered } = findItem(order, element);
		const quantity = quantityOf(element);
		if (quantity !== undefined && quantity > quantityOrdered)
			throw incomplete(`Item ${orderItemId} was ordered ${quantityOrdered} times, not ${quantity} times.`);
	}
}

function accept(context: OrderFeedContext, order: SimOrder, content: XmlElement): void {
	if (order.status === 'CANCELLED') throw incomplete(`Order ${order.orderId} has been cancelled.`);
	const ownId = textOf(content, 'MerchantOrderID');
	if (ownId !== undefined && ownId !== '') order.sellerOrderId = ownId;
	for (const element of childrenOf(content, 'Item')) {
		const ownItemId = textOf(element, 'MerchantOrderItemID');
		if (ownItemId !== undefined) order.sellerItemIds.set(findItem(order, element).orderItemId, ownItemId);
	}
	context.orders.commit(order, context.nowMs);
}

/** Amazon cancels the order as a whole, whichever of its items are named. */
function refuse(context: OrderFeedContext, order: SimOrder, content: XmlElement): void {
	if (order.status !== 'UNSHIPPED')
		throw incomplete(`Order ${order.orderId} is ${order.status} and cannot be cancelled.`);
	const reasons = new Map<string, string | undefined>();
	for (const element of childrenOf(content, 'Item'))
		reasons.set(findItem(order, element).orderItemId, textOf(element, 'CancelReason'));
	const [anyReason] = [...reasons.values()].filter((reason) => reason !== undefined);
	cancelItems(order.body, 'MERCHANT', ({ orderItemId }) => reasons.get(orderItemId) ?? anyReason);
	context.orders.commit(order, context.nowMs, { status: 'CANCELLED' });
}

/** POST_ORDER_ACKNOWLEDGEMENT_DATA: the seller takes the order, or cancels it. Throws a `MessageFault`. */
export function acknowledge(context: OrderFeedContext, content: XmlElement): void {
	const order = findOrder(context, content);
	if (order.fulfilledBy === 'AMAZON') throw incomplete(`Order ${order.orderId} is fulfilled by Amazon.`);
	if (order.status === 'PENDING' || order.status === 'PENDING_AVAILABILITY')
		throw incomplete(`Order ${order.orderId} is pending.`);
	checkQuantities(order, content);
	if (textOf(content, 'StatusCode') === 'Success') accept(context, order, content);
	else refuse(context, order, content);
}
