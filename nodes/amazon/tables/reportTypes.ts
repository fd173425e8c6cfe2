import { ACCOUNT_REPORTS } from './reports/account';
import { BRAND_ANALYTICS_REPORTS } from './reports/brandAnalytics';
import { FBA_STOCK_REPORTS } from './reports/fbaStock';
import { FBA_STOCK_REPORTS_GONE } from './reports/fbaStockGone';
import { INSIGHT_REPORTS } from './reports/insights';
import { LISTING_REPORTS } from './reports/listings';
import { MONEY_REPORTS } from './reports/money';
import { ORDER_REPORTS } from './reports/orders';
import type { ReportType } from './reports/reportType';
import { RETURN_REPORTS } from './reports/returns';
import { SHIPMENT_REPORTS } from './reports/shipments';
import { TAX_REPORTS } from './reports/tax';

export { DATES_UNKNOWN, REPORT_GROUPS } from './reports/reportType';
export type { CalendarUnit, ReportDates, ReportFormat, ReportOption, ReportType } from './reports/reportType';

/** Groups in the order of the form, which is `REPORT_GROUPS`'. */
const IN_GROUPS: readonly ReportType[] = [
	...LISTING_REPORTS,
	...ORDER_REPORTS,
	...SHIPMENT_REPORTS,
	...RETURN_REPORTS,
	...MONEY_REPORTS,
	...FBA_STOCK_REPORTS,
	...FBA_STOCK_REPORTS_GONE,
	...TAX_REPORTS,
	...INSIGHT_REPORTS,
	...BRAND_ANALYTICS_REPORTS,
	...ACCOUNT_REPORTS,
];

function byName(left: ReportType, right: ReportType): number {
	return left.name.localeCompare(right.name, 'en');
}

/** The types of a group that Amazon still makes, by name. */
function madeOf(types: readonly ReportType[]): ReportType[] {
	return types.filter(({ removed }) => removed === undefined).sort(byName);
}

/**
 * Every type that a seller may use, in the order of the form: groups, in each the names sorted, and the removed ones of
 * all groups last. Types of vendors (`GET_VENDOR_...`) are left out; their ids can be typed in.
 */
export const REPORT_TYPES: readonly ReportType[] = [
	...[...new Set(IN_GROUPS.map(({ group }) => group))].flatMap((group) =>
		madeOf(IN_GROUPS.filter((type) => type.group === group)),
	),
	...IN_GROUPS.filter(({ removed }) => removed !== undefined).sort(byName),
];

const BY_ID = new Map(REPORT_TYPES.map((type) => [type.id, type]));

/** What is known of a type; `undefined` of one that is not in the table. */
export function reportTypeById(id: string): ReportType | undefined {
	return BY_ID.get(id);
}

/** Who ships what comes back: the three have reports of their own, and one is empty for what another ships. */
export const RETURN_CHANNELS = {
	merchant: { label: 'You, the Merchant (FBM)', reportType: 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE' },
	amazon: { label: 'Amazon (FBA)', reportType: 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA' },
	merchantPrime: { label: 'You, with Prime', reportType: 'GET_CSV_MFN_PRIME_RETURNS_REPORT' },
} as const;

/** Those that Amazon can make on a schedule. */
export const SCHEDULABLE_TYPES: readonly ReportType[] = REPORT_TYPES.filter(
	({ madeBy, isSchedulable, removed }) =>
		removed === undefined && (madeBy === 'schedule' || isSchedulable === true),
);

/** The only settlement that Amazon still makes, tab separated and all in one currency. */
export const SETTLEMENT_REPORT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';

/** What most people look at, as many as one list of Amazon's holds. */
export const COMMON_REPORT_TYPES: readonly string[] = [
	SETTLEMENT_REPORT,
	'GET_MERCHANT_LISTINGS_ALL_DATA',
	'GET_FLAT_FILE_OPEN_LISTINGS_DATA',
	'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL',
	'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL',
	'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE',
	'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA',
	'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA',
	'GET_SALES_AND_TRAFFIC_REPORT',
	'GET_LEDGER_DETAIL_VIEW_DATA',
];
