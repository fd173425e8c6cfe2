import { fetchOrderPage, type OrderFilter, type OrderPage } from './fetchOrders';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';

/**
 * A later page of a search that may have been begun long ago. A token lives 24 hours and belongs to the filter it was
 * asked with: where Amazon no longer takes it, the search begins anew, and orders come again.
 */
export async function resumeOrderPage(
	client: Client,
	filter: OrderFilter,
	{ token, signal }: { token?: string; signal?: AbortSignal },
): Promise<OrderPage> {
	try {
		return await fetchOrderPage(client, filter, { token, signal });
	} catch (error) {
		const isStale = token !== undefined && error instanceof SpApiError && error.status === 400;
		if (!isStale) throw toError(error);
		return await fetchOrderPage(client, filter, { signal });
	}
}
