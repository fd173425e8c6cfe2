import { reportsOf, type ReportDates } from './reportType';
import { STRETCH, text, toggle } from './rowFacts';

/** Of all invoices at most 30 days, of pending ones the last 90 without dates (report-type-values-invoice-data). */
const INVOICE_DATES: ReportDates = { use: 'optional', longestDays: 30 };

const INVOICE_OPTIONS = [
	toggle('pendingInvoices', 'Only Pending Invoices'),
	toggle('all', 'All Invoices of the Stretch'),
];

/** Columns: developer-docs.amazon.com/sp-api/docs/tax-reports-attributes and regulatory-compliance-reports-attributes. */
const EPR_COLUMNS = [
	'report_period_start',
	'registration_number',
	'epr_category',
	'total_units_sold',
	'paper_kg',
];

/** As public parsers of these files read them. */
const GST_COLUMNS = ['Seller Gstin', 'Invoice Number', 'Transaction Type', 'Shipment Item Id', 'Hsn/sac'];

/** Lists with commas, of up to 200 characters; orders and shipments exclude each other (report-type-values-invoice-data). */
const BULK_INVOICE_OPTIONS = [
	text('orderIds', 'Order IDs'),
	text('shipmentIds', 'Shipment IDs'),
	text('transactionTypes', 'Transaction Types'),
	text('invoiceTypes', 'Invoice Types'),
];

export const TAX_REPORTS = reportsOf('tax', [
	{
		id: 'SC_VAT_TAX_REPORT',
		name: 'Amazon VAT Calculation Report',
		format: 'csv',
		isRestricted: true,
		dates: STRETCH,
		columns: ['Marketplace ID', 'Merchant ID', 'Transaction Type', 'Is Invoice Corrected', 'Shipment ID'],
	},
	/** Ready from the third of the following month; asked for sooner it is FATAL (changelog, "now includes a date limitation"). All marketplaces at once. */
	{
		id: 'GET_VAT_TRANSACTION_DATA',
		name: 'Amazon VAT Transactions Report',
		isRestricted: true,
		dates: STRETCH,
		columns: ['TRANSACTION_EVENT_ID', 'SALE_ARRIVAL_COUNTRY', 'TAXABLE_JURISDICTION', 'BUYER_VAT_NUMBER'],
	},
	{
		id: 'GET_FLAT_FILE_VAT_INVOICE_DATA_REPORT',
		name: 'VAT Invoice Data Report',
		isSchedulable: true,
		dates: INVOICE_DATES,
		options: INVOICE_OPTIONS,
	},
	{
		id: 'GET_XML_VAT_INVOICE_DATA_REPORT',
		name: 'VAT Invoice Data Report (XML)',
		format: 'xml',
		isSchedulable: true,
		dates: INVOICE_DATES,
		options: INVOICE_OPTIONS,
	},
	/** Made in Seller Central's Tax Document Library, then listed. */
	{
		id: 'GET_FLAT_FILE_SALES_TAX_DATA',
		name: 'Sales Tax Report (US)',
		madeBy: 'amazon',
		columns: ['Order_ID', 'Tax_Collection_Model', 'Taxed_Location_Code', 'Jurisdiction_Name'],
	},
	{
		id: 'GET_GST_MTR_B2B_CUSTOM',
		name: 'GST Merchant Tax Report B2B (India)',
		isRestricted: true,
		dates: STRETCH,
		columns: GST_COLUMNS,
	},
	/** "The report only provides data for the last 45 days" (report-type-values-tax). */
	{
		id: 'GET_GST_MTR_B2C_CUSTOM',
		name: 'GST Merchant Tax Report B2C (India)',
		dates: { use: 'required', oldestDays: 45 },
		columns: GST_COLUMNS,
	},
	{ id: 'GET_GST_STR_ADHOC', name: 'GST Stock Transfer Report (India)', format: 'csv', dates: STRETCH },
	/** "This report can only be scheduled" (report-type-values-tax), as its sister. */
	{
		id: 'GST_MTR_B2B',
		name: 'GST Merchant Tax Report B2B, Monthly (India)',
		format: 'csv',
		madeBy: 'schedule',
		isSchedulable: true,
	},
	{
		id: 'GST_MTR_B2C',
		name: 'GST Merchant Tax Report B2C, Monthly (India)',
		format: 'csv',
		madeBy: 'schedule',
		isSchedulable: true,
	},
	/** Who makes it is not on Amazon's page. */
	{
		id: 'GST_MTR_STOCK_TRANSFER_REPORT',
		name: 'GST Merchant Stock Transfer Report (India)',
		format: 'csv',
	},
	/** Of purchases up to February 2013, as its page says. */
	{ id: 'GET_FBA_FULFILLMENT_CUSTOMER_TAXES_DATA', name: 'FBA Customer Taxes (until 2013)' },
	/** Amazon's page names no format: files, until somebody has seen one. */
	{
		id: 'FBA_BULK_INVOICE',
		name: 'FBA Bulk Invoice',
		format: 'file',
		dates: STRETCH,
		options: BULK_INVOICE_OPTIONS,
	},
	{
		id: 'GET_EPR_MONTHLY_REPORTS',
		name: 'EPR Monthly Report (Producer Responsibility)',
		format: 'csv',
		dates: STRETCH,
		columns: EPR_COLUMNS,
	},
	{
		id: 'GET_EPR_QUARTERLY_REPORTS',
		name: 'EPR Quarterly Report (Producer Responsibility)',
		format: 'csv',
		dates: STRETCH,
		columns: EPR_COLUMNS,
	},
	{
		id: 'GET_EPR_ANNUAL_REPORTS',
		name: 'EPR Annual Report (Producer Responsibility)',
		format: 'csv',
		dates: STRETCH,
		columns: EPR_COLUMNS,
	},
]);
