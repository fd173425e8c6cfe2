import { reportsOf } from './reportType';
import { NOTHING } from './rowFacts';

/** developer-docs, changelog "Deprecation Notice: Suppressed listings reports and FBA Inventory reports". */
const BY_LEDGER = { since: '2023-01-31', instead: 'GET_LEDGER_SUMMARY_VIEW_DATA' };
const BY_LEDGER_DETAIL = { since: '2023-01-31', instead: 'GET_LEDGER_DETAIL_VIEW_DATA' };

/** Announced for June 2022 (amzn/selling-partner-api-docs#2297), FATAL since this day (#2665, with its replacement). */
const BY_PLANNING = { since: '2022-10-21', instead: 'GET_FBA_INVENTORY_PLANNING_DATA' };

/** developer-docs, changelog "Deprecation of two FBA Subscribe and Save report types". */
const BY_REPLENISHMENT = { since: '2025-12-11', instead: 'the Replenishment API, which has no report' };

/** What FBA sellers asked for once. */
export const FBA_STOCK_REPORTS_GONE = reportsOf('fbaStock', [
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
