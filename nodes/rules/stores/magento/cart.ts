import type { StoreOrder } from '../../import/storeOrder';
import { magentoEmail, toMagentoCartAddress } from './address';
import { given } from '../fields';

/** A call of Magento's REST API, as data. */
export interface MagentoCall {
	method: 'POST';
	/** May hold `{cartId}` and `{orderId}`, as may the body: the answers of earlier calls. */
	path: string;
	/** Without an integration's token: carts of guests are made by guests. */
	asGuest: boolean;
	body: unknown;
	/** What the answer, a bare text or number, is called in the calls that follow. */
	answers?: 'cartId' | 'orderId';
}

/**
 * The calls, in this order, that let Magento place an order of its own through a guest's cart (Adobe Commerce REST
 * tutorial "Order processing", guest endpoints). Magento then checks and counts the stock and mails the buyer, but it
 * also prices everything by its own catalogue, rules and taxes: where Amazon's amounts must stand, and for AFN, whose
 * stock is not the store's, use `toMagentoOrder`. Magento refuses goods that are not salable. Look `ext_order_id` up
 * before the first call.
 */
export function toMagentoCart(order: StoreOrder): MagentoCall[] {
	const root = order.store === '' || /^\d+$/.test(order.store) ? '/rest/V1' : `/rest/${order.store}/V1`;
	const cart = `${root}/guest-carts`;
	const guest = (path: string, body: unknown) => ({ method: 'POST' as const, path, asGuest: true, body });
	return [
		{ ...guest(cart, {}), answers: 'cartId' },
		...order.lines.map(({ sku, quantity }) =>
			guest(`${cart}/{cartId}/items`, { cartItem: { quote_id: '{cartId}', sku, qty: quantity } }),
		),
		guest(`${cart}/{cartId}/shipping-information`, { addressInformation: delivery(order) }),
		{
			...guest(`${cart}/{cartId}/payment-information`, {
				email: magentoEmail(order),
				paymentMethod: {
					method: order.payment.method,
					...given('po_number', order.purchaseOrderNumber),
				},
				billing_address: toMagentoCartAddress(order, 'billing'),
			}),
			answers: 'orderId',
		},
		...closing(order, root),
	];
}

function delivery(order: StoreOrder) {
	const [carrier = '', ...method] = order.shipping.method.split('_');
	return {
		shipping_address: toMagentoCartAddress(order, 'shipping'),
		billing_address: toMagentoCartAddress(order, 'billing'),
		shipping_carrier_code: carrier,
		shipping_method_code: method.join('_'),
	};
}

/** Amazon's order id and the comments have no place in a cart. */
function closing(order: StoreOrder, root: string): MagentoCall[] {
	const call = (path: string, body: unknown) => ({ method: 'POST' as const, path, asGuest: false, body });
	return [
		call(`${root}/orders`, { entity: { entity_id: '{orderId}', ext_order_id: order.amazonOrderId } }),
		...order.comments.map((comment) =>
			call(`${root}/orders/{orderId}/comments`, {
				statusHistory: { comment, is_customer_notified: 0, is_visible_on_front: 0 },
			}),
		),
	];
}
