import { reportsOf } from './reportType';
import { NOW } from './rowFacts';

/** Columns: developer-docs.amazon.com/sp-api/docs/performance-reports-attributes. */
export const ACCOUNT_REPORTS = reportsOf('account', [
	/** Ratings of one to three stars. */
	{
		id: 'GET_SELLER_FEEDBACK_DATA',
		name: 'Feedback Report',
		columns: ['Date', 'Rating', 'Comments', 'Your Response', 'Order ID', 'Rater Email'],
	},
	/** Has its own stretches of time, whatever is asked (amzn/selling-partner-api-models#2165). */
	{
		id: 'GET_V2_SELLER_PERFORMANCE_REPORT',
		name: 'Account Health (Seller Performance)',
		format: 'json',
		dates: NOW,
		records: ['accountStatuses', 'performanceMetrics'],
	},
	{
		id: 'GET_V1_SELLER_PERFORMANCE_REPORT',
		name: 'Customer Metrics (Old Seller Performance)',
		format: 'xml',
	},
]);
