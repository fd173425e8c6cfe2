import { invalidInput, type Reply } from '../reply';
import type { ApiRoute, SellerCall } from '../route';

const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'];

/** A seller who has never asked for a report. */
function getReports({ query }: SellerCall): Reply {
	const types = query.list('reportTypes', { maxItems: 10 });
	if (types === undefined) throw invalidInput("Either 'reportTypes' or 'nextToken' is required.");
	query.list('marketplaceIds', { maxItems: 10 });
	query.list('processingStatuses', { allowed: STATUSES });
	query.count('pageSize', 10, 100);
	return { status: 200, json: { reports: [] } };
}

/** Reports API 2021-06-30, as far as the list: no report can be made here. */
export const REPORT_ROUTES: readonly ApiRoute[] = [
	{
		operation: 'getReports',
		method: 'GET',
		path: '/reports/2021-06-30/reports',
		access: 'seller',
		query: [
			...['reportTypes', 'processingStatuses', 'marketplaceIds', 'pageSize'],
			...['createdSince', 'createdUntil', 'nextToken'],
		],
		takesJson: false,
		handle: getReports,
	},
];
