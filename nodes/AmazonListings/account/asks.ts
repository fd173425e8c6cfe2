import { comesWithBuyer, DAYS_LOOKED_AT } from './buyerData';
import { isOrder } from '../../amazon/orders/fetchOrders';
import type { Order } from '../../amazon/orders/order';
import { fetchParticipations, namesOf, notParticipating } from '../../amazon/sellers/participations';
import type { SellerCentralPage } from '../../amazon/tables/sellerCentral';
import { at } from '../../amazon/transport/at';
import type { CallInput, Client } from '../../amazon/transport/client';
import { SpApiError } from '../../amazon/transport/errors';
import { OPERATIONS, type SpApiOperation } from '../../amazon/transport/operations';
import { DAY_MS } from '../../rules/timeSpans';

/** What Amazon's answer shows, when it answers. */
export interface Proof {
	status: 'works' | 'role missing' | 'not allowed' | 'unknown';
	message: string;
	requestId: string;
	/** Where to mend what does not work. */
	page?: SellerCentralPage;
}

export interface RecentOrders {
	orders: Order[];
	requestId: string;
}

/** How Amazon is asked. */
export interface Asking {
	client: Client;
	signal: AbortSignal;
	/** One search for two features: Amazon allows twenty in an hour and little more. */
	recentOrders: Promise<RecentOrders>;
}

/** Asks for something harmless; rejects with Amazon's refusal. */
export type Ask = (asking: Asking) => Promise<Proof>;

/** The orders of the last weeks; rejects with Amazon's refusal. */
export async function fetchRecentOrders(
	client: Client,
	nowMs: number,
	signal: AbortSignal,
): Promise<RecentOrders> {
	const createdAfter = new Date(nowMs - DAYS_LOOKED_AT * DAY_MS).toISOString();
	const { marketplaceIds } = client.account;
	const query = {
		createdAfter,
		marketplaceIds,
		includedData: ['BUYER', 'RECIPIENT', 'FULFILLMENT'],
		maxResultsPerPage: 100,
	};
	const { body, requestId } = await client.call<unknown>(OPERATIONS.searchOrders, { query, signal });
	const orders = at(body, 'orders');
	return { orders: Array.isArray(orders) ? orders.filter(isOrder) : [], requestId };
}

function works(message: string, requestId: string): Proof {
	return { status: 'works', message, requestId };
}

/** Asks with one call; whatever Amazon answers proves the access. */
export function whatWorks(
	operation: SpApiOperation,
	message: string,
	inputOf: (client: Client) => CallInput,
): Ask {
	return async ({ client, signal }) => {
		const { requestId } = await client.call(operation, { ...inputOf(client), signal });
		return works(message, requestId);
	};
}

export async function askMarketplaces({ client, signal }: Asking): Promise<Proof> {
	const participations = await fetchParticipations(client, signal);
	const { requestId } = participations;
	const { marketplaceIds } = client.account;
	const message = notParticipating(marketplaceIds, participations);
	if (message !== undefined) return { status: 'not allowed', message, requestId, page: 'manageApps' };
	return works(`The account sells in ${namesOf(marketplaceIds)}`, requestId);
}

export async function askBuyerData({ recentOrders }: Asking): Promise<Proof> {
	const { orders, requestId } = await recentOrders;
	const comes = comesWithBuyer(orders);
	if (comes === true) return works("Buyers' names and addresses come with the orders", requestId);
	if (comes === false) {
		const message =
			"Amazon leaves buyers' names and addresses out of the orders: without them nothing can be shipped from your store";
		return { status: 'role missing', message, requestId };
	}
	const message = `Nobody can tell yet: only a paid order of the last ${DAYS_LOOKED_AT} days that you ship yourself shows whether names and addresses come, and there is none. Check again when there is one`;
	return { status: 'unknown', message, requestId };
}

/** Whoever may not ask is answered 403; "there is no subscription" is said only to those who may. */
export async function askNotifications({ client, signal }: Asking): Promise<Proof> {
	const input = { path: { notificationType: 'ORDER_CHANGE' }, signal };
	const { requestId } = await client.call(OPERATIONS.getSubscription, input).catch((error: unknown) => {
		const isNone = error instanceof SpApiError && error.status === 404 && error.code === 'NotFound';
		if (isNone) return { requestId: error.requestId ?? '' };
		throw error;
	});
	return works('Notifications of orders can be subscribed to', requestId);
}

export async function askOrders({ recentOrders }: Asking): Promise<Proof> {
	return works('Orders can be read', (await recentOrders).requestId);
}
