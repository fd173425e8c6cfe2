import { effectOf } from '../faults';
import { isTextList } from '../json';
import { pageStart, parsePageToken, toPageToken } from '../page';
import type { Query } from '../query';
import { invalidInput, type Reply } from '../reply';
import { REPORT_STATUSES, reportStatus, toReport, type StoredReport } from '../reports/report';
import { knownType } from '../reports/reportTypes';
import type { SellerCall } from '../route';

export const REPORT_LIST_QUERY = [
	...['reportTypes', 'processingStatuses', 'marketplaceIds', 'pageSize'],
	...['createdSince', 'createdUntil', 'nextToken'],
];

/** "Reports are retained for a maximum of 90 days" (Amazon's model). */
const KEPT_MS = 90 * 24 * 3600_000;

interface Filter {
	reportTypes: string[];
	marketplaceIds: string[] | undefined;
	statuses: string[] | undefined;
	sinceMs: number;
	untilMs: number;
	pageSize: number;
	offset: number;
}

/** Throws 400 for a name that Amazon does not have. */
export function readReportTypes(query: Query): string[] | undefined {
	const types = query.list('reportTypes', { maxItems: 10 });
	const unknown = types?.find((id) => knownType(id) === undefined);
	if (unknown !== undefined) throw invalidInput(`'reportTypes' has an unknown type: ${unknown}.`);
	return types;
}

/** @param nowMs as Amazon's clock shows it */
function readFilter(query: Query, nowMs: number): Filter {
	const reportTypes = readReportTypes(query);
	if (reportTypes === undefined) throw invalidInput("Either 'reportTypes' or 'nextToken' is required.");
	const sinceMs = query.time('createdSince') ?? nowMs - KEPT_MS;
	if (sinceMs < nowMs - KEPT_MS) throw invalidInput("'createdSince' must be within the last 90 days.");
	return {
		...{ reportTypes, sinceMs, offset: 0 },
		marketplaceIds: query.list('marketplaceIds', { maxItems: 10 }),
		statuses: query.list('processingStatuses', { allowed: REPORT_STATUSES }),
		untilMs: query.time('createdUntil') ?? nowMs,
		pageSize: query.count('pageSize', 10, 100),
	};
}

function parseToken(query: Query, token: string): Filter {
	if (query.names().length > 1) throw invalidInput("'nextToken' must be the only parameter.");
	const { reportTypes, marketplaceIds, statuses, ...rest } = parsePageToken(token, 'nextToken');
	if (!isTextList(reportTypes)) throw invalidInput("'nextToken' is not a token of this operation.");
	return {
		reportTypes,
		marketplaceIds: isTextList(marketplaceIds) ? marketplaceIds : undefined,
		statuses: isTextList(statuses) ? statuses : undefined,
		...{ sinceMs: Number(rest['sinceMs']), untilMs: Number(rest['untilMs']) },
		...{ pageSize: Number(rest['pageSize']), offset: Number(rest['offset']) },
	};
}

function passes(report: StoredReport, filter: Filter, nowMs: number): boolean {
	const createdMs = report.createdAtMs + report.skewMs;
	return (
		filter.reportTypes.includes(report.reportType) &&
		(filter.marketplaceIds?.some((id) => report.marketplaceIds.includes(id)) ?? true) &&
		(filter.statuses?.includes(reportStatus(report, nowMs)) ?? true) &&
		createdMs >= filter.sinceMs &&
		createdMs <= filter.untilMs
	);
}

/** The seller's reports, newest first, a page at a time. */
export function getReports({ state, seller, query, faults }: SellerCall): Reply {
	const nowMs = state.nowMs();
	const token = query.text('nextToken');
	const filter = token === undefined ? readFilter(query, state.amazonMs()) : parseToken(query, token);
	const found = state.reports.list(seller.sellerId).filter((report) => passes(report, filter, nowMs));
	const start = pageStart(filter.offset, filter.pageSize, effectOf(faults, 'duplicate-page') !== undefined);
	const end = start + filter.pageSize;
	const reports = found.slice(start, end).map((report) => toReport(report, nowMs));
	const nextToken = toPageToken({ ...filter, offset: end });
	return { status: 200, json: { reports, ...(end < found.length ? { nextToken } : {}) } };
}
