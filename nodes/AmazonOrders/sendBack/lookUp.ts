import { lookUpOrders, type LookedUp } from '../../amazon/orders/lookUpOrders';
import type { Context } from '../../n8n/operation';
import { DEFAULT_DATA } from '../../n8n/forms/orderChoices';

/** How often a waiting person hears of it. */
const TELL_EVERY = 50;

/** Gets orders from Amazon before something is sent for them, with all that the rules look at. */
export async function lookUp(
	{ client, signal, n8n }: Context,
	ids: readonly string[],
): Promise<Map<string, LookedUp>> {
	return await lookUpOrders(client, ids, {
		includedData: DEFAULT_DATA,
		signal,
		onProgress: (found, wanted) => {
			if (found % TELL_EVERY === 0) n8n.sendMessageToUI(`${found} of ${wanted} orders looked up`);
		},
	});
}
