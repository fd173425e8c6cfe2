import { reportsOf, type ReportDates, type ReportRow } from './reportType';
import { STRETCH, toggle } from './rowFacts';

const SALES_CHANNEL = [toggle('ShowSalesChannel', 'Column with the Sales Channel')];

/** "Date range exceeded. Report can be requested only upto 30 days" (amzn/selling-partner-api-models#2591). */
const THIRTY_DAYS: ReportDates = { use: 'required', longestDays: 30 };

const ALL_ORDERS = ['amazon-order-id', 'purchase-date', 'order-status', 'sales-channel', 'item-status'];

/** An order of Amazon's, in Amazon's old XML (amzn-envelope.xsd). */
const XML_ORDER = ['AmazonEnvelope/Message/Order'];
const XML_ORDER_REPORT = ['AmazonEnvelope/Message/OrderReport'];

/** The order report that carries addresses; a schedule or a request makes it (report-type-values-order). */
const WITH_BUYER = { isRestricted: true, isSchedulable: true, options: SALES_CHANNEL } as const;

/** The same in XML, which only a schedule makes. */
const XML_WITH_BUYER: Omit<ReportRow, 'id' | 'name'> = {
	format: 'xml',
	isRestricted: true,
	madeBy: 'schedule',
	isSchedulable: true,
	records: XML_ORDER_REPORT,
};

/**
 * Columns: developer-docs.amazon.com/sp-api/docs/order-reports-attributes and order-tracking-reports-attributes. Order
 * reports reach back two years, in Japan, Australia and Singapore to 2016 (report-type-values-order), so no limit stands
 * here. What they count by is when an order left "pending", not when it was placed.
 */
export const ORDER_REPORTS = reportsOf('orders', [
	{
		id: 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING',
		name: 'Unshipped Orders Report',
		...WITH_BUYER,
		columns: ['order-id', 'order-item-id', 'promise-date', 'days-past-promise', 'quantity-to-ship'],
	},
	{
		id: 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING',
		name: 'Order Report (Shipping)',
		...WITH_BUYER,
		dates: STRETCH,
	},
	{
		id: 'GET_FLAT_FILE_ORDER_REPORT_DATA_INVOICING',
		name: 'Order Report (Invoicing)',
		...WITH_BUYER,
		dates: STRETCH,
	},
	{
		id: 'GET_FLAT_FILE_ORDER_REPORT_DATA_TAX',
		name: 'Order Report (Tax)',
		...WITH_BUYER,
		dates: STRETCH,
	},
	{ id: 'GET_ORDER_REPORT_DATA_SHIPPING', name: 'Order Report (Shipping, XML)', ...XML_WITH_BUYER },
	{ id: 'GET_ORDER_REPORT_DATA_INVOICING', name: 'Order Report (Invoicing, XML)', ...XML_WITH_BUYER },
	{ id: 'GET_ORDER_REPORT_DATA_TAX', name: 'Order Report (Tax, XML)', ...XML_WITH_BUYER },
	{
		id: 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL',
		name: 'All Orders by Order Date',
		dates: THIRTY_DAYS,
		columns: ALL_ORDERS,
	},
	{
		id: 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL',
		name: 'All Orders by Last Update',
		dates: THIRTY_DAYS,
		columns: ALL_ORDERS,
	},
	{
		id: 'GET_XML_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL',
		name: 'All Orders by Order Date (XML)',
		format: 'xml',
		dates: STRETCH,
		records: XML_ORDER,
	},
	{
		id: 'GET_XML_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL',
		name: 'All Orders by Last Update (XML)',
		format: 'xml',
		dates: STRETCH,
		records: XML_ORDER,
	},
	{
		id: 'GET_FLAT_FILE_ARCHIVED_ORDERS_DATA_BY_ORDER_DATE',
		name: 'Archived Orders Report',
		dates: STRETCH,
		columns: ALL_ORDERS,
	},
	/** The three pending ones exist in Japan only. */
	{ id: 'GET_FLAT_FILE_PENDING_ORDERS_DATA', name: 'Pending Orders Report', isSchedulable: true },
	/** Amazon's page says "Scheduled" only; lists of types in public code say on request too. */
	{
		id: 'GET_PENDING_ORDERS_DATA',
		name: 'Pending Orders Report (XML)',
		format: 'xml',
		isSchedulable: true,
	},
	{
		id: 'GET_CONVERGED_FLAT_FILE_PENDING_ORDERS_DATA',
		name: 'Pending Orders Report (Converged)',
		isSchedulable: true,
	},
]);
