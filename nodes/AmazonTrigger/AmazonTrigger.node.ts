import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { feedFinishedFields, pollFeedFinished } from './feedFinished';
import { amazonSpApiTest } from '../n8n/credentialTest';
import { toNodeError } from '../n8n/errors';

export class AmazonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Trigger',
		name: 'amazonTrigger',
		icon: { light: 'file:../amazonSeller.svg', dark: 'file:../amazonSeller.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] === "feedFinished" ? "Feed finished" : "" }}',
		description: 'Starts the workflow when Amazon has worked through a feed',
		defaults: { name: 'Amazon Trigger' },
		polling: true,
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
						name: 'Feed Finished',
						value: 'feedFinished',
						description: 'Amazon has accepted or rejected the items of a feed',
					},
				],
				default: 'feedFinished',
			},
			...feedFinishedFields,
		],
	};

	methods = { credentialTest: { amazonSpApiTest } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		try {
			const items = await pollFeedFinished(this);
			return items.length === 0 ? null : [items.map((json) => ({ json }))];
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	}
}
