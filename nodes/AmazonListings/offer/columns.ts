import type { Columns } from '../../n8n/columns';

const ALWAYS = ['status', 'sku', 'message', 'price', 'quantity', 'marketplace'];

/** How the answers to prices and stock stand in the table. */
export const OFFER_COLUMNS: Columns = {
	always: ALWAYS,
	first: [
		...ALWAYS,
		...['currency', 'priceSteps', 'stockSteps'],
		...['reason', 'held', 'sale', 'business', 'bounds', 'fulfillmentChannel', 'handlingDays', 'restockDate'],
		...['lowStock', 'realQuantity', 'stockShared', 'note'],
	],
	last: [
		...['findings', 'issues', 'wouldSend', 'marketplaceId', 'feedId', 'feedDocumentId', 'messageId'],
		...['feedMessages', 'submissionId', 'requestId'],
	],
};
