import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from './event';
import { orderFields, rateNotice } from './orderFields';
import type { OrderInterest } from './orderInterest';
import { pollOrders } from './pollOrders';
import { statusOptions, toStatuses } from '../n8n/forms/orderChoices';
import { toList } from '../n8n/params';
import { parseMoment } from '../rules/item/moment';
import type { OrderStatus } from '../rules/order/marketplaceOrder';

const change: INodeProperties = {
	displayName: 'When',
	name: 'change',
	type: 'options',
	options: [
		{ name: 'Anything Changes', value: 'any', description: 'Every update of an order, by Amazon or by you' },
		{ name: 'Status Becomes', value: 'status', description: 'Once for each of the chosen statuses' },
	],
	default: 'any',
};

const becomes: INodeProperties = {
	displayName: 'Statuses',
	name: 'becomes',
	type: 'multiOptions',
	displayOptions: { show: { change: ['status'] } },
	options: statusOptions,
	default: ['SHIPPED', 'CANCELLED'],
};

/** Every change of an order, or only its arrival in one of the chosen statuses. */
export const orderUpdated: TriggerEvent = {
	value: 'orderUpdated',
	name: 'Order Updated',
	action: 'On order updated',
	description: 'Something of an order changed, or it reached a status',
	fields: [rateNotice, change, becomes, ...orderFields],
	async poll(poll) {
		const isAny = poll.getNodeParameter('change', 'any') === 'any';
		const statuses = isAny ? [] : toStatuses(toList(poll.getNodeParameter('becomes', [])));
		return await pollOrders(poll, statuses.length === 0 ? EVERY_CHANGE : arrivalIn(statuses));
	},
};

const EVERY_CHANGE: OrderInterest = {
	statuses: [],
	sweepsCancelled: true,
	tellsUnreadable: false,
	newsOf: ({ status, updatedAt }) => `${status} ${stampOf(updatedAt)}`,
};

function arrivalIn(statuses: readonly OrderStatus[]): OrderInterest {
	return {
		statuses,
		sweepsCancelled: statuses.includes('CANCELLED'),
		tellsUnreadable: false,
		newsOf: ({ status }) => (statuses.includes(status) ? status : undefined),
	};
}

/** A moment in few letters, the same however Amazon writes it. */
function stampOf(moment: string): string {
	return parseMoment(moment, 'start')?.toString(36) ?? moment;
}
