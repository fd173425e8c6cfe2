import { fetchReports, type Report } from './report';
import { isCloseTo, isSameSet } from './sameReport';
import { filledText } from '../jobs/job';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';
import { UnreadableRecord, unreadableAnswer } from '../transport/unreadable';

/** What Amazon is asked for (Reports API 2021-06-30, `CreateReportSpecification`). */
export interface ReportSpecification {
	reportType: string;
	/** One to 25. */
	marketplaceIds: readonly string[];
	/** ISO 8601. */
	dataStartTime?: string;
	dataEndTime?: string;
	reportOptions?: Readonly<Record<string, string>>;
}

export interface Asking {
	/** Reports that were made for another question: their options, which Amazon does not list, may differ. */
	others?: ReadonlySet<string>;
	signal?: AbortSignal;
}

/** Amazon dates reports to the second. */
const MARGIN_MS = 2_000;

/**
 * Asks for a report and answers with its id. When the answer got lost, the list of reports tells whether the request
 * arrived: one of the same type about the same days is as good, whoever asked for it.
 * Throws an `SpApiError`; with `mayHaveArrived` where even the list does not tell.
 */
export async function requestReport(
	client: Client,
	specification: ReportSpecification,
	{ others, signal }: Asking = {},
): Promise<string> {
	const operation = OPERATIONS.createReport;
	const askedAtMs = (await client.amazonClock(signal)).now();
	try {
		const { body, requestId } = await client.call<unknown>(operation, { body: specification, signal });
		const reportId = filledText(body, 'reportId');
		if (reportId !== undefined) return reportId;
		throw unreadableAnswer(operation.id, 'it names no report', { requestId, mayHaveArrived: true });
	} catch (error) {
		const isOpen = error instanceof SpApiError && error.mayHaveArrived && signal?.aborted !== true;
		const found = isOpen
			? await findArrived(client, specification, { sinceMs: askedAtMs - MARGIN_MS, others, signal })
			: undefined;
		if (found !== undefined) return found.reportId;
		throw toError(error);
	}
}

/** That the list cannot be had says nothing new. */
async function findArrived(
	client: Client,
	specification: ReportSpecification,
	{ sinceMs, others, signal }: Asking & { sinceMs: number },
): Promise<Report | undefined> {
	const filter = {
		reportTypes: [specification.reportType],
		createdSince: new Date(sinceMs).toISOString(),
	};
	try {
		for await (const report of fetchReports(client, filter, signal)) {
			if (report instanceof UnreadableRecord || others?.has(report.reportId) === true) continue;
			if (isAbout(report, specification)) return report;
		}
	} catch {
		return undefined;
	}
	return undefined;
}

function isAbout(
	report: Report,
	{ marketplaceIds, dataStartTime, dataEndTime }: ReportSpecification,
): boolean {
	return (
		isSameSet(report.marketplaceIds ?? [], marketplaceIds) &&
		isSameTime(report.dataStartTime, dataStartTime) &&
		isSameTime(report.dataEndTime, dataEndTime)
	);
}

/** Amazon names a time, mostly now, where none was asked for. */
function isSameTime(listed: string | undefined, asked: string | undefined): boolean {
	return asked === undefined || isCloseTo(Date.parse(listed ?? ''), Date.parse(asked));
}

/** Only a report that Amazon has not begun can be cancelled. */
export async function cancelReport(client: Client, reportId: string, signal?: AbortSignal): Promise<void> {
	await client.call(OPERATIONS.cancelReport, { path: { reportId }, signal });
}
