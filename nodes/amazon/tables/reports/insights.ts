import { reportsOf, type ReportDates } from './reportType';
import { NOW, TWO_YEARS, required, text, toggle } from './rowFacts';

/** Amazon widens to whole weeks and months itself, and cancels what starts more than two years ago. */
const SALES_DATES: ReportDates = {
	use: 'required',
	whole: 'day',
	wholeBy: 'dateGranularity',
	isInDays: true,
	oldestDays: TWO_YEARS,
};

/** A start more than seven days ago is cancelled; without dates it is the latest day that there is. */
const LAST_WEEK: ReportDates = {
	use: 'optional',
	whole: 'day',
	isInDays: true,
	longestDays: 7,
	oldestDays: 7,
};

/** Only whole weeks and months come, and no more than 365 days of them; without the option, months. */
const END_USER_DATES: ReportDates = {
	use: 'required',
	whole: 'month',
	wholeBy: 'reportPeriod',
	isInDays: true,
	longestDays: 366,
};

const B2B_OPTIONS = [
	text('categories', 'Categories (Separated by Semicolons)'),
	toggle('depersonalized', 'Without Regard to Own Sales'),
	{ name: 'filterMode', label: 'Categories Are', values: ['include', 'exclude'] },
];

/**
 * From Amazon's JSON Schemas (github.com/amzn/selling-partner-api-models, schemas/reports). Promotions and coupons are
 * chosen by the times in their options, not by the report's.
 */
export const INSIGHT_REPORTS = reportsOf('insights', [
	{
		id: 'GET_SALES_AND_TRAFFIC_REPORT',
		name: 'Sales and Traffic Business Report',
		format: 'json',
		isSchedulable: true,
		dates: SALES_DATES,
		options: [
			{ name: 'dateGranularity', label: 'By Date: One Record per', values: ['DAY', 'WEEK', 'MONTH'] },
			{ name: 'asinGranularity', label: 'By ASIN: One Record per', values: ['PARENT', 'CHILD', 'SKU'] },
		],
		records: ['salesAndTrafficByDate', 'salesAndTrafficByAsin'],
	},
	{
		id: 'GET_PROMOTION_PERFORMANCE_REPORT',
		name: 'Promotion Performance',
		format: 'json',
		dates: NOW,
		options: [
			required(text('promotionStartDateFrom', 'Promotions That Start From')),
			required(text('promotionStartDateTo', 'Promotions That Start Until')),
		],
		records: ['promotions'],
	},
	{
		id: 'GET_COUPON_PERFORMANCE_REPORT',
		name: 'Coupon Performance',
		format: 'json',
		dates: NOW,
		options: [
			required(text('couponStartDateFrom', 'Coupons That Start From')),
			required(text('couponStartDateTo', 'Coupons That Start Until')),
		],
		records: ['coupons'],
	},
	/** Their page says CSV, their schemas are JSON: the file is looked at. */
	{
		id: 'GET_B2B_PRODUCT_OPPORTUNITIES_RECOMMENDED_FOR_YOU',
		name: 'B2B Product Opportunities: Recommended for You',
		format: 'csv',
		dates: NOW,
		options: [text('subCategories', 'Subcategories (Separated by Semicolons)'), ...B2B_OPTIONS],
		records: ['recommendations'],
	},
	{
		id: 'GET_B2B_PRODUCT_OPPORTUNITIES_NOT_YET_ON_AMAZON',
		name: 'B2B Product Opportunities: Not Yet on Amazon',
		format: 'csv',
		dates: NOW,
		options: B2B_OPTIONS,
		records: ['recommendations'],
	},
	{
		id: 'MARKETPLACE_ASIN_PAGE_VIEW_METRICS',
		name: 'ASIN Page Views of a Product Type (Europe)',
		format: 'json',
		dates: LAST_WEEK,
		options: [required(text('productType', 'Product Type'))],
		records: ['marketplaceAsinPageViewMetrics'],
	},
	/** Of buyers who agreed that the seller gets their data; takes up to an hour (report-type-values-regulatory-compliance). */
	{
		id: 'END_USER_DATA_REPORT',
		name: 'End User Data (Europe)',
		format: 'json',
		isSchedulable: true,
		dates: END_USER_DATES,
		options: [{ name: 'reportPeriod', label: 'Reporting Period', values: ['MONTH', 'WEEK', 'DAY'] }],
		records: ['endUserData'],
	},
]);
