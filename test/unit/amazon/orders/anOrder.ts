import type { Order, OrderItem } from '../../../../nodes/amazon/orders/order';

/** Changes to an order or a line, as a test would write them: any part may be missing or wrong. */
type Changes = Record<string, unknown>;

export const money = (amount: string, currencyCode = 'EUR') => ({ amount, currencyCode });

/** A line of two units at 10.00. */
export function anItem(changes: Changes = {}): OrderItem {
	return {
		orderItemId: '12345678901234',
		quantityOrdered: 2,
		product: {
			asin: 'B00EXAMPLE',
			title: 'A thing',
			sellerSku: 'SKU-1',
			price: { unitPrice: money('10.00') },
		},
		proceeds: {
			proceedsTotal: money('20.00'),
			breakdowns: [{ type: 'ITEM', subtotal: money('20.00') }],
		},
		fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 2 },
		...changes,
	};
}

/** An unshipped order of one line, to be shipped by the merchant, in Germany. */
export function anOrder(changes: Changes = {}): Order {
	return {
		orderId: '302-1234567-1234567',
		createdTime: '2026-11-20T10:00:00Z',
		lastUpdatedTime: '2026-11-20T11:00:00Z',
		salesChannel: { channelName: 'AMAZON', marketplaceId: 'A1PA6795UKMFR9', marketplaceName: 'Amazon.de' },
		proceeds: { grandTotal: money('20.00') },
		fulfillment: { fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'MERCHANT' },
		orderItems: [anItem()],
		...changes,
	};
}
