import { nextReference, restOf } from '../../orders/change';
import { ship, shipmentFault, type Shipment, type ShipmentFault } from '../../orders/shipment';
import type { SimOrder } from '../../orders/simOrder';
import { findItem, findOrder, incomplete, MessageFault, quantityOf, type OrderFeedContext } from './message';
import { childOf, childrenOf, textOf, type XmlElement } from './xml';

function tooMany(orderId: string): MessageFault {
	return new MessageFault(
		'18021',
		`The quantities you provided for order id (${orderId}) were larger than the quantities that could be fulfilled. ` +
			'Please review the quantity from the order report and take into account any items that have been cancelled ' +
			'or already fulfilled.',
	);
}

/** Amazon has one message for all that cannot be shipped any more. */
const FAULTS: Readonly<Record<ShipmentFault, (orderId: string) => MessageFault>> = {
	'shipped-by-amazon': (id) => incomplete(`Order ${id} is fulfilled by Amazon.`),
	pending: (id) => incomplete(`Order ${id} is pending.`),
	cancelled: tooMany,
	'unknown-item': (id) => incomplete(`Order ${id} has no such item.`),
	'already-shipped': tooMany,
	'too-many': tooMany,
	'before-purchase': (id) => incomplete(`The FulfillmentDate is before the purchase of order ${id}.`),
	'in-the-future': () => incomplete('The FulfillmentDate is in the future.'),
};

/** Without items the whole rest, without a quantity the rest of an item. */
function itemsOf(order: SimOrder, content: XmlElement): Shipment['items'] {
	const elements = childrenOf(content, 'Item');
	if (elements.length === 0)
		return order.body.orderItems
			.map((item) => ({ orderItemId: item.orderItemId, quantity: restOf(item) }))
			.filter(({ quantity }) => quantity > 0);
	return elements.map((element) => {
		const item = findItem(order, element);
		const codes = childrenOf(element, 'TransparencyCode').map(({ text }) => text);
		return {
			orderItemId: item.orderItemId,
			quantity: quantityOf(element) ?? restOf(item),
			...(codes.length === 0 ? {} : { transparencyCodes: codes }),
		};
	});
}

function carrierOf(
	data: XmlElement | undefined,
): Pick<Shipment, 'carrier' | 'shippingService' | 'trackingNumber'> {
	if (data === undefined) return {};
	const code = textOf(data, 'CarrierCode');
	const name = textOf(data, 'CarrierName');
	if (code === 'Other' && (name ?? '') === '')
		throw incomplete('CarrierName is required for CarrierCode Other.');
	const carrier = code === 'Other' ? name : (code ?? name);
	const shippingService = textOf(data, 'ShippingMethod');
	const trackingNumber = textOf(data, 'ShipperTrackingNumber');
	return {
		...(carrier === undefined ? {} : { carrier }),
		...(shippingService === undefined ? {} : { shippingService }),
		...(trackingNumber === undefined ? {} : { trackingNumber }),
	};
}

/** A time without zone is in UTC. */
function dateOf(content: XmlElement): number {
	const text = (textOf(content, 'FulfillmentDate') ?? '').trim();
	return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
}

/** POST_ORDER_FULFILLMENT_DATA: a package is on its way. Throws a `MessageFault`. */
export function fulfil(context: OrderFeedContext, content: XmlElement): void {
	const { orders, nowMs } = context;
	const order = findOrder(context, content);
	const reference = textOf(content, 'MerchantFulfillmentID');
	const shipment: Shipment = {
		packageReferenceId: reference === undefined ? nextReference(order.body) : reference.trim(),
		...carrierOf(childOf(content, 'FulfillmentData')),
		shippedAtMs: dateOf(content),
		items: itemsOf(order, content),
	};
	const fault = shipmentFault(order, shipment, nowMs);
	if (fault !== undefined) throw FAULTS[fault](order.orderId);
	ship(orders, order, shipment, nowMs);
}
