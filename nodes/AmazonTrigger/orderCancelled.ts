import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from './event';
import { orderFields, rateNotice } from './orderFields';
import type { OrderInterest } from './orderInterest';
import { pollOrders } from './pollOrders';

const buyerRequests: INodeProperties = {
	displayName: 'Also When the Buyer Only Asks',
	name: 'buyerRequests',
	type: 'boolean',
	default: false,
	description:
		'Whether to emit orders too whose buyer asks for a cancellation that nobody has carried out yet',
};

/** Orders that are cancelled and, if wanted, those whose buyer asks for it. */
export const orderCancelled: TriggerEvent = {
	value: 'orderCancelled',
	name: 'Order Cancelled',
	action: 'On order cancelled',
	description: 'The buyer, Amazon or you cancelled an order',
	fields: [rateNotice, buyerRequests, ...orderFields],
	async poll(poll) {
		return await pollOrders(poll, cancellations(poll.getNodeParameter('buyerRequests', false) === true));
	},
};

function cancellations(withRequests: boolean): OrderInterest {
	return {
		statuses: withRequests ? ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'CANCELLED'] : ['CANCELLED'],
		sweepsCancelled: true,
		tellsUnreadable: false,
		newsOf: ({ status, lines }) => {
			if (status === 'CANCELLED') return 'cancelled';
			const isAsked = withRequests && lines.some(({ cancelRequest }) => cancelRequest !== undefined);
			return isAsked ? 'asked' : undefined;
		},
	};
}
