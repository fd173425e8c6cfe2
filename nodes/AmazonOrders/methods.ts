import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { fetchOrderPage } from '../amazon/orders/fetchOrders';
import { toMarketplaceOrder } from '../amazon/orders/toMarketplaceOrder';
import { connect } from '../n8n/account';
import { DAY_MS } from '../rules/item/timeSpans';

const DAYS_SHOWN = 14;

/** The latest orders, for "From List": one page, since Amazon gives few of them. */
export async function searchOrders(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	const { client, account } = await connect(this);
	const amazon = await client.amazonClock();
	const createdAfter = new Date(amazon.now() - DAYS_SHOWN * DAY_MS).toISOString();
	const { orders } = await fetchOrderPage(client, {
		createdAfter,
		marketplaceIds: account.marketplaceIds,
		includedData: ['FULFILLMENT'],
	});
	const results = orders
		.map(toMarketplaceOrder)
		.sort((one, other) => other.purchasedAt.localeCompare(one.purchasedAt))
		.map(({ orderId, status, marketplace, purchasedAt }) => ({
			name: `${orderId} · ${marketplace} · ${status} · ${purchasedAt.slice(0, 16).replace('T', ' ')}`,
			value: orderId,
		}));
	const wanted = filter.toLowerCase();
	return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
