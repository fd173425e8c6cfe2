import { fetchOrder } from './fetchOrders';
import { toMarketplaceOrder } from './toMarketplaceOrder';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';
import { pool } from '../transport/pool';
import type { MarketplaceOrder } from '../../rules/order/marketplaceOrder';
import { isOrderId } from '../../rules/item/orderId';

/** getOrder gets a token in two seconds after the first thirty; more at once would only wait. */
const AT_ONCE = 5;

/** What Amazon says to an order id that it does not take; everything else ends the look-up. */
const ITS_OWN_FAULT: readonly (number | undefined)[] = [400, 404];

/** The order, or why Amazon does not give it. */
export type LookedUp = MarketplaceOrder | { reason: 'order-unknown'; message: string };

export interface LookUpOptions {
	includedData: readonly string[];
	signal?: AbortSignal;
	/** Told after each order. */
	onProgress?: (found: number, wanted: number) => void;
}

/**
 * Orders by their ids, each asked for once. Ids that cannot be one are not asked for: the rules name them.
 * Rejects with an `SpApiError` when Amazon cannot be asked at all.
 */
export async function lookUpOrders(
	client: Client,
	ids: readonly string[],
	options: LookUpOptions,
): Promise<Map<string, LookedUp>> {
	const wanted = [...new Set(ids)].filter(isOrderId);
	const found = new Map<string, LookedUp>();
	await pool(wanted, { atOnce: AT_ONCE }, async (id) => {
		found.set(id, await lookUp(client, id, options));
		options.onProgress?.(found.size, wanted.length);
	});
	return found;
}

async function lookUp(
	client: Client,
	id: string,
	{ includedData, signal }: LookUpOptions,
): Promise<LookedUp> {
	try {
		return toMarketplaceOrder(await fetchOrder(client, id, includedData, signal));
	} catch (error) {
		if (error instanceof SpApiError && ITS_OWN_FAULT.includes(error.status)) return unknown(id, error);
		throw toError(error);
	}
}

function unknown(id: string, { message, requestId }: SpApiError): LookedUp {
	const request = requestId === undefined ? '' : ` (request id ${requestId})`;
	return {
		reason: 'order-unknown',
		message: `Amazon does not know order ${id} in this account: ${message}${request}. Check the id and the credential's region.`,
	};
}

export function isFound(order: LookedUp | undefined): order is MarketplaceOrder {
	return order !== undefined && 'orderId' in order;
}
