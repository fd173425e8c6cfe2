import type { WooProduct } from '../../fixtures/stores/wooCommerce';
import type { WooOrder } from '../../fixtures/stores/wooOrder';
import { timeOf, type StoreState } from '../storeState';

/** What `order.created` and `order.updated` are about. */
export function tellOrder({ desk }: StoreState, event: 'created' | 'updated', order: WooOrder): void {
	const about = `order ${order.number}`;
	desk.deliveries.tell({ platform: 'wooCommerce', topic: `order.${event}`, about, payload: () => order });
}

/** Products that were saved, also by an order that took or gave back stock (`wc_update_product_stock`). */
export function tellProducts(state: StoreState, products: readonly WooProduct[]): void {
	for (const product of products) {
		product.date_modified_gmt = timeOf(state);
		const about = product.sku || `product ${product.id}`;
		state.desk.deliveries.tell({
			platform: 'wooCommerce',
			topic: 'product.updated',
			about,
			payload: () => product,
		});
	}
}
