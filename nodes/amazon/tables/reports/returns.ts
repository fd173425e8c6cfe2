import { reportsOf, type ReportDates } from './reportType';
import { DAILY, NEAR_REAL_TIME, NOTHING, STRETCH, WHOLE_DAYS } from './rowFacts';

/** "You can request up to 60 days of data in a single report" (developer-docs, report-type-values-returns). */
const SIXTY_DAYS: ReportDates = { use: 'required', longestDays: 60 };

/**
 * Columns: developer-docs.amazon.com/sp-api/docs/returns-reports-attributes, fba-customer-concessions-reports-attributes
 * and fba-removals-reports-attributes.
 */
export const RETURN_REPORTS = reportsOf('returns', [
	{
		id: 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE',
		name: 'Returns (Shipped by You)',
		isSchedulable: true,
		dates: SIXTY_DAYS,
		columns: ['Order ID', 'Return request date', 'Amazon RMA ID', 'Merchant SKU', 'Return Reason'],
	},
	/** One message holds all of them, as samples in public code show. */
	{
		id: 'GET_XML_RETURNS_DATA_BY_RETURN_DATE',
		name: 'Returns (Shipped by You, XML)',
		format: 'xml',
		isSchedulable: true,
		dates: SIXTY_DAYS,
		records: ['AmazonEnvelope/Message/return_details'],
	},
	{
		id: 'GET_CSV_MFN_PRIME_RETURNS_REPORT',
		name: 'Returns (Prime, Shipped by You)',
		format: 'csv',
		isSchedulable: true,
		dates: SIXTY_DAYS,
	},
	{
		id: 'GET_XML_MFN_PRIME_RETURNS_REPORT',
		name: 'Returns (Prime, Shipped by You, XML)',
		format: 'xml',
		isSchedulable: true,
		dates: SIXTY_DAYS,
	},
	{
		id: 'GET_FLAT_FILE_MFN_SKU_RETURN_ATTRIBUTES_REPORT',
		name: 'Return Attributes by SKU',
		isSchedulable: true,
		dates: SIXTY_DAYS,
	},
	{
		id: 'GET_XML_MFN_SKU_RETURN_ATTRIBUTES_REPORT',
		name: 'Return Attributes by SKU (XML)',
		format: 'xml',
		isSchedulable: true,
		dates: SIXTY_DAYS,
	},
	{
		id: 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA',
		name: 'FBA Customer Returns',
		dates: WHOLE_DAYS,
		...DAILY,
		columns: ['return-date', 'order-id', 'fnsku', 'detailed-disposition', 'license-plate-number'],
	},
	{
		id: 'GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_REPLACEMENT_DATA',
		name: 'FBA Replacements',
		dates: WHOLE_DAYS,
		...DAILY,
		columns: ['shipment-date', 'replacement-reason-code', 'replacement-amazon-order-id'],
	},
	{
		id: 'GET_FBA_FULFILLMENT_REMOVAL_ORDER_DETAIL_DATA',
		name: 'FBA Removal Order Detail',
		dates: STRETCH,
		...NEAR_REAL_TIME,
		columns: ['request-date', 'order-id', 'order-type', 'requested-quantity', 'removal-fee'],
	},
	{
		id: 'GET_FBA_FULFILLMENT_REMOVAL_SHIPMENT_DETAIL_DATA',
		name: 'FBA Removal Shipment Detail',
		dates: STRETCH,
		...NEAR_REAL_TIME,
		columns: ['request-date', 'order-id', 'shipment-date', 'tracking-number', 'removal-order-type'],
	},
	{
		id: 'GET_FBA_RECOMMENDED_REMOVAL_DATA',
		name: 'FBA Recommended Removal',
		...DAILY,
		columns: ['snapshot-date', 'sellable-removal-quantity', 'unsellable-quantity'],
	},
	/** developer-docs, changelog "Deprecation Reminders - February 2024". */
	{
		id: 'GET_PRODUCT_EXCHANGE_DATA',
		name: 'Product Exchange Report',
		removed: { since: '2024-03-27', instead: NOTHING },
	},
]);
