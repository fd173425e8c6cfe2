import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { feedFinishedFields, pollFeedFinished } from './feedFinished';
import { orderFields } from './orderFields';
import { pollOrders } from './pollOrders';
import { BUYER_DATA } from '../n8n/buyerData';
import { amazonSpApiTest } from '../n8n/credential/verify';
import { toNodeError } from '../n8n/errors';
import { getMarketplaces } from '../n8n/forms/marketplaces';

/** The chosen event, as the canvas shows it below the node. */
const SUBTITLE =
	'={{ ({ feedFinished: "Feed finished", newOrder: "New order", orderCancelled: "Order cancelled", orderUpdated: "Order updated" })[$parameter["event"]] }}';

/** n8n polls every minute unless told otherwise, three times as often as Amazon gives pages of orders. */
const POLLS_TOO_OFTEN =
	'={{ $parameter["event"] !== "feedFinished" && ($parameter["pollTimes"]?.item ?? [{ mode: "everyMinute" }]).some((time) => time.mode === "everyMinute" || (time.mode === "everyX" && time.unit === "minutes" && time.value < 3)) }}';

export class AmazonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Trigger',
		name: 'amazonTrigger',
		icon: { light: 'file:../amazonSeller.svg', dark: 'file:../amazonSeller.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: SUBTITLE,
		description: 'Starts the workflow when an order is new, changed or cancelled, or when a feed has ended',
		defaults: { name: 'Amazon Trigger' },
		polling: true,
		hints: [
			{
				type: 'warning',
				message:
					'Polling every minute asks Amazon 60 times an hour, and it answers 20 times. No order is lost, but other order steps have to wait: choose <b>Poll Times</b> of every 5 or 10 minutes.',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition: POLLS_TOO_OFTEN,
			},
		],
		sensitiveOutputFields: BUYER_DATA,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'amazonSpApi', required: true, testedBy: 'amazonSpApiTest' }],
		properties: [
			{
				displayName: 'Event',
				name: 'event',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'New Order',
						value: 'newOrder',
						description: 'An order can be imported into the store',
						action: 'On new order',
					},
					{
						name: 'Order Updated',
						value: 'orderUpdated',
						description: 'Something of an order changed, or it reached a status',
						action: 'On order updated',
					},
					{
						name: 'Order Cancelled',
						value: 'orderCancelled',
						description: 'The buyer, Amazon or you cancelled an order',
						action: 'On order cancelled',
					},
					{
						name: 'Feed Finished',
						value: 'feedFinished',
						description: 'Amazon has accepted or rejected the items of a feed',
						action: 'On feed finished',
					},
				],
				default: 'newOrder',
			},
			...feedFinishedFields,
			...orderFields,
		],
	};

	methods = { credentialTest: { amazonSpApiTest }, loadOptions: { getMarketplaces } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			const isFeed = this.getNodeParameter('event') === 'feedFinished';
			const items = await (isFeed ? pollFeedFinished(this) : pollOrders(this));
			return items.length === 0 ? null : [items.map((json) => ({ json }))];
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	}
}
