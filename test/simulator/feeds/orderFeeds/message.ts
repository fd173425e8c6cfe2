import type { OrderItem } from '../../orders/amazonOrder';
import type { Orders } from '../../orders/orders';
import type { SimOrder } from '../../orders/simOrder';
import { textOf, type XmlElement } from './xml';

/** The number of a message, without zeros in front. */
export function messageIdOf(message: XmlElement): string {
	return (textOf(message, 'MessageID') ?? '').trim().replace(/^0+(?=\d)/, '');
}

/** What a message works on. */
export interface OrderFeedContext {
	orders: Orders;
	feedId: string;
	messageId: string;
	/** Milliseconds since 1970, by Amazon's clock. */
	nowMs: number;
}

/** A message that Amazon refuses. */
export class MessageFault extends Error {
	/** @param code as in Amazon's reports; 18028 where it is not known which it is */
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
		this.name = 'MessageFault';
	}
}

/** Data that is incomplete or wrong for the order. */
export function incomplete(why: string): MessageFault {
	return new MessageFault('18028', `The data you submitted with this item is incomplete or invalid. ${why}`);
}

function byOwnId(orders: Orders, sellerOrderId: string): SimOrder | undefined {
	return orders.list().find((order) => order.sellerOrderId === sellerOrderId);
}

/** The order that a message names by Amazon's id or by the seller's own. Throws a `MessageFault`. */
export function findOrder({ orders }: OrderFeedContext, content: XmlElement): SimOrder {
	const amazonId = textOf(content, 'AmazonOrderID');
	const ownId = textOf(content, 'MerchantOrderID') ?? '';
	const found = amazonId === undefined ? byOwnId(orders, ownId) : orders.find(amazonId);
	if (found !== undefined) return found;
	const named = amazonId === undefined ? `Merchant Order ${ownId}` : `Amazon Order ${amazonId}`;
	throw new MessageFault(
		'18028',
		`Your order cannot be found using Merchant ID ${orders.sellerId} and ${named}. ` +
			'Enter the correct order ID and then resubmit your feed.',
	);
}

/** The item that an element names by Amazon's code or by the seller's own. Throws a `MessageFault`. */
export function findItem(order: SimOrder, element: XmlElement): OrderItem {
	const code = textOf(element, 'AmazonOrderItemCode');
	const ownId = textOf(element, 'MerchantOrderItemID');
	const found = order.body.orderItems.find(({ orderItemId }) =>
		code === undefined ? order.sellerItemIds.get(orderItemId) === ownId : orderItemId === code,
	);
	if (found === undefined) throw incomplete(`Order ${order.orderId} has no item ${code ?? ownId}.`);
	return found;
}

/** A whole number that the grammar has already looked at. */
export function quantityOf(element: XmlElement, name = 'Quantity'): number | undefined {
	const text = textOf(element, name);
	return text === undefined ? undefined : Number(text);
}
