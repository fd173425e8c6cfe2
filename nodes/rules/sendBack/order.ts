import { isAbsent } from '../item/attribute';
import { isOrderId } from '../item/orderId';
import { unitsLeft, type MarketplaceOrder, type OrderLine } from '../order/marketplaceOrder';
import { optionalText } from './fields';
import { shown, Hold, type TraceStep } from '../verdict/verdict';
import type { OrderHold } from './verdict';

/** The Amazon order id of a row, which is that of the order when it is known. */
export function readOrderId(
	given: unknown,
	order: MarketplaceOrder | undefined,
	trace: TraceStep[],
): string | OrderHold {
	if (isAbsent(given)) {
		return new Hold(
			'no-order-id',
			'The row has no Amazon order id; keep the id with the order in the store, or choose the field that holds it',
		);
	}
	const id = optionalText(given)?.toUpperCase() ?? '';
	if (!isOrderId(id)) {
		return new Hold(
			'order-id-not-amazons',
			`${shown(given)} is no Amazon order id, which looks like 111-1234567-1234567; choose the field that holds it`,
		);
	}
	if (order !== undefined && order.orderId !== id) {
		return new Hold(
			'order-differs',
			`The row is for order ${id}, but was compared with order ${order.orderId}`,
		);
	}
	trace.push({ step: 'order', before: shown(given), after: order?.status ?? 'not looked up' });
	return id;
}

/** Orders whose payment is not done: Amazon accepts nothing for them. */
export function heldUntilPaid({ orderId, status }: MarketplaceOrder): OrderHold | undefined {
	if (status !== 'PENDING' && status !== 'PENDING_AVAILABILITY') return undefined;
	return new Hold(
		'order-not-paid',
		`Order ${orderId} is ${status}: the payment is not done and Amazon takes no change yet; try again later`,
	);
}

/** Orders from Amazon's own warehouses. */
export function heldForAmazon({ orderId, channel }: MarketplaceOrder, advice: string): OrderHold | undefined {
	if (channel !== 'AFN') return undefined;
	return new Hold('amazon-ships-it', `Amazon ships order ${orderId} itself (AFN); ${advice}`);
}

/** What became of a line's units; those ordered are without those cancelled since. */
export interface LineUnits {
	wanted: number;
	shipped: number;
	open: number;
}

/** In a shipped order every line counts as shipped, also where Amazon named no quantities. */
export function unitsOf({ status }: MarketplaceOrder, line: OrderLine): LineUnits {
	const wanted = unitsLeft(line);
	const shipped = status === 'SHIPPED' ? wanted : Math.min(line.shipped, wanted);
	return { wanted, shipped, open: wanted - shipped };
}
