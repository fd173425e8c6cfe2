import type { IDataObject } from 'n8n-workflow';

import type { Columns } from './columns';
import type { ProcessingStatus } from '../amazon/jobs/job';
import type { Report } from '../amazon/reports/report';
import { reportTypeById } from '../amazon/tables/reportTypes';

/** Amazon's stages of a report in the words of the other steps. */
const STATUS: Record<ProcessingStatus, string> = {
	CANCELLED: 'cancelled',
	DONE: 'done',
	FATAL: 'failed',
	IN_PROGRESS: 'running',
	IN_QUEUE: 'queued',
};

/** What a person wants to know of each stage; of a failed one only Amazon knows why. */
const MESSAGE: Record<ProcessingStatus, string> = {
	CANCELLED:
		'Amazon cancelled it: mostly there is nothing to report for these days, sometimes it was asked for too often, or somebody cancelled it.',
	DONE: '',
	FATAL:
		'Amazon could not make it and gives no reason. Mostly it was asked for again too soon, or for days or marketplaces that it does not have.',
	IN_PROGRESS: 'Amazon is working on it; mostly it takes some minutes.',
	IN_QUEUE: 'Amazon has not begun with it.',
};

/** How reports stand in n8n's table. */
export const REPORT_COLUMNS: Columns = {
	always: ['status', 'report', 'from', 'to', 'message'],
	first: ['status', 'report', 'from', 'to', 'message', 'createdTime'],
	last: ['marketplaceIds', 'reportOptions', 'reportScheduleId', 'reportType', 'reportDocumentId', 'reportId'],
};

/**
 * A report as an item.
 * @param reason why it failed, in Amazon's words
 */
export function reportItem(report: Report, reason?: string): IDataObject {
	const { processingStatus, reportType, dataStartTime = '', dataEndTime = '', createdTime } = report;
	const { reportId, reportDocumentId, reportScheduleId, marketplaceIds = [] } = report;
	return {
		status: STATUS[processingStatus],
		report: reportName(reportType),
		from: dataStartTime,
		to: dataEndTime,
		message: reason === undefined ? MESSAGE[processingStatus] : `Amazon could not make it: ${reason}`,
		createdTime,
		marketplaceIds,
		...(reportScheduleId !== undefined && { reportScheduleId }),
		reportType,
		reportDocumentId: reportDocumentId ?? '',
		reportId,
	};
}

/** A report that has not ended for too long. */
export function stuckReportItem(report: Report): IDataObject {
	const message =
		'Amazon has been at it for more than a day. Ask for it again, or for fewer days; the old one may still come.';
	return { ...reportItem(report), status: 'stuck', message };
}

/** The type's plain name; the type itself where the table has none. */
export function reportName(reportType: string): string {
	return reportTypeById(reportType)?.name ?? reportType;
}
