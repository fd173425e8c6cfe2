import type { IDataObject } from 'n8n-workflow';

import { orderId } from './fields';
import { fetchOrder } from '../../amazon/orders/fetchOrders';
import { optionsOf } from '../../n8n/forms/collections';
import type { EachOperation } from '../../n8n/operation';
import { dataField, DEFAULT_DATA, simplifyField } from '../../n8n/forms/orderChoices';
import { toOrderJson } from '../../n8n/orderJson';
import { toList } from '../../n8n/params';

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Get one order with its lines, buyer, address and amounts',
	fields: [orderId, simplifyField, optionsOf(dataField)],
	parallel: 5,
	async each({ client, params, signal }, item) {
		const id = params.locator('orderId', item);
		const includedData = toIncludedData(params.group('options', item));
		const order = await fetchOrder(client, id, includedData, signal);
		return { json: toOrderJson(order, params.flag('simplify', item, true)) };
	},
};

export function toIncludedData(options: IDataObject): string[] {
	const chosen = toList(options.includedData);
	return chosen.length > 0 ? chosen : [...DEFAULT_DATA];
}
