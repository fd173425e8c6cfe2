import { reportsOf } from './reportType';
import { NOW, ONCE_A_DAY, text, toggle } from './rowFacts';

/**
 * Language of the column names, e.g. `en_US`: all listings reports take it (developer-docs, report-type-values-inventory).
 * Amazon keeps a report for
 * one to six hours whatever its language: asked again meanwhile, the old language may come.
 */
const HEADER_LOCALE = text('preferredReportDocumentLocale', 'Language of the Column Names');

/** The seller's choice of columns in Seller Central instead of Amazon's. */
const CUSTOM = toggle('custom', 'Columns Chosen in Seller Central');

/**
 * Columns: developer-docs.amazon.com/sp-api/docs/inventory-reports-attributes; of the suppressed listings and the fee
 * preview: the schemas of airbytehq/airbyte's source-amazon-seller-partner. Dates: Amazon lists these reports with
 * their creation as start and end (amzn/selling-partner-api-docs#580).
 */
export const LISTING_REPORTS = reportsOf('listings', [
	{
		id: 'GET_MERCHANT_LISTINGS_ALL_DATA',
		name: 'All Listings Report',
		dates: NOW,
		options: [CUSTOM, HEADER_LOCALE],
		columns: ['item-name', 'listing-id', 'seller-sku', 'price', 'fulfillment-channel', 'status'],
	},
	{
		id: 'GET_MERCHANT_LISTINGS_DATA',
		name: 'Active Listings Report',
		dates: NOW,
		options: [HEADER_LOCALE],
		columns: ['item-name', 'listing-id', 'seller-sku', 'price', 'fulfillment-channel'],
	},
	{
		id: 'GET_MERCHANT_LISTINGS_INACTIVE_DATA',
		name: 'Inactive Listings Report',
		dates: NOW,
		options: [HEADER_LOCALE],
	},
	{
		id: 'GET_FLAT_FILE_OPEN_LISTINGS_DATA',
		name: 'Inventory Report',
		dates: NOW,
		options: [CUSTOM, HEADER_LOCALE],
		columns: ['sku', 'asin', 'price', 'quantity'],
	},
	{
		id: 'GET_MERCHANT_LISTINGS_DATA_BACK_COMPAT',
		name: 'Open Listings Report',
		dates: NOW,
		options: [CUSTOM, HEADER_LOCALE],
	},
	/** SKU, ASIN, price and quantity of what is in stock. */
	{
		id: 'GET_MERCHANT_LISTINGS_DATA_LITE',
		name: 'Open Listings Report Lite',
		dates: NOW,
		options: [HEADER_LOCALE],
	},
	/** SKU and quantity of what is in stock. */
	{
		id: 'GET_MERCHANT_LISTINGS_DATA_LITER',
		name: 'Open Listings Report Liter',
		dates: NOW,
		options: [HEADER_LOCALE],
	},
	{
		id: 'GET_MERCHANT_CANCELLED_LISTINGS_DATA',
		name: 'Canceled Listings Report',
		dates: NOW,
		options: [CUSTOM, HEADER_LOCALE],
	},
	{
		id: 'GET_MERCHANTS_LISTINGS_FYP_REPORT',
		name: 'Suppressed Listings Report',
		isSchedulable: true,
		dates: NOW,
		options: [HEADER_LOCALE],
		columns: ['Status', 'Reason', 'SKU', 'ASIN', 'Status Change Date', 'Issue Description'],
	},
	/** Comes in the language of the account, whatever is set (jrl84/amazon-sp-api#167). */
	{ id: 'GET_PAN_EU_OFFER_STATUS', name: 'Pan-European Eligibility: FBA ASINs', dates: NOW },
	/** Older lists write it GET_MFN_PAN_EU_OFFER_STATUS. */
	{
		id: 'GET_MFN_PANEU_OFFER_STATUS',
		name: 'Pan-European Eligibility: Self-Fulfilled ASINs',
		dates: NOW,
	},
	/** FBA offers of the US, and whether they may be sold to Canada and Mexico from there; takes up to a day. */
	{ id: 'GET_REMOTE_FULFILLMENT_ELIGIBILITY', name: 'Remote Fulfillment Eligibility', dates: NOW },
	{
		id: 'GET_REFERRAL_FEE_PREVIEW_REPORT',
		name: 'Referral Fee Preview Report',
		dates: NOW,
		...ONCE_A_DAY,
		columns: ['seller-sku', 'asin', 'item-name', 'price', 'estimated-referral-fee-per-item'],
	},
	/** Root `Result`, element `Node`, as Amazon's BrowseTreeReport.xsd has it. */
	{
		id: 'GET_XML_BROWSE_TREE_DATA',
		name: 'Browse Tree Report',
		format: 'xml',
		isSchedulable: true,
		dates: NOW,
		options: [
			text('MarketplaceId', 'Marketplace ID'),
			toggle('RootNodesOnly', 'Root Nodes Only'),
			text('BrowseNodeId', 'Browse Node ID'),
		],
		records: ['Result/Node'],
	},
	/** developer-docs, changelog "Deprecation Notice: Suppressed listings reports and FBA Inventory reports". */
	{
		id: 'GET_MERCHANT_LISTINGS_DEFECT_DATA',
		name: 'Listing Quality and Suppressed Listing Report',
		dates: NOW,
		removed: { since: '2022-06-15', instead: 'GET_MERCHANTS_LISTINGS_FYP_REPORT' },
	},
]);
