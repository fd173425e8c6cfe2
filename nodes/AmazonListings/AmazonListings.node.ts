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
import { outputsOf } from '../n8n/forms/connectors';
import { hintsOf } from '../n8n/forms/hints';
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
		builderHint: {
			searchHint:
				'For prices and stock at Amazon, for many items (Price and Stock: Submit) or a few urgent ones (Send Now), and for listings and feeds. Parameters named "... Field" take names of input fields, not expressions. Build with Preview or Dry Run first.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonTrigger',
					relationHint: "Its event Feed Finished brings Amazon's answer to each submitted item",
				},
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonOrders',
					relationHint: 'Orders, shipments, cancellations and refunds',
				},
				{
					nodeType: 'n8n-nodes-base.dataTable',
					relationHint: 'Keeps what each SKU was last sent, which Only Changes and the brakes compare with',
				},
			],
		},
		hints: hintsOf(RESOURCES),
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(RESOURCES),
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
