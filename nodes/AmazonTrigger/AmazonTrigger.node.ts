import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { describeEvents, polledTooOften, subtitleOf } from './describeEvents';
import { EVENTS, findEvent, ORDER_EVENTS } from './events';
import { newOrder } from './newOrder';
import { BUYER_DATA } from '../n8n/buyerData';
import { amazonSpApiTest } from '../n8n/credential/verify';
import { toNodeError } from '../n8n/errors';
import { getMarketplaces } from '../n8n/forms/marketplaces';

export class AmazonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Trigger',
		name: 'amazonTrigger',
		icon: { light: 'file:../amazonSeller.svg', dark: 'file:../amazonSeller.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: subtitleOf(EVENTS),
		description:
			'Starts the workflow when an order is new, changed or cancelled, or when a feed or a report has ended',
		defaults: { name: 'Amazon Trigger' },
		polling: true,
		builderHint: {
			searchHint:
				"Starts a workflow with Amazon's orders (new, updated, cancelled: each once), the results of feeds, or finished reports. Poll every 5 or 10 minutes: Amazon answers 20 times an hour.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonOrders',
					relationHint: 'Connect Convert to Store Order behind the order events',
				},
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonListings',
					relationHint: 'Its Submit sends the feeds that Feed Finished tells of',
				},
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonReports',
					relationHint: 'Its Download takes what Report Finished tells; its Request asks for reports',
				},
			],
		},
		hints: [
			{
				type: 'warning',
				message:
					'Polling every minute asks Amazon 60 times an hour, and it answers 20 times. No order is lost, but other order steps have to wait: choose <b>Poll Times</b> of every 5 or 10 minutes.',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition: polledTooOften(ORDER_EVENTS),
			},
		],
		sensitiveOutputFields: BUYER_DATA,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'amazonSpApi', required: true, testedBy: 'amazonSpApiTest' }],
		properties: describeEvents(EVENTS, newOrder),
	};

	methods = { credentialTest: { amazonSpApiTest }, loadOptions: { getMarketplaces } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			const items = await findEvent(this.getNodeParameter('event')).poll(this);
			return items.length === 0 ? null : [items.map((json) => ({ json }))];
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	}
}
