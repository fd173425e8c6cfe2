import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { newOrder, orderCancelled, orderUpdated, type OrderEvent } from './orderEvents';
import type { OrderFilter } from '../amazon/orders/fetchOrders';
import { filtersOf, optionsOf } from '../n8n/forms/collections';
import { marketplaceFilter } from '../n8n/forms/marketplaces';
import {
	dataField,
	DEFAULT_DATA,
	shippedBy,
	multiChannelField,
	simplifyField,
	statusOptions,
	toFulfilledBy,
	toStatuses,
} from '../n8n/forms/orderChoices';
import { toGroup, toList } from '../n8n/params';
import { HOUR_MS } from '../rules/item/timeSpans';

const ORDER_EVENTS = ['newOrder', 'orderUpdated', 'orderCancelled'];

/** What the form says of the orders to watch, whatever the event. */
export interface OrderSettings {
	filter: Pick<OrderFilter, 'fulfilledBy' | 'marketplaceIds' | 'includedData'>;
	lookBackMs: number;
	simplify: boolean;
	/** Orders that were not placed on Amazon too. */
	includeMultiChannel: boolean;
}

const rateNotice: INodeProperties = {
	displayName:
		'Amazon gives 20 pages of 100 orders an hour, for all order triggers of the account together. Polling every 5 or 10 minutes is enough: a backlog is read over several polls, and no order is lost.',
	name: 'orderRateNotice',
	type: 'notice',
	displayOptions: { show: { event: ORDER_EVENTS } },
	default: '',
};

const newStatuses: INodeProperties = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	displayOptions: { show: { event: ['newOrder'] } },
	options: statusOptions,
	default: ['UNSHIPPED', 'PARTIALLY_SHIPPED'],
	description:
		'An order is emitted once, as soon as it has one of these. Add Shipped for orders that Amazon ships (FBA).',
};

const change: INodeProperties = {
	displayName: 'When',
	name: 'change',
	type: 'options',
	displayOptions: { show: { event: ['orderUpdated'] } },
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
	displayOptions: { show: { event: ['orderUpdated'], change: ['status'] } },
	options: statusOptions,
	default: ['SHIPPED', 'CANCELLED'],
};

const buyerRequests: INodeProperties = {
	displayName: 'Also When the Buyer Only Asks',
	name: 'buyerRequests',
	type: 'boolean',
	displayOptions: { show: { event: ['orderCancelled'] } },
	default: false,
	description:
		'Whether to emit orders too whose buyer asks for a cancellation that nobody has carried out yet',
};

const filters: INodeProperties = {
	...filtersOf(marketplaceFilter, shippedBy),
	displayOptions: { show: { event: ORDER_EVENTS } },
};

const lookBack: INodeProperties = {
	displayName: 'Look Back on First Start (Hours)',
	name: 'orderLookBackHours',
	type: 'number',
	displayOptions: { show: { event: ORDER_EVENTS } },
	typeOptions: { minValue: 0, maxValue: 2160 },
	default: 24,
	description:
		'Orders that changed this long before the workflow was first published are emitted too. New Order does not count shipped orders that were bought more than a month before that.',
};

const simplify: INodeProperties = { ...simplifyField, displayOptions: { show: { event: ORDER_EVENTS } } };

const options: INodeProperties = {
	...optionsOf(dataField, multiChannelField),
	name: 'orderOptions',
	displayOptions: { show: { event: ORDER_EVENTS } },
};

export const orderFields: INodeProperties[] = [
	rateNotice,
	newStatuses,
	change,
	becomes,
	buyerRequests,
	filters,
	simplify,
	lookBack,
	options,
];

export function readOrderSettings(poll: IPollFunctions, ofAccount: readonly string[]): OrderSettings {
	const chosen = toGroup(poll.getNodeParameter('filters', {}));
	const marketplaceIds = toList(chosen.marketplaceIds);
	const more = toGroup(poll.getNodeParameter('orderOptions', {}));
	const includedData = toList(more.includedData);
	return {
		filter: {
			marketplaceIds: marketplaceIds.length > 0 ? marketplaceIds : [...ofAccount],
			fulfilledBy: toFulfilledBy(chosen.fulfillmentChannel),
			includedData: includedData.length > 0 ? includedData : [...DEFAULT_DATA],
		},
		lookBackMs: Number(poll.getNodeParameter('orderLookBackHours', 24)) * HOUR_MS,
		simplify: poll.getNodeParameter('simplify', true) !== false,
		includeMultiChannel: more.includeMultiChannel === true,
	};
}

/** The event that the form names. */
export function readOrderEvent(poll: IPollFunctions): OrderEvent {
	const event = poll.getNodeParameter('event');
	if (event === 'orderCancelled')
		return orderCancelled(poll.getNodeParameter('buyerRequests', false) === true);
	if (event === 'newOrder') return newOrder(toStatuses(toList(poll.getNodeParameter('statuses', []))));
	const isAny = poll.getNodeParameter('change', 'any') === 'any';
	return orderUpdated(isAny ? [] : toStatuses(toList(poll.getNodeParameter('becomes', []))));
}
