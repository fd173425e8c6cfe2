import { isObject, isObjectList } from '../json';
import { shipRest } from '../orders/change';
import type { SimOrder } from '../orders/simOrder';
import type { Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import type { SellerCall } from '../route';
import { findOrderIn, refusal } from './shipmentRequest';

/** What may follow what: ready, then fetched or refused. */
const NEXT: Readonly<Record<string, readonly (string | undefined)[]>> = {
	ReadyForPickup: [undefined, 'ReadyForPickup'],
	PickedUp: ['ReadyForPickup'],
	RefusedPickup: ['ReadyForPickup'],
};

function namesOwnItems({ body }: SimOrder, orderItems: unknown): boolean {
	if (orderItems === undefined) return true;
	if (!isObjectList(orderItems)) return false;
	return orderItems.every((wanted) =>
		body.orderItems.some(({ orderItemId }) => isObject(wanted) && wanted['orderItemId'] === orderItemId),
	);
}

/** Pick-up in the seller's own shop; other orders have no such status. */
export function updateShipmentStatus(call: SellerCall): Reply {
	const { marketplaceId, shipmentStatus, orderItems } = parseJsonBody(call.body);
	const order = findOrderIn(call, marketplaceId);
	const before = typeof shipmentStatus === 'string' ? NEXT[shipmentStatus] : undefined;
	const isPickUp = order.body.programs?.includes('IN_STORE_PICK_UP') ?? false;
	if (
		typeof shipmentStatus !== 'string' ||
		before === undefined ||
		!isPickUp ||
		!namesOwnItems(order, orderItems)
	)
		throw refusal('Invalid Request Parameters');
	const isOpen = order.status === 'UNSHIPPED' || order.status === 'PARTIALLY_SHIPPED';
	if (!isOpen || !before.includes(order.pickUpStatus)) throw refusal('Unsupported ShipmentStatus passed');
	order.pickUpStatus = shipmentStatus;
	const orders = call.state.orderBook.of(order.sellerId);
	if (shipmentStatus === 'PickedUp') shipRest(order.body);
	orders.commit(order, call.state.amazonMs(), shipmentStatus === 'PickedUp' ? { status: 'SHIPPED' } : {});
	return { status: 204 };
}
