import { notSimulated } from '../notSimulated';
import { invalidInput, notFound, Refusal, type Reply } from '../reply';
import { reportMishapsOf } from '../reports/mishaps';
import { reportStatus, toReport, type StoredReport } from '../reports/report';
import { numberOf } from '../reports/reportTypes';
import type { ApiRoute, SellerCall } from '../route';
import { getReportDocument } from './reportDocument';
import { getReports, REPORT_LIST_QUERY } from './reportList';
import { readTime, readWish, type ReportWish } from './reportRequest';
import { SCHEDULE_ROUTES } from './reportSchedules';

const DAY_MS = 24 * 3600_000;

/** The time that the report is about: by default now, and rounded outward to days for daily reports. */
function readStretch({ fields, type }: ReportWish, nowMs: number): { startMs: number; endMs: number } {
	const startMs = readTime('dataStartTime', fields['dataStartTime']) ?? nowMs;
	const endMs = readTime('dataEndTime', fields['dataEndTime']) ?? nowMs;
	// Amazon's words: github.com/abuzuhri/Amazon-SP-API-CSharp, issue 531.
	if (startMs > endMs) throw new Refusal(400, 'InvalidInput', 'dataStartTime is after dataEndTime');
	// "The value must be prior to or equal to the current date and time" (Amazon's model).
	if (endMs > nowMs) throw invalidInput('dataEndTime is in the future.');
	if (type.made?.isDaily !== true) return { startMs, endMs };
	return { startMs: startMs - (startMs % DAY_MS), endMs: Math.ceil(endMs / DAY_MS) * DAY_MS };
}

function createReport(call: SellerCall): Reply {
	const { state, seller, faults } = call;
	const wish = readWish(call, ['dataStartTime', 'dataEndTime']);
	const { type, marketplaceIds, options } = wish;
	const { sellerId } = seller;
	// Settlements and the like: selling-partner-api-models, issue 1265.
	if (!type.isRequestable)
		throw new Refusal(
			400,
			'InvalidInput',
			`Request for report type ${numberOf(type.id)} is not allowed at this time`,
		);
	const createdAtMs = state.nowMs();
	const stretch = readStretch(wish, state.amazonMs());
	const prepared = state.reports.takePrepared(sellerId, type.id);
	if (type.made === undefined && prepared === undefined) throw notSimulated(`reports of the type ${type.id}`);
	const wanted = { sellerId, reportType: type.id, marketplaceIds };
	const coolDownMs = (type.made?.coolDownMinutes ?? 0) * 60_000;
	const isTooSoon = state.settings.limits && state.reports.wasMadeSince(wanted, createdAtMs - coolDownMs);
	const struck = reportMishapsOf(faults);
	const report = state.reports.create({
		...{ ...wanted, ...stretch, options, createdAtMs, skewMs: state.faults.skewMs() },
		delayMs: state.settings.reportDelayMs,
		...(prepared?.document === undefined ? {} : { document: prepared.document }),
		mishaps: {
			...{ ...prepared?.mishaps, ...struck },
			document: [...(prepared?.mishaps.document ?? []), ...struck.document],
		},
		...(coolDownMs > 0 && isTooSoon ? { isTooSoon: true } : {}),
	});
	return { status: 202, json: { reportId: report.reportId } };
}

function findReport({ state, seller, params }: SellerCall): StoredReport {
	const reportId = params['reportId'] ?? '';
	if (!/^\d+$/.test(reportId)) throw invalidInput(`'${reportId}' is not a report id.`);
	const report = state.reports.find(seller.sellerId, reportId);
	if (report === undefined) throw notFound(`No report ${reportId}.`);
	return report;
}

function getReport(call: SellerCall): Reply {
	return { status: 200, json: toReport(findReport(call), call.state.nowMs()) };
}

function cancelReport(call: SellerCall): Reply {
	const report = findReport(call);
	const atMs = call.state.nowMs();
	// "Only reports with processingStatus=IN_QUEUE can be cancelled" (Amazon's model).
	if (reportStatus(report, atMs) !== 'IN_QUEUE')
		throw invalidInput('Only a report that is IN_QUEUE can be cancelled.');
	call.state.reports.cancel(report, atMs);
	return { status: 200 };
}

const REPORTS = '/reports/2021-06-30/reports';
const READ = { access: 'seller', query: [], takesJson: false } as const;

/** Reports API 2021-06-30. */
export const REPORT_ROUTES: readonly ApiRoute[] = [
	{
		...READ,
		operation: 'getReports',
		method: 'GET',
		path: REPORTS,
		query: REPORT_LIST_QUERY,
		handle: getReports,
	},
	{
		...READ,
		operation: 'createReport',
		method: 'POST',
		path: REPORTS,
		takesJson: true,
		handle: createReport,
	},
	{ ...READ, operation: 'getReport', method: 'GET', path: `${REPORTS}/{reportId}`, handle: getReport },
	{
		...READ,
		operation: 'cancelReport',
		method: 'DELETE',
		path: `${REPORTS}/{reportId}`,
		handle: cancelReport,
	},
	{
		...READ,
		operation: 'getReportDocument',
		method: 'GET',
		path: '/reports/2021-06-30/documents/{reportDocumentId}',
		query: ['enableContentEncodingUrlHeader'],
		handle: getReportDocument,
	},
	...SCHEDULE_ROUTES,
];
