import { reportsOf, type ReportDates } from './reportType';
import { DAILY, EIGHTEEN_MONTHS, NEAR_REAL_TIME, NOW, WHOLE_DAYS, text } from './rowFacts';

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
]);
