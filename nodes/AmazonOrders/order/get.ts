import type { IDataObject } from 'n8n-workflow';

import { orderId } from './fields';
import { fetchOrder } from '../../amazon/orders/fetchOrders';
import { optionsOf } from '../../n8n/forms/collections';
import type { EachOperation } from '../../n8n/operation';
import { dataField, DEFAULT_DATA } from '../../n8n/forms/orderChoices';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { orderForms } from '../../n8n/orderJson';
import { toList } from '../../n8n/params';

/** What there is to choose of an order's answer. */
export const ORDER_OUTPUT = {
	idName: 'amazonOrderId',
	example: 'status, total, lines.sku',
	hasRaw: true,
};

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Get one order with its lines, buyer, address and amounts',
	builderHint:
		'Takes one Amazon order ID per input item; Convert to Store Order or any other order step takes its answers as they are.',
	fields: [orderId, ...outputFields(ORDER_OUTPUT), optionsOf(dataField)],
	parallel: 5,
	async each({ client, params, signal }, item) {
		const id = params.locator('orderId', item);
		const includedData = toIncludedData(params.group('options', item));
		const order = await fetchOrder(client, id, includedData, signal);
		return { json: shaperOf(params, item, ORDER_OUTPUT.idName)(orderForms(order)) };
	},
};

export function toIncludedData(options: IDataObject): string[] {
	const chosen = toList(options.includedData);
	return chosen.length > 0 ? chosen : [...DEFAULT_DATA];
}
