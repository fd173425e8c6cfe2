import { reportsOf, type ReportDates } from './reportType';
import { DAILY, EIGHTEEN_MONTHS, NEAR_REAL_TIME, NOTHING, NOW, WHOLE_DAYS, text } from './rowFacts';

/** "You can view all historical movements of your inventory for 18 months" (developer-docs, report-type-values-fba). */
const LEDGER_DATES: ReportDates = { ...WHOLE_DAYS, oldestDays: EIGHTEEN_MONTHS };

/** Narrows a ledger to one product (the options are Amazon's spelling). */
const ONE_PRODUCT = [text('MSKU', 'Only SKU'), text('FNSKU', 'Only FNSKU'), text('ASIN', 'Only ASIN')];

const EVENT_TYPES = [
	'Adjustments',
	'CustomerReturns',
	'Receipts',
	'Shipments',
	'VendorReturns',
	'WhseTransfers',
];

/** developer-docs, changelog "Deprecation Notice: Suppressed listings reports and FBA Inventory reports". */
const BY_LEDGER = { since: '2023-01-31', instead: 'GET_LEDGER_SUMMARY_VIEW_DATA' };
const BY_LEDGER_DETAIL = { since: '2023-01-31', instead: 'GET_LEDGER_DETAIL_VIEW_DATA' };

/** Announced for June 2022 (amzn/selling-partner-api-docs#2297), FATAL since this day (#2665, with its replacement). */
const BY_PLANNING = { since: '2022-10-21', instead: 'GET_FBA_INVENTORY_PLANNING_DATA' };

/** developer-docs, changelog "Deprecation of two FBA Subscribe and Save report types". */
const BY_REPLENISHMENT = { since: '2025-12-11', instead: 'the Replenishment API, which has no report' };

const MANAGE_INVENTORY = ['sku', 'fnsku', 'your-price', 'afn-warehouse-quantity', 'afn-fulfillable-quantity'];

/**
 * Columns: developer-docs.amazon.com/sp-api/docs/fba-inventory-reports-attributes; of the ledger, restock, stranded,
 * inbound and planning reports, as files have them: the schemas of airbytehq/airbyte's source-amazon-seller-partner.
 */
