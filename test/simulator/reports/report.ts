import type { DocumentSpec } from './documentSpec';
import type { ReportMishaps } from './mishaps';
import { offsetTime } from './content/times';

/** Amazon's processing statuses. */
export const REPORT_STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export interface StoredReport {
	/** Of one seller: two sellers may have the same. */
	reportId: string;
	sellerId: string;
	reportType: string;
	marketplaceIds: string[];
	options: Record<string, string>;
	/** The time asked about, milliseconds since 1970. */
	startMs: number;
	endMs: number;
	createdAtMs: number;
	/** How far Amazon's clock was ahead when the report was created. */
	skewMs: number;
	delayMs: number;
	reportScheduleId?: string;
	/** What it will hold, when somebody has said so; see `addReport`. */
	document?: DocumentSpec;
	mishaps: ReportMishaps;
	/** It comes too soon after another one. */
	isTooSoon?: true;
	/** Its document is made when somebody first looks, as it stands then; there always is something to report. */
	isMadeWhenRead?: true;
	/** Set once it has ended. */
	ended?: { status: 'DONE' | 'FATAL' | 'CANCELLED'; atMs: number; reportDocumentId?: string };
}

/** The share of the delay that a report waits before it is made. */
const QUEUE_SHARE = 1 / 3;

function startedAtMs({ createdAtMs, delayMs }: StoredReport): number {
	return createdAtMs + delayMs * QUEUE_SHARE;
}

export function dueAtMs({ createdAtMs, delayMs, mishaps }: StoredReport): number {
	return createdAtMs + delayMs + (mishaps.stuckMs ?? 0);
}

export function reportStatus(report: StoredReport, nowMs: number): ReportStatus {
	if (report.ended !== undefined) return report.ended.status;
	return nowMs < startedAtMs(report) ? 'IN_QUEUE' : 'IN_PROGRESS';
}

/** Amazon's `Report`; times in ISO 8601, to the second. */
export interface AmazonReport {
	reportId: string;
	reportType: string;
	marketplaceIds: string[];
	dataStartTime: string;
	dataEndTime: string;
	reportScheduleId?: string;
	createdTime: string;
	processingStatus: ReportStatus;
	processingStartTime?: string;
	processingEndTime?: string;
	reportDocumentId?: string;
}

export function toReport(report: StoredReport, nowMs: number): AmazonReport {
	const {
		reportId,
		reportType,
		marketplaceIds,
		startMs,
		endMs,
		createdAtMs,
		reportScheduleId,
		ended,
		skewMs,
	} = report;
	const time = (atMs: number) => offsetTime(atMs + skewMs);
	const status = reportStatus(report, nowMs);
	const beganMs = status === 'CANCELLED' ? (ended?.atMs ?? 0) : startedAtMs(report);
	return {
		...{ reportId, reportType, marketplaceIds, processingStatus: status },
		...{ dataStartTime: offsetTime(startMs), dataEndTime: offsetTime(endMs), createdTime: time(createdAtMs) },
		...(reportScheduleId === undefined ? {} : { reportScheduleId }),
		...(status === 'IN_QUEUE'
			? {}
			: { processingStartTime: time(Math.min(beganMs, ended?.atMs ?? beganMs)) }),
		...(ended === undefined ? {} : { processingEndTime: time(ended.atMs) }),
		...(ended?.reportDocumentId === undefined ? {} : { reportDocumentId: ended.reportDocumentId }),
	};
}
