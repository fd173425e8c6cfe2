import type { AmazonOrder, OrderItem, OrderPackage } from './amazonOrder';
import type { Canceller } from './simOrder';

/** Units of an item that are neither shipped nor cancelled. */
export function restOf({ quantityOrdered, fulfillment }: OrderItem): number {
	return fulfillment?.quantityUnfulfilled ?? quantityOrdered;
}

function shipUnits(item: OrderItem, quantity: number): void {
	const fulfilled = item.fulfillment?.quantityFulfilled ?? 0;
	item.fulfillment = {
		...item.fulfillment,
		quantityFulfilled: fulfilled + quantity,
		quantityUnfulfilled: restOf(item) - quantity,
	};
}

/** Everything left is shipped, in no package: Amazon does not answer its own. */
export function shipRest(order: AmazonOrder): void {
	for (const item of order.orderItems) shipUnits(item, restOf(item));
}

/** Adds a package and moves its units. */
export function addPackage(order: AmazonOrder, added: OrderPackage): void {
	for (const { orderItemId, quantity } of added.packageItems ?? []) {
		const item = order.orderItems.find((candidate) => candidate.orderItemId === orderItemId);
		if (item !== undefined) shipUnits(item, quantity);
	}
	order.packages = [...(order.packages ?? []), added];
}

/** Takes a package out and its units back. */
export function removePackage(order: AmazonOrder, packageReferenceId: string): void {
	const removed = order.packages?.find((candidate) => candidate.packageReferenceId === packageReferenceId);
	for (const { orderItemId, quantity } of removed?.packageItems ?? []) {
		const item = order.orderItems.find((candidate) => candidate.orderItemId === orderItemId);
		if (item !== undefined) shipUnits(item, -quantity);
	}
	order.packages = (order.packages ?? []).filter((candidate) => candidate !== removed);
}

/** Nothing is left to ship and nothing was paid; each item says who cancelled it, and why. */
export function cancelItems(
	order: AmazonOrder,
	by: Canceller,
	reason?: string | ((item: OrderItem) => string | undefined),
): void {
	delete order.proceeds;
	delete order.payment;
	for (const item of order.orderItems) {
		delete item.proceeds;
		const cancelReason = typeof reason === 'function' ? reason(item) : reason;
		const cancellationExecution = {
			cancelledBy: by,
			...(cancelReason === undefined ? {} : { cancelReason }),
		};
		item.cancellation = { ...item.cancellation, cancellationExecution };
		const quantityFulfilled = item.fulfillment?.quantityFulfilled ?? 0;
		item.fulfillment = { ...item.fulfillment, quantityFulfilled, quantityUnfulfilled: 0 };
	}
}

/** A package of everything left, as a seller's shipping software would report it. */
export function packageOfRest(order: AmazonOrder, atMs: number): OrderPackage {
	const packageReferenceId = nextReference(order);
	return {
		packageReferenceId,
		createdTime: new Date(atMs).toISOString(),
		packageStatus: { status: 'SHIPPED' },
		carrier: 'DHL',
		shipTime: new Date(atMs).toISOString(),
		shippingService: 'Standard',
		trackingNumber: `SIM${order.orderId.replaceAll('-', '')}${packageReferenceId}`,
		packageItems: order.orderItems
			.filter((item) => restOf(item) > 0)
			.map((item) => ({ orderItemId: item.orderItemId, quantity: restOf(item) })),
	};
}

/** The number Amazon gives a package that has none: one more than the highest. */
export function nextReference({ packages = [] }: AmazonOrder): string {
	return String(
		Math.max(0, ...packages.map(({ packageReferenceId }) => Number(packageReferenceId) || 0)) + 1,
	);
}
