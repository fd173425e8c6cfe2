import type { MarketplaceOrder } from '../order/marketplaceOrder';
import type { OrderPayment } from './payment';

/** What the shop still has to collect; nothing when the order is paid. */
export function dueOf(payment: OrderPayment, currency: string): string[] {
	if (!payment.isDue) return [];
	return [`Not paid yet: ${payment.toCollect} ${currency} are to be collected on delivery`];
}

/** What the buyer wrote, and what the shop should know, for the order's history. */
export function commentsOf(order: MarketplaceOrder): string[] {
	const comments = order.lines.flatMap(({ giftMessage, giftWrapLevel, cancelRequest, sku, itemId }) => [
		...(giftWrapLevel === undefined ? [] : [`Gift wrap for ${sku ?? itemId}: ${giftWrapLevel}`]),
		...(giftMessage === undefined ? [] : [`Gift message for ${sku ?? itemId}: ${giftMessage}`]),
		...(cancelRequest ? [`Why ${sku ?? itemId} is to be cancelled: ${cancelRequest}`] : []),
	]);
	const { instructions, kind } = order.address ?? {};
	if (instructions !== undefined) comments.push(`Delivery: ${instructions}`);
	if (kind === 'PICKUP_POINT') comments.push('To be delivered to a pick-up point');
	if (order.replacesOrderId !== undefined)
		comments.push(`Replaces the Amazon order ${order.replacesOrderId}`);
	return comments;
}
