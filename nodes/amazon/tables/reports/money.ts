import { reportsOf } from './reportType';
import { DAILY, NOW, ONCE_A_DAY, STRETCH, WHOLE_DAYS } from './rowFacts';

/** developer-docs, changelog "Update: Removal of XML Settlement Report and Flat File Settlement Report date changed". */
const SETTLED_BY_V2 = {
	since: '2026-11-11',
	instead: 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2',
};

/**
 * Columns: developer-docs.amazon.com/sp-api/docs/settlement-reports-attributes and fba-payments-reports-attributes; of
 * the storage fees and promotions: the schemas of airbytehq/airbyte's source-amazon-seller-partner.
 */
export const MONEY_REPORTS = reportsOf('money', [
	/** "Settlement reports cannot be requested or scheduled" (report-type-values-settlement). */
	{
		id: 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2',
		name: 'Settlement Report',
		madeBy: 'amazon',
		dates: NOW,
		columns: ['settlement-id', 'deposit-date', 'total-amount', 'amount-type', 'amount-description', 'amount'],
	},
	{
		id: 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE',
		name: 'Settlement Report (Old)',
		madeBy: 'amazon',
		dates: NOW,
		removed: SETTLED_BY_V2,
	},
	{
		id: 'GET_V2_SETTLEMENT_REPORT_DATA_XML',
		name: 'Settlement Report (XML)',
		format: 'xml',
		madeBy: 'amazon',
		dates: NOW,
		removed: SETTLED_BY_V2,
	},
	/**
	 * Not on Amazon's pages. People report that Seller Central makes it and the API only gives it
	 * (amzn/selling-partner-api-models#2036); others ask for it by the API (jlevers/selling-partner-api#804).
	 */
	{
		id: 'GET_DATE_RANGE_FINANCIAL_TRANSACTION_DATA',
		name: 'Date Range Report (Transactions)',
		format: 'csv',
		dates: STRETCH,
	},
	/** Made in Seller Central's Payments Reports Repository, then listed (developer-docs, report-type-values-payment). */
	{
		id: 'GET_DATE_RANGE_FINANCIAL_HOLDS_DATA',
		name: 'Deferred Transaction Report',
		format: 'csv',
		madeBy: 'amazon',
		dates: NOW,
	},
	{
		id: 'GET_FBA_REIMBURSEMENTS_DATA',
		name: 'FBA Reimbursements',
		dates: WHOLE_DAYS,
		...DAILY,
		columns: ['approval-date', 'reimbursement-id', 'case-id', 'amount-total', 'quantity-reimbursed-total'],
	},
	/**
	 * "specify the dataStartTime parameter for a minimum 72 hours prior to NOW and dataEndTime to NOW", "can only be
	 * requested once per day per seller" (report-type-values-fba).
	 */
	{
		id: 'GET_FBA_ESTIMATED_FBA_FEES_TXT_DATA',
		name: 'FBA Fee Preview',
		dates: { use: 'required', shortestDays: 3, isNominal: true },
		...ONCE_A_DAY,
		columns: ['sku', 'fnsku', 'product-size-weight-band', 'estimated-fee-total', 'currency'],
	},
	{
		id: 'GET_FBA_STORAGE_FEE_CHARGES_DATA',
		name: 'FBA Monthly Storage Fees',
		isSchedulable: true,
		columns: ['fulfillment_center', 'month_of_charge', 'storage_rate', 'estimated_monthly_storage_fee'],
	},
	/** "the time between the dataStartTime and the dataEndTime ... should be equal to one month" (report-type-values-fba). */
	{
		id: 'GET_FBA_FULFILLMENT_LONGTERM_STORAGE_FEE_CHARGES_DATA',
		name: 'FBA Aged Inventory Surcharge (Long-Term Storage Fees)',
		dates: { use: 'required', shortestDays: 28, longestDays: 31 },
		columns: ['snapshot-date', 'qty-charged', 'amount-charged', 'surcharge-age-tier', 'rate-surcharge'],
	},
	{ id: 'GET_FBA_OVERAGE_FEE_CHARGES_DATA', name: 'FBA Storage Overage Fees' },
	{
		id: 'GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_PROMOTION_DATA',
		name: 'FBA Promotions',
		dates: WHOLE_DAYS,
		...DAILY,
		columns: ['shipment-date', 'item-promotion-discount', 'item-promotion-id', 'promotion-rule-value'],
	},
	{
		id: 'FEE_DISCOUNTS_REPORT',
		name: 'Referral Fee Discounts Report',
		format: 'file',
		isSchedulable: true,
		dates: NOW,
		...ONCE_A_DAY,
	},
]);
