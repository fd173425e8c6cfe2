import { reportsOf, type ReportDates } from './reportType';
import { EIGHTEEN_MONTHS, NEAR_REAL_TIME, STRETCH } from './rowFacts';

/** "You can request up to one month of data"; older than 18 months is FATAL (amzn/selling-partner-api-models#2302). */
const ONE_MONTH: ReportDates = { use: 'required', longestDays: 31, oldestDays: EIGHTEEN_MONTHS };

/** Orders that Amazon ships or picks up. Columns: developer-docs.amazon.com/sp-api/docs/easy-ship-reports-attributes. */
export const SHIPMENT_REPORTS = reportsOf('orders', [
	{
		id: 'GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL',
		name: 'FBA Amazon Fulfilled Shipments',
		dates: ONE_MONTH,
		...NEAR_REAL_TIME,
		columns: ['amazon-order-id', 'merchant-order-id', 'shipment-id', 'shipment-item-id', 'reporting-date'],
	},
	{
		id: 'GET_AMAZON_FULFILLED_SHIPMENTS_DATA_INVOICING',
		name: 'FBA Amazon Fulfilled Shipments (Invoicing)',
		isRestricted: true,
		dates: ONE_MONTH,
		...NEAR_REAL_TIME,
	},
	{
		id: 'GET_AMAZON_FULFILLED_SHIPMENTS_DATA_TAX',
		name: 'FBA Amazon Fulfilled Shipments (Tax)',
		isRestricted: true,
		dates: ONE_MONTH,
		...NEAR_REAL_TIME,
	},
	{
		id: 'GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_SALES_DATA',
		name: 'FBA Customer Shipment Sales',
		dates: STRETCH,
		...NEAR_REAL_TIME,
	},
	/** The three of Easy Ship exist in India only; a feed makes the documents, the others are listed. */
	{
		id: 'GET_EASYSHIP_DOCUMENTS',
		name: 'Easy Ship Documents',
		format: 'file',
		isRestricted: true,
		madeBy: 'amazon',
	},
	{
		id: 'GET_EASYSHIP_PICKEDUP',
		name: 'Easy Ship: Picked Up',
		madeBy: 'amazon',
		columns: ['order-id', 'tracking-id', 'picked-up-date', 'package-identifier', 'pickup-slot'],
	},
	{
		id: 'GET_EASYSHIP_WAITING_FOR_PICKUP',
		name: 'Easy Ship: Waiting for Pick Up',
		madeBy: 'amazon',
		columns: ['order-id', 'tracking-id', 'expected-ship-date', 'package-identifier', 'pickup-slot'],
	},
]);
