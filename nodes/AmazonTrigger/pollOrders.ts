import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { readOrderSettings } from './orderFields';
import type { OrderInterest } from './orderInterest';
import { OrderReading, type OrderWatch } from './watch/orderReading';
import { readStoredOrders, type StoredOrders } from './watch/storedOrders';
import { fetchOrderPage } from '../amazon/orders/fetchOrders';
import { toSalesChannel } from '../amazon/orders/toMarketplaceOrder';
import { connect } from '../n8n/account';
import { toNodeError } from '../n8n/errors';
import { toOrderJson } from '../n8n/orderJson';
import { isAmazonOrder } from '../rules/order/marketplaceOrder';
import { DAY_MS } from '../rules/item/timeSpans';

const SAMPLE_DAYS = 30;
const SAMPLE_SIZE = 3;
/** Some of them are perhaps not Amazon's. */
const SAMPLE_PAGE = 20;

/** Orders that are news since the last poll. A manual run shows some recent ones and moves nothing. */
export async function pollOrders(poll: IPollFunctions, interest: OrderInterest): Promise<IDataObject[]> {
	const connection = await connect(poll);
	const settings = readOrderSettings(poll, connection.account.marketplaceIds);
	const amazon = await connection.client.amazonClock();
	const watch: OrderWatch = { poll, connection, amazon, settings, interest };
	return await (poll.getMode() === 'manual' ? sample(watch) : readOn(watch));
}

/** Goes on where the last poll stopped, and remembers where this one does. */
async function readOn(watch: OrderWatch): Promise<IDataObject[]> {
	const { poll, amazon, settings } = watch;
	const nowMs = amazon.now();
	const stored = poll.getWorkflowStaticData('node');
	const memory = readMemory(poll, stored, { firstSinceMs: nowMs - settings.lookBackMs, nowMs });
	const reading = new OrderReading(watch, memory);
	await reading.run();
	const next = reading.memory;
	Object.assign(stored, next, { window: next.window });
	if (reading.failure !== undefined && reading.items.length === 0)
		throw toNodeError(poll.getNode(), reading.failure);
	return reading.items;
}

function readMemory(
	poll: IPollFunctions,
	stored: IDataObject,
	{ firstSinceMs, nowMs }: { firstSinceMs: number; nowMs: number },
): StoredOrders['memory'] {
	const { memory, damaged } = readStoredOrders(stored, firstSinceMs, nowMs);
	if (damaged.length > 0) {
		const since = new Date(memory.sinceMs).toISOString();
		poll.logger.warn(
			`Amazon orders: the trigger's memory was damaged (${damaged.join(', ')}). It begins anew with what changed since ${since}: no order is lost, some may come again.`,
		);
	}
	return memory;
}

async function sample({ connection, amazon, settings, interest }: OrderWatch): Promise<IDataObject[]> {
	const createdAfter = new Date(amazon.now() - SAMPLE_DAYS * DAY_MS).toISOString();
	const filter = { ...settings.filter, createdAfter, statuses: interest.statuses, pageSize: SAMPLE_PAGE };
	const { orders } = await fetchOrderPage(connection.client, filter);
	return orders
		.filter((order) => settings.includeMultiChannel || isAmazonOrder({ salesChannel: toSalesChannel(order) }))
		.slice(0, SAMPLE_SIZE)
		.map((order) => toOrderJson(order, settings.simplify));
}
