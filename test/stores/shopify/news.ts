import type { ShopifyRestRefund } from '../../fixtures/stores/shopifyRestOrder';
import type { ShopifyProduct } from '../../fixtures/stores/shopify';
import { timeOf, type StoreState } from '../storeState';
import type { ShopifyFulfillment, ShopifyOrder } from './order';
import { toRestFulfillment, toRestOrder } from './restOrder';

/** Shopify's messages hold what they are about as it was when it happened. */
function tell({ desk }: StoreState, topic: string, about: string, payload: object): void {
	const then = structuredClone(payload);
	desk.deliveries.tell({ platform: 'shopify', topic, about, payload: () => then });
}

export function tellFulfillment(
	state: StoreState,
	order: ShopifyOrder,
	fulfillment: ShopifyFulfillment,
): void {
	const payload = toRestFulfillment(state, order, fulfillment);
	tell(state, 'fulfillments/create', `order ${order.name}`, payload);
}

export function tellRefund(state: StoreState, order: ShopifyOrder, refund: ShopifyRestRefund): void {
	tell(state, 'refunds/create', `order ${order.name}`, refund);
}

export function tellCancelled(state: StoreState, order: ShopifyOrder): void {
	tell(state, 'orders/cancelled', `order ${order.name}`, toRestOrder(state, order));
}

/** Products that were saved, or whose stock an order has changed. */
export function tellProducts(state: StoreState, products: readonly ShopifyProduct[]): void {
	for (const product of products) {
		product.updated_at = `${timeOf(state)}Z`;
		tell(state, 'products/update', product.variants[0]?.sku ?? product.title, product);
	}
}
