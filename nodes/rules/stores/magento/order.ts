import { parseMoment, toIso } from '../../item/moment';
import type { StoreOrder } from '../../import/storeOrder';
import { given } from '../fields';
import { magentoEmail, MAGENTO_UNKNOWN, toMagentoAddress } from './address';
import { both, toMagentoItems, type MagentoItem } from './items';
import { toMagentoTotals } from './totals';
import { isZero, OrderMoney } from '../orderMoney';

export * from './cart';

/** Amazon was paid, so the order is under way; invoice and shipment move it on. */
const PAID = { state: 'processing', status: 'processing' };

/** Magento's own first state, in which it leaves orders that are paid on delivery. */
const UNPAID = { state: 'new', status: 'pending' };

/**
 * The body of Magento 2's `POST /rest/V1/orders` (Adobe Commerce REST reference, `salesOrderRepositoryV1`,
 * `sales-data-order-interface`). The order is saved as given: no stock is counted, no mail is sent, nothing is added up
 * anew. A store given by its code instead of its number belongs into the path: `/rest/{code}/V1/orders`.
 *
 * `ext_order_id` is Amazon's order id; look it up before creating:
 * `GET /rest/V1/orders?searchCriteria[filterGroups][0][filters][0][field]=ext_order_id` with `[value]` and
 * `[conditionType]=eq`.
 */
export function toMagentoOrder(order: StoreOrder) {
	const money = new OrderMoney(order.currency);
	const items = toMagentoItems(order, money);
	const totals = toMagentoTotals(order, items, money);
	const { shipping_amount, base_shipping_amount } = totals;
	const stage = isZero(order.toCollect) ? PAID : UNPAID;
	return {
		entity: {
			...stage,
			ext_order_id: order.amazonOrderId,
			...given('increment_id', order.orderNumber),
			...(/^\d+$/.test(order.store) && { store_id: Number(order.store) }),
			...createdAt(order),
			...currencies(order.currency),
			...customer(order),
			...totals,
			is_virtual: 0,
			total_item_count: items.length,
			total_qty_ordered: items.reduce((sum, { json }) => sum + json.qty_ordered, 0),
			shipping_description: order.shipping.title,
			items: items.map(({ json }) => json),
			billing_address: toMagentoAddress(order, 'billing'),
			payment: payment(order, money),
			status_histories: order.comments.map((comment) => toHistory(comment, stage.status)),
			extension_attributes: {
				shipping_assignments: [toAssignment(order, items, { shipping_amount, base_shipping_amount })],
			},
		},
	};
}

/** Magento's own form of a moment, UTC. */
function createdAt({ placedAt }: StoreOrder) {
	const moment = parseMoment(placedAt, 'start');
	return moment === undefined ? {} : { created_at: toIso(moment).slice(0, 19).replace('T', ' ') };
}

function currencies(currency: string) {
	return {
		order_currency_code: currency,
		base_currency_code: currency,
		store_currency_code: currency,
		global_currency_code: currency,
		base_to_order_rate: 1,
		base_to_global_rate: 1,
	};
}

/** Always a guest: Magento links a customer by its number, which a store order does not know. */
function customer(order: StoreOrder) {
	const { firstName, lastName, vatNumber } = order.customer;
	return {
		customer_is_guest: 1,
		customer_group_id: 0,
		customer_email: magentoEmail(order),
		customer_firstname: firstName || MAGENTO_UNKNOWN,
		customer_lastname: lastName || MAGENTO_UNKNOWN,
		...given('customer_taxvat', vatNumber),
		customer_note_notify: 0,
	};
}

function payment(order: StoreOrder, money: OrderMoney) {
	return {
		method: order.payment.method,
		additional_information: [order.payment.title, `Amazon order ${order.amazonOrderId}`].filter(Boolean),
		...both('amount_ordered', money.sum(order.total)),
		...given('po_number', order.purchaseOrderNumber),
	};
}

function toHistory(comment: string, status: string) {
	return { comment, status, entity_name: 'order', is_customer_notified: 0, is_visible_on_front: 0 };
}

/** Magento takes the address and the method of delivery from here and nowhere else. */
function toAssignment(order: StoreOrder, items: readonly MagentoItem[], total: Record<string, number>) {
	const goods = items.filter(({ json }) => json.is_virtual === 0);
	return {
		shipping: {
			address: toMagentoAddress(order, 'shipping'),
			method: order.shipping.method,
			total,
		},
		items: goods.map(({ json }) => json),
	};
}
