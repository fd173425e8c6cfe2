import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import {
	getMarketplaces,
	getReportOptions,
	searchReports,
	searchReportTypes,
	searchScheduledTypes,
	searchSchedules,
	searchSettlements,
} from './methods';
import { RESOURCES } from './resources';
import { BUYER_DATA_OF_ROWS } from '../n8n/buyerData';
import { amazonSpApiTest } from '../n8n/credential/verify';
import { describe } from '../n8n/describe';
import { outputsOf } from '../n8n/forms/connectors';
import { hintsOf } from '../n8n/forms/hints';
import { run } from '../n8n/run';

/** Operation and resource in the words of the form, as the canvas shows them below the node. */
const SUBTITLE =
	'={{ ({ getMany: "get many", requestAndDownload: "request and download", readSettlement: "read settlement", wait: "wait until finished" }[$parameter["operation"]] ?? $parameter["operation"]) + ": " + $parameter["resource"] }}';

export class AmazonReports implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Amazon Reports',
		name: 'amazonReports',
		icon: { light: 'file:../amazonSeller.svg', dark: 'file:../amazonSeller.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description: "Ask for Amazon's reports (returns, settlements, listings, FBA stock, tax) and read them",
		defaults: { name: 'Amazon Reports' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				"For Amazon's reports: returns, settlements, listings, FBA stock, sales, tax. Request and Download does all in one step where the report takes minutes; else Request, then Amazon Trigger (Report Finished) and Download. Settlements are read with Read Settlement.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonTrigger',
					relationHint: 'Its event Report Finished starts with each finished report, which Download takes',
				},
				{
					nodeType: 'n8n-nodes-amazon-seller.amazonOrders',
					relationHint: 'Reads orders within minutes, where reports take longer; Refund sends returns back',
				},
			],
		},
		hints: hintsOf(RESOURCES),
		sensitiveOutputFields: BUYER_DATA_OF_ROWS,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(RESOURCES),
		credentials: [{ name: 'amazonSpApi', required: true, testedBy: 'amazonSpApiTest' }],
		properties: describe(RESOURCES, 'report'),
	};

	methods = {
		loadOptions: { getMarketplaces, getReportOptions },
		listSearch: {
			searchReports,
			searchReportTypes,
			searchScheduledTypes,
			searchSchedules,
			searchSettlements,
		},
		credentialTest: { amazonSpApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, RESOURCES);
	}
}
