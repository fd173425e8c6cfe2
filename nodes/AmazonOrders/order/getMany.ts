import type { INodeProperties } from 'n8n-workflow';

import { ORDER_OUTPUT, toIncludedData } from './get';
import { fetchOrders, type OrderFilter } from '../../amazon/orders/fetchOrders';
import type { Order } from '../../amazon/orders/order';
import { textAt } from '../../amazon/orders/reading';
import { toSalesChannel } from '../../amazon/orders/toMarketplaceOrder';
import { filtersOf, optionsOf } from '../../n8n/forms/collections';
import { toInstant } from '../../n8n/forms/instant';
import { marketplaceFilter } from '../../n8n/forms/marketplaces';
import type { Context, EachOperation } from '../../n8n/operation';
import {
	dataField,
	shippedBy,
	multiChannelField,
	statusOptions,
	toFulfilledBy,
	toStatuses,
} from '../../n8n/forms/orderChoices';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { limit, returnAll } from '../../n8n/forms/paging';
import { orderForms } from '../../n8n/orderJson';
import { toList } from '../../n8n/params';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import { toProblemJson } from '../../n8n/problem';
import { parseMoment } from '../../rules/item/moment';
import { isAmazonOrder } from '../../rules/order/marketplaceOrder';
import { DAY_MS } from '../../rules/item/timeSpans';

/**
 * Amazon names no order in which it lists orders, and people want the newest: a few pages are read whole before the list
 * is cut to the limit.
 */
const LOOKED_THROUGH = 300;

/** Orders of the last days, when the form names no time. */
const DEFAULT_DAYS = 7;

const timeKind: INodeProperties = {
	displayName: 'Orders That Were',
	name: 'timeKind',
	type: 'options',
	options: [
		{ name: 'Bought', value: 'created', description: 'By the time of purchase' },
		{ name: 'Changed', value: 'updated', description: 'By the last change of any kind' },
	],
	default: 'created',
};

const after: INodeProperties = {
	displayName: 'After',
	name: 'after',
	type: 'dateTime',
	default: '',
	description: 'The last 7 days when empty',
};

const before: INodeProperties = {
	displayName: 'Before',
	name: 'before',
	type: 'dateTime',
	default: '',
	description: 'Until now when empty. Amazon knows orders once they are two minutes old.',
};

const filters = filtersOf(marketplaceFilter, shippedBy, {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: statusOptions,
	default: [],
});

const options = optionsOf(dataField, multiChannelField);

export const getMany: EachOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'List orders by time, status and marketplace: 100 with one call',
	builderHint:
		'Connect a schedule or manual trigger before it, and Convert to Store Order after it. For new orders as they come use Amazon Trigger instead.',
	fields: [timeKind, after, before, returnAll, limit, filters, ...outputFields(ORDER_OUTPUT), options],
	async each(context, item) {
		const { client, params, signal } = context;
		const shape = shaperOf(params, item, ORDER_OUTPUT.idName);
		const isWanted = wantedBy(params.group('options', item).includeMultiChannel === true);
		const found = choose(fetchOrders(client, await readFilter(context, item), signal), isWanted);
		const wanted = params.flag('returnAll', item) ? Infinity : params.number('limit', item, 50);
		const orders = newestFirst(await take(found, Math.max(wanted, LOOKED_THROUGH)));
		return orders.slice(0, wanted).map((order) => {
			const isOrder = !(order instanceof UnreadableRecord);
			return { json: isOrder ? shape(orderForms(order)) : toProblemJson('amazonOrderId', order) };
		});
	},
};

async function take<T>(source: AsyncIterable<T>, count: number): Promise<T[]> {
	const taken: T[] = [];
	for await (const one of source) {
		taken.push(one);
		if (taken.length >= count) break;
	}
	return taken;
}

/** What cannot be read stands in front, where it is seen. */
function newestFirst(orders: ReadonlyArray<Order | UnreadableRecord>): Array<Order | UnreadableRecord> {
	const boughtMs = (order: Order | UnreadableRecord) =>
		order instanceof UnreadableRecord
			? Number.MAX_VALUE
			: (parseMoment(textAt(order, 'createdTime'), 'start') ?? 0);
	return orders
		.map((order) => ({ order, ms: boughtMs(order) }))
		.sort((one, other) => other.ms - one.ms)
		.map(({ order }) => order);
}

/** Each wanted order once: Amazon may give a page twice. What cannot be read is always wanted. */
async function* choose(
	orders: AsyncIterable<Order | UnreadableRecord>,
	isWanted: (order: Order) => boolean,
): AsyncGenerator<Order | UnreadableRecord> {
	const seen = new Set<string>();
	for await (const order of orders) {
		const isUnreadable = order instanceof UnreadableRecord;
		const id = isUnreadable ? order.content : order.orderId;
		if (!seen.has(id) && (isUnreadable || isWanted(order))) yield order;
		seen.add(id);
	}
}

function wantedBy(includeMultiChannel: boolean): (order: Order) => boolean {
	return (order) => includeMultiChannel || isAmazonOrder({ salesChannel: toSalesChannel(order) });
}

async function readFilter({ params, account, client }: Context, item: number): Promise<OrderFilter> {
	const chosen = params.group('filters', item);
	const from =
		toInstant(params.value('after', item), 'After') ??
		new Date((await client.amazonClock()).now() - DEFAULT_DAYS * DAY_MS).toISOString();
	const until = toInstant(params.value('before', item), 'Before');
	const isUpdated = params.text('timeKind', item) === 'updated';
	const marketplaceIds = toList(chosen.marketplaceIds);
	return {
		...(isUpdated
			? { lastUpdatedAfter: from, lastUpdatedBefore: until }
			: { createdAfter: from, createdBefore: until }),
		statuses: toStatuses(toList(chosen.statuses)),
		fulfilledBy: toFulfilledBy(chosen.fulfillmentChannel),
		marketplaceIds: marketplaceIds.length > 0 ? marketplaceIds : account.marketplaceIds,
		includedData: toIncludedData(params.group('options', item)),
	};
}
