import { reportsOf, type ReportDates } from './reportType';
import { period, required, text } from './rowFacts';

/** Whole periods of the option's length, first day to last day, "or else a fatal error is returned" (its schema). */
const WHOLE_PERIODS: ReportDates = {
	use: 'required',
	wholeBy: 'reportPeriod',
	isInDays: true,
	isStrict: true,
};

/** "Requests cannot span multiple periods." */
const ONE_PERIOD: ReportDates = { ...WHOLE_PERIODS, isOnePeriod: true };

/**
 * For registered brands. From Amazon's JSON Schemas (github.com/amzn/selling-partner-api-models, schemas/reports).
 */
export const BRAND_ANALYTICS_REPORTS = reportsOf('insights', [
	{
		id: 'GET_BRAND_ANALYTICS_SEARCH_QUERY_PERFORMANCE_REPORT',
		name: 'Search Query Performance',
		format: 'json',
		dates: ONE_PERIOD,
		options: [
			period('WEEK', 'MONTH', 'QUARTER'),
			required(text('asin', 'ASINs (Separated by Spaces, at Most 200 Characters)')),
		],
		records: ['dataByAsin'],
	},
	{
		id: 'GET_BRAND_ANALYTICS_SEARCH_CATALOG_PERFORMANCE_REPORT',
		name: 'Search Catalog Performance',
		format: 'json',
		dates: ONE_PERIOD,
		options: [
			period('WEEK', 'MONTH', 'QUARTER'),
			text('asins', 'ASINs (Separated by Spaces, at Most 200 Characters)'),
		],
		records: ['dataByAsin'],
	},
	{
		id: 'GET_BRAND_ANALYTICS_SEARCH_TERMS_REPORT',
		name: 'Amazon Search Terms',
		format: 'json',
		dates: ONE_PERIOD,
		options: [period('DAY', 'WEEK', 'MONTH', 'QUARTER')],
		records: ['dataByDepartmentAndSearchTerm'],
	},
	{
		id: 'GET_BRAND_ANALYTICS_MARKET_BASKET_REPORT',
		name: 'Market Basket Analysis',
		format: 'json',
		dates: WHOLE_PERIODS,
		options: [period('DAY', 'WEEK', 'MONTH', 'QUARTER')],
		records: ['dataByAsin'],
	},
	{
		id: 'GET_BRAND_ANALYTICS_REPEAT_PURCHASE_REPORT',
		name: 'Repeat Purchase Behavior',
		format: 'json',
		dates: WHOLE_PERIODS,
		options: [period('WEEK', 'MONTH', 'QUARTER')],
		records: ['dataByAsin'],
	},
]);