export const FBA_STOCK_REPORTS = reportsOf('fbaStock', [
	{
		id: 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA',
		name: 'FBA Manage Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: MANAGE_INVENTORY,
	},
	{
		id: 'GET_FBA_MYI_ALL_INVENTORY_DATA',
		name: 'FBA Manage Inventory (with Archived)',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: MANAGE_INVENTORY,
	},
	{
		id: 'GET_AFN_INVENTORY_DATA',
		name: 'FBA Amazon Fulfilled Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: ['seller-sku', 'fulfillment-channel-sku', 'Warehouse-Condition-code', 'Quantity Available'],
	},
	{
		id: 'GET_AFN_INVENTORY_DATA_BY_COUNTRY',
		name: 'FBA Multi-Country Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: ['seller-sku', 'fulfillment-channel-sku', 'country', 'quantity-for-local-fulfillment'],
	},
	{
		id: 'GET_LEDGER_SUMMARY_VIEW_DATA',
		name: 'Inventory Ledger (Summary)',
		dates: WHOLE_DAYS,
		isQuoted: true,
		options: [
			{ name: 'aggregateByLocation', label: 'One Row for Each', values: ['COUNTRY', 'FC'] },
			{ name: 'aggregatedByTimePeriod', label: 'Period', values: ['MONTHLY', 'WEEKLY', 'DAILY'] },
			...ONE_PRODUCT,
		],
		columns: ['Date', 'FNSKU', 'MSKU', 'Starting Warehouse Balance', 'Ending Warehouse Balance'],
	},
	{
		id: 'GET_LEDGER_DETAIL_VIEW_DATA',
		name: 'Inventory Ledger (Details)',
		dates: LEDGER_DATES,
		isQuoted: true,
		options: [{ name: 'eventType', label: 'Only Event', values: EVENT_TYPES }, ...ONE_PRODUCT],
		columns: ['Date', 'FNSKU', 'MSKU', 'Event Type', 'Reference ID', 'Fulfillment Center'],
	},
	{
		id: 'GET_RESERVED_INVENTORY_DATA',
		name: 'FBA Reserved Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: ['sku', 'fnsku', 'reserved_qty', 'reserved_customerorders', 'reserved_fc-transfers'],
	},
	{
		id: 'GET_FBA_INVENTORY_PLANNING_DATA',
		name: 'FBA Inventory (Manage Inventory Health)',
		dates: NOW,
		columns: ['snapshot-date', 'sku', 'available', 'inv-age-0-to-90-days', 'units-shipped-t30'],
	},
	/** Some accounts get it with quotation marks and some without (amzn/selling-partner-api-models#1068). */
	{
		id: 'GET_RESTOCK_INVENTORY_RECOMMENDATIONS_REPORT',
		name: 'Restock Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: ['Merchant SKU', 'FNSKU', 'Units Sold Last 30 Days', 'Recommended replenishment qty'],
	},
	{
		id: 'GET_STRANDED_INVENTORY_UI_DATA',
		name: 'FBA Stranded Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
		columns: ['primary-action', 'date-stranded', 'stranded-reason', 'sku', 'fulfillable-qty'],
	},
	{
		id: 'GET_STRANDED_INVENTORY_LOADER_DATA',
		name: 'FBA Bulk Fix Stranded Inventory',
		dates: NOW,
		...NEAR_REAL_TIME,
	},
	{
		id: 'GET_FBA_FULFILLMENT_INBOUND_NONCOMPLIANCE_DATA',
		name: 'FBA Inbound Performance',
		dates: WHOLE_DAYS,
		...DAILY,
		columns: ['issue-reported-date', 'fba-shipment-id', 'problem-type', 'problem-quantity'],
	},
	{
		id: 'GET_FBA_FULFILLMENT_CURRENT_INVENTORY_DATA',
		name: 'FBA Daily Inventory History',
		removed: BY_LEDGER,
	},
	{
		id: 'GET_FBA_FULFILLMENT_MONTHLY_INVENTORY_DATA',
		name: 'FBA Monthly Inventory History',
		removed: BY_LEDGER,
	},
	{ id: 'GET_FBA_RECONCILIATION_REPORT_DATA', name: 'FBA Inventory Reconciliation', removed: BY_LEDGER },
	{
		id: 'GET_FBA_FULFILLMENT_INVENTORY_SUMMARY_DATA',
		name: 'FBA Inventory Event Detail',
		removed: BY_LEDGER_DETAIL,
	},
	{
		id: 'GET_FBA_FULFILLMENT_INVENTORY_RECEIPTS_DATA',
		name: 'FBA Received Inventory',
		removed: BY_LEDGER_DETAIL,
	},
	{
		id: 'GET_FBA_FULFILLMENT_INVENTORY_ADJUSTMENTS_DATA',
		name: 'FBA Inventory Adjustments',
		removed: BY_LEDGER_DETAIL,
	},
	{ id: 'GET_FBA_FULFILLMENT_INVENTORY_HEALTH_DATA', name: 'FBA Inventory Health', removed: BY_PLANNING },
	{ id: 'GET_FBA_INVENTORY_AGED_DATA', name: 'FBA Inventory Age', removed: BY_PLANNING },
	{ id: 'GET_EXCESS_INVENTORY_DATA', name: 'FBA Manage Excess Inventory', removed: BY_PLANNING },
	{
		id: 'GET_FBA_SNS_FORECAST_DATA',
		name: 'FBA Subscribe and Save Forecast',
		removed: BY_REPLENISHMENT,
	},
	{
		id: 'GET_FBA_SNS_PERFORMANCE_DATA',
		name: 'FBA Subscribe and Save Performance',
		removed: BY_REPLENISHMENT,
	},
	/** developer-docs, changelog "Deprecation Reminders - February 2024": the programme ended. */
	{
		id: 'GET_FBA_UNO_INVENTORY_DATA',
		name: 'Small and Light Inventory',
		removed: { since: '2024-03-27', instead: NOTHING },
	},
]);
