import type { INode } from 'n8n-workflow';
import { code } from '../codeStep';
import { MAGENTO } from '../credentials';
import { every } from '../everyday';
import { step, type Place } from '../step';
import { ASK_AGAIN } from '../storeCalls';

/** Magento has no webhooks: it is asked. */
export function everyFiveMinutes(place: Place): INode {
	return every('Every 5 Minutes: Magento', { ...place, minutes: 5 });
}

/** Since when to ask Magento. */
export function sinceWhen(place: Place): INode {
	return code('Choose Since When', { ...place, runs: 'magento/since' });
}

/** The orders whose ids the items hold. */
export function lookUpOrders(place: Place): INode {
	return step('httpRequest', 'Look Up the Orders in Magento', {
		...place,
		parameters: {
			method: 'GET',
			url: "={{ $('Magento Settings').first().json.magentoUrl }}/rest/V1/orders",
			authentication: 'genericCredentialType',
			genericAuthType: 'httpBearerAuth',
			sendQuery: true,
			specifyQuery: 'keypair',
			queryParameters: {
				parameters: [
					{ name: 'searchCriteria[filter_groups][0][filters][0][field]', value: 'entity_id' },
					{ name: 'searchCriteria[filter_groups][0][filters][0][condition_type]', value: 'in' },
					{ name: 'searchCriteria[filter_groups][0][filters][0][value]', value: '={{ $json.orderIds }}' },
					{ name: 'searchCriteria[pageSize]', value: '100' },
					{
						name: 'fields',
						value: 'items[entity_id,ext_order_id,items[item_id,ext_order_item_id,sku]],total_count',
					},
				],
			},
			options: {},
		},
		credentials: MAGENTO,
		...ASK_AGAIN,
	});
}
