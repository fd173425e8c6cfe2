import { filledText, filledTexts, readJob, type Job } from '../jobs/job';
import { at } from '../transport/at';
import type { ApiAnswer, Client } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';
import { fetchPages } from '../transport/pages';
import { toUnreadable, unreadableAnswer, type UnreadableRecord } from '../transport/unreadable';

/** One report as Amazon lists it (Reports API 2021-06-30, `Report`). */
export interface Report extends Job {
	reportId: string;
	reportType: string;
	/** The stretch of time it is about; ISO 8601. */
	dataStartTime?: string;
	dataEndTime?: string;
	/** Of one that a schedule made. */
	reportScheduleId?: string;
	/** Where its content is; there when it is done, and sometimes when it failed. */
	reportDocumentId?: string;
}

/** Throws an `SpApiError` when Amazon does not know the report, or answers with something else than a report. */
export async function fetchReport(client: Client, reportId: string, signal?: AbortSignal): Promise<Report> {
	const operation = OPERATIONS.getReport;
	const { body, requestId } = await client.call<unknown>(operation, { path: { reportId }, signal });
	const report = toReport(body);
	if (report !== undefined) return report;
	throw unreadableAnswer(operation.id, `it is not report ${reportId}`, { requestId });
}

/** What an answer says of a report; undefined without its id, type, time or status. */
function toReport(value: unknown): Report | undefined {
	const job = readJob(value);
	const [reportId, reportType] = [filledText(value, 'reportId'), filledText(value, 'reportType')];
	if (job === undefined || reportId === undefined || reportType === undefined) return undefined;
	const texts = ['dataStartTime', 'dataEndTime', 'reportScheduleId', 'reportDocumentId'] as const;
	return { reportId, reportType, ...job, ...filledTexts(value, texts) };
}

export interface ReportFilter {
	/** One to ten. */
	reportTypes: readonly string[];
	processingStatuses?: readonly string[];
	marketplaceIds?: readonly string[];
	/** ISO 8601, at most 90 days back. */
	createdSince?: string;
	createdUntil?: string;
}

/**
 * Reports, newest first, page by page: Amazon allows one page in 45 seconds after the first ten. What is not a report has
 * its place in the list all the same.
 */
export async function* fetchReports(
	client: Client,
	filter: ReportFilter,
	signal?: AbortSignal,
): AsyncGenerator<Report | UnreadableRecord> {
	const query = { ...filter, pageSize: 100 };
	for await (const page of fetchPages<unknown>(client, OPERATIONS.getReports, { query, signal })) {
		yield* reportsIn(page).map((value) => toReport(value) ?? toUnreadable(value, REPORT));
	}
}

const REPORT = {
	kind: 'a report',
	idName: 'reportId',
	lacking: 'its id, type, time or status',
};

function reportsIn({ body, requestId }: ApiAnswer<unknown>): unknown[] {
	const reports = at(body, 'reports');
	if (Array.isArray(reports)) return reports;
	throw unreadableAnswer(OPERATIONS.getReports.id, 'it has no list of reports', { requestId });
}
