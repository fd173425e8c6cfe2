import type { Order } from '../../amazon/orders/order';
import { toStreetLines } from '../../amazon/orders/orderAddress';

/** How far back orders are looked at: later Amazon takes the buyers' data out of them. */
export const DAYS_LOOKED_AT = 30;

/** Stages in which Amazon names the buyer to whoever may know. */
const NAMED_STATUSES = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'];

/**
 * Whether buyers' names and addresses come with the orders. Without the role Amazon refuses nothing, the fields are
 * simply absent, so only an order that must have them tells (Orders API 2026-01-01, `includedData`): `undefined` when
 * there is none.
 */
export function comesWithBuyer(orders: readonly Order[]): boolean | undefined {
	const telling = orders.filter(mustNameBuyer);
	if (telling.length === 0) return undefined;
	return telling.some(namesBuyer);
}

/** What the merchant ships needs an address; of what Amazon ships it keeps most to itself. */
function mustNameBuyer({ fulfillment, salesChannel }: Order): boolean {
	const { fulfilledBy, fulfillmentStatus = '' } = fulfillment ?? {};
	const isOwn = fulfilledBy === 'MERCHANT' && salesChannel?.channelName !== 'NON_AMAZON';
	return isOwn && NAMED_STATUSES.includes(fulfillmentStatus);
}

/** Only both, a name and a street, are an address. */
function namesBuyer({ buyer, recipient }: Order): boolean {
	const address = recipient?.deliveryAddress;
	const hasName = [buyer?.buyerName, address?.name].some((text) => text !== undefined && text !== '');
	return hasName && toStreetLines(address).length > 0;
}
