import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { getMarketplaces, searchFeeds, searchSkus } from './methods';
import { RESOURCES } from './resources';
import { amazonSpApiTest } from '../n8n/credential/verify';
import { describe } from '../n8n/describe';
import { run } from '../n8n/run';

export class AmazonListings implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Listings',
		name: 'amazonListings',
		icon: { light: 'file:../amazonSeller.svg', dark: 'file:../amazonSeller.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ": " + ($parameter["resource"] === "offer" ? "price and stock" : $parameter["resource"]) }}',
		description: 'Send prices and stock to Amazon, see what became of them and manage listings',
		defaults: { name: 'Amazon Listings' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'amazonSpApi', required: true, testedBy: 'amazonSpApiTest' }],
		properties: describe(RESOURCES, 'offer'),
	};

	methods = {
		loadOptions: { getMarketplaces },
		listSearch: { searchFeeds, searchSkus },
		credentialTest: { amazonSpApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, RESOURCES);
	}
}
