import type { Columns } from '../../n8n/columns';

/** How the answers to prices and stock stand in the table. */
export const OFFER_COLUMNS: Columns = {
	always: ['status', 'sku', 'message', 'price', 'quantity', 'marketplace'],
	first: [
		...[
			'status',
			'sku',
			'message',
			'price',
			'quantity',
			'marketplace',
			'currency',
			'priceSteps',
			'stockSteps',
		],
		...['reason', 'held', 'sale', 'business', 'bounds', 'fulfillmentChannel', 'handlingDays', 'restockDate'],
		...['lowStock', 'realQuantity', 'stockShared', 'note'],
	],
	last: [
		...['findings', 'issues', 'wouldSend', 'marketplaceId', 'feedId', 'feedDocumentId', 'messageId'],
		...['feedMessages', 'submissionId', 'requestId'],
	],
};
