import type { OrderPackage } from './amazonOrder';
import { addPackage, removePackage, restOf } from './change';
import type { Orders } from './orders';
import type { SimOrder } from './simOrder';

/** What a seller says about a package. */
export interface Shipment {
	packageReferenceId: string;
	carrier?: string;
	shippingService?: string;
	trackingNumber?: string;
	shippedAtMs: number;
	items: { orderItemId: string; quantity: number; transparencyCodes?: string[] }[];
}

/** Why a package cannot be. */
export type ShipmentFault =
	| 'shipped-by-amazon'
	| 'pending'
	| 'cancelled'
	| 'unknown-item'
	| 'already-shipped'
	| 'too-many'
	| 'before-purchase'
	| 'in-the-future';

/** Clocks differ: a ship date may be ahead of Amazon's by so much. */
const TOLERANCE_MS = 5 * 60_000;

function statusFault({ fulfilledBy, status }: SimOrder): ShipmentFault | undefined {
	if (fulfilledBy === 'AMAZON') return 'shipped-by-amazon';
	if (status === 'PENDING' || status === 'PENDING_AVAILABILITY') return 'pending';
	return status === 'CANCELLED' || status === 'UNFULFILLABLE' ? 'cancelled' : undefined;
}

function contentOf({
	packageReferenceId,
	carrier,
	shippingService,
	trackingNumber,
	shipTime,
	packageItems,
}: OrderPackage) {
	return JSON.stringify([
		packageReferenceId,
		carrier,
		shippingService,
		trackingNumber,
		shipTime,
		packageItems,
	]);
}

/** The package as Amazon answers it. */
function toPackage(shipment: Shipment, atMs: number): OrderPackage {
	const { packageReferenceId, carrier, shippingService, trackingNumber, shippedAtMs, items } = shipment;
	return {
		packageReferenceId,
		createdTime: new Date(atMs).toISOString(),
		packageStatus: { status: 'SHIPPED' },
		...(carrier === undefined ? {} : { carrier }),
		shipTime: new Date(shippedAtMs).toISOString(),
		...(shippingService === undefined ? {} : { shippingService }),
		...(trackingNumber === undefined ? {} : { trackingNumber }),
		packageItems: items,
	};
}

function quantityFault(
	order: SimOrder,
	shipment: Shipment,
	known: OrderPackage | undefined,
): ShipmentFault | undefined {
	const { orderItems } = order.body;
	const wanted = new Map<string, number>();
	for (const { orderItemId, quantity } of shipment.items)
		wanted.set(orderItemId, (wanted.get(orderItemId) ?? 0) + quantity);
	// The package that is edited gives its units back first.
	const packed = (orderItemId: string) =>
		known?.packageItems?.find((item) => item.orderItemId === orderItemId)?.quantity ?? 0;
	let left = 0;
	let isTooMany = false;
	for (const [orderItemId, quantity] of wanted) {
		const item = orderItems.find((candidate) => candidate.orderItemId === orderItemId);
		if (item === undefined) return 'unknown-item';
		const rest = restOf(item) + packed(orderItemId);
		left += rest;
		isTooMany ||= quantity > rest;
	}
	if (left === 0) return 'already-shipped';
	return isTooMany ? 'too-many' : undefined;
}

/** Whether a package can be, seen from the order; the same package a second time is 'already-shipped'. */
export function shipmentFault(order: SimOrder, shipment: Shipment, nowMs: number): ShipmentFault | undefined {
	const fault = statusFault(order);
	if (fault !== undefined) return fault;
	const known = order.body.packages?.find(
		({ packageReferenceId }) => packageReferenceId === shipment.packageReferenceId,
	);
	if (known !== undefined && contentOf(known) === contentOf(toPackage(shipment, nowMs)))
		return 'already-shipped';
	if (shipment.shippedAtMs < order.createdAtMs) return 'before-purchase';
	if (shipment.shippedAtMs > nowMs + TOLERANCE_MS) return 'in-the-future';
	return quantityFault(order, shipment, known);
}

/** Adds the package, or edits the one with the same reference. */
export function ship(orders: Orders, order: SimOrder, shipment: Shipment, atMs: number): void {
	const { body } = order;
	removePackage(body, shipment.packageReferenceId);
	addPackage(body, toPackage(shipment, atMs));
	const isDone = body.orderItems.every((item) => restOf(item) === 0);
	orders.commit(order, atMs, { status: isDone ? 'SHIPPED' : 'PARTIALLY_SHIPPED' });
}
