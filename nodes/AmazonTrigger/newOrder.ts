import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from './event';
import { orderFields, rateNotice } from './orderFields';
import type { OrderInterest } from './orderInterest';
import { pollOrders } from './pollOrders';
import { statusOptions, toStatuses } from '../n8n/forms/orderChoices';
import { toList } from '../n8n/params';
import { parseMoment } from '../rules/item/moment';
import { DAY_MS } from '../rules/item/timeSpans';
import type { MarketplaceOrder, OrderStatus } from '../rules/order/marketplaceOrder';

const statusesField: INodeProperties = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: statusOptions,
	default: ['UNSHIPPED', 'PARTIALLY_SHIPPED'],
	description:
		'An order is emitted once, as soon as it has one of these. Add Shipped for orders that Amazon ships (FBA).',
};

/** Each order once, as soon as it has a wanted status. */
export const newOrder: TriggerEvent = {
	value: 'newOrder',
	name: 'New Order',
	action: 'On new order',
	description: 'An order can be imported into the store',
	fields: [rateNotice, statusesField, ...orderFields],
	async poll(poll) {
		const statuses = toStatuses(toList(poll.getNodeParameter('statuses', [])));
		return await pollOrders(poll, firstSeenIn(statuses));
	},
};

/** How long an order may wait for its payment or its shipment and still be a new one. */
const WAITING_MS = 30 * DAY_MS;

/** Nothing is left to do for these. */
const OVER: readonly OrderStatus[] = ['SHIPPED', 'CANCELLED', 'UNFULFILLABLE'];

function firstSeenIn(statuses: readonly OrderStatus[]): OrderInterest {
	return {
		statuses,
		sweepsCancelled: false,
		tellsUnreadable: true,
		newsOf: (order, startMs) => {
			const isWanted = statuses.length === 0 || statuses.includes(order.status);
			return isWanted && !isOfOldTimes(order, startMs) ? 'new' : undefined;
		},
	};
}

/**
 * Whether the order was over long before anybody listened: a refund changes it, and makes no new order of it. Orders
 * that are still to be shipped, and pre-orders, are never too old.
 */
function isOfOldTimes({ status, purchasedAt, programs }: MarketplaceOrder, startMs: number): boolean {
	if (!OVER.includes(status) || programs.includes('PREORDER')) return false;
	const boughtMs = parseMoment(purchasedAt, 'start');
	return boughtMs !== undefined && boughtMs < startMs - WAITING_MS;
}
