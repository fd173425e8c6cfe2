import type { AmazonOrder, OrderStatus } from './amazonOrder';
import { addPackage, cancelItems, packageOfRest, restOf, shipRest } from './change';
import type { OrderDraft } from './draft';

/** A partly shipped order needs two units at least. */
export function prepare(draft: OrderDraft, status: OrderStatus): void {
	const units = draft.lines.reduce((sum, { ordered, cancelled }) => sum + ordered - cancelled, 0);
	const [line] = draft.lines;
	if (status === 'PARTIALLY_SHIPPED' && units < 2 && line !== undefined) line.ordered += 2 - units;
}

function shipPart(order: AmazonOrder, atMs: number): void {
	const item = order.orderItems.find((candidate) => restOf(candidate) > 0);
	const packageItems = item === undefined ? [] : [{ orderItemId: item.orderItemId, quantity: 1 }];
	addPackage(order, { ...packageOfRest(order, atMs), packageItems });
	if (order.fulfillment.fulfilledBy === 'AMAZON') delete order.packages;
}

/** Brings a paid order to the status it is to be found in. */
export function finish(order: AmazonOrder, status: OrderStatus, atMs: number): void {
	const isAmazon = order.fulfillment.fulfilledBy === 'AMAZON';
	if (status === 'PARTIALLY_SHIPPED') shipPart(order, atMs);
	if (status === 'SHIPPED' && isAmazon) shipRest(order);
	if (status === 'SHIPPED' && !isAmazon) addPackage(order, packageOfRest(order, atMs));
	if (status === 'CANCELLED') cancelItems(order, 'BUYER', 'No longer needed');
}
