import type { OrderLine, OrderStatus } from '../../rules/order/marketplaceOrder';
import { notNegative, toLineAmounts, toLineTax } from './lineAmounts';
import { amountAt, countAt, listAt, textAt, textsOf } from './reading';
import { at } from '../transport/at';

/** Stages in which what is neither shipped nor to be shipped has been cancelled. */
const COUNTED: readonly OrderStatus[] = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];

/** A line of an order in the given stage. */
export function toOrderLine(item: unknown, status: OrderStatus): OrderLine {
	const ordered = countAt(item, 'quantityOrdered') ?? 0;
	const giftOption = at(item, 'fulfillment', 'packing', 'giftOption');
	return {
		itemId: textAt(item, 'orderItemId') ?? '',
		sku: textAt(item, 'product', 'sellerSku'),
		asin: textAt(item, 'product', 'asin'),
		title: textAt(item, 'product', 'title'),
		ordered,
		shipped: countAt(item, 'fulfillment', 'quantityFulfilled') ?? 0,
		cancelled: toCancelled(item, status, ordered),
		unitPrice: notNegative(amountAt(item, 'product', 'price', 'unitPrice')),
		amounts: toLineAmounts(item),
		tax: toLineTax(item),
		taxCollectedByAmazon: listAt(item, 'tax', 'taxCollections').some(isByAmazon),
		giftMessage: textAt(giftOption, 'giftMessage'),
		giftWrapLevel: textAt(giftOption, 'giftWrapLevel'),
		promotions: textsOf(listAt(item, 'promotion', 'breakdowns'), (entry) => textAt(entry, 'promotionId')),
		cancelRequest: toCancelRequest(item),
	};
}

/**
 * Whether Amazon pays the tax to the state: whoever is named as responsible, whatever the model is called, such as
 * LOW_VALUE_GOODS in Australia; by its model where nobody is named.
 */
function isByAmazon(collection: object): boolean {
	const responsible = textAt(collection, 'responsibleParty');
	if (responsible !== undefined) return /amazon/i.test(responsible);
	return textAt(collection, 'model') === 'MARKETPLACE_FACILITATOR';
}

/** Amazon does not name the units cancelled: they are what the others leave. */
function toCancelled(item: unknown, status: OrderStatus, ordered: number): number {
	if (status === 'CANCELLED') return ordered;
	const shipped = countAt(item, 'fulfillment', 'quantityFulfilled');
	const open = countAt(item, 'fulfillment', 'quantityUnfulfilled');
	if (!COUNTED.includes(status) || shipped === undefined || open === undefined) return 0;
	return Math.max(0, ordered - shipped - open);
}

function toCancelRequest(item: unknown): string | undefined {
	const request = at(item, 'cancellation', 'cancellationRequest');
	return textAt(request, 'requester') === 'BUYER' ? (textAt(request, 'cancelReason') ?? '') : undefined;
}
