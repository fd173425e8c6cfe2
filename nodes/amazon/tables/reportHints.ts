import type { ErrorHint } from './errorHint';

const OF_ONE_REPORT = ['getReport', 'cancelReport'];

/** What reports meet: the Reports API 2021-06-30 and its role mappings. */
export const REPORT_HINTS: readonly ErrorHint[] = [
	{
		operations: ['createReport', 'createReportSchedule'],
		status: 403,
		happened: 'The application may not ask for this report.',
		hint: 'Each report needs a role of its own, such as "Finance and Accounting" for settlements, "Inventory and Order Tracking" for orders and returns, "Brand Analytics" for search terms. Seller Central: Apps and Services > Develop Apps > Edit App shows the roles; after adding one, authorize the app again and enter the new Refresh Token.',
	},
	{
		operations: ['createReport', 'createReportSchedule'],
		status: 400,
		happened: 'Amazon does not make this report so.',
		quotes: true,
		hint: 'Check the type, whether the marketplaces have this report, the days and the report options.',
	},
	{
		operations: ['createReport'],
		status: 429,
		happened: 'Amazon takes one request for a report in a minute, after 15 in a row.',
		hint: 'Ask for one report of all marketplaces instead of one for each, or wait.',
	},
	{
		operations: ['cancelReport'],
		status: 400,
		happened: 'Amazon has begun with this report, or is done with it: it cannot be cancelled any more.',
		hint: 'Only reports whose status is queued can be cancelled.',
	},
	{
		operations: OF_ONE_REPORT,
		status: 404,
		happened: 'Amazon does not know this report in this account.',
		hint: 'Compare the report ID with the answer to Request, and check Seller ID and region of the credential. Amazon keeps reports for 90 days.',
	},
	{
		operations: ['createRestrictedDataToken', 'getReportDocument'],
		status: 403,
		happened: "The application may not see the buyers' data in this report.",
		hint: 'It needs the role "Direct-to-Consumer Shipping (Restricted)", or for invoices and tax "Tax Invoicing (Restricted)" or "Tax Remittance (Restricted)". Seller Central: Apps and Services > Develop Apps > Edit App shows the roles; after adding one, authorize the app again and enter the new Refresh Token.',
	},
	{
		operations: ['getReportDocument'],
		status: 404,
		happened: 'Amazon does not have the content of this report any more.',
		hint: 'Ask for the report again.',
	},
];
