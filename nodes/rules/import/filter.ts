import { parseMoment } from '../item/moment';
import type { OrderFilter } from './config';
import type { Skip } from './verdict';
import { isAmazonOrder, type MarketplaceOrder } from '../order/marketplaceOrder';
import { DAY_MS } from '../item/timeSpans';
import { Hold } from '../verdict/verdict';

/** Whether the order is wanted at all; the reason when it is not. `now` is in ms since 1970. */
export function heldByFilter(order: MarketplaceOrder, filter: OrderFilter, now: number): Skip | undefined {
	const { statuses, channel, marketplaceIds, lookBackDays } = filter;
	if (!filter.includeMultiChannel && !isAmazonOrder(order)) {
		const what = "an order of your own shop that Amazon's warehouse ships, or a removal from the warehouse";
		const message = `The order was not placed on Amazon: it is ${what}. "Include Multi-Channel Orders" imports it too`;
		return new Hold('not-an-amazon-order', message);
	}
	if (statuses.length > 0 && !statuses.includes(order.status)) {
		return new Hold('status-not-wanted', `The order is ${order.status}; wanted: ${statuses.join(', ')}`);
	}
	if (channel !== 'all' && order.channel !== channel) {
		const shipper = order.channel === 'AFN' ? 'Amazon (AFN)' : 'the merchant (MFN)';
		return new Hold('channel-not-wanted', `The order is shipped by ${shipper}; wanted: ${channel} only`);
	}
	if (marketplaceIds.length > 0 && !marketplaceIds.includes(order.marketplaceId)) {
		return new Hold(
			'marketplace-not-wanted',
			`The order was placed in ${order.marketplace}, which is not chosen`,
		);
	}
	const bought = parseMoment(order.purchasedAt, 'start');
	if (lookBackDays > 0 && bought !== undefined && bought < now - lookBackDays * DAY_MS) {
		const when = order.purchasedAt.slice(0, 10);
		return new Hold('too-old', `The order is of ${when}, more than ${lookBackDays} days ago`);
	}
	return undefined;
}
