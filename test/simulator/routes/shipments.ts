import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import { isObject } from '../json';
import type { Orders } from '../orders/orders';
import { ship, shipmentFault, type Shipment, type ShipmentFault } from '../orders/shipment';
import type { SimOrder } from '../orders/simOrder';
import type { Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import type { ApiRoute, SellerCall } from '../route';
import { updateShipmentStatus } from './pickUp';
import { findOrderIn, invalidType, readShipment, refusal } from './shipmentRequest';

const WORDS: Readonly<Record<ShipmentFault, (orderId: string) => string>> = {
	'shipped-by-amazon': (id) =>
		`The order ${id} is fulfilled by Amazon and cannot be confirmed by the seller.`,
	pending: (id) => `The order ${id} is pending and cannot be confirmed yet.`,
	cancelled: (id) =>
		`ErrorCode: NonexistentOrderItem Description: Failed to find order item list by order ID: ${id}`,
	'unknown-item': () =>
		'OrderItemId is invalid, please obtain the value through the getOrderItems API or Manage Orders page',
	'already-shipped': (id) =>
		'Failed to create package due to not finding a matching package or order already fulfilled. ' +
		`ErrorMessage(errorCode=GeneralError, errorDescription=Unable to find package to update for order (${id}), ` +
		'errorMetric=PackageToUpdateNotFound, packageIndex=null)',
	'too-many': () => 'Quantity: is invalid, it is greater than the quantity that can be fulfilled.',
	'before-purchase': () => 'ShipDate: is invalid, it is before the order date.',
	'in-the-future': () => 'ShipDate: is invalid, it is in the future.',
};

function checkPayment(method: unknown, order: SimOrder): void {
	if (method === undefined) return;
	const isJapan = marketplaceById(order.marketplaceId)?.country === 'JP';
	if (method !== 'DirectPayment' || !isJapan)
		throw refusal('CodCollectionMethod: is invalid, only DirectPayment in Japan is supported.');
}

function carryOut(orders: Orders, order: SimOrder, shipment: Shipment, nowMs: number): void {
	if (order.body.programs?.includes('FBM_SHIP_PLUS'))
		throw refusal('Ship+ orders do not require a manual confirmation.');
	const fault = shipmentFault(order, shipment, nowMs);
	if (fault !== undefined) throw refusal(WORDS[fault](order.orderId));
	ship(orders, order, shipment, nowMs);
}

function confirmShipment(call: SellerCall): Reply {
	const { state, seller, body } = call;
	const { marketplaceId, packageDetail, codCollectionMethod } = parseJsonBody(body);
	const order = findOrderIn(call, marketplaceId);
	if (!isObject(packageDetail)) throw invalidType('packageDetail');
	const shipment = readShipment(packageDetail);
	checkPayment(codCollectionMethod, order);
	carryOut(state.orderBook.of(seller.sellerId), order, shipment, state.amazonMs());
	return { status: 204 };
}

const ORDER = '/orders/v0/orders/{orderId}';
const WRITE = { access: 'seller', method: 'POST', query: [], takesJson: true } as const;

/** The two writing operations of Orders API v0: there is no newer one. */
export const SHIPMENT_ROUTES: readonly ApiRoute[] = [
	{
		...WRITE,
		operation: 'confirmShipment',
		path: `${ORDER}/shipmentConfirmation`,
		handle: confirmShipment,
	},
	{ ...WRITE, operation: 'updateShipmentStatus', path: `${ORDER}/shipment`, handle: updateShipmentStatus },
];
