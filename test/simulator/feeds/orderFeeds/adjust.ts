import { isRefundable, refundFault, refundsOf, type Refund, type RefundPart } from '../../orders/refund';
import type { OrderItem } from '../../orders/amazonOrder';
import type { SimOrder } from '../../orders/simOrder';
import { findItem, findOrder, incomplete, quantityOf, type OrderFeedContext } from './message';
import { childOf, childrenOf, textOf, type XmlElement } from './xml';

function partsOf(element: XmlElement, currency: string): RefundPart[] {
	return childrenOf(element, 'Component').map((component) => {
		const amount = childOf(component, 'Amount');
		return {
			type: textOf(component, 'Type') ?? '',
			amount: (amount?.text ?? '').trim(),
			currency: amount?.attributes['currency'] ?? currency,
		};
	});
}

function checkSigns(parts: readonly RefundPart[]): void {
	const negative = parts.find(({ amount }) => amount.startsWith('-'));
	if (negative !== undefined) throw incomplete(`Adjustment amount for ${negative.type} is a negative value.`);
}

function readRefund(context: OrderFeedContext, item: OrderItem, element: XmlElement): Refund {
	const currency = item.proceeds?.proceedsTotal?.currencyCode ?? '';
	const prices = childOf(element, 'ItemPriceAdjustments');
	const quantity = quantityOf(element);
	const adjustmentId = textOf(element, 'MerchantAdjustmentItemID');
	const refund: Refund = {
		orderItemId: item.orderItemId,
		reason: textOf(element, 'AdjustmentReason') ?? '',
		components: prices === undefined ? [] : partsOf(prices, currency),
		promotions: childrenOf(element, 'PromotionAdjustments').flatMap((promotion) =>
			partsOf(promotion, currency),
		),
		...(quantity === undefined ? {} : { quantity }),
		...(adjustmentId === undefined ? {} : { adjustmentId }),
		atMs: context.nowMs,
		feedId: context.feedId,
		messageId: context.messageId,
	};
	checkSigns([...refund.components, ...refund.promotions]);
	return refund;
}

function readRefunds(context: OrderFeedContext, order: SimOrder, content: XmlElement): Refund[] {
	const accepted: Refund[] = [];
	for (const element of childrenOf(content, 'AdjustedItem')) {
		const item = findItem(order, element);
		if (!isRefundable(order.body, item))
			throw incomplete(`Item ${item.orderItemId} has not been shipped by the seller.`);
		const refund = readRefund(context, item, element);
		if ((refund.quantity ?? 0) > item.quantityOrdered)
			throw incomplete(`Item ${item.orderItemId} was ordered ${item.quantityOrdered} times.`);
		const earlier = refundsOf([...order.refunds, ...accepted], item.orderItemId);
		const fault = refundFault(item, refund, earlier);
		if (fault !== undefined) throw incomplete(fault);
		accepted.push(refund);
	}
	return accepted;
}

/**
 * POST_PAYMENT_ADJUSTMENT_DATA: money goes back to the buyer, for all items of a message or for none. Throws a
 * `MessageFault`.
 */
export function adjust(context: OrderFeedContext, content: XmlElement): void {
	const order = findOrder(context, content);
	// Amazon has been seen to refuse every cancellation here, though its XSD knows it.
	if (textOf(content, 'ActionType') === 'Cancel') throw incomplete('The ActionType Cancel is not supported.');
	order.refunds.push(...readRefunds(context, order, content));
	context.orders.commit(order, context.nowMs);
}
