import { objectAt, textAt, type JsonObject } from '../jsonFields';
import type { StoreState } from '../storeState';
import { fulfill } from './fulfillments';
import { tellFulfillment, tellProducts } from './news';
import type { ShopifyOrder } from './order';
import { orderErrors, type UserError } from './orderErrors';
import { moveStock } from './stock';
import { toOrder } from './toOrder';

export interface OrderCreatePayload extends JsonObject {
	order: ShopifyOrder | null;
	userErrors: UserError[];
}

/** `orderCreate`: takes stock only if `inventoryBehaviour` asks for it; by default it does not. */
export function createOrder(state: StoreState, { order, options }: JsonObject): OrderCreatePayload {
	const given = order as JsonObject;
	const behaviour = textAt(options, 'inventoryBehaviour') || 'BYPASS';
	const __typename = 'OrderCreatePayload';
	const userErrors = orderErrors(state, given, behaviour);
	if (userErrors.length > 0) return { __typename, order: null, userErrors };
	const placed = toOrder(state, given);
	if (behaviour !== 'BYPASS') tellProducts(state, moveStock(state, placed, -1));
	state.placed.push({ platform: 'shopify', raw: placed, tookStock: behaviour !== 'BYPASS' });
	if (textAt(given, 'fulfillmentStatus') === 'FULFILLED') {
		const { trackingCompany: company, trackingNumber: number } = objectAt(given, 'fulfillment');
		tellFulfillment(state, placed, fulfill(state, placed, { company, number }));
	}
	return { __typename, order: placed, userErrors: [] };
}
