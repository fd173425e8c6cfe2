import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';

import { searchOrders } from './methods';
import { RESOURCES } from './resources';
import { BUYER_DATA } from '../n8n/buyerData';
import { inputsOf, outputsOf } from '../n8n/forms/connectors';
import { hintsOf } from '../n8n/forms/hints';
import { amazonSpApiTest } from '../n8n/credential/verify';
import { describe } from '../n8n/describe';
import { getMarketplaces } from '../n8n/forms/marketplaces';
import { run } from '../n8n/run';

/** Operation and resource in the words of the form, as the canvas shows them below the node. */
const SUBTITLE =
	'={{ ({ convert: "convert to store order", getMany: "get many", submitMany: "submit many", updatePickupStatus: "update pickup status" }[$parameter["operation"]] ?? $parameter["operation"]) + ": " + $parameter["resource"] }}';

export class AmazonOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Orders',
		name: 'amazonOrders',
		icon: { light: 'file:../amazonSeller.svg', dark: 'file:../amazonSeller.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description: "Import Amazon's orders into any store, and send shipments, cancellations and refunds back",
		defaults: { name: 'Amazon Orders' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'For Amazon\'s orders: get them, turn them into store orders (Convert to Store Order has the outputs Import, Failed and Skipped), confirm shipments, cancel and refund. Parameters named "... Field" take names of input fields, not expressions. Cancel and Refund cost money: build them with Dry Run.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonTrigger',
					relationHint:
						'Starts with each new, changed or cancelled order, which Convert to Store Order takes as it is',
				},
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonListings',
					relationHint: 'Feed: Get Result says what became of submitted shipments, cancellations and refunds',
				},
				{
					nodeType: 'n8n-nodes-base.dataTable',
					relationHint: 'Keeps which order is which in the store, so that none is imported twice',
				},
			],
		},
		hints: hintsOf(RESOURCES),
		sensitiveOutputFields: BUYER_DATA,
		inputs: inputsOf(RESOURCES),
		requiredInputs: 1,
		outputs: outputsOf(RESOURCES),
		credentials: [{ name: 'amazonSpApi', required: true, testedBy: 'amazonSpApiTest' }],
		properties: describe(RESOURCES, 'order'),
	};

	methods = {
		loadOptions: { getMarketplaces },
		listSearch: { searchOrders },
		credentialTest: { amazonSpApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, RESOURCES);
	}
}
