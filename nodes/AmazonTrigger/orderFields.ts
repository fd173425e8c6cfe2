import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { OrderFilter } from '../amazon/orders/fetchOrders';
import { filtersOf, optionsOf } from '../n8n/forms/collections';
import { marketplaceFilter } from '../n8n/forms/marketplaces';
import {
	dataField,
	DEFAULT_DATA,
	shippedBy,
	multiChannelField,
	simplifyField,
	toFulfilledBy,
} from '../n8n/forms/orderChoices';
import { toGroup, toList, toNumber } from '../n8n/params';
import { HOUR_MS } from '../rules/item/timeSpans';

/** What the form says of the orders to watch, whatever the event. */
export interface OrderSettings {
	filter: Pick<OrderFilter, 'fulfilledBy' | 'marketplaceIds' | 'includedData'>;
	lookBackMs: number;
	simplify: boolean;
	/** Orders that were not placed on Amazon too. */
	includeMultiChannel: boolean;
}

/** In front of every event of orders. */
export const rateNotice: INodeProperties = {
	displayName:
		'Amazon gives 20 pages of 100 orders an hour, for all order triggers of the account together. Polling every 5 or 10 minutes is enough: a backlog is read over several polls, and no order is lost.',
	name: 'orderRateNotice',
	type: 'notice',
	default: '',
};

const filters = filtersOf(marketplaceFilter, shippedBy);

const lookBack: INodeProperties = {
	displayName: 'Look Back on First Start (Hours)',
	name: 'orderLookBackHours',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 2160 },
	default: 24,
	description:
		'Orders that changed this long before the workflow was first published are emitted too. New Order does not count shipped orders that were bought more than a month before that.',
};

const options: INodeProperties = {
	...optionsOf(dataField, multiChannelField),
	name: 'orderOptions',
};

/** Of every event of orders, behind its own fields. */
export const orderFields: readonly INodeProperties[] = [filters, simplifyField, lookBack, options];

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
		lookBackMs:
			Math.max(0, toNumber(poll.getNodeParameter('orderLookBackHours', 24), lookBack.displayName)) * HOUR_MS,
		simplify: poll.getNodeParameter('simplify', true) !== false,
		includeMultiChannel: more.includeMultiChannel === true,
	};
}
