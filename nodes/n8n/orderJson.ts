import type { IDataObject } from 'n8n-workflow';

import type { AnswerForms } from './forms/output';
import type { Order } from '../amazon/orders/order';
import { toMarketplaceOrder } from '../amazon/orders/toMarketplaceOrder';
import { toOrderItem } from '../rules/order/orderItem';

/** The forms in which an order can be answered. */
export function orderForms(order: Order): AnswerForms {
	return { simple: () => toOrderJson(order, true), raw: () => toOrderJson(order, false) };
}

/** An order as the nodes give it: in a shopkeeper's terms, or as Amazon wrote it. */
export function toOrderJson(order: Order, simplify: boolean): IDataObject {
	return simplify ? { ...toOrderItem(toMarketplaceOrder(order)) } : { ...order };
}
