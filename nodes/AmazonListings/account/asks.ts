import { comesWithBuyer, DAYS_LOOKED_AT } from './buyerData';
import { isOrder } from '../../amazon/orders/fetchOrders';
import type { Order } from '../../amazon/orders/order';
import { fetchParticipations, namesOf, notParticipating } from '../../amazon/sellers/participations';
import type { SellerCentralPage } from '../../amazon/tables/sellerCentral';
import { at } from '../../amazon/transport/at';
import type { CallInput, Client } from '../../amazon/transport/contract';
import { SpApiError } from '../../amazon/transport/errors';
import { OPERATIONS, type SpApiOperation } from '../../amazon/transport/operations';
import { DAY_MS } from '../../rules/item/timeSpans';

/** What Amazon's answer shows, when it answers. */
export interface Proof {
	status: 'works' | 'role missing' | 'not allowed' | 'unknown';
	message: string;
	requestId: string;
	/** Where to mend what does not work. */
	page?: SellerCentralPage;
}

export interface RecentOrders {
	/** Undefined when Amazon's answer has no list of orders. */
	orders?: Order[];
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
	return { orders: Array.isArray(orders) ? orders.filter(isOrder) : undefined, requestId };
}

function works(message: string, requestId: string): Proof {
	return { status: 'works', message, requestId };
}

/** An answer without what Amazon documents for it, perhaps from something in between, proves nothing. */
function unproven(noun: string, requestId: string): Proof {
	const message = `Nobody can tell: there was an answer about ${noun}, though not in the form that Amazon documents. Check again in some minutes; if it stays so, look at what stands between n8n and Amazon, such as a proxy`;
	return { status: 'unknown', message, requestId };
}

/** Asks with one call; the list that Amazon documents for its answer proves the access, be it empty. */
export function whatWorks(
	operation: SpApiOperation,
	{ list, noun, message }: { list: string; noun: string; message: string },
	inputOf: (client: Client) => CallInput,
): Ask {
	return async ({ client, signal }) => {
		const { body, requestId } = await client.call<unknown>(operation, { ...inputOf(client), signal });
		return Array.isArray(at(body, list)) ? works(message, requestId) : unproven(noun, requestId);
	};
}

export async function askMarketplaces({ client, signal }: Asking): Promise<Proof> {
	const participations = await fetchParticipations(client, signal);
	const { isListed, requestId } = participations;
	if (!isListed) return unproven('the marketplaces of the account', requestId);
	const { marketplaceIds } = client.account;
	const message = notParticipating(marketplaceIds, participations);
	if (message !== undefined) return { status: 'not allowed', message, requestId, page: 'manageApps' };
	return works(`The account sells in ${namesOf(marketplaceIds)}`, requestId);
}

export async function askBuyerData({ recentOrders }: Asking): Promise<Proof> {
	const { orders, requestId } = await recentOrders;
	if (orders === undefined) return unproven("buyers' names and addresses", requestId);
	const comes = comesWithBuyer(orders);
	if (comes === true) return works("Buyers' names and addresses come with the orders", requestId);
	if (comes === false) {
		const message =
			"Amazon leaves buyers' names or addresses out of the orders: without both nothing can be shipped from your store";
		return { status: 'role missing', message, requestId };
	}
	const message = `Nobody can tell yet: only a paid order of the last ${DAYS_LOOKED_AT} days that you ship yourself shows whether names and addresses come, and there is none. Check again when there is one`;
	return { status: 'unknown', message, requestId };
}

/** Whoever may not ask is answered 403; "there is no subscription" is said only to those who may. */
export async function askNotifications({ client, signal }: Asking): Promise<Proof> {
	const input = { path: { notificationType: 'ORDER_CHANGE' }, signal };
	const { isProof, requestId } = await client.call<unknown>(OPERATIONS.getSubscription, input).then(
		({ body, requestId }) => ({ isProof: isFilled(at(body, 'payload')), requestId }),
		(error: unknown) => {
			const isNone = error instanceof SpApiError && error.status === 404 && error.code === 'NotFound';
			if (isNone) return { isProof: true, requestId: error.requestId ?? '' };
			throw error;
		},
	);
	if (!isProof) return unproven('notifications of orders', requestId);
	return works('Notifications of orders can be subscribed to', requestId);
}

export async function askOrders({ recentOrders }: Asking): Promise<Proof> {
	const { orders, requestId } = await recentOrders;
	return orders === undefined ? unproven('orders', requestId) : works('Orders can be read', requestId);
}

function isFilled(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
